import { expect, test } from "vitest";
import type { LaidOutNetwork } from "../src/scene/drawing/network-drawing";
import { hitAt } from "../src/scene/layout/hit-testing";

const emptyDensity = { nearest: () => ({ line: -1, distance: Infinity }) };
/** A mark of row 3 at (100, 100), and below it the label of row 7, whose own mark is far away. */
const layout = {
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
  routeDensity: emptyDensity,
  linkDensity: emptyDensity,
  visible: { index: { payload: { liaison: {} } } },
} as unknown as LaidOutNetwork;

test("a label hits its own mark, for a finger too, even if another mark is within the finger's tolerance", () => {
  for (const slack of [3, 14]) expect(hitAt(layout, 100, 119, slack)).toEqual({ claim: 7 });
});

test("a mark itself is hit, and beside it a finger hits it where there is no label", () => {
  expect(hitAt(layout, 100, 108, 14)).toEqual({ claim: 3 });
  expect(hitAt(layout, 100, 80, 14)).toEqual({ claim: 3 });
  expect(hitAt(layout, 100, 80, 3)).toBeNull();
});
