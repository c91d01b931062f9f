/** Journeys and events that are dated to a day or a month, by year. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { type ClaimFilter, isAskedFor } from "../data/visible-features";
import { claimHolds, claimMonth, dayOf, HOLDS_SEEN, yearOf } from "../time/claim-dates";

export type DatedKind = "journey" | "event" | "raid";

/** `day` is 0 for a claim dated to the month; `isCertain`: certain, and certainly in that month. */
export interface DatedClaim {
  row: number;
  month: number;
  day: number;
  kind: DatedKind;
  isCertain: boolean;
}

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
        day: first === last ? first - dayOf(year, month) + 1 : 0,
        kind: isJourney ? "journey" : index.isRaid(row) ? "raid" : "event",
        isCertain: claims.certainty[row] === 0 && claimHolds(claims, row, [first, last]) === HOLDS_SEEN,
      });
      this.byYear.set(year, claimsOfYear);
    }
    for (const claimsOfYear of this.byYear.values())
      claimsOfYear.sort((a, b) => a.month - b.month || a.day - b.day || a.row - b.row);
  }

  /** The claims of a year that are dated to a month or a day and pass the switches, in order of time. */
  inYear(year: number, filter: ClaimFilter): DatedClaim[] {
    const outranked = this.index.outrankedRows(filter.readings);
    return (this.byYear.get(year) ?? []).filter(
      ({ row, isCertain }) =>
        isAskedFor(this.index, row, filter) && !outranked.has(row) && (isCertain || filter.certainty !== "certain"),
    );
  }
}
