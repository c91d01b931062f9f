/** How many claims are seen or possible in each year of the period, by kind; what no source dates is in no year. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { type ClaimFilter, isAskedFor } from "../data/visible-features";
import { forEachYearHeld, HOLDS_SEEN } from "../time/claim-dates";

/** The kinds of the chart, from the bottom up. */
export const CHART_KINDS = ["stations", "people", "journeys", "events"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** By the kind of a claim, its index in `CHART_KINDS`; ties are not counted. */
const CHART_KIND_INDEX = new Map<number, number>([
  [Kind.station, 0],
  [Kind.post, 1],
  [Kind.journey, 2],
  [Kind.event, 3],
]);

export interface YearCounts {
  firstYear: number;
  yearCount: number;
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
  const { certainty, readings } = filter;
  const firstYear = period[0];
  const yearCount = period[1] - firstYear + 1;
  const outranked = index.outrankedRows(readings);
  const certain = CHART_KINDS.map(() => new Int32Array(yearCount));
  const possible = CHART_KINDS.map(() => new Int32Array(yearCount));
  const raids = new Int32Array(yearCount);
  for (let row = 0; row < index.size; row++) {
    const kind = CHART_KIND_INDEX.get(claims.kind[row]!);
    if (kind === undefined || !isAskedFor(index, row, filter) || outranked.has(row)) continue;
    if (claims.undated[row]) continue;
    const isCertain = claims.certainty[row] === 0;
    if (!isCertain && certainty === "certain") continue;
    const isRaid = index.isRaid(row);
    forEachYearHeld(claims, row, period, (year, hold) => {
      const at = year - firstYear;
      if (hold === HOLDS_SEEN && isRaid) raids[at]!++;
      if (hold === HOLDS_SEEN && isCertain) certain[kind]![at]!++;
      else if (certainty !== "certain") possible[kind]![at]!++;
    });
  }
  let maxSum = 1;
  for (let year = 0; year < yearCount; year++) {
    maxSum = Math.max(
      maxSum,
      CHART_KINDS.reduce((sum, _, kind) => sum + certain[kind]![year]! + possible[kind]![year]!, 0),
    );
  }
  return { firstYear, yearCount, certain, possible, raids, maxSum };
}
