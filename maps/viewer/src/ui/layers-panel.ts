/** The "layers" panel (strand, layers, certainty, contested and partisan claims, style) and the "language" panel. */

import { isAskedFor } from "../data/visible-features";
import { offeredLanguages, wordsOf } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { LAYERS, type LayerName, ONLY, type State } from "../state/screen-state";
import { type Choice, choiceGroup } from "./choice-group";
import { el, type Panel } from "./dom";

/** A copy of a set with `member` added, or removed if the set has it. */
function toggled<Member>(set: ReadonlySet<Member>, member: Member): Set<Member> {
  const after = new Set(set);
  if (!after.delete(member)) after.add(member);
  return after;
}

/** Show a layer, or hide it if it is shown. */
export function toggleLayer(context: PageContext, layer: LayerName): void {
  context.changeState({ layers: toggled(context.state.layers, layer) }, true);
}

/**
 * Restrict the view to a kind of claims, or remove the restriction. If two kinds are selected, the claims of either are
 * shown.
 */
export function toggleOnly(context: PageContext, kind: (typeof ONLY)[number]): void {
  context.changeState({ only: toggled(context.state.only, kind) }, true);
}

export function layersPanel(context: PageContext): Panel {
  const { state, words, index } = context;
  const text = words.layers;
  const radios = <Name extends "strand" | "certainty" | "style">(
    title: string,
    name: Name,
    choices: readonly Choice<State[Name]>[],
  ) => choiceGroup(title, name, choices, state[name], (value) => context.changeState({ [name]: value }, true));
  const strands = index.payload.strands.name.map((name): Choice<string> => [name, index.strandTitle(name)]);
  // The kinds of claims (contested, partisan) that the strand has.
  const kinds = ONLY.flatMap((kind): Choice<typeof kind>[] => {
    const filter = { strand: state.strand, only: new Set([kind]) };
    const hasClaim = index.payload.claims.id.some((_, row) => isAskedFor(index, row, filter));
    return hasClaim ? [[kind, text.onlyKinds[kind]]] : [];
  });
  const layers = LAYERS.map((layer): Choice<LayerName> => [layer, text[layer]]);
  return {
    title: text.title,
    content: [
      strands.length > 1 && radios(text.strandGroup, "strand", strands),
      choiceGroup(text.group, "layer", layers, state.layers, (layer) => toggleLayer(context, layer)),
      radios(text.certaintyGroup, "certainty", [
        ["possible", text.possible],
        ["certain", text.certain],
        ...(index.payload.claims.undated.includes(1) ? [["undated", text.undated] as const] : []),
      ]),
      kinds.length > 0 && choiceGroup(text.onlyGroup, "only", kinds, state.only, (kind) => toggleOnly(context, kind)),
      radios(text.styleGroup, "style", [
        ["", text.system],
        ["light", words.light],
        ["dark", words.dark],
      ]),
    ],
  };
}

/** The panel of the languages that the page offers, each by its own name. */
export function languagePanel(context: PageContext): Panel {
  const { words, state, index } = context;
  const choices = offeredLanguages(index.payload.languages).map((value) => {
    const onchange = () => context.changeState({ language: value }, true);
    const input = el("input", { type: "radio", name: "language", value, checked: value === state.language, onchange });
    return el("label", { class: "choice" }, input, el("span", { lang: value }, wordsOf(value).ownName));
  });
  const legend = el("legend", { class: "unseen" }, words.language);
  return { title: words.language, content: [el("fieldset", {}, legend, choices)] };
}
