/**
 * Which claims hold between two days, without testing all of them: each year of the period has a list of its own.
 *
 * For a year the rows of its list are returned. For any other stretch of days (a month, a range, a year outside the
 * period) one pass over the bounds, which are typed arrays, finds them. Both return the same rows in the same order;
 * `test/year-index.test.ts` checks this.
 */

import { claimHolds, type Days, firstDay, forEachYearHeld, HOLDS_NOT, lastDay, yearOf } from "../time/claim-dates";
import type { Claims } from "./payload-types";

/** The rows that hold, in the order given to the index, and how surely each does. */
export interface HoldingClaims {
  rows: Int32Array;
  holds: Uint8Array;
  count: number;
}

/** With more entries than this the lists of the years cost more memory than they save time. */
const MAX_ENTRIES = 12_000_000;

export class YearIndex {
  /** Where the list of each year begins in `rows` and `holds`; null if the lists would be too large. */
  private readonly yearOffsets: Int32Array | null;
  private rows = new Int32Array(0);
  private holds = new Uint8Array(0);
  private readonly scratch: HoldingClaims;

  /** `order`: the rows to look up, in the order in which they are returned. */
  constructor(
    private readonly claims: Claims,
    private readonly order: Int32Array,
    private readonly period: readonly [number, number],
  ) {
    this.scratch = { rows: new Int32Array(order.length), holds: new Uint8Array(order.length), count: 0 };
    this.yearOffsets = this.buildYearLists();
  }

  private buildYearLists(): Int32Array | null {
    const { claims, order, period } = this;
    const first = period[0];
    const years = Math.max(0, period[1] - first + 1);
    const offsets = new Int32Array(years + 1);
    for (const row of order) forEachYearHeld(claims, row, period, (year) => offsets[year - first + 1]!++);
    for (let year = 0; year < years; year++) offsets[year + 1]! += offsets[year]!;
    const entryCount = offsets[years]!;
    if (entryCount > MAX_ENTRIES) return null;
    this.rows = new Int32Array(entryCount);
    this.holds = new Uint8Array(entryCount);
    const nextOffsets = offsets.slice();
    for (const row of order)
      forEachYearHeld(claims, row, period, (year, hold) => {
        const at = nextOffsets[year - first]!++;
        this.rows[at] = row;
        this.holds[at] = hold;
      });
    return offsets;
  }

  /** What holds between two days, both included. The arrays are valid until the next call. */
  within(days: Days): HoldingClaims {
    const year = yearOf(days[0]);
    const [first, last] = this.period;
    if (this.yearOffsets && year >= first && year <= last && days[0] === firstDay(year) && days[1] === lastDay(year)) {
      const from = this.yearOffsets[year - first]!,
        to = this.yearOffsets[year - first + 1]!;
      return { rows: this.rows.subarray(from, to), holds: this.holds.subarray(from, to), count: to - from };
    }
    return this.scan(days);
  }

  /** The same by a pass over all rows. */
  scan(days: Days): HoldingClaims {
    const { scratch } = this;
    scratch.count = 0;
    for (const row of this.order) {
      const hold = claimHolds(this.claims, row, days);
      if (hold === HOLDS_NOT) continue;
      scratch.rows[scratch.count] = row;
      scratch.holds[scratch.count++] = hold;
    }
    return scratch;
  }
}
