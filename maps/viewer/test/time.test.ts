import { expect, test } from "vitest";
import { type Claims, FAR_AHEAD, LONG_AGO } from "../src/payload";
import {
  CERTAINLY,
  claimHolds,
  dayOf,
  firstDay,
  holds,
  holdsInYear,
  lastDay,
  monthOf,
  NOT,
  POSSIBLY,
  yearOf,
  yearsOf,
  yearToShow,
} from "../src/time";
import { fixture, fixtureIndex } from "./fixture";

const { claims, period } = fixture();
const index = fixtureIndex();
const rowOf = (reference: string): number => {
  const target = index.find(reference);
  if (target?.type !== "claim") throw new Error(`no ${reference}`);
  return target.row;
};

test("days are counted from 1970, and the years before 100 are what they say", () => {
  expect(dayOf(1970)).toBe(0);
  expect(dayOf(1969, 12, 31)).toBe(-1);
  expect(lastDay(1927) - firstDay(1927)).toBe(364);
  expect(lastDay(1928) - firstDay(1928)).toBe(365);
  expect(yearOf(firstDay(19))).toBe(19);
});

test("a claim holds certainly when it must have begun and cannot have ended", () => {
  const [first, last] = [firstDay(1927), lastDay(1927)];
  expect(holds(dayOf(1921), dayOf(1921), dayOf(1930), dayOf(1930), first, last)).toBe(CERTAINLY);
  expect(holds(dayOf(1925), FAR_AHEAD, LONG_AGO, dayOf(1935), first, last)).toBe(POSSIBLY);
  expect(holds(dayOf(1928), dayOf(1928), dayOf(1930), dayOf(1930), first, last)).toBe(NOT);
  expect(holds(LONG_AGO, LONG_AGO, FAR_AHEAD, FAR_AHEAD, first, last)).toBe(CERTAINLY);
});

test("of two alternatives a year between them is out, and neither is certain", () => {
  const row = rowOf("event:set");
  expect([1934, 1935, 1936, 1937, 1938].map((year) => claimHolds(claims, row, year))).toEqual([
    NOT,
    POSSIBLY,
    NOT,
    POSSIBLY,
    NOT,
  ]);
});

test("the column of a year answers like each claim by itself, in every year", () => {
  const out = new Uint8Array(claims.id.length);
  for (let year = period[0] - 1; year <= period[1] + 1; year++) {
    holdsInYear(claims, year, out);
    for (let row = 0; row < out.length; row++) expect(out[row]).toBe(claimHolds(claims, row, year));
  }
});

test("a month is named only when all of a claim lies in it", () => {
  expect(monthOf(claims, rowOf("event:constantinople-raid"))).toBe(5);
  expect(monthOf(claims, rowOf("event:founding"))).toBe(3);
  expect(monthOf(claims, rowOf("event:set"))).toBe(0);
  expect(monthOf(claims, rowOf("tie:kurier-amber"))).toBe(0);
});

test("a claim is shown in its nearest certain year", () => {
  expect(yearToShow(claims, rowOf("post:amber-berlin"), 1940, period)).toBe(1930);
  expect(yearToShow(claims, rowOf("post:amber-berlin"), 1926, period)).toBe(1926);
  expect(yearToShow(claims, rowOf("event:set"), 1936, period)).toBe(1935);
  expect(yearToShow(claims, rowOf("event:founding"), 1936, [1920, 1943])).toBeNull();
});

test("the years of claims that lie outside the period are their own, not the period's", () => {
  const claims = { startEarliest: [dayOf(1904)], endLatest: [dayOf(1905, 12, 31)] } as unknown as Claims;
  expect(yearsOf(claims, [0], [1919, 1943])).toEqual([1904, 1905]);
  expect(yearsOf(claims, [0], [1905, 1943])).toEqual([1905, 1905]);
  expect(yearsOf(claims, [], [1905, 1943])).toBeNull();
});
