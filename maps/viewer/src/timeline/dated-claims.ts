/** Journeys and events that are dated to a day or a month, by year. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { type ClaimFilter, isAskedFor } from "../data/visible-features";
import { claimHolds, HOLDS_SEEN } from "../time/claim-dates";
import { Calendar } from "./calendar";

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

  constructor(
    private readonly index: PayloadIndex,
    calendar = new Calendar(...index.payload.period),
  ) {
    const { claims } = index.payload;
    for (let row = 0; row < index.size; row++) {
      const kind = claims.kind[row]!;
      if (kind !== Kind.journey && kind !== Kind.event) continue;
      const first = claims.startEarliest[row]!,
        last = claims.endLatest[row]!;
      if (last - first > 30) continue;
      const month = calendar.monthAt(first);
      if (month < 0 || month >= calendar.yearCount * 12 || calendar.monthAt(last) !== month) continue;
      const year = calendar.first + Math.floor(month / 12);
      const dated: DatedClaim = {
        row,
        month: (month % 12) + 1,
        day: first === last ? calendar.dayOfMonth(first) : 0,
        kind: kind === Kind.journey ? "journey" : index.isRaid(row) ? "raid" : "event",
        isCertain: claims.certainty[row] === 0 && claimHolds(claims, row, [first, last]) === HOLDS_SEEN,
      };
      const claimsOfYear = this.byYear.get(year);
      if (claimsOfYear) claimsOfYear.push(dated);
      else this.byYear.set(year, [dated]);
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
