/** The switches: layers, certainty, contested and partisan claims, strand, and style. */

import { Standing } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { LAYERS, type LayerName, ONLY, type State } from "../state/screen-state";
import { type Choice, choiceGroup, radioGroup } from "./choice-group";
import type { Panel } from "./panel-content";

type OnlyKind = (typeof ONLY)[number];

/** A set with a member more, or without it if it had it. */
function toggled<Member>(set: ReadonlySet<Member>, member: Member): Set<Member> {
  const after = new Set(set);
  if (!after.delete(member)) after.add(member);
  return after;
}

/** Show a layer, or hide it if it is shown. */
export function toggleLayer(context: PageContext, layer: LayerName): void {
  context.changeState({ layers: toggled(context.state.layers, layer) }, true);
}

/** Narrow what is shown to a kind of claims, or widen it again. Of two kinds, the claims of either are shown. */
export function toggleOnly(context: PageContext, kind: OnlyKind): void {
  context.changeState({ only: toggled(context.state.only, kind) }, true);
}

/** Those of the kinds of claims, contested and partisan, that the strand has. */
function onlyKinds({ state, index }: PageContext): OnlyKind[] {
  const { claims } = index.payload;
  const isOfKind = {
    contested: (row: number) => claims.contested[row] === 1,
    partisan: (row: number) => claims.standing[row] === Standing.partisan,
  };
  return ONLY.filter((kind) => claims.id.some((_, row) => index.isOfStrand(row, state.strand) && isOfKind[kind](row)));
}

export function layersPanel(context: PageContext): Panel {
  const { state, words, index } = context;
  const text = words.layers;
  const radios = <Name extends "strand" | "certainty" | "style">(
    title: string,
    name: Name,
    choices: readonly Choice<State[Name]>[],
  ) => radioGroup(title, name, choices, state[name], (value) => context.changeState({ [name]: value }, true));
  const strands = index.payload.strands.name.map((name): Choice<string> => [name, index.strandTitle(name)]);
  const kinds = onlyKinds(context);
  return {
    title: text.title,
    content: [
      strands.length > 1 && radios(text.strandGroup, "strand", strands),
      choiceGroup(
        text.group,
        { type: "checkbox", name: "layer" },
        LAYERS.map((layer) => [layer, text[layer]]),
        (layer) => state.layers.has(layer),
        (layer) => toggleLayer(context, layer),
      ),
      radios(text.certaintyGroup, "certainty", [
        ["possible", text.possible],
        ["certain", text.certain],
        ...(index.payload.claims.undated.includes(1) ? [["undated", text.undated] as const] : []),
      ]),
      kinds.length > 0 &&
        choiceGroup(
          text.onlyGroup,
          { type: "checkbox", name: "only" },
          kinds.map((kind) => [kind, text.onlyKinds[kind]]),
          (kind) => state.only.has(kind),
          (kind) => toggleOnly(context, kind),
        ),
      radios(text.styleGroup, "style", [
        ["", text.system],
        ["light", words.light],
        ["dark", words.dark],
      ]),
    ],
  };
}
