import { expect, test } from "vitest";
import type { Claims } from "../src/data/payload-types";
import {
  claimHolds,
  claimMonth,
  dayOf,
  firstDay,
  HOLDS_NOT,
  HOLDS_POSSIBLE,
  lastDay,
  nearestYearHeld,
  yearDays,
  yearOf,
  yearSpan,
} from "../src/time/claim-dates";
import { fixture, fixtureIndex } from "./fixture";

const { claims, period } = fixture();
const index = fixtureIndex();
const rowOf = (reference: string): number => {
  const target = index.targetOf(reference);
  if (target?.type !== "claim") throw new Error(`no ${reference}`);
  return target.row;
};

test("days are counted from 1970, and years before 100 are not taken for years of the 1900s", () => {
  expect(dayOf(1970)).toBe(0);
  expect(dayOf(1969, 12, 31)).toBe(-1);
  expect(lastDay(1927) - firstDay(1927)).toBe(364);
  expect(lastDay(1928) - firstDay(1928)).toBe(365);
  expect(yearOf(firstDay(19))).toBe(19);
});

test("of two alternatives a year between them is out, and neither is certain", () => {
  const row = rowOf("event:set");
  expect([1934, 1935, 1936, 1937, 1938].map((year) => claimHolds(claims, row, yearDays(year)))).toEqual([
    HOLDS_NOT,
    HOLDS_POSSIBLE,
    HOLDS_NOT,
    HOLDS_POSSIBLE,
    HOLDS_NOT,
  ]);
});

test("a month is named only when all of a claim lies in it", () => {
  expect(claimMonth(claims, rowOf("event:constantinople-raid"))).toBe(5);
  expect(claimMonth(claims, rowOf("event:founding"))).toBe(3);
  expect(claimMonth(claims, rowOf("event:set"))).toBe(0);
  expect(claimMonth(claims, rowOf("tie:kurier-amber"))).toBe(0);
});

test("every day lies in its year", () => {
  for (let day = dayOf(-6000); day < dayOf(6000); day += 997)
    expect(yearOf(day)).toBe(new Date(day * 86_400_000).getUTCFullYear());
  for (let year = -6000; year < 6000; year += 7)
    expect([firstDay(year), lastDay(year)].map(yearOf)).toEqual([year, year]);
});

test("every day lies in its month, and what reaches into another month in none", () => {
  for (let day = dayOf(-2, 11); day < dayOf(1944, 3); day += 211) {
    const claims = { startEarliest: [day, day], endLatest: [day, day + 31] } as unknown as Claims;
    expect(claimMonth(claims, 0)).toBe(new Date(day * 86_400_000).getUTCMonth() + 1);
    expect(claimMonth(claims, 1)).toBe(0);
  }
});

test("a claim is shown in its nearest certain year", () => {
  expect(nearestYearHeld(claims, rowOf("post:amber-berlin"), 1940, period)).toBe(1930);
  expect(nearestYearHeld(claims, rowOf("post:amber-berlin"), 1926, period)).toBe(1926);
  expect(nearestYearHeld(claims, rowOf("event:set"), 1936, period)).toBe(1935);
  expect(nearestYearHeld(claims, rowOf("event:founding"), 1936, [1920, 1943])).toBeNull();
});

test("the years of claims that lie outside the period are their own, not the period's", () => {
  const claims = { startEarliest: [dayOf(1904)], endLatest: [dayOf(1905, 12, 31)] } as unknown as Claims;
  expect(yearSpan(claims, [0], [1919, 1943])).toEqual([1904, 1905]);
  expect(yearSpan(claims, [0], [1905, 1943])).toEqual([1905, 1905]);
  expect(yearSpan(claims, [], [1905, 1943])).toBeNull();
});
