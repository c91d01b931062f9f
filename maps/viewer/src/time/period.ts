/** The stretch of time that is on the screen: a year, a range of years, or a month; its days and its name. */

import type { Claims } from "../data/payload-types";
import type { Words } from "../i18n/viewer-words";
import type { State } from "../state/screen-state";
import { claimHolds, type Days, firstDay, type Hold, lastDay, monthDays } from "./claim-dates";

export type Period = Pick<State, "year" | "from" | "month">;

/** The days of what is shown. */
export function periodDays({ year, from, month }: Period): Days {
  if (month) return monthDays(year, month);
  return [firstDay(from ?? year), lastDay(year)];
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.year === b.year && a.from === b.from && (a.month || 0) === (b.month || 0);
}

export function claimHoldsIn(claims: Claims, row: number, period: Period): Hold {
  return claimHolds(claims, row, periodDays(period));
}

/** "1927", "1921\u20131927", "May 1927" */
export function periodName({ year, from, month }: Period, words: Words): string {
  if (month) return words.time.monthOf(words.month(month), year);
  return from === null || from === year ? words.yearText(year) : words.time.range(from, year);
}

/** The same to be read out: "1921 to 1927" */
export function spokenPeriodName(period: Period, words: Words): string {
  const { year, from, month } = period;
  return month || from === null || from === year ? periodName(period, words) : words.time.rangeSpoken(from, year);
}

/** A change that names only a year means all of it: not a month, nor a range. */
export function wholeYearChange(before: Period, part: Partial<Period>): Partial<Period> {
  if (part.year === undefined || part.year === before.year) return {};
  return { from: null, month: before.month === null ? null : 0 };
}
