import { expect, test } from "vitest";
import { hitAt } from "../src/map/hit-testing";
import type { LaidOutNetwork } from "../src/paint/network-drawing";

const nowhere = { nearest: () => ({ line: -1, distance: Infinity }) };
/** A mark of row 3 at (100, 100), and below it the name of row 7, whose own mark is far away. */
const picture = {
  clusters: { badges: [], hidden: [0] },
  count: 1,
  x: [100],
  y: [100],
  radius: [9],
  rows: [3],
  uiScale: 1,
  labelCandidates: [{ row: 7 }],
  labels: [{ candidate: 0, box: { x0: 80, y0: 112, x1: 140, y1: 126 } }],
  routes: [],
  links: [],
  routeDensity: nowhere,
  linkDensity: nowhere,
  visible: { index: { payload: { liaison: {} } } },
} as unknown as LaidOutNetwork;

test("a word means what it names, to a finger too, though another mark is nearer than a finger is wide", () => {
  for (const slack of [3, 14]) expect(hitAt(picture, 100, 119, slack)).toEqual({ claim: 7 });
});

test("on a mark itself the mark is meant, and beside it to a finger where no word stands", () => {
  expect(hitAt(picture, 100, 108, 14)).toEqual({ claim: 3 });
  expect(hitAt(picture, 100, 80, 14)).toEqual({ claim: 3 });
  expect(hitAt(picture, 100, 80, 3)).toBeNull();
});
