/** The current period, which is a year, a range of years or a month: its days, its name and its changes. */

import type { Claims } from "../data/payload-types";
import type { Words } from "../i18n/viewer-words";
import type { State } from "../state/screen-state";
import { claimHolds, type Days, firstDay, type Hold, lastDay, monthDays } from "./claim-dates";

export type Period = Pick<State, "year" | "from" | "month">;

/** The days of a period. */
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

/** The name of a period for screen readers: "1921 to 1927" */
export function spokenPeriodName(period: Period, words: Words): string {
  const { year, from, month } = period;
  return month || from === null || from === year ? periodName(period, words) : words.time.rangeSpoken(from, year);
}

/** The additional change when only the year changes: the full year is then shown, not a range or a month. */
export function wholeYearChange(before: Period, part: Partial<Period>): Partial<Period> {
  if (part.year === undefined || part.year === before.year) return {};
  return { from: null, month: before.month === null ? null : 0 };
}

type YearBounds = readonly [first: number, last: number];
/** An end of a range: its first year (`from`) or its last (`year`). */
export type RangeEnd = "from" | "year";

/** A new range starts this many years before the current year. */
const DEFAULT_RANGE_YEARS = 5;

/**
 * The period after a step: another month if a month is shown, the shifted range if a range is shown, otherwise another
 * year. Null if it is outside the period of the data.
 */
export function steppedPeriod({ year, from, month }: Period, by: number, [first, last]: YearBounds): Period | null {
  if (month) {
    const months = year * 12 + month - 1 + by;
    const next = { year: Math.floor(months / 12), from: null, month: (((months % 12) + 12) % 12) + 1 };
    return next.year < first || next.year > last ? null : next;
  }
  if (year + by > last || (from ?? year) + by < first) return null;
  return { year: year + by, from: from === null ? null : from + by, month };
}

/** The period at which playback starts again after the end has been reached. */
export function periodAtStart({ year, from, month }: Period, [first]: YearBounds): Period {
  if (from === null) return { year: first, from, month: month ? 1 : month };
  return { year: first + year - from, from: first, month };
}

/** A range that ends with the shown year. If that is the first year of the data, the range begins with it. */
export function rangeAround({ year }: Period, [first, last]: YearBounds): Period {
  return year > first
    ? { year, from: Math.max(first, year - DEFAULT_RANGE_YEARS), month: null }
    : { year: Math.min(last, year + DEFAULT_RANGE_YEARS), from: first, month: null };
}

/**
 * The period after moving one end of its range to another year. The moved end stops at the other end. Without a range,
 * the year moves.
 */
export function withRangeEnd({ year, from, month }: Period, end: RangeEnd, targetYear: number): Period {
  if (from === null) return { year: targetYear, from, month: month ? 0 : month };
  return end === "from"
    ? { year, from: Math.min(targetYear, year), month: null }
    : { year: Math.max(targetYear, from), from, month: null };
}

/** The end of the range that is nearer to a year. */
export function nearestRangeEnd({ year, from }: Period, targetYear: number): RangeEnd {
  return from !== null && Math.abs(targetYear - from) < Math.abs(targetYear - year) ? "from" : "year";
}
