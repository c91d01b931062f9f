/** The months of a period as days, so that the year or month of a day is found without making a Date. */

import { dayOf } from "../time/claim-dates";

const MEAN_DAYS_PER_MONTH = 30.436875;

export class Calendar {
  readonly yearCount: number;
  /** First day of each month of the period, and the day after the last. */
  private readonly monthStarts: Int32Array;

  constructor(
    readonly first: number,
    readonly last: number,
  ) {
    this.yearCount = last - first + 1;
    this.monthStarts = Int32Array.from({ length: this.yearCount * 12 + 1 }, (_, month) => dayOf(first, month + 1));
  }

  /** Months since the period began: -1 before it, 12 for each of its years after it. */
  monthAt(day: number): number {
    const { monthStarts } = this;
    const end = monthStarts.length - 1;
    if (day < monthStarts[0]!) return -1;
    if (day >= monthStarts[end]!) return end;
    let month = Math.min(end - 1, Math.floor((day - monthStarts[0]!) / MEAN_DAYS_PER_MONTH));
    while (day < monthStarts[month]!) month--;
    while (day >= monthStarts[month + 1]!) month++;
    return month;
  }

  /** Day of the month, from 1. */
  dayOfMonth(day: number): number {
    return day - this.monthStarts[this.monthAt(day)]! + 1;
  }
}
