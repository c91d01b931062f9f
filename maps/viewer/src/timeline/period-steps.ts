/** How the shown period changes: by a step, by one end of a range, from one form to another. */

import type { Period } from "../time/period";

export type YearBounds = readonly [first: number, last: number];

/** A new range reaches this many years back. */
const DEFAULT_RANGE_YEARS = 5;

/**
 * The period one step on: the next month if a month is shown, the shifted range if a range is shown, else the next
 * year. Null past the end of the data's period.
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

/** The period from which to play again once the end has been reached. */
export function periodAtStart({ year, from, month }: Period, [first]: YearBounds): Period {
  return {
    year: from === null ? first : first + year - from,
    from: from === null ? null : first,
    month: month ? 1 : month,
  };
}

/** A range that ends with the shown year; at the beginning of the period one that begins with it. */
export function rangeAround({ year }: Period, [first, last]: YearBounds): Period {
  return year > first
    ? { year, from: Math.max(first, year - DEFAULT_RANGE_YEARS), month: null }
    : { year: Math.min(last, year + DEFAULT_RANGE_YEARS), from: first, month: null };
}

/**
 * The period with one end of its range at another year; it stops at the other end. Without a range the year itself
 * moves.
 */
export function withRangeEnd({ year, from, month }: Period, end: "from" | "year", targetYear: number): Period {
  if (from === null) return { year: targetYear, from, month: month ? 0 : month };
  return end === "from"
    ? { year, from: Math.min(targetYear, year), month: null }
    : { year: Math.max(targetYear, from), from, month: null };
}

/** The end of a range that is nearer to a year. */
export function nearestRangeEnd({ year, from }: Period, targetYear: number): "from" | "year" {
  return from !== null && Math.abs(targetYear - from) < Math.abs(targetYear - year) ? "from" : "year";
}
