/** Days, months and years, and the rule that determines whether a claim holds in a period. */

import { Hold } from "../data/payload-schema";
import { type Claims, OPEN_END_DAY, OPEN_START_DAY, type Spans } from "../data/payload-types";

/** In ascending order, from "does not hold" to "seen"; undated is between "does not hold" and "possible". */
export const HOLDS_NOT = Hold.not;
export const HOLDS_UNDATED = Hold.undated;
export const HOLDS_POSSIBLE = Hold.possible;
export const HOLDS_SEEN = Hold.seen;
export type { Hold };

const DAY_MS = 86_400_000;

/** A range of days. Both ends are included. */
export type Days = readonly [first: number, last: number];

export const ALL_DAYS: Days = [OPEN_START_DAY, OPEN_END_DAY];

/** Days since 1 January 1970, proleptic Gregorian; months from 1. */
export function dayOf(year: number, month = 1, day = 1): number {
  // Date.UTC reads the years 0-99 as 1900-1999, so the year is set separately.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

// Creating a Date is slow, so values that are needed for each claim are cached.
const daysByYear = new Map<number, Days>();
const monthStartsByYear = new Map<number, number[]>();

export function yearDays(year: number): Days {
  let days = daysByYear.get(year);
  if (!days) daysByYear.set(year, (days = [dayOf(year), dayOf(year + 1) - 1]));
  return days;
}

export const firstDay = (year: number): number => yearDays(year)[0];
export const lastDay = (year: number): number => yearDays(year)[1];

/** The first day of each month of a year, and of the next year. */
function monthStarts(year: number): number[] {
  let starts = monthStartsByYear.get(year);
  if (!starts) monthStartsByYear.set(year, (starts = Array.from({ length: 13 }, (_, i) => dayOf(year, i + 1))));
  return starts;
}

/** The first and the last day of a month, 1 to 12. */
export function monthDays(year: number, month: number): Days {
  const starts = monthStarts(year);
  return [starts[month - 1]!, starts[month]! - 1];
}

const DAYS_PER_YEAR = 365.2425;
const approximateYear = (day: number) => Math.floor(day / DAYS_PER_YEAR) + 1970;

export function yearOf(day: number): number {
  const year = approximateYear(day);
  if (day < firstDay(year)) return year - 1;
  return day > lastDay(year) ? year + 1 : year;
}

/** The middle of a range of days, which determines the names of places in it. Python's `middle_day` is the same. */
export const middleDay = ([first, last]: Days): number => Math.floor((first + last) / 2);

/**
 * The day that determines the name of the place of a claim: the middle of the shown days that may belong to the claim.
 * If there are none, it is the day of the claim nearest to the shown days. So a raid of April 1928 is in Peking,
 * although the place is called Peiping for most of that year.
 */
export function placeNameDay({ startEarliest, endLatest }: Claims, row: number, [first, last]: Days): number {
  const [start, end] = [startEarliest[row]!, endLatest[row]!];
  if (end < first) return end;
  if (start > last) return start;
  return middleDay([Math.max(start, first), Math.min(end, last)]);
}

/**
 * Whether two stretches of time have a day in common. Every other rule here follows from this one.
 *
 * They certainly overlap if they have a common day in every reading of their bounds, and possibly if they have one in
 * some reading. Python's `overlap` is the same rule.
 */
function overlap(
  startEarliest: number,
  startLatest: number,
  endEarliest: number,
  endLatest: number,
  otherStartEarliest: number,
  otherStartLatest: number,
  otherEndEarliest: number,
  otherEndLatest: number,
): Hold {
  if (startLatest <= otherEndEarliest && otherStartLatest <= endEarliest) return HOLDS_SEEN;
  return startEarliest <= otherEndLatest && otherStartEarliest <= endLatest ? HOLDS_POSSIBLE : HOLDS_NOT;
}

const boundsOf = ({ startEarliest, startLatest, endEarliest, endLatest }: Claims, row: number) =>
  [startEarliest[row]!, startLatest[row]!, endEarliest[row]!, endLatest[row]!] as const;

/** Whether a set of dates holds. Of alternatives, each must certainly hold; of dates that all hold, one is enough. */
function setHolds({ all, bounds }: Spans, first: number, last: number): Hold {
  const holds = bounds.map((each) => overlap(...each, first, first, last, last));
  if (all && holds.includes(HOLDS_SEEN)) return HOLDS_SEEN;
  return holds.every((hold) => hold === holds[0]) ? holds[0]! : HOLDS_POSSIBLE;
}

/** Whether a claim has a sighting in a range of days: a date at which a source sees it, apart from its bounds. */
function isSeen(claims: Claims, row: number, [first, last]: Days): boolean {
  const sightings = claims.sightings?.[row];
  return sightings?.some(([startLatest, endEarliest]) => startLatest <= last && first <= endEarliest) ?? false;
}

/**
 * Whether a claim holds in a range of days: a month, a year or a range of years.
 *
 * A claim that holds in a part of the range holds at least as surely in the full range. A raid of "1921 to 1923" is
 * certain in that range, although it is certain in none of its years. Python's `ClaimTime.holds` is the same.
 */
export function claimHolds(claims: Claims, row: number, days: Days): Hold {
  if (isSeen(claims, row, days)) return HOLDS_SEEN;
  const [first, last] = days;
  const { startEarliest, startLatest, endEarliest, endLatest } = claims;
  const hold = overlap(
    startEarliest[row]!,
    startLatest[row]!,
    endEarliest[row]!,
    endLatest[row]!,
    first,
    first,
    last,
    last,
  );
  // The bounds of a set enclose its members: if they do not overlap the range, no member does.
  if (hold === HOLDS_NOT) return hold;
  if (claims.undated[row]) return HOLDS_UNDATED;
  const set = claims.spans?.[row];
  return set ? setHolds(set, first, last) : hold;
}

/**
 * How surely two claims hold together. The result is the least sure of three: each of the two claims, and whether they
 * overlap in time. The last is needed because in a range of years, each may hold although they never hold at once.
 *
 * For the overlap, a set of dates extends from its first bound to its last. If a source sees one of the claims in these
 * days, no common day is needed. Python's `joint_holding` is the same.
 */
export function jointHold(claims: Claims, one: number, other: number, days: Days): Hold {
  const hold = Math.min(claimHolds(claims, one, days), claimHolds(claims, other, days)) as Hold;
  if (hold === HOLDS_NOT || isSeen(claims, one, days) || isSeen(claims, other, days)) return hold;
  const together = overlap(...boundsOf(claims, one), ...boundsOf(claims, other));
  return Math.min(hold, together) as Hold;
}

/** Visit the years of a period in which a claim holds, in order. Its bounds and sightings limit the search. */
export function forEachYearHeld(
  claims: Claims,
  row: number,
  [first, last]: readonly [number, number],
  visit: (year: number, hold: Hold) => void,
): void {
  let start = claims.startEarliest[row]!,
    end = claims.endLatest[row]!;
  for (const [startLatest, endEarliest] of claims.sightings?.[row] ?? []) {
    start = Math.min(start, startLatest, endEarliest);
    end = Math.max(end, startLatest, endEarliest);
  }
  const to = Math.min(last, approximateYear(end) + 1);
  for (let year = Math.max(first, approximateYear(start) - 1); year <= to; year++) {
    const hold = claimHolds(claims, row, yearDays(year));
    if (hold !== HOLDS_NOT) visit(year, hold);
  }
}

/** The month (1-12) that contains all of a claim, or 0. */
export function claimMonth({ startEarliest, endLatest }: Claims, row: number): number {
  const [first, last] = [startEarliest[row]!, endLatest[row]!];
  if (last - first > 30) return 0;
  const starts = monthStarts(yearOf(first));
  // No month is longer than 31 days, so this is the month or the one before it.
  let month = 1 + Math.floor((first - starts[0]!) / 31);
  if (first >= starts[month]!) month++;
  return last < starts[month]! ? month : 0;
}

/** The year nearest to `near` among those in which a claim holds most surely; null if it holds in no year. */
export function nearestYearHeld(claims: Claims, row: number, near: number, period: [number, number]): number | null {
  const yearsByHold: number[][] = [];
  forEachYearHeld(claims, row, period, (year, hold) => (yearsByHold[hold] ??= []).push(year));
  const nearer = (one: number, other: number) => (Math.abs(other - near) < Math.abs(one - near) ? other : one);
  return yearsByHold.at(-1)?.reduce(nearer) ?? null;
}

/**
 * The first and the last year of the dated claims; null if there are none. Years that overlap the period are cut to it.
 */
export function yearSpan(claims: Claims, rows: readonly number[], period: [number, number]): [number, number] | null {
  let [from, to] = [Infinity, -Infinity];
  for (const row of rows)
    for (const day of [claims.startEarliest[row]!, claims.endLatest[row]!])
      if (day !== OPEN_START_DAY && day !== OPEN_END_DAY)
        [from, to] = [Math.min(from, yearOf(day)), Math.max(to, yearOf(day))];
  if (from > to) return null;
  return to < period[0] || from > period[1] ? [from, to] : [Math.max(from, period[0]), Math.min(to, period[1])];
}
