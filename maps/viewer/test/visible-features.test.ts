import { expect, test } from "vitest";
import type { Target } from "../src/data/payload-index";
import { Kind, OPEN_END_DAY, OPEN_START_DAY } from "../src/data/payload-types";
import { isAskedFor, layerOf, VisibleFeatures } from "../src/data/visible-features";
import { focusChange } from "../src/state/focus-state";
import type { State } from "../src/state/screen-state";
import { claimHolds, dayOf, HOLDS_POSSIBLE, HOLDS_UNDATED, yearDays } from "../src/time/claim-dates";
import { claimHoldsIn } from "../src/time/period";
import { fixtureIndex, stateWith } from "./fixture";

const index = fixtureIndex();
const { claims, period } = index.payload;
const visible = new VisibleFeatures(index);
const visibleReferences = () => [...visible.marks, ...visible.journeys].map((row) => index.reference(row)).sort();

test("in every year the visible features are what brute force finds", () => {
  for (let year = period[0]; year <= period[1]; year++) {
    for (const shown of [{}, { only: new Set(["contested"]) }, { strand: "fiction" }] as Partial<State>[]) {
      const state = stateWith({ year, ...shown });
      visible.update(state);
      const expected = claims.id
        .map((_, row) => row)
        .filter(
          (row) =>
            claimHolds(claims, row, yearDays(year)) > 0 &&
            isAskedFor(index, row, state) &&
            layerOf(index, row) !== undefined,
        )
        .filter((row) => claims.rank[row] !== 2)
        .filter((row) => layerOf(index, row) === "couriers" || index.isLocated(claims.place[row]!))
        .map((row) => index.reference(row));
      expect(visibleReferences()).toEqual(expected.sort());
    }
  }
});

test("of contested and partisan claims those alone are visible that a reader asks for, of both kinds those of either", () => {
  const shown = (...only: ("contested" | "partisan")[]) => {
    const rows = claims.id.map((_, row) => row);
    return rows.filter((row) => isAskedFor(index, row, { strand: "main", only: new Set(only) }));
  };
  const contested = shown("contested"),
    partisan = shown("partisan");
  expect(contested.map((row) => index.reference(row))).toContain("post:kurier-berlin");
  expect(contested.every((row) => claims.contested[row] === 1)).toBe(true);
  expect(partisan.map((row) => index.reference(row))).toEqual(["event:set"]);
  expect(shown("contested", "partisan").sort()).toEqual([...contested, ...partisan].sort());
  expect(shown().length).toBeGreaterThan(contested.length + partisan.length);
});

test("fiction is visible in its own strand only", () => {
  visible.update(stateWith({ strand: "main" }));
  expect(visibleReferences()).not.toContain("post:hero");
  visible.update(stateWith({ strand: "fiction" }));
  expect(visibleReferences()).toEqual(["post:hero"]);
});

test("only what is certain leaves out what is possible, less certain or conjectured", () => {
  visible.update(stateWith({ certainty: "certain" }));
  expect(visibleReferences()).toContain("station:berlin-headquarters");
  expect(visibleReferences()).not.toContain("station:austria");
  expect(visibleReferences()).not.toContain("station:moscow-school");
  expect(visibleReferences()).not.toContain("station:constantinople");
});

test("a layer that is off has no marks, and the counts stay", () => {
  visible.update(stateWith({ layers: new Set(["raids"]) }));
  expect(visibleReferences()).toEqual(["event:constantinople-raid"]);
  expect(visible.counts(stateWith({ layers: new Set(["raids"]) })).stations).toEqual({ all: 5, possible: 1 });
});

test("a liaison link holds while both its stations do", () => {
  const visibleLinks = (year: number) => {
    visible.update(stateWith({ year }));
    return [...visible.links];
  };
  expect(visibleLinks(1922)).toEqual([0]);
  expect(visibleLinks(1927)).toEqual([0, 1, 2]);
  expect(visible.linkHold[1]).toBe(HOLDS_POSSIBLE);
  expect(visibleLinks(1940)).toEqual([]);
});

