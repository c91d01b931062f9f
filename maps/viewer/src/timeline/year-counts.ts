/**
 * How many claims hold in each year of the period, by kind, and how many of them certainly.
 *
 * The years in which a claim holds are one stretch, so it is counted at the two ends of the stretch only, and the
 * prefix sums are taken once at the end: the work grows with the claims and the years, not with their product.
 */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { type ClaimFilter, inWorld } from "../data/visible-features";
import { claimHolds, HOLDS_CERTAINLY, HOLDS_NOT } from "../time/claim-dates";
import { Calendar } from "./calendar";

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
  /** Raids and arrests that certainly fell into the year. */
  raids: Int32Array;
  /** The highest sum of a year, at least 1. */
  maxSum: number;
}

/** Counts stored as their changes from year to year. */
class DifferenceArray {
  readonly differences: Int32Array;

  constructor(years: number) {
    this.differences = new Int32Array(years + 1);
  }

  /** Add one to the years `from` to `to`, both clipped to the period. */
  add(from: number, to: number): void {
    const last = this.differences.length - 2;
    if (to < from || to < 0 || from > last) return;
    this.differences[Math.max(0, from)]!++;
    this.differences[Math.min(last, to) + 1]!--;
  }

  prefixSums(): Int32Array {
    const { differences } = this;
    for (let year = 1; year < differences.length; year++) differences[year]! += differences[year - 1]!;
    return differences.subarray(0, differences.length - 1);
  }
}

export function yearCounts(
  index: PayloadIndex,
  { certainty, world, readings }: ClaimFilter,
  calendar = new Calendar(...index.payload.period),
): YearCounts {
  const { claims } = index.payload;
  const { yearCount, first } = calendar;
  const outranked = index.outrankedRows(readings);
  const certainArrays = CHART_KINDS.map(() => new DifferenceArray(yearCount));
  const possibleArrays = CHART_KINDS.map(() => new DifferenceArray(yearCount));
  const raidArray = new DifferenceArray(yearCount);
  for (let row = 0; row < index.size; row++) {
    const kind = CHART_KIND_INDEX.get(claims.kind[row]!);
    if (kind === undefined || !inWorld(claims.standing[row]!, world) || outranked.has(row)) continue;
    const isCertain = claims.certainty[row] === 0;
    if (!isCertain && certainty === "certain") continue;
    const isRaid = index.isRaid(row);
    const from = calendar.yearAt(claims.startEarliest[row]!),
      to = calendar.yearAt(claims.endLatest[row]!);
    if (claims.spans?.[row]) {
      // A set of dates has gaps: its years are tested one by one.
      for (let year = Math.max(0, from); year <= Math.min(yearCount - 1, to); year++) {
        const holdState = claimHolds(claims, row, first + year);
        if (holdState === HOLDS_NOT) continue;
        const certain = holdState === HOLDS_CERTAINLY;
        if (certain && isCertain) certainArrays[kind]!.add(year, year);
        if (certain && isRaid) raidArray.add(year, year);
        if (certain || certainty === "possible") possibleArrays[kind]!.add(year, year);
      }
      continue;
    }
    const certainFrom = calendar.yearAt(claims.startLatest[row]!),
      certainTo = calendar.yearAt(claims.endEarliest[row]!);
    if (isCertain) certainArrays[kind]!.add(certainFrom, certainTo);
    if (isRaid) raidArray.add(certainFrom, certainTo);
    if (certainty === "possible") possibleArrays[kind]!.add(from, to);
    else possibleArrays[kind]!.add(certainFrom, certainTo);
  }
  const certain = certainArrays.map((array) => array.prefixSums());
  const possible = possibleArrays.map((array, kind) =>
    array.prefixSums().map((count, year) => count - certain[kind]![year]!),
  );
  let maxSum = 1;
  for (let year = 0; year < yearCount; year++) {
    maxSum = Math.max(
      maxSum,
      CHART_KINDS.reduce((sum, _, kind) => sum + certain[kind]![year]! + possible[kind]![year]!, 0),
    );
  }
  return { firstYear: first, yearCount, certain, possible, raids: raidArray.prefixSums(), maxSum };
}
