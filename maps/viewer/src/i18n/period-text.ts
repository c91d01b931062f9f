/** The titles and sentences of the list, the card and the network for the current period. */

import type { PageContext } from "../page-context";

type PeriodContext = Pick<PageContext, "state" | "words">;

/** The sentence for the current period, which is a month, a range or a year. */
function periodText(
  { state: { year, from, month } }: PeriodContext,
  sentences: {
    year: (year: number) => string;
    range: (from: number, to: number) => string;
    month: (month: number, year: number) => string;
  },
): string {
  if (month) return sentences.month(month, year);
  return from === null || from === year ? sentences.year(year) : sentences.range(from, year);
}

/** "All that holds in 1927" */
export function periodTitle(context: PeriodContext): string {
  return periodText(context, { year: context.words.listParts.title, ...context.words.time.listTitle });
}

/** "In May 1927" */
export function inPeriodText(context: PeriodContext): string {
  return periodText(context, { year: context.words.card.inYear, ...context.words.time.heldIn });
}

/** "The network of 1927" */
export function networkTitle(context: PeriodContext): string {
  return periodText(context, { year: context.words.graph.title, ...context.words.time.networkTitle });
}

export function networkTableCaption(context: PeriodContext): string {
  return periodText(context, { year: context.words.graph.tableCaption, ...context.words.time.networkTitle });
}

export function emptyNetworkText({ state, words }: PeriodContext): string {
  return state.month || state.from !== null ? words.time.listEmpty : words.graph.noTies(state.year);
}

/** The text of the list if nothing holds. */
export function emptyPeriodText({ state, words }: PeriodContext): string {
  return state.month || state.from !== null ? words.time.listEmpty : words.listParts.empty(state.year);
}
