import { expect, test } from "vitest";
import type { Claims } from "../src/data/payload-types";
import { YearIndex } from "../src/data/year-index";
import { claimHolds, type Days, dayOf, HOLDS_NOT, HOLDS_SEEN, yearDays } from "../src/time/claim-dates";
import { fixture } from "./fixture";
import { shuffleDates } from "./random";

/** Claims with bounds of every sort: exact, vague, open, unknown, doubtful, sets with gaps. */
function randomClaims(count: number, seed: number): Claims {
  const claims = { id: Array.from({ length: count }, String) } as unknown as Claims;
  for (const bound of ["startEarliest", "startLatest", "endEarliest", "endLatest"] as const)
    claims[bound] = new Int32Array(count);
  return shuffleDates(claims, seed, dayOf(1900), dayOf(1969));
}

function rowsAndHolds(index: YearIndex, days: Days, size: number) {
  const hold = new Uint8Array(size).fill(HOLDS_SEEN);
  return index.within(days, hold).map((row) => [row, hold[row]]);
}

test("in every year the index finds what brute force finds, in the order that it was given", () => {
  for (const [claims, period] of [
    [randomClaims(3000, 7), [1919, 1943]],
    [fixture().claims, [1921, 1930]],
  ] as const) {
    const size = claims.startEarliest.length;
    const order = Array.from({ length: size }, (_, row) => size - 1 - row);
    const index = new YearIndex(claims, order, [period[0], period[1]]);
    for (let year = period[0] - 3; year <= period[1] + 3; year++) {
      const expected = [...order]
        .map((row) => [row, claimHolds(claims, row, yearDays(year))])
        .filter(([, hold]) => hold !== HOLDS_NOT);
      expect(rowsAndHolds(index, yearDays(year), size)).toEqual(expected);
    }
  }
});

test("a month and a range of years are looked up like a year", () => {
  const claims = randomClaims(2000, 11);
  const index = new YearIndex(claims, [...claims.startEarliest.keys()], [1919, 1943]);
  const stretches: Days[] = [
    [dayOf(1927, 5), dayOf(1927, 6) - 1],
    [dayOf(1921), dayOf(1928) - 1],
    [dayOf(1890), dayOf(1999)],
    [dayOf(1930, 1), dayOf(1930, 1)],
  ];
  for (const days of stretches) {
    const expected = claims.id
      .map((_, row) => [row, claimHolds(claims, row, days)])
      .filter(([, hold]) => hold !== HOLDS_NOT);
    expect(rowsAndHolds(index, days, 2000)).toEqual(expected);
  }
});
