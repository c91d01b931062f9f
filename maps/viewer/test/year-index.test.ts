import { expect, test } from "vitest";
import { type Claims, OPEN_END_DAY, OPEN_START_DAY } from "../src/data/payload-types";
import { type HoldingClaims, YearIndex } from "../src/data/year-index";
import { claimHolds, claimHoldsWithin, type Days, dayOf, firstDay, HOLDS_NOT, lastDay } from "../src/time/claim-dates";
import { fixture } from "./fixture";

/** A small linear congruential generator: the same claims at every run. */
function randomBelow(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Claims with bounds of every sort: exact, vague, open, unknown, doubtful, sets with gaps. */
function randomClaims(count: number, seed: number): Claims {
  const pick = randomBelow(seed);
  const claims = { startEarliest: [], startLatest: [], endEarliest: [], endLatest: [], spans: {} } as unknown as Claims;
  const bounds = (): [number, number, number, number] => {
    const start = dayOf(1900 + pick(60)) + pick(366);
    const end = start + pick(9 * 365);
    const slack = pick(400);
    const doubtful = pick(6) === 0;
    const open = pick(8) === 0;
    return [
      pick(8) === 0 ? OPEN_START_DAY : start - slack,
      doubtful ? OPEN_END_DAY : start + pick(2) * slack,
      doubtful ? OPEN_START_DAY : open ? OPEN_END_DAY : end - pick(2) * slack,
      open || pick(8) === 0 ? OPEN_END_DAY : end + slack,
    ];
  };
  for (let row = 0; row < count; row++) {
    const members = Array.from({ length: pick(9) === 0 ? 2 + pick(3) : 1 }, bounds);
    if (members.length > 1) claims.spans![row] = { all: pick(2) === 0, bounds: members };
    claims.startEarliest.push(Math.min(...members.map((bounds) => bounds[0])));
    claims.startLatest.push(Math.max(...members.map((bounds) => bounds[1])));
    claims.endEarliest.push(Math.min(...members.map((bounds) => bounds[2])));
    claims.endLatest.push(Math.max(...members.map((bounds) => bounds[3])));
  }
  return claims;
}

const rowsAndHolds = ({ rows, holds, count }: HoldingClaims): [number, number][] =>
  Array.from({ length: count }, (_, i) => [rows[i]!, holds[i]!]);

test("in every year the index finds what brute force finds, in the order that it was given", () => {
  for (const [claims, period] of [
    [randomClaims(3000, 7), [1919, 1943]],
    [fixture().claims, [1921, 1930]],
  ] as const) {
    const size = claims.startEarliest.length;
    const order = Int32Array.from({ length: size }, (_, row) => size - 1 - row);
    const index = new YearIndex(claims, order, [period[0], period[1]]);
    for (let year = period[0] - 3; year <= period[1] + 3; year++) {
      const expected = [...order]
        .map((row) => [row, claimHolds(claims, row, year)])
        .filter(([, hold]) => hold !== HOLDS_NOT);
      expect(rowsAndHolds(index.within([firstDay(year), lastDay(year)]))).toEqual(expected);
    }
  }
});

test("a month and a range of years are looked up like a year", () => {
  const claims = randomClaims(2000, 11);
  const index = new YearIndex(claims, Int32Array.from(claims.startEarliest.keys()), [1919, 1943]);
  const stretches: Days[] = [
    [dayOf(1927, 5), dayOf(1927, 6) - 1],
    [dayOf(1921), dayOf(1928) - 1],
    [dayOf(1890), dayOf(1999)],
    [dayOf(1930, 1), dayOf(1930, 1)],
  ];
  for (const days of stretches) {
    const expected = claims.startEarliest
      .map((_, row) => [row, claimHoldsWithin(claims, row, days)])
      .filter(([, hold]) => hold !== HOLDS_NOT);
    expect(rowsAndHolds(index.within(days))).toEqual(expected);
  }
});
