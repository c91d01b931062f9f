import { expect, test } from "vitest";
import { EntrySorter, entryPlace, type ListEntry, listEntries } from "../src/data/list-entries";
import { OPEN_START_DAY } from "../src/data/payload-types";
import { VisibleFeatures } from "../src/data/visible-features";
import { COLUMNS } from "../src/state/url-state";
import { fixtureIndex, stateWith } from "./fixture";

const index = fixtureIndex();
const { claims } = index.payload;
const net = new VisibleFeatures(index);
const state = stateWith();
net.update(state);
const entries = listEntries(index, net, state);
const sorter = new EntrySorter(index, "en");
const key = ({ row, link: line }: ListEntry): string => `${row} ${line}`;
const sorted = (by: (typeof COLUMNS)[number], down = false): ListEntry[] => sorter.sorted(entries, { by, down }, net);

test("the list holds all that holds in the year, each line and claim once", () => {
  const rows = entries.filter(({ link: line }) => line < 0).map(({ row }) => row);
  expect(rows).toEqual([...Array(index.size).keys()].filter((row) => net.passesFilter(row, state)));
  expect(new Set(entries.map(key)).size).toBe(entries.length);
});

test.each(COLUMNS)("sorting by %s loses nothing, either way", (by) => {
  for (const down of [false, true]) expect(sorted(by, down).map(key).sort()).toEqual(entries.map(key).sort());
});

test("names stand in the order of their language", () => {
  const labels = sorted("name").map(({ row }) => index.label(row));
  expect(labels).toEqual([...labels].sort(new Intl.Collator("en", { numeric: true }).compare));
});

test("what has no date comes last, either way", () => {
  for (const down of [false, true]) {
    const dates = sorted("date", down).map(
      ({ row, link: line }) => line >= 0 || claims.startEarliest[row] === OPEN_START_DAY,
    );
    expect(dates.indexOf(true)).toBeGreaterThan(-1);
    expect(dates.slice(dates.indexOf(true)).every(Boolean)).toBe(true);
  }
});

test("what has no place comes last, either way", () => {
  for (const down of [false, true]) {
    const nowhere = sorted("place", down).map((entry) => entryPlace(index, entry) < 0);
    expect(nowhere.slice(nowhere.indexOf(true)).every(Boolean)).toBe(true);
  }
});

test("the surest come first", () => {
  const [first] = sorted("certainty");
  const last = sorted("certainty").at(-1)!;
  expect(claims.certainty[first!.row]).toBe(0);
  expect(sorted("certainty", true)[0]).toEqual(expect.objectContaining({ section: expect.any(Number) }));
  expect(
    last.link >= 0 || claims.certainty[last.row]! > 0 || net.hold[last.row] === 1 || claims.standing[last.row] === 1,
  ).toBe(true);
});
