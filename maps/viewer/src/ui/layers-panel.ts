/** The switches: layers, certainty, contested and partisan claims, strand, and style. */

import { Standing } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { LAYERS, type LayerName, ONLY } from "../state/screen-state";
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

/** The switches for the kinds of claims, contested and partisan, that the strand has; null where it has neither. */
function onlySwitches(context: PageContext): HTMLElement | null {
  const { state, words, index } = context;
  const { claims } = index.payload;
  const isOfKind = {
    contested: (row: number) => claims.contested[row] === 1,
    partisan: (row: number) => claims.standing[row] === Standing.partisan,
  };
  const kinds = ONLY.filter((kind) =>
    claims.id.some((_, row) => index.isOfStrand(row, state.strand) && isOfKind[kind](row)),
  );
  const switches = kinds.map((kind) => {
    const input = el("input", { type: "checkbox", name: "only", value: kind, checked: state.only.has(kind) });
    input.addEventListener("change", () => toggleOnly(context, kind));
    return el("label", { class: "choice" }, input, el("span", {}, words.layers.onlyKinds[kind]));
  });
  return switches.length > 0 ? el("fieldset", {}, el("legend", {}, words.layers.onlyGroup), ...switches) : null;
}

export function layersPanel(context: PageContext): Panel {
  const { state, words, index } = context;
  const text = words.layers;
  const switches = LAYERS.map((layer) => {
    const input = el("input", { type: "checkbox", name: "layer", value: layer, checked: state.layers.has(layer) });
    input.addEventListener("change", () => toggleLayer(context, layer));
    return el("label", { class: "choice" }, input, el("span", {}, text[layer]));
  });
  const strands = index.payload.strands.name.map((name): RadioOption<string> => [name, index.strandTitle(name)]);
  return {
    title: text.title,
    content: [
      strands.length > 1 &&
        radioGroup(text.strandGroup, "strand", strands, state.strand, (strand) =>
          context.changeState({ strand }, true),
        ),
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
      onlySwitches(context),
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
