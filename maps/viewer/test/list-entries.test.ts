import { expect, test } from "vitest";
import { EntrySorter, entryPlace, isInTray, type ListEntry, listEntries } from "../src/data/list-entries";
import { OPEN_START_DAY } from "../src/data/payload-types";
import { undatedClaims, VisibleFeatures } from "../src/data/visible-features";
import { COLUMNS, type State } from "../src/state/screen-state";
import { fixtureIndex, stateWith } from "./fixture";

const index = fixtureIndex();
const { claims } = index.payload;
const visible = new VisibleFeatures(index);
const state = stateWith();
visible.update(state);
const entries = listEntries(index, visible, state);
const sorter = new EntrySorter(index, "en");
const key = ({ row, link }: ListEntry): string => `${row} ${link}`;
const sorted = (by: (typeof COLUMNS)[number], down = false): ListEntry[] =>
  sorter.sorted(entries, { by, down }, visible);

test("the list contains everything that holds in the year, each link and claim once, and what is undated apart", () => {
  const listed = entries.filter(({ link }) => link < 0);
  const tray = listed.filter(isInTray).map(({ row }) => row);
  expect(listed.slice(0, -tray.length).map(({ row }) => row)).toEqual(
    [...Array(index.size).keys()].filter((row) => visible.passesFilter(row, state)),
  );
  expect(tray).toEqual(undatedClaims(index, state));
  expect(tray.length).toBeGreaterThan(0);
  for (const row of tray) expect(visible.passesFilter(row, state)).toBe(false);
  expect(new Set(entries.map(key)).size).toBe(entries.length);
});

test("the tray is the same in every year, drawn or not, and empty where only what is seen is listed", () => {
  const trayOf = (part: Partial<State>) => {
    const shown = { ...state, ...part };
    const features = new VisibleFeatures(index);
    features.update(shown);
    return listEntries(index, features, shown).filter(isInTray);
  };
  const tray = entries.filter(isInTray);
  for (let year = index.payload.period[0]; year <= index.payload.period[1]; year++)
    expect(trayOf({ year })).toEqual(tray);
  expect(trayOf({ certainty: "undated" })).toEqual(tray);
  expect(trayOf({ certainty: "certain" })).toEqual([]);
});

test.each(COLUMNS)("sorted by %s, the tray comes last in either direction", (by) => {
  for (const down of [false, true]) {
    const inTray = sorted(by, down).map(isInTray);
    expect(inTray.slice(inTray.indexOf(true)).every(Boolean)).toBe(true);
  }
});

test.each(COLUMNS)("sorting by %s loses nothing in either direction", (by) => {
  for (const down of [false, true]) expect(sorted(by, down).map(key).sort()).toEqual(entries.map(key).sort());
});

test("names are in the order of their language", () => {
  const labels = sorted("name")
    .filter((entry) => !isInTray(entry))
    .map(({ row }) => index.label(row));
  expect(labels).toEqual([...labels].sort(new Intl.Collator("en", { numeric: true }).compare));
});

test("entries without a date come last in both directions", () => {
  for (const down of [false, true]) {
    const isWithoutDate = sorted("date", down).map(
      ({ row, link }) => link >= 0 || claims.startEarliest[row] === OPEN_START_DAY,
    );
    expect(isWithoutDate.indexOf(true)).toBeGreaterThan(-1);
    expect(isWithoutDate.slice(isWithoutDate.indexOf(true)).every(Boolean)).toBe(true);
  }
});

test("entries without a place come last in both directions", () => {
  for (const down of [false, true]) {
    const isWithoutPlace = sorted("place", down).map((entry) => entryPlace(index, entry) < 0);
    expect(isWithoutPlace.slice(isWithoutPlace.indexOf(true)).every(Boolean)).toBe(true);
  }
});

test("the most certain come first", () => {
  const [first] = sorted("certainty");
  const last = sorted("certainty").at(-1)!;
  expect(claims.certainty[first!.row]).toBe(0);
  expect(sorted("certainty", true)[0]).toEqual(expect.objectContaining({ section: expect.any(Number) }));
  expect(
    last.link >= 0 ||
      claims.certainty[last.row]! > 0 ||
      visible.hold[last.row] === 1 ||
      claims.standing[last.row] === 1,
  ).toBe(true);
});
