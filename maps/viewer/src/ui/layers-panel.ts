/** The switches: layers, certainty, world, contested and partisan claims, and style. */

import { Standing } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { LAYERS, type LayerName, ONLY, type State } from "../state/url-state";
import { el } from "./dom";
import type { Panel } from "./panel-content";
import { type RadioOption, radioGroup } from "./radio-group";

/** Show a layer, or hide it if it is shown. */
export function toggleLayer(context: PageContext, layer: LayerName): void {
  const layers = new Set(context.state.layers);
  if (!layers.delete(layer)) layers.add(layer);
  context.changeState({ layers }, true);
}

/** Narrow what is shown to a kind of claims, or widen it again. Of two kinds, the claims of either are shown. */
export function toggleOnly(context: PageContext, kind: (typeof ONLY)[number]): void {
  const only = new Set(context.state.only);
  if (!only.delete(kind)) only.add(kind);
  context.changeState({ only }, true);
}

export function layersPanel(context: PageContext): Panel {
  const { state, words, index } = context;
  const text = words.layers;
  const switches = LAYERS.map((layer) => {
    const input = el("input", { type: "checkbox", name: "layer", value: layer, checked: state.layers.has(layer) });
    input.addEventListener("change", () => toggleLayer(context, layer));
    return el("label", { class: "choice" }, input, el("span", {}, text[layer]));
  });
  const { standing, contested } = index.payload.claims;
  const kinds = ONLY.filter((kind) =>
    kind === "contested" ? contested.includes(1) : standing.includes(Standing.partisan),
  );
  const onlySwitches = kinds.map((kind) => {
    const input = el("input", { type: "checkbox", name: "only", value: kind, checked: state.only.has(kind) });
    input.addEventListener("change", () => toggleOnly(context, kind));
    return el("label", { class: "choice" }, input, el("span", {}, text.onlyKinds[kind]));
  });
  const worlds: RadioOption<State["world"]>[] = [["record", text.record]];
  if (standing.includes(Standing.fiction)) worlds.push(["fiction", text.fiction]);
  return {
    title: text.title,
    content: [
      el("fieldset", {}, el("legend", {}, text.group), ...switches),
      radioGroup(
        text.certaintyGroup,
        "certainty",
        [
          ["possible", text.possible],
          ["certain", text.certain],
        ],
        state.certainty,
        (certainty) => context.changeState({ certainty }, true),
      ),
      onlySwitches.length > 0 && el("fieldset", {}, el("legend", {}, text.onlyGroup), ...onlySwitches),
      radioGroup(text.worldGroup, "world", worlds, state.world, (world) => context.changeState({ world }, true)),
      radioGroup(
        text.styleGroup,
        "style",
        [
          ["", text.system],
          ["light", words.light],
          ["dark", words.dark],
        ],
        state.style,
        (style) => context.changeState({ style }, true),
      ),
    ],
  };
}
