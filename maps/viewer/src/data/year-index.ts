/**
 * Which claims hold between two days, without testing all of them: each year of the period has a list of its own.
 *
 * For a year the rows of its list are returned. For any other stretch of days (a month, a range, a year outside the
 * period) one pass over the bounds, which are typed arrays, finds them. Both return the same rows in the same order;
 * `test/year-index.test.ts` checks this.
 */

import { claimHoldsWithin, type Days, firstDay, HOLDS_NOT, lastDay } from "../time/claim-dates";
import type { Claims } from "./payload-types";

/** The rows that hold, in the order given to the index, and how surely each does. */
export interface HoldingClaims {
  rows: Int32Array;
  holds: Uint8Array;
  count: number;
}

/** With more entries than this the lists of the years cost more memory than they save time. */
const MAX_ENTRIES = 12_000_000;
const DAYS_PER_YEAR = 365.2425;

export class YearIndex {
  private readonly startEarliest: Int32Array;
  private readonly startLatest: Int32Array;
  private readonly endEarliest: Int32Array;
  private readonly endLatest: Int32Array;
  /** 1 if the date is a set with gaps, for which its enclosing bounds are not enough. */
  private readonly hasGaps: Uint8Array;
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
    this.startEarliest = Int32Array.from(claims.startEarliest);
    this.startLatest = Int32Array.from(claims.startLatest);
    this.endEarliest = Int32Array.from(claims.endEarliest);
    this.endLatest = Int32Array.from(claims.endLatest);
    this.hasGaps = new Uint8Array(claims.startEarliest.length);
    for (const row in claims.spans) this.hasGaps[Number(row)] = 1;
    this.scratch = { rows: new Int32Array(order.length), holds: new Uint8Array(order.length), count: 0 };
    this.yearOffsets = this.buildYearLists();
  }

  private buildYearLists(): Int32Array | null {
    const [first, last] = this.period;
    const years = Math.max(0, last - first + 1);
    const days = Array.from({ length: years }, (_, i): Days => [firstDay(first + i), lastDay(first + i)]);
    const offsets = new Int32Array(years + 1);
    for (const row of this.order) this.eachYear(row, days, (year) => offsets[year + 1]!++);
    for (let year = 0; year < years; year++) offsets[year + 1]! += offsets[year]!;
    const entryCount = offsets[years]!;
    if (entryCount > MAX_ENTRIES) return null;
    this.rows = new Int32Array(entryCount);
    this.holds = new Uint8Array(entryCount);
    const nextOffsets = offsets.slice();
    for (const row of this.order) {
      this.eachYear(row, days, (year, hold) => {
        this.rows[nextOffsets[year]!] = row;
        this.holds[nextOffsets[year]!++] = hold;
      });
    }
    return offsets;
  }

  /** Visit the years of the period in which a row holds. Its bounds limit the search. */
  private eachYear(row: number, days: readonly Days[], visit: (year: number, hold: number) => void): void {
    const approximateYear = (day: number) => Math.floor(day / DAYS_PER_YEAR) + 1970 - this.period[0];
    const to = Math.min(days.length - 1, approximateYear(this.endLatest[row]!) + 1);
    for (let year = Math.max(0, approximateYear(this.startEarliest[row]!) - 1); year <= to; year++) {
      const hold = this.holdOf(row, days[year]!);
      if (hold !== HOLDS_NOT) visit(year, hold);
    }
  }

  private holdOf(row: number, days: Days): number {
    if (this.hasGaps[row]) return claimHoldsWithin(this.claims, row, days);
    const [first, last] = days;
    if (this.startLatest[row]! <= last && this.endEarliest[row]! >= first) return 2;
    return this.startEarliest[row]! <= last && this.endLatest[row]! >= first ? 1 : 0;
  }

  /** What holds between two days, both included. The arrays are valid until the next call. */
  within(days: Days): HoldingClaims {
    const year = new Date(days[0] * 86_400_000).getUTCFullYear();
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
      const hold = this.holdOf(row, days);
      if (hold === HOLDS_NOT) continue;
      scratch.rows[scratch.count] = row;
      scratch.holds[scratch.count++] = hold;
    }
    return scratch;
  }
}
