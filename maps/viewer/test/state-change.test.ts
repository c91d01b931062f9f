import { expect, test, vi } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import { VisibleFeatures } from "../src/data/visible-features";
import { focusChange } from "../src/state/focus-state";
import type { State } from "../src/state/screen-state";
import { changesPanelOnly, stateAfter } from "../src/state/state-change";
import { stateOfAddress } from "../src/state/url-state";
import { fixtureIndex, fixtureWithPolemic, stateWith } from "./fixture";

const index = fixtureIndex();
const after = (before: Partial<State>, change: Partial<State>) => stateAfter(index, stateWith(before), change);

test("another period closes the open cluster and begins the list anew", () => {
  expect(after({ open: "berlin", page: 3 }, { year: 1928 })).toMatchObject({ year: 1928, open: "", page: 1 });
  expect(after({ open: "berlin", page: 3 }, { panel: "list" })).toMatchObject({ open: "berlin", page: 3 });
  expect(after({}, { year: 1928, open: "berlin", page: 2 })).toMatchObject({ open: "berlin", page: 2 });
});

test("a year alone means all of it", () => {
  expect(after({ month: 5 }, { year: 1928 })).toMatchObject({ year: 1928, from: null, month: 0 });
  expect(after({ from: 1920 }, { year: 1928 })).toMatchObject({ year: 1928, from: null, month: null });
});

test("a page of one year stays in that year", () => {
  const ofOneYear = fixtureIndex();
  ofOneYear.payload.year = 1927;
  expect(stateAfter(ofOneYear, stateWith(), { year: 1928, month: 5 })).toMatchObject({ year: 1927, month: null });
});

test("what is selected belongs to the strand that is shown", () => {
  expect(after({ select: "post:kurier-berlin" }, { strand: "fiction" }).select).toBe("");
  expect(after({ select: "post:kurier-berlin" }, { only: new Set(["partisan"]) }).select).toBe("post:kurier-berlin");
});

test("what is typed or sorted changes a panel only", () => {
  expect(changesPanelOnly({ find: "x", page: 2 })).toBe(true);
  expect(changesPanelOnly({ find: "x", year: 1928 })).toBe(false);
  expect(changesPanelOnly({})).toBe(false);
});

test("to focus a claim shows its strand, its layer and the nearest year in which it holds", () => {
  const change = (reference: string, part: Partial<State> = {}) => {
    const state = stateWith(part);
    const visible = new VisibleFeatures(index);
    visible.update(state);
    return focusChange(visible, state, index.targetOf(reference)!);
  };
  const layers = new Set(["stations"] as const);
  expect(change("station:berlin-headquarters")).toEqual({});
  expect(change("post:kurier-berlin", { layers, year: 1940 })).toEqual({
    layers: new Set(["stations", "heads"]),
    year: 1928,
  });
  expect(change("post:amber-berlin", { only: new Set(["partisan"]) })).toEqual({ only: new Set() });
  expect(change("post:amber-berlin", { only: new Set(["partisan", "contested"]) })).toEqual({});
  expect(change("post:hero")).toEqual({ strand: "fiction" });
});

test("another strand shows all of its claims", () => {
  expect(after({ only: new Set(["partisan"]) }, { strand: "fiction" }).only).toEqual(new Set());
  expect(after({ only: new Set(["partisan"]) }, { strand: "main" }).only).toEqual(new Set(["partisan"]));
});

test("an address of the first edition opens what it names, also where that is in a strand of its own now", () => {
  const index = new PayloadIndex(fixtureWithPolemic());
  const stateOf = (hash: string) => {
    vi.stubGlobal("location", { hash });
    return stateOfAddress(index, stateWith());
  };
  const select = "select=post:kurier-berlin";
  expect(stateOf(`world=record&${select}`)).toMatchObject({ strand: "polemic", select: "post:kurier-berlin" });
  expect(stateOf(select)).toMatchObject({ strand: "polemic", select: "post:kurier-berlin" });
  expect(stateOf(`strand=main&${select}`)).toMatchObject({ strand: "main", select: "" });
  expect(stateOf("select=post:hero")).toMatchObject({ strand: "main", select: "" });
  expect(stateOf("world=fiction&select=post:hero")).toMatchObject({ strand: "fiction", select: "post:hero" });
  expect(stateOf("world=disputed")).toMatchObject({ strand: "main", only: new Set(["contested", "partisan"]) });
});
