/** How many claims are seen or possible in each year of the period, by kind; what no source dates is in no year. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { type ClaimFilter, isAskedFor } from "../data/visible-features";
import { forEachYearHeld, HOLDS_SEEN } from "../time/claim-dates";

/** The kinds of the chart, from the bottom up. */
export const CHART_KINDS = ["stations", "people", "journeys", "events"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** The kinds of the claims that each of them counts; ties are not counted. */
const COUNTED_KINDS: readonly number[] = [Kind.station, Kind.post, Kind.journey, Kind.event];

export interface YearCounts {
  /** By kind, then by year: the claims that the switch "only what is certain" keeps, and the rest. */
  certain: Int32Array[];
  possible: Int32Array[];
  /** Raids and arrests that are seen in the year. */
  raids: Int32Array;
  /** The highest sum of a year, at least 1. */
  maxSum: number;
}

export function yearCounts(index: PayloadIndex, filter: ClaimFilter): YearCounts {
  const { claims, period } = index.payload;
  const [first, last] = period;
  const onlyCertain = filter.certainty === "certain";
  const outranked = index.outrankedRows(filter.readings);
  const countsByYear = () => new Int32Array(last - first + 1);
  const certain = CHART_KINDS.map(countsByYear);
  const possible = CHART_KINDS.map(countsByYear);
  const raids = countsByYear();
  for (let row = 0; row < index.size; row++) {
    const kind = COUNTED_KINDS.indexOf(claims.kind[row]!);
    if (kind < 0 || claims.undated[row] || outranked.has(row) || !isAskedFor(index, row, filter)) continue;
    const isCertain = claims.certainty[row] === 0;
    if (onlyCertain && !isCertain) continue;
    const isRaid = index.isRaid(row);
    forEachYearHeld(claims, row, period, (year, hold) => {
      const at = year - first;
      if (hold === HOLDS_SEEN && isRaid) raids[at]!++;
      if (hold === HOLDS_SEEN && isCertain) certain[kind]![at]!++;
      else if (!onlyCertain) possible[kind]![at]!++;
    });
  }
  const sums = countsByYear().map((_, at) => [...certain, ...possible].reduce((sum, counts) => sum + counts[at]!, 0));
  return { certain, possible, raids, maxSum: sums.reduce((a, b) => Math.max(a, b), 1) };
}
