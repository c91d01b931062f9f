/** The switches: layers, certainty, strand and style. */

import { Standing } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { LAYERS, type LayerName } from "../state/url-state";
import { el } from "./dom";
import type { Panel } from "./panel-content";
import { type RadioOption, radioGroup } from "./radio-group";

/** Show a layer, or hide it if it is shown. */
export function toggleLayer(context: PageContext, layer: LayerName): void {
  const layers = new Set(context.state.layers);
  if (!layers.delete(layer)) layers.add(layer);
  context.changeState({ layers }, true);
}

/** Whether disputed claims are shown alone; null where the strand has none. */
function onlyDisputedSwitch(context: PageContext): HTMLElement | null {
  const { state, words, index } = context;
  const { standing } = index.payload.claims;
  const isDisputed = (value: number, row: number): boolean =>
    value === Standing.disputed && index.isOfStrand(row, state.strand);
  if (!standing.some(isDisputed)) return null;
  const input = el("input", { type: "checkbox", name: "only", value: "disputed", checked: state.only === "disputed" });
  input.addEventListener("change", () => context.changeState({ only: input.checked ? "disputed" : "" }, true));
  return el("label", { class: "choice" }, input, el("span", {}, words.layers.disputed));
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
        ],
        state.certainty,
        (certainty) => context.changeState({ certainty }, true),
      ),
      onlyDisputedSwitch(context),
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
