import { describe, expect, test } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import { VisibleFeatures } from "../src/data/visible-features";
import type { State } from "../src/state/screen-state";
import {
  claimHolds,
  dayOf,
  firstDay,
  HOLDS_NOT,
  HOLDS_POSSIBLE,
  HOLDS_SEEN,
  lastDay,
  monthDays,
  yearDays,
} from "../src/time/claim-dates";
import { nearestRangeEnd, periodAtStart, rangeAround, steppedPeriod, withRangeEnd } from "../src/time/period";
import { CHART_KINDS, DatedClaims, yearCounts } from "../src/timeline/timeline-claims";
import { labelledYears } from "../src/timeline/year-axis";
import { columnX, nearestYear } from "../src/timeline/year-chart";
import { eventCategory, fixture, fixtureIndex, stateWith } from "./fixture";
import { numbers, shuffleDates } from "./random";

const PERIOD = [1919, 1943] as const;

describe("what holds in a stretch of days", () => {
  const { claims } = fixture();
  const randomStretch = (seed: number) => {
    const next = numbers(seed);
    shuffleDates(claims, seed, dayOf(1915), dayOf(1947));
    const year = 1919 + Math.floor(next() * 20),
      to = year + Math.floor(next() * 5);
    return { year, to, whole: [firstDay(year), lastDay(to)] as [number, number] };
  };

  test.each([1, 2, 3, 4, 5])("a part of it never holds more certainly than all of it (%i)", (seed) => {
    const { year, to, whole: days } = randomStretch(seed);
    for (let row = 0; row < claims.id.length; row++) {
      const hold = claimHolds(claims, row, days);
      for (let part = year; part <= to; part++) {
        expect(claimHolds(claims, row, yearDays(part))).toBeLessThanOrEqual(hold);
        for (let month = 1; month <= 12; month++)
          expect(claimHolds(claims, row, monthDays(part, month))).toBeLessThanOrEqual(hold);
      }
    }
  });

  test.each([1, 2, 3, 4, 5])("what holds in none of its years does not hold in it (%i)", (seed) => {
    const { year, to, whole: days } = randomStretch(seed);
    for (let row = 0; row < claims.id.length; row++) {
      const years = Array.from({ length: to - year + 1 }, (_, i) => claimHolds(claims, row, yearDays(year + i)));
      if (years.every((hold) => hold === HOLDS_NOT)) expect(claimHolds(claims, row, days)).toBe(HOLDS_NOT);
    }
  });

  test("a raid of some day from 1921 to 1923 is certain in those years together and in none of them", () => {
    const row = 0;
    claims.spans = [];
    claims.sightings = [];
    Object.assign(claims, {
      undated: [0],
      startEarliest: [dayOf(1921)],
      startLatest: [lastDay(1923)],
      endEarliest: [dayOf(1921)],
      endLatest: [lastDay(1923)],
    });
    expect([1921, 1922, 1923].map((year) => claimHolds(claims, row, [firstDay(year), lastDay(year)]))).toEqual([
      HOLDS_POSSIBLE,
      HOLDS_POSSIBLE,
      HOLDS_POSSIBLE,
    ]);
    expect(claimHolds(claims, row, [firstDay(1921), lastDay(1923)])).toBe(HOLDS_SEEN);
  });

  test("months follow the calendar", () => {
    expect(monthDays(1928, 2)[1] - monthDays(1928, 2)[0]).toBe(28);
    expect(monthDays(1927, 12)).toEqual([dayOf(1927, 12), lastDay(1927)]);
  });
});

