import { expect, test } from "vitest";
import { labelWishes, type Scene } from "../src/wishes";
import { wordsOf } from "../src/words";
import { fixtureIndex } from "./fixture";
import type { Spots } from "../src/spots";

const index = fixtureIndex();
const { claims, places } = index.payload;
const RAID = claims.id.indexOf("constantinople-raid"), OFFICE = claims.id.indexOf("constantinople");
const ctx = { measureText: (text: string) => ({ width: 6 * text.length }) } as CanvasRenderingContext2D;
const spots = { town: places.id.map((_, place) => place) } as unknown as Spots;

/** The texts that are tried at each of some marks, the longest first; the first mark is the middle of their group. */
function texts(rows: number[], part: Partial<Scene> = {}): string[][] {
  const each = (value: number) => rows.map(() => value);
  const fan = { dx: [], dy: [], hub: each(0), hidden: each(0), chips: [], opened: [] } as unknown as Scene["fan"];
  const scene: Scene = {
    index, spots, words: wordsOf("en"), year: 1927, severalYears: false, rows, x: each(100), y: each(100), radius: each(8), count: rows.length,
    most: 99, fan, ring: 25, scale: 1, unit: 1, selected: new Set(), opened: new Set(), visible: () => true, stops: [], ...part,
  };
  const wishes = labelWishes(ctx, scene);
  return rows.map((row) => wishes.find((wish) => wish.row === row)!.texts.map((lines) => lines.map(({ text }) => text).join(" / ")));
}

test("beside the name of its town an event is told by its title, cut where there is little room, and never by its date alone", () => {
  expect(texts([OFFICE, RAID])[1]).toEqual(["May: Police raid the / office", "May: Police raid the offi…"]);
  expect(texts([OFFICE, RAID], { severalYears: true })[1]).toEqual(["May 1927: Police raid the / office", "May 1927: Police raid the…"]);
});

test("below the name of its town an event may be told by its month", () => {
  expect(texts([RAID])[0]).toEqual(["Constantinople / May: Police raid the / office", "Constantinople / May", "Constantinople"]);
});

test("a second mark of a town that is named already has no date alone either", () => {
  const fan = { dx: [], dy: [], hub: [0, 1], hidden: [0, 0], chips: [], opened: [] } as unknown as Scene["fan"];
  expect(texts([OFFICE, RAID], { fan })[1]).not.toContain("May");
});
