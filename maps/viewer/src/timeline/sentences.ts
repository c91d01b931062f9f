/** The stretch of time that is shown, in the sentences of the list, the card and the network. */

import type { Context } from "../parts/context";

type Said = Pick<Context, "state" | "words">;

/** One of three sentences: of a month, of a range, of a year. */
function say(
  { state: { year, from, month }, words }: Said,
  sentences: {
    year: (year: number) => string;
    range: (from: number, to: number) => string;
    month: (month: string, year: number) => string;
  },
): string {
  if (month) return sentences.month(words.months[month - 1]!, year);
  return from === null || from === year ? sentences.year(year) : sentences.range(from, year);
}

/** "All that holds in 1927" */
export function periodTitle(said: Said): string {
  return say(said, { year: said.words.listParts.title, ...said.words.time.listTitle });
}

/** "In May 1927" */
export function inPeriod(said: Said): string {
  return say(said, { year: said.words.card.inYear, ...said.words.time.heldIn });
}

/** "The network of 1927" */
export function networkTitle(said: Said): string {
  return say(said, { year: said.words.graph.title, ...said.words.time.networkTitle });
}

export function networkCaption(said: Said): string {
  return say(said, { year: said.words.graph.tableCaption, ...said.words.time.networkTitle });
}

export function networkEmpty({ state, words }: Said): string {
  return state.month || state.from !== null ? words.time.listEmpty : words.graph.noTies(state.year);
}

/** What the list says where nothing holds. */
export function periodEmpty({ state, words }: Said): string {
  return state.month || state.from !== null ? words.time.listEmpty : words.listParts.empty(state.year);
}
