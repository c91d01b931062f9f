/** The counts of a period in words: "7 stations, 2 of them perhaps · 4 heads". */

import type { Filter, LayerCount, VisibleFeatures } from "../data/visible-features";
import type { ChartKind } from "../timeline/timeline-claims";
import type { Words } from "./viewer-words";

export interface CountsContext {
  network: { readonly visible: VisibleFeatures };
  state: Filter;
  words: Words;
}

/** A count as a text, and the kind that it counts. */
export type CountPart = { kind: ChartKind; text: string };

export function countParts({ network, state, words }: CountsContext): CountPart[] {
  const { stations, heads, people, couriers, raids } = network.visible.counts(state);
  const parts: [ChartKind, LayerCount, (all: number) => string][] = [
    ["stations", stations, words.counts.stations],
    ["people", heads, words.counts.heads],
    ["people", people, words.counts.people],
    ["journeys", couriers, words.counts.journeys],
    ["events", raids, words.counts.events],
  ];
  return parts
    .filter(([, { all }]) => all > 0)
    .map(([kind, count, format]) => ({ kind, text: withPerhaps(words, kind, format(count.all), count) }));
}

/** "7 stations, 2 of them perhaps" */
function withPerhaps({ counts }: Words, kind: ChartKind, counted: string, { all, possible }: LayerCount): string {
  if (possible === 0) return counted;
  return possible === all ? counts.allPerhaps(counted, all) : counts.somePerhaps(counted, possible, kind);
}

export function countsInWords(context: CountsContext, parts = countParts(context)): string {
  return parts.map(({ text }) => text).join(" · ") || context.words.counts.nothing;
}
