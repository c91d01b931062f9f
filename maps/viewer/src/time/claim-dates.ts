/** Days, months and years, and the one rule by which a claim holds in a stretch of them. */

import { type Claims, OPEN_END_DAY, OPEN_START_DAY, type Spans } from "../data/payload-types";

export const HOLDS_NOT = 0;
export const HOLDS_POSSIBLY = 1;
export const HOLDS_CERTAINLY = 2;
export type Hold = typeof HOLDS_NOT | typeof HOLDS_POSSIBLY | typeof HOLDS_CERTAINLY;

const DAY_MS = 86_400_000;

/** A stretch of days, both included. */
export type Days = readonly [first: number, last: number];

/** Days since 1 January 1970, proleptic Gregorian; months from 1. */
export function dayOf(year: number, month = 1, day = 1): number {
  // Date.UTC reads the years 0-99 as 1900-1999, so the year is set by itself.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

const firstDays = new Map<number, number>();

export function firstDay(year: number): number {
  let day = firstDays.get(year);
  if (day === undefined) firstDays.set(year, (day = dayOf(year)));
  return day;
}

export function lastDay(year: number): number {
  return firstDay(year + 1) - 1;
}

/** First and last day of a month, 1 to 12. */
export function monthDays(year: number, month: number): Days {
  return [dayOf(year, month), dayOf(year, month + 1) - 1];
}

export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

export const yearDays = (year: number): Days => [firstDay(year), lastDay(year)];

/**
 * The day by which the place of a claim is named in a year: its last one, or the day of the claim nearest to it. So a
 * raid of April 1928 is in Peking though the year ends with Peiping.
 */
export function placeNameDay({ startEarliest, endLatest }: Claims, row: number, year: number): number {
  return Math.max(startEarliest[row]!, Math.min(endLatest[row]!, lastDay(year)));
}

/** Whether a claim with these bounds holds between two days. */
export function holds(
  startEarliest: number,
  startLatest: number,
  endEarliest: number,
  endLatest: number,
  first: number,
  last: number,
): Hold {
  if (startLatest <= last && endEarliest >= first) return HOLDS_CERTAINLY;
  return startEarliest <= last && endLatest >= first ? HOLDS_POSSIBLY : HOLDS_NOT;
}

/** The same for a set of dates: of alternatives, each must hold for certain; of a list, one is enough. */
function dateSetHolds({ all, bounds }: Spans, first: number, last: number): Hold {
  const results = bounds.map((span) => holds(...span, first, last));
  if (results.every((result) => result === HOLDS_NOT)) return HOLDS_NOT;
  const isCertain = (result: Hold) => result === HOLDS_CERTAINLY;
  return (all ? results.some(isCertain) : results.every(isCertain)) ? HOLDS_CERTAINLY : HOLDS_POSSIBLY;
}

/**
 * Whether a claim holds in a stretch of days: a month, a year, a range of years.
 *
 * Certainly: every reading of its dates has a day in common with the stretch; possibly: some reading has.
 * So what holds in a part of a stretch holds at least as surely in all of it, and a raid of "1921 to 1923" is
 * certain in that range though in none of its years. Python's `PeriodLayers.within` follows the same rule.
 */
export function claimHoldsWithin(claims: Claims, row: number, [first, last]: Days): Hold {
  const set = claims.spans?.[row];
  if (set) return dateSetHolds(set, first, last);
  const { startEarliest, startLatest, endEarliest, endLatest } = claims;
  return holds(startEarliest[row]!, startLatest[row]!, endEarliest[row]!, endLatest[row]!, first, last);
}

export function claimHolds(claims: Claims, row: number, year: number): Hold {
  return claimHoldsWithin(claims, row, [firstDay(year), lastDay(year)]);
}

/**
 * Whether two claims hold on one day. In a range of years each of two stations may hold and never both at once; and as
 * stretches that meet two by two have a day in common, the least sure of "this", "that" and "both" is the answer.
 */
export function claimsOverlap(
  { startEarliest, startLatest, endEarliest, endLatest }: Claims,
  one: number,
  other: number,
): Hold {
  const possibly = startEarliest[one]! <= endLatest[other]! && startEarliest[other]! <= endLatest[one]!;
  const certainly = startLatest[one]! <= endEarliest[other]! && startLatest[other]! <= endEarliest[one]!;
  return certainly ? HOLDS_CERTAINLY : possibly ? HOLDS_POSSIBLY : HOLDS_NOT;
}

/** What each claim does in a stretch of days, written into `out`, one byte a claim. */
export function holdsWithin(claims: Claims, [first, last]: Days, out: Uint8Array): Uint8Array {
  const { startEarliest, startLatest, endEarliest, endLatest } = claims;
  for (let row = 0; row < out.length; row++) {
    out[row] = holds(startEarliest[row]!, startLatest[row]!, endEarliest[row]!, endLatest[row]!, first, last);
  }
  for (const row in claims.spans) out[Number(row)] = dateSetHolds(claims.spans[row]!, first, last);
  return out;
}

export function holdsInYear(claims: Claims, year: number, out: Uint8Array): Uint8Array {
  return holdsWithin(claims, [firstDay(year), lastDay(year)], out);
}

/** The month (1-12) in which all of a claim lies, or 0. */
export function claimMonth(claims: Claims, row: number): number {
  const first = claims.startEarliest[row]!;
  const last = claims.endLatest[row]!;
  if (first === OPEN_START_DAY || last === OPEN_END_DAY || last - first > 31) return 0;
  const from = new Date(first * DAY_MS);
  const to = new Date(last * DAY_MS);
  const same = from.getUTCMonth() === to.getUTCMonth() && from.getUTCFullYear() === to.getUTCFullYear();
  return same ? from.getUTCMonth() + 1 : 0;
}

/** The year nearest to `near` in which a claim holds, one in which it certainly holds if there is any; or null. */
export function nearestYearHeld(claims: Claims, row: number, near: number, period: [number, number]): number | null {
  let best: number | null = null;
  let bestHold: Hold = HOLDS_NOT;
  for (let year = period[0]; year <= period[1]; year++) {
    const hold = claimHolds(claims, row, year);
    if (hold === HOLDS_NOT || hold < bestHold) continue;
    if (hold > bestHold || best === null || Math.abs(year - near) < Math.abs(best - near)) best = year;
    bestHold = hold;
  }
  return best;
}

/**
 * The first and the last year of what is dated among these claims, cut to the period where they reach into it; or null.
 */
export function yearSpan(claims: Claims, rows: readonly number[], period: [number, number]): [number, number] | null {
  let [from, to] = [Infinity, -Infinity];
  for (const row of rows) {
    const [start, end] = [claims.startEarliest[row]!, claims.endLatest[row]!];
    if (start !== OPEN_START_DAY) [from, to] = [Math.min(from, yearOf(start)), Math.max(to, yearOf(start))];
    if (end !== OPEN_END_DAY) [from, to] = [Math.min(from, yearOf(end)), Math.max(to, yearOf(end))];
  }
  if (from > to) return null;
  return to < period[0] || from > period[1] ? [from, to] : [Math.max(from, period[0]), Math.min(to, period[1])];
}