test("headquarters are in front", () => {
  visible.update(stateWith());
  expect(["station:berlin-headquarters", "station:moscow-centre"]).toContain(index.reference(visible.marks[0]!));
});

test("a reading that the reader selects outranks its rivals; without one the author's ranks do", () => {
  const dispute = index.payload.disagreements.find(
    ({ refs }) => refs.filter((reference) => index.targetOf(reference)?.type === "claim").length > 1,
  )!;
  const [first, ...rivals] = dispute.refs;
  const rows = (references: string[]) => references.map((reference) => index.targetOf(reference)!.row);
  const taken = index.outrankedRows(new Map([[dispute.id, first!]]));
  expect(taken.has(rows([first!])[0]!)).toBe(false);
  for (const row of rows(rivals)) expect(taken.has(row)).toBe(true);
  const ranked = index.outrankedRows(new Map());
  const preferred = dispute.refs.some((reference) => claims.rank[index.targetOf(reference)!.row] === 0);
  for (const row of rows(dispute.refs))
    expect(ranked.has(row)).toBe(claims.rank[row] === 2 || (preferred && claims.rank[row] === 1));
});

test("in a range and a month the index finds what brute force finds", () => {
  for (const part of [
    { year: 1930, from: 1921 },
    { year: 1927, month: 5 },
    { year: 1927, month: 6 },
    { year: 1925, from: 1925 },
  ]) {
    const state = stateWith(part);
    visible.update(state);
    const expected = claims.id.map((_, row) => claimHoldsIn(claims, row, state));
    expect([...visible.hold]).toEqual(expected);
  }
});

test("of what no source dates only the selected claim is drawn, in the years that its limits allow", () => {
  const index = fixtureIndex();
  const { claims } = index.payload;
  const [school, centre] = ["station:moscow-school", "station:moscow-centre"].map((each) => index.targetOf(each)!.row);
  for (const row of [school!, centre!]) {
    claims.undated[row] = 1;
    [claims.startEarliest[row], claims.endLatest[row]] = [dayOf(1926), OPEN_END_DAY];
  }
  const visible = new VisibleFeatures(index);
  const drawn = (part: Partial<State>, selected: number) => {
    visible.update(stateWith(part), selected);
    const marks = [...visible.marks];
    return [school, centre].map((row) => marks.includes(row!));
  };
  expect(drawn({}, -1)).toEqual([false, false]);
  expect(drawn({}, school!)).toEqual([true, false]);
  expect(visible.hold[school!]).toBe(HOLDS_UNDATED);
  expect(visible.counts(stateWith()).stations).toEqual({ all: 3, possible: 1 });
  expect(drawn({ year: 1925 }, school!)).toEqual([false, false]);
  expect(drawn({ certainty: "certain" }, school!)).toEqual([false, false]);
  expect(drawn({ strand: "fiction" }, school!)).toEqual([false, false]);
  expect(drawn({ layers: new Set(["raids"]) }, school!)).toEqual([false, false]);
  expect(drawn({ certainty: "undated" }, -1)).toEqual([true, true]);
});

test("an undated claim is shown in the year that is shown, and a person in a year of what is dated of them", () => {
  const index = fixtureIndex();
  const { claims } = index.payload;
  const school = index.targetOf("station:moscow-school")!;
  claims.undated[school.row] = 1;
  [claims.startEarliest[school.row], claims.endLatest[school.row]] = [OPEN_START_DAY, OPEN_END_DAY];
  const visible = new VisibleFeatures(index);
  const change = (target: Target, year: number) => {
    visible.update(stateWith({ year }));
    return focusChange(visible, stateWith({ year }), target);
  };
  for (const year of [period[0], 1927, period[1]]) expect(change(school, year)).toEqual({});
  const post = index.targetOf("post:amber-berlin")!.row;
  const amber = { type: "person", row: claims.person[post]! } as const;
  const undatedPost = index.claimsOfPerson(amber.row).find((row) => row !== post && claims.kind[row] !== Kind.tie);
  if (undatedPost !== undefined) claims.undated[undatedPost] = 1;
  expect(change(amber, 1940).year).toBe(1930);
});
