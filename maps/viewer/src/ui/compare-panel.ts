/** The panel "compare": which two views, and as a list what holds on one side only. */

import { comparedStates } from "../compare/compare-view";
import type { PageContext } from "../page-context";
import { periodName } from "../time/period";
import { claimRow, rowSection } from "./claim-rows";
import { el } from "./dom";
import type { Panel } from "./panel-content";
import { type RadioOption, radioGroup } from "./radio-group";

const yearRange = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

export function comparePanel(context: PageContext): Panel {
  const { index, words, state } = context;
  const { compare: text, listParts } = words;
  const [first, last] = index.payload.period;
  const isYear = state.compare !== "" && state.compare !== "certain";
  const choose = (compare: string) => context.changeState({ compare }, true);
  const otherYear = isYear ? state.compare : String(state.year < last ? state.year + 1 : state.year - 1);
  const years = el(
    "select",
    { "aria-label": text.otherYear },
    yearRange(first, last).map((year) =>
      el("option", { value: year, selected: String(year) === otherYear }, words.yearText(year)),
    ),
  );
  years.addEventListener("change", () => choose(years.value));
  const kinds: RadioOption<string>[] = [
    ["", text.none],
    ["certain", text.certainty],
  ];
  if (first < last) kinds.splice(1, 0, [otherYear, text.year]);
  const { left, right, both } = context.comparison();
  const rowFactories = (list: number[]) => list.map((row) => () => claimRow(context, row));
  const [leftName, rightName] =
    state.compare === "certain"
      ? [text.certain, text.possible]
      : [periodName(state, words), periodName({ ...state, ...comparedStates(state)?.right }, words)];
  return {
    title: text.title,
    content: [
      radioGroup(text.group, "compare", kinds, isYear ? otherYear : state.compare, choose),
      first < last && el("label", { class: "field" }, el("span", {}, text.otherYear), years),
      state.compare !== "" && el("p", { class: "soft" }, text.how),
      state.compare !== "" && el("p", {}, text.both(both)),
      rowSection(text.only(leftName), rowFactories(left), listParts.more),
      rowSection(text.only(rightName), rowFactories(right), listParts.more),
    ],
  };
}
