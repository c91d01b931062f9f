/**
 * Finds the claims that hold between two days without testing all of them: each year of the period has its own list.
 *
 * For a year, its list is returned. For any other span of days (a month, a range, a year outside the period) one pass
 * over the bounds, which are typed arrays, finds the claims. Both return the same rows in the same order;
 * `test/year-index.test.ts` checks this.
 */

import { claimHolds, type Days, forEachYearHeld, HOLDS_NOT, yearDays, yearOf } from "../time/claim-dates";
import type { Claims } from "./payload-types";

/** With more entries than this, the memory that the lists of the years cost is not worth the time that they save. */
const MAX_ENTRIES = 12_000_000;

export class YearIndex {
  private readonly years = new Map<number, { rows: number[]; holds: number[] }>();

  /** `order`: all rows, in the order in which they are returned. */
  constructor(
    private readonly claims: Claims,
    private readonly order: readonly number[],
    period: readonly [number, number],
  ) {
    for (let year = period[0]; year <= period[1]; year++) this.years.set(year, { rows: [], holds: [] });
    let entries = 0;
    for (const row of order) {
      forEachYearHeld(claims, row, period, (year, hold) => {
        const { rows, holds } = this.years.get(year)!;
        rows.push(row);
        holds.push(hold);
        entries++;
      });
      if (entries > MAX_ENTRIES) {
        this.years.clear();
        break;
      }
    }
  }

  /** The rows that hold between two days, both included; `hold` is set to how certainly each row holds. */
  within(days: Days, hold: Uint8Array): readonly number[] {
    const year = yearOf(days[0]);
    const listed = days.join() === yearDays(year).join() && this.years.get(year);
    if (!listed) return this.order.filter((row) => (hold[row] = claimHolds(this.claims, row, days)) !== HOLDS_NOT);
    const { rows, holds } = listed;
    hold.fill(HOLDS_NOT);
    for (let i = 0; i < rows.length; i++) hold[rows[i]!] = holds[i]!;
    return rows;
  }
}
