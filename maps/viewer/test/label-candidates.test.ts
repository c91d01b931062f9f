import { expect, test } from "vitest";
import { Kind } from "../src/data/payload-types";
import { ScreenLine } from "../src/geometry/screen-lines";
import { wordsOf } from "../src/i18n/viewer-words";
import { labelCandidates } from "../src/scene/layout/label-candidates";
import type { NetworkLayout } from "../src/scene/layout/network-layout";
import { fixtureIndex } from "./fixture";

const index = fixtureIndex();
const { claims, places } = index.payload;
const RAID = claims.id.indexOf("constantinople-raid"),
  OFFICE = claims.id.indexOf("constantinople");
const measurer = { version: 0, width: (_font: unknown, text: string) => 6 * text.length };
const projected = { settlementOf: places.id.map((_, place) => place) };

/** The label candidates for some marks, of which the first is the anchor of their cluster. */
function candidatesFor(rows: number[], part: object = {}, isVisible = true): ReturnType<typeof labelCandidates> {
  const repeated = (value: number) => rows.map(() => value);
  const layout = {
    visible: { index },
    measurer,
    projected,
    words: wordsOf("en"),
    shown: { year: 1927, from: null, month: null, selected: new Set() },
    rows,
    x: repeated(100),
    y: repeated(100),
    radius: repeated(8),
    clusters: { anchor: repeated(0), hidden: repeated(0), expanded: [] },
    ringSpacing: 25,
    mapScale: 1,
    uiScale: 1,
    paper: null,
    isClustered: false,
    stops: [],
    routes: [],
    ...part,
  } as unknown as NetworkLayout;
  return labelCandidates(layout, () => isVisible);
}

/** The texts that are tried for each mark, the longest first. */
function texts(rows: number[], part: object = {}): string[][] {
  const candidates = candidatesFor(rows, part);
  return rows.map((row) =>
    candidates
      .find((candidate) => candidate.row === row)!
      .texts.map((lines) => lines.map(({ text }) => text).join(" / ")),
  );
}

test("beside the name of its town an event is labelled by its title, cut where there is little room, and never by its date alone", () => {
  expect(texts([OFFICE, RAID])[1]).toEqual(["May: Police raid the / office", "May: Police raid the offi…"]);
  expect(texts([OFFICE, RAID], { shown: { year: 1927, from: 1926, month: null, selected: new Set() } })[1]).toEqual([
    "May 1927: Police raid the / office",
    "May 1927: Police raid the…",
  ]);
});

test("below the name of its town an event may be labelled by its month", () => {
  expect(texts([RAID])[0]).toEqual([
    "Constantinople / May: Police raid the / office",
    "Constantinople / May",
    "Constantinople",
  ]);
});

test("a second mark of a town that already has its label is not labelled by a date alone either", () => {
  const clusters = { anchor: [0, 1], hidden: [0, 0], expanded: [] };
  expect(texts([OFFICE, RAID], { clusters })[1]).not.toContain("May");
});

test("a traveller is named once for all routes from one place, at the longest of them", () => {
  const journeys = claims.kind.flatMap((kind, row) => (kind === Kind.journey ? [row] : []));
  const withTraveller = journeys.find((row) => index.peopleOf(row).length > 0)!;
  const line = (length: number, y: number) => new ScreenLine(Float32Array.of(0, y, length, y));
  const route = (row: number, length: number, y: number) => ({
    row,
    line: line(length, y),
    certaintyStyle: 0,
    ends: [0, 1],
    openEnd: null,
  });
  const scene = {
    routes: [route(withTraveller, 50, 10), route(withTraveller, 200, 20), route(withTraveller, 90, 30)],
  };
  const candidates = candidatesFor([], scene);
  expect(candidates).toHaveLength(1);
  expect(candidates[0]!.y).toBe(20);
  expect(candidates[0]!.texts[0]!.map(({ text }) => text).join(" ")).toBe(
    index
      .peopleOf(withTraveller)
      .map((person) => index.personName(person))
      .join(", "),
  );
  expect(candidatesFor([], scene, false)).toEqual([]);
});

test("a route with an unknown end has no label beside the routes of another traveller, but has one if it is alone", () => {
  const [first, second] = claims.kind.flatMap((kind, row) => (kind === Kind.journey ? [row] : []));
  const line = new ScreenLine(Float32Array.of(0, 0, 60, 0));
  const route = (row: number, openEnd: "from" | "to" | null) => ({
    row,
    line,
    certaintyStyle: 0,
    ends: [0],
    openEnd,
  });
  const labelledRows = (...journeys: ReturnType<typeof route>[]) =>
    candidatesFor([], { routes: journeys }).map(({ row }) => row);
  expect(labelledRows(route(first!, "to"))).toEqual([first]);
  expect(labelledRows(route(first!, "to"), route(second!, null))).toEqual([second]);
});

test("an expanded cluster is labelled outside its rings", () => {
  const expanded = [{ anchor: 0, radius: 70 }];
  const clusters = { anchor: [0, 0], hidden: [0, 0], expanded };
  const [town] = candidatesFor([OFFICE, RAID], { clusters });
  expect(town!.radius).toBeGreaterThanOrEqual(70);
  expect(town!.markRadius).toBe(8);
});

test("a long name of a town is shown in full above its marks", () => {
  const withLongName = { ...index, placeName: () => "An address that is longer than a line can be" };
  const labelledRows = Object.assign(
    Object.create(Object.getPrototypeOf(index) as object) as typeof index,
    withLongName,
  );
  const [lines] = candidatesFor([RAID], { visible: { index: labelledRows } })[0]!.texts;
  expect(
    lines!
      .filter(({ textStyle }) => textStyle === "place")
      .map(({ text }) => text)
      .join(" "),
  ).toBe("An address that is longer than a line can be");
});