describe("the chart", () => {
  /** The counts of a year as the map counts them, with the certainty switch off or on. */
  function bruteForceCounts(
    index: PayloadIndex,
    shown: Partial<State>,
    year: number,
    certainty: "certain" | "possible",
  ): number[] {
    const visible = new VisibleFeatures(index);
    const state = stateWith({ year, certainty, ...shown });
    visible.update(state);
    const { stations, heads, people, couriers, raids } = visible.counts(state);
    return [stations.all, heads.all + people.all, couriers.all, raids.all];
  }

  test.each([1, 2, 3, 4, 5, 6])(
    "counts in each year what the map shows of it, and as certain what the switch keeps (%i)",
    (seed) => {
      const payload = fixture();
      shuffleDates(payload.claims, seed, dayOf(1900), dayOf(1960));
      const index = new PayloadIndex(payload);
      const [firstYear, last] = payload.period;
      for (const shown of [
        {},
        { strand: "fiction" },
        { only: new Set(["contested", "partisan"]) },
      ] as Partial<State>[]) {
        const allClaims = yearCounts(index, stateWith(shown));
        const certainOnly = yearCounts(index, stateWith({ ...shown, certainty: "certain" }));
        let maxSum = 1;
        for (let year = firstYear; year <= last; year++) {
          const all = CHART_KINDS.map(
            (_, kind) => allClaims.certain[kind]![year - firstYear]! + allClaims.possible[kind]![year - firstYear]!,
          );
          expect(all).toEqual(bruteForceCounts(index, shown, year, "possible"));
          expect(CHART_KINDS.map((_, kind) => allClaims.certain[kind]![year - firstYear]!)).toEqual(
            bruteForceCounts(index, shown, year, "certain"),
          );
          expect(
            CHART_KINDS.map(
              (_, kind) =>
                certainOnly.certain[kind]![year - firstYear]! + certainOnly.possible[kind]![year - firstYear]!,
            ),
          ).toEqual(bruteForceCounts(index, shown, year, "certain"));
          maxSum = Math.max(
            maxSum,
            all.reduce((a, b) => a + b),
          );
        }
        expect(allClaims.maxSum).toBe(maxSum);
      }
    },
  );

  test("a year of a raid is marked, if it certainly fell into it", () => {
    const index = fixtureIndex();
    const { raids } = yearCounts(index, stateWith());
    const {
      claims,
      period: [firstYear],
    } = index.payload;
    raids.forEach((count, at) => {
      const expected = claims.kind.filter(
        (_, row) =>
          claimHolds(claims, row, yearDays(firstYear + at)) === HOLDS_SEEN &&
          index.isKind(row, "event") &&
          ["raid", "arrest"].includes(eventCategory(index, row)) &&
          claims.standing[row] !== 2,
      );
      expect(count).toBe(expected.length);
    });
    expect(raids[1927 - firstYear]).toBeGreaterThan(0);
  });

  test("a point of the chart is the year whose column stands there", () => {
    for (const years of [1, 2, 25, 300]) {
      const box = { width: 777, inset: 13 };
      for (let year = 0; year < years; year++) expect(nearestYear(columnX(year, years, box), years, box)).toBe(year);
      expect(nearestYear(-50, years, box)).toBe(0);
      expect(nearestYear(2000, years, box)).toBe(years - 1);
    }
  });
});

describe("the labelled years", () => {
  test.each([
    [1919, 1943],
    [1, 2000],
    [-500, 500],
    [1900, 1901],
    [1927, 1927],
    [1789, 1815],
  ])("%i to %i: both ends, round between, never crowded, never too many", (firstYear, last) => {
    for (let maxLabels = 2; maxLabels < 40; maxLabels++) {
      const years = labelledYears(firstYear, last, maxLabels);
      expect(years[0]).toBe(firstYear);
      expect(years[years.length - 1]).toBe(last);
      if (firstYear < last) expect(years.length).toBeLessThanOrEqual(maxLabels);
      for (let i = 1; i < years.length; i++)
        expect(years[i]! - years[i - 1]!).toBeGreaterThanOrEqual(
          Math.min(last - firstYear, ((last - firstYear) / (maxLabels - 1)) * 0.9),
        );
    }
  });

  test("of the Comintern's years every fifth", () => {
    expect(labelledYears(1919, 1943, 6)).toEqual([1919, 1925, 1930, 1935, 1943]);
  });
});

