/** The claims on the timeline: the number that hold in each year, and those dated to a day or a month. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { type ClaimFilter, isAskedFor } from "../data/visible-features";
import { claimHolds, claimMonth, forEachYearHeld, HOLDS_SEEN, monthDays, yearOf } from "../time/claim-dates";

/** The kinds in the chart, from the bottom up. */
export const CHART_KINDS = ["stations", "people", "journeys", "events"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** The kind of claim that each of them counts. Ties are not counted. */
const COUNTED_KINDS: readonly number[] = [Kind.station, Kind.post, Kind.journey, Kind.event];

export type YearCounts = ReturnType<typeof yearCounts>;

/** The number of claims that are seen or possible in each year, by kind. Undated claims count in no year. */
export function yearCounts(index: PayloadIndex, filter: ClaimFilter) {
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
  return {
    /** By kind, then by year: the claims that are shown if only certain ones are, and (`possible`) the others. */
    certain,
    possible,
    /** The raids and arrests that are seen in each year. */
    raids,
    /** The highest sum of a year, at least 1. */
    maxSum: sums.reduce((a, b) => Math.max(a, b), 1),
  };
}

export type DatedKind = "journey" | "event" | "raid";

/** `day` is 0 for a claim dated only to the month. `isCertain` means certain, and certainly in that month. */
export interface DatedClaim {
  row: number;
  month: number;
  day: number;
  kind: DatedKind;
  isCertain: boolean;
}

/** The journeys and events that are dated to a day or a month, by year. */
export class DatedClaims {
  private readonly byYear = new Map<number, DatedClaim[]>();

  constructor(private readonly index: PayloadIndex) {
    const { claims } = index.payload;
    for (let row = 0; row < index.size; row++) {
      const isJourney = claims.kind[row] === Kind.journey;
      const month = isJourney || claims.kind[row] === Kind.event ? claimMonth(claims, row) : 0;
      if (month === 0) continue;
      const [first, last] = [claims.startEarliest[row]!, claims.endLatest[row]!];
      const year = yearOf(first);
      const claimsOfYear = this.byYear.get(year) ?? [];
      claimsOfYear.push({
        row,
        month,
        day: first === last ? first - monthDays(year, month)[0] + 1 : 0,
        kind: isJourney ? "journey" : index.isRaid(row) ? "raid" : "event",
        isCertain: claims.certainty[row] === 0 && claimHolds(claims, row, [first, last]) === HOLDS_SEEN,
      });
      this.byYear.set(year, claimsOfYear);
    }
    for (const claimsOfYear of this.byYear.values())
      claimsOfYear.sort((a, b) => a.month - b.month || a.day - b.day || a.row - b.row);
  }

  /** The claims of a year that are dated to a month or a day and pass the filter, in chronological order. */
  inYear(year: number, filter: ClaimFilter): DatedClaim[] {
    const outranked = this.index.outrankedRows(filter.readings);
    return (this.byYear.get(year) ?? []).filter(
      ({ row, isCertain }) =>
        isAskedFor(this.index, row, filter) && !outranked.has(row) && (isCertain || filter.certainty !== "certain"),
    );
  }
}
