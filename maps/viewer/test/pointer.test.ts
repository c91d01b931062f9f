import { expect, test } from "vitest";
import type { Picture } from "../src/paint/picture";
import { foundAt } from "../src/pointer";

const nowhere = { nearest: () => ({ line: -1, distance: Infinity }) };
/** A mark of row 3 at (100, 100), and below it the name of row 7, whose own mark is far away. */
const picture = {
  fan: { chips: [], hidden: [0] },
  count: 1,
  x: [100],
  y: [100],
  radius: [9],
  rows: [3],
  unit: 1,
  wishes: [{ row: 7 }],
  labels: [{ wish: 0, box: { x0: 80, y0: 112, x1: 140, y1: 126 } }],
  journeys: [],
  lines: [],
  journeyCrowd: nowhere,
  lineCrowd: nowhere,
  net: { index: { payload: { liaison: {} } } },
} as unknown as Picture;

test("a word means what it names, to a finger too, though another mark is nearer than a finger is wide", () => {
  for (const slack of [3, 14]) expect(foundAt(picture, 100, 119, slack)).toEqual({ claim: 7 });
});

test("on a mark itself the mark is meant, and beside it to a finger where no word stands", () => {
  expect(foundAt(picture, 100, 108, 14)).toEqual({ claim: 3 });
  expect(foundAt(picture, 100, 80, 14)).toEqual({ claim: 3 });
  expect(foundAt(picture, 100, 80, 3)).toBeNull();
});