describe("moving", () => {
  const year = (year: number, from: number | null = null, month: number | null = null) => ({ year, from, month });

  test("a step is a year, a month or the shifted range, and ends with the period", () => {
    expect(steppedPeriod(year(1927), 1, PERIOD)).toEqual(year(1928));
    expect(steppedPeriod(year(1943), 1, PERIOD)).toBeNull();
    expect(steppedPeriod(year(1919), -1, PERIOD)).toBeNull();
    expect(steppedPeriod(year(1927, null, 0), 1, PERIOD)).toEqual(year(1928, null, 0));
    expect(steppedPeriod(year(1927, null, 12), 1, PERIOD)).toEqual(year(1928, null, 1));
    expect(steppedPeriod(year(1927, null, 1), -1, PERIOD)).toEqual(year(1926, null, 12));
    expect(steppedPeriod(year(1943, null, 12), 1, PERIOD)).toBeNull();
    expect(steppedPeriod(year(1919, null, 1), -1, PERIOD)).toBeNull();
    expect(steppedPeriod(year(1927, 1921), 1, PERIOD)).toEqual(year(1928, 1922));
    expect(steppedPeriod(year(1943, 1921), 1, PERIOD)).toBeNull();
    expect(steppedPeriod(year(1927, 1919), -1, PERIOD)).toBeNull();
  });

  test("playing again starts at the beginning, in the same form", () => {
    expect(periodAtStart(year(1943), PERIOD)).toEqual(year(1919));
    expect(periodAtStart(year(1943, 1940), PERIOD)).toEqual(year(1922, 1919));
    expect(periodAtStart(year(1943, null, 12), PERIOD)).toEqual(year(1919, null, 1));
  });

  test("a new range ends with the year that was shown", () => {
    expect(rangeAround(year(1927, null, 5), PERIOD)).toEqual(year(1927, 1922));
    expect(rangeAround(year(1920), PERIOD)).toEqual(year(1920, 1919));
    expect(rangeAround(year(1919), PERIOD)).toEqual(year(1924, 1919));
  });

  test("one end of a range stops at the other", () => {
    expect(withRangeEnd(year(1927, 1921), "from", 1940)).toEqual(year(1927, 1927));
    expect(withRangeEnd(year(1927, 1921), "year", 1919)).toEqual(year(1921, 1921));
    expect(withRangeEnd(year(1927, null, 5), "year", 1930)).toEqual(year(1930, null, 0));
  });

  test("a finger moves the nearer end", () => {
    expect(nearestRangeEnd(year(1927, 1921), 1922)).toBe("from");
    expect(nearestRangeEnd(year(1927, 1921), 1926)).toBe("year");
    expect(nearestRangeEnd(year(1927), 1919)).toBe("year");
  });
});

test("dated claims are found by year, in order, with their day if they have one", () => {
  const index = fixtureIndex();
  const dated = new DatedClaims(index);
  const {
    claims,
    period: [firstYear, last],
  } = index.payload;
  const raid = dated.inYear(1927, stateWith()).find(({ kind }) => kind === "raid")!;
  expect(index.reference(raid.row)).toBe("event:constantinople-raid");
  expect(raid.month).toBe(5);
  for (let year = firstYear; year <= last; year++) {
    for (const { row, month, day } of dated.inYear(year, stateWith())) {
      const [from, to] = monthDays(year, month);
      expect(claims.startEarliest[row]).toBeGreaterThanOrEqual(from);
      expect(claims.endLatest[row]).toBeLessThanOrEqual(to);
      if (day > 0) expect([claims.startEarliest[row], claims.endLatest[row]]).toEqual([from + day - 1, from + day - 1]);
    }
  }
  expect(dated.inYear(1927, stateWith({ strand: "fiction" })).map(({ row }) => index.reference(row))).not.toContain(
    "event:constantinople-raid",
  );
});
