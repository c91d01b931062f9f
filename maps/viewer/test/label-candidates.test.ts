import { expect, test } from "vitest";
import { Kind } from "../src/data/payload-types";
import { wordsOf } from "../src/i18n/viewer-words";
import { type LabelInput, labelCandidates } from "../src/map/label-candidates";
import type { ProjectedPlaces } from "../src/map/projected-places";
import { fixtureIndex } from "./fixture";

const index = fixtureIndex();
const { claims, places } = index.payload;
const RAID = claims.id.indexOf("constantinople-raid"),
  OFFICE = claims.id.indexOf("constantinople");
const ctx = { measureText: (text: string) => ({ width: 6 * text.length }) } as CanvasRenderingContext2D;
const spots = { settlementOf: places.id.map((_, place) => place) } as unknown as ProjectedPlaces;

/** The wishes for some marks, of which the first is the middle of their group. */
function wishesOf(rows: number[], part: Partial<LabelInput> = {}): ReturnType<typeof labelCandidates> {
  const each = (value: number) => rows.map(() => value);
  const fan = {
    dx: [],
    dy: [],
    anchor: each(0),
    hidden: each(0),
    badges: [],
    expanded: [],
  } as unknown as LabelInput["clusters"];
  const scene: LabelInput = {
    index,
    projected: spots,
    words: wordsOf("en"),
    year: 1927,
    severalYears: false,
    rows,
    x: each(100),
    y: each(100),
    radius: each(8),
    count: rows.length,
    maxCandidates: 99,
    clusters: fan,
    ringSpacing: 25,
    scale: 1,
    uiScale: 1,
    selected: new Set(),
    expanded: new Set(),
    isMarkVisible: () => true,
    isPointVisible: () => true,
    stops: [],
    routes: [],
    ...part,
  };
  return labelCandidates(ctx, scene);
}

/** The texts that are tried at each of them, the longest first. */
function texts(rows: number[], part: Partial<LabelInput> = {}): string[][] {
  const wishes = wishesOf(rows, part);
  return rows.map((row) =>
    wishes.find((wish) => wish.row === row)!.texts.map((lines) => lines.map(({ text }) => text).join(" / ")),
  );
}

test("beside the name of its town an event is told by its title, cut where there is little room, and never by its date alone", () => {
  expect(texts([OFFICE, RAID])[1]).toEqual(["May: Police raid the / office", "May: Police raid the offi…"]);
  expect(texts([OFFICE, RAID], { severalYears: true })[1]).toEqual([
    "May 1927: Police raid the / office",
    "May 1927: Police raid the…",
  ]);
});

test("below the name of its town an event may be told by its month", () => {
  expect(texts([RAID])[0]).toEqual([
    "Constantinople / May: Police raid the / office",
    "Constantinople / May",
    "Constantinople",
  ]);
});

test("a second mark of a town that is named already has no date alone either", () => {
  const fan = {
    dx: [],
    dy: [],
    anchor: [0, 1],
    hidden: [0, 0],
    badges: [],
    expanded: [],
  } as unknown as LabelInput["clusters"];
  expect(texts([OFFICE, RAID], { clusters: fan })[1]).not.toContain("May");
});

test("a traveller is named once for all ways from one place, at the longest of them, and what has none by what it is", () => {
  const journeys = claims.kind.flatMap((kind, row) => (kind === Kind.journey ? [row] : []));
  const known = journeys.find((row) => index.peopleOf(row).length > 0)!;
  const way = (length: number, y: number) => ({ points: Float32Array.of(0, y, length, y), length });
  const journey = (row: number, length: number, y: number) => ({
    row,
    line: way(length, y),
    certaintyStyle: 0,
    ends: [0, 1],
    openEnd: null,
  });
  const scene = {
    routes: [journey(known, 50, 10), journey(known, 200, 20), journey(known, 90, 30)],
  } as unknown as Partial<LabelInput>;
  const wishes = wishesOf([], scene);
  expect(wishes).toHaveLength(1);
  expect(wishes[0]!.y).toBe(20);
  expect(wishes[0]!.texts[0]!.map(({ text }) => text).join(" ")).toBe(
    index
      .peopleOf(known)
      .map((person) => index.personName(person))
      .join(", "),
  );
  expect(wishesOf([], { ...scene, isPointVisible: () => false })).toEqual([]);
});

test("a way of which one end is not known bears no name beside the ways of another traveller, and one alone does", () => {
  const [first, second] = claims.kind.flatMap((kind, row) => (kind === Kind.journey ? [row] : []));
  const way = { points: Float32Array.of(0, 0, 60, 0), length: 60 };
  const journey = (row: number, open: "from" | "to" | null) => ({
    row,
    line: way,
    certaintyStyle: 0,
    ends: [0],
    openEnd: open,
  });
  const named = (...journeys: ReturnType<typeof journey>[]) =>
    wishesOf([], { routes: journeys } as unknown as Partial<LabelInput>).map(({ row }) => row);
  expect(named(journey(first!, "to"))).toEqual([first]);
  expect(named(journey(first!, "to"), journey(second!, null))).toEqual([second]);
});

test("a group that is open is named outside its rings", () => {
  const expanded = [{ anchor: 0, radius: 70 }];
  const fan = {
    dx: [],
    dy: [],
    anchor: [0, 0],
    hidden: [0, 0],
    badges: [],
    expanded,
  } as unknown as LabelInput["clusters"];
  const [town] = wishesOf([OFFICE, RAID], { clusters: fan, expanded: new Set([0]) });
  expect(town!.radius).toBeGreaterThanOrEqual(70);
  expect(town!.markRadius).toBe(8);
});

test("a long name of a town stands whole over what is there", () => {
  const long = { ...index, placeName: () => "An address that is longer than a line can be" };
  const named = Object.assign(Object.create(Object.getPrototypeOf(index) as object) as typeof index, long);
  const [lines] = wishesOf([RAID], { index: named })[0]!.texts;
  expect(
    lines!
      .filter(({ textStyle: voice }) => voice === "place")
      .map(({ text }) => text)
      .join(" "),
  ).toBe("An address that is longer than a line can be");
});
