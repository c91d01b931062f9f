import { expect, test } from "vitest";
import { inWorld, layerOf, VisibleFeatures } from "../src/data/visible-features";
import { claimHolds, HOLDS_POSSIBLY } from "../src/time/claim-dates";
import { claimHoldsIn } from "../src/time/period";
import { fixtureIndex, stateWith } from "./fixture";

const index = fixtureIndex();
const { claims, period } = index.payload;
const net = new VisibleFeatures(index);
const shown = () =>
  [...net.marks.slice(0, net.markCount), ...net.journeys.slice(0, net.journeyCount)]
    .map((row) => index.reference(row))
    .sort();

test("in every year the net is what going through all claims finds", () => {
  for (let year = period[0]; year <= period[1]; year++) {
    for (const world of ["record", "disputed", "fiction"] as const) {
      net.update(stateWith({ year, world }));
      const expected = claims.id
        .map((_, row) => row)
        .filter(
          (row) =>
            claimHolds(claims, row, year) > 0 &&
            inWorld(claims.standing[row]!, world) &&
            layerOf(index, row) !== undefined,
        )
        .filter((row) => claims.rank[row] !== 2)
        .filter((row) => layerOf(index, row) === "couriers" || index.isLocated(claims.place[row]!))
        .map((row) => index.reference(row));
      expect(shown()).toEqual(expected.sort());
    }
  }
});

test("fiction is in no world but its own", () => {
  net.update(stateWith({ world: "record" }));
  expect(shown()).not.toContain("post:hero");
  net.update(stateWith({ world: "fiction" }));
  expect(shown()).toEqual(["post:hero"]);
});

test("only what is certain leaves out what is possible, less certain or conjectured", () => {
  net.update(stateWith({ certainty: "certain" }));
  expect(shown()).toContain("station:berlin-headquarters");
  expect(shown()).not.toContain("station:austria");
  expect(shown()).not.toContain("station:moscow-school");
  expect(shown()).not.toContain("station:constantinople");
});

test("a layer that is off takes its marks with it, and the counts stay", () => {
  net.update(stateWith({ layers: new Set(["raids"]) }));
  expect(shown()).toEqual(["event:constantinople-raid"]);
  expect(net.counts(stateWith({ layers: new Set(["raids"]) })).stations).toEqual({ all: 5, possible: 1 });
});

test("a line of liaison holds while both its stations do", () => {
  const lines = (year: number) => {
    net.update(stateWith({ year }));
    return [...net.links.slice(0, net.linkCount)];
  };
  expect(lines(1922)).toEqual([0]);
  expect(lines(1927)).toEqual([0, 1, 2]);
  expect(net.linkHold[1]).toBe(HOLDS_POSSIBLY);
  expect(lines(1940)).toEqual([]);
});

test("headquarters stand in front", () => {
  net.update(stateWith());
  expect(["station:berlin-headquarters", "station:moscow-centre"]).toContain(index.reference(net.marks[0]!));
});

test("a reading that the reader takes sets its rivals aside, and the author's ranks do where none is taken", () => {
  const dispute = index.payload.disagreements.find(
    ({ refs }) => refs.filter((reference) => index.targetOf(reference)?.type === "claim").length > 1,
  )!;
  const [first, ...others] = dispute.refs;
  const rows = (references: string[]) => references.map((reference) => index.targetOf(reference)!.row);
  const taken = index.outrankedRows(new Map([[dispute.id, first!]]));
  expect(taken.has(rows([first!])[0]!)).toBe(false);
  for (const row of rows(others)) expect(taken.has(row)).toBe(true);
  const ranked = index.outrankedRows(new Map());
  const preferred = dispute.refs.some((reference) => claims.rank[index.targetOf(reference)!.row] === 0);
  for (const row of rows(dispute.refs))
    expect(ranked.has(row)).toBe(claims.rank[row] === 2 || (preferred && claims.rank[row] === 1));
});

test("a range and a month hold what going through all claims finds", () => {
  for (const part of [
    { year: 1930, from: 1921 },
    { year: 1927, month: 5 },
    { year: 1927, month: 6 },
    { year: 1925, from: 1925 },
  ]) {
    const state = stateWith(part);
    net.update(state);
    const expected = claims.id.map((_, row) => claimHoldsIn(claims, row, state));
    expect([...net.hold]).toEqual(expected);
  }
});
