/**
 * How much each year of the period holds, by kind, and how much of it certainly.
 *
 * The years in which a claim holds are one stretch, so that it is counted at the two ends of the stretch alone
 * and the sums are taken once at the end: the work grows with the claims and the years, never with their product.
 */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { inWorld } from "../data/visible-features";
import type { State } from "../state/url-state";
import { claimHolds, HOLDS_CERTAINLY, HOLDS_NOT } from "../time/claim-dates";
import { Calendar } from "./calendar";

/** The kinds of the chart, from the ground up. */
export const CHART_KINDS = ["stations", "people", "journeys", "events"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** By the kind of a claim, its place in `KINDS`; ties are not counted. */
const CHART_KIND_INDEX = new Map<number, number>([
  [Kind.station, 0],
  [Kind.post, 1],
  [Kind.journey, 2],
  [Kind.event, 3],
]);

/** Events that strike: what is red on the map. */
export const RAID_CATEGORIES: ReadonlySet<string> = new Set(["raid", "arrest"]);

export interface YearCounts {
  firstYear: number;
  yearCount: number;
  /** By kind, then by year: what the switch "only what is certain" keeps, and the rest. */
  certain: Int32Array[];
  possible: Int32Array[];
  /** Raids and arrests that certainly fell into the year. */
  raids: Int32Array;
  /** The highest sum of a year, at least 1. */
  maxSum: number;
}

type ClaimFilter = Pick<State, "certainty" | "world" | "readings">;

/** Counts by their changes from year to year. */
class DifferenceArray {
  readonly differences: Int32Array;

  constructor(years: number) {
    this.differences = new Int32Array(years + 1);
  }

  /** One more from year `from` to year `to`, both cut to the period. */
  add(from: number, to: number): void {
    const last = this.differences.length - 2;
    if (to < from || to < 0 || from > last) return;
    this.differences[Math.max(0, from)]!++;
    this.differences[Math.min(last, to) + 1]!--;
  }

  prefixSums(): Int32Array {
    const { differences: counts } = this;
    for (let year = 1; year < counts.length; year++) counts[year]! += counts[year - 1]!;
    return counts.subarray(0, counts.length - 1);
  }
}

export function yearCounts(
  index: PayloadIndex,
  { certainty, world, readings }: ClaimFilter,
  calendar = new Calendar(...index.payload.period),
): YearCounts {
  const { claims } = index.payload;
  const { yearCount: years, first } = calendar;
  const aside = index.outrankedRows(readings);
  const sure = CHART_KINDS.map(() => new DifferenceArray(years));
  const all = CHART_KINDS.map(() => new DifferenceArray(years));
  const struck = new DifferenceArray(years);
  for (let row = 0; row < index.size; row++) {
    const kind = CHART_KIND_INDEX.get(claims.kind[row]!);
    if (kind === undefined || !inWorld(claims.standing[row]!, world) || aside.has(row)) continue;
    const attested = claims.certainty[row] === 0;
    if (!attested && certainty === "certain") continue;
    const raid = claims.kind[row] === Kind.event && RAID_CATEGORIES.has(index.category(row));
    const from = calendar.yearAt(claims.startEarliest[row]!),
      to = calendar.yearAt(claims.endLatest[row]!);
    if (claims.spans?.[row]) {
      // A set of dates has gaps: its years are asked one by one.
      for (let year = Math.max(0, from); year <= Math.min(years - 1, to); year++) {
        const hold = claimHolds(claims, row, first + year);
        if (hold === HOLDS_NOT) continue;
        const certain = hold === HOLDS_CERTAINLY;
        if (certain && attested) sure[kind]!.add(year, year);
        if (certain && raid) struck.add(year, year);
        if (certain || certainty === "possible") all[kind]!.add(year, year);
      }
      continue;
    }
    const sureFrom = calendar.yearAt(claims.startLatest[row]!),
      sureTo = calendar.yearAt(claims.endEarliest[row]!);
    if (attested) sure[kind]!.add(sureFrom, sureTo);
    if (raid) struck.add(sureFrom, sureTo);
    if (certainty === "possible") all[kind]!.add(from, to);
    else all[kind]!.add(sureFrom, sureTo);
  }
  const certain = sure.map((steps) => steps.prefixSums());
  const possible = all.map((steps, kind) => steps.prefixSums().map((count, year) => count - certain[kind]![year]!));
  let most = 1;
  for (let year = 0; year < years; year++) {
    most = Math.max(
      most,
      CHART_KINDS.reduce((sum, _, kind) => sum + certain[kind]![year]! + possible[kind]![year]!, 0),
    );
  }
  return { firstYear: first, yearCount: years, certain, possible, raids: struck.prefixSums(), maxSum: most };
}
