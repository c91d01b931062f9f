/** The switches: layers, certainty, world and style. */

import type { PageContext } from "../page-context";
import { LAYERS, type LayerName, type State } from "../state/url-state";
import { el } from "./dom";
import type { Panel } from "./panel-content";
import { type RadioOption, radioGroup } from "./radio-group";

/** Show a layer, or hide it if it is shown. */
export function toggleLayer(context: PageContext, layer: LayerName): void {
  const layers = new Set(context.state.layers);
  if (!layers.delete(layer)) layers.add(layer);
  context.changeState({ layers }, true);
}

export function layersPanel(context: PageContext): Panel {
  const { state, words, index } = context;
  const text = words.layers;
  const switches = LAYERS.map((layer) => {
    const input = el("input", { type: "checkbox", name: "layer", value: layer, checked: state.layers.has(layer) });
    input.addEventListener("change", () => toggleLayer(context, layer));
    return el("label", { class: "choice" }, input, el("span", {}, text[layer]));
  });
  const { standing } = index.payload.claims;
  const worlds: RadioOption<State["world"]>[] = [["record", text.record]];
  if (standing.includes(1)) worlds.push(["disputed", text.disputed]);
  if (standing.includes(2)) worlds.push(["fiction", text.fiction]);
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
          ...(index.payload.claims.undated.includes(1) ? [["undated", text.undated] as const] : []),
        ],
        state.certainty,
        (certainty) => context.changeState({ certainty }, true),
      ),
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
