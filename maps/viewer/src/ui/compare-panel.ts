/** The "compare" panel: the choice of the two views, and lists of the claims that hold on one side only. */

import { comparedNames } from "../compare/compare-view";
import type { PageContext } from "../page-context";
import { type Choice, choiceGroup } from "./choice-group";
import { claimSection } from "./claim-rows";
import { el, type Panel } from "./dom";

export function comparePanel(context: PageContext): Panel {
  const { index, words, state } = context;
  const { compare: text } = words;
  const [first, last] = index.payload.period;
  const isYear = state.compare !== "" && state.compare !== "certain";
  const choose = (compare: string) => context.changeState({ compare }, true);
  const otherYear = isYear ? state.compare : String(state.year < last ? state.year + 1 : state.year - 1);
  const years = el("select", { "aria-label": text.otherYear, onchange: () => choose(years.value) });
  for (let year = first; year <= last; year++)
    years.append(el("option", { value: year, selected: String(year) === otherYear }, words.yearText(year)));
  const kinds: Choice<string>[] = [
    ["", text.none],
    ["certain", text.certainty],
  ];
  if (first < last) kinds.splice(1, 0, [otherYear, text.year]);
  const { left, right, both } = context.comparison();
  const [leftName, rightName] = comparedNames(state, words);
  return {
    title: text.title,
    content: [
      choiceGroup(text.group, "compare", kinds, isYear ? otherYear : state.compare, choose),
      first < last && el("label", { class: "field" }, el("span", {}, text.otherYear), years),
      state.compare !== "" && el("p", { class: "soft" }, text.how),
      state.compare !== "" && el("p", {}, text.both(both)),
      claimSection(context, text.only(leftName), left),
      claimSection(context, text.only(rightName), right),
    ],
  };
}
