import { expect, test } from "vitest";
import { hitAt } from "../src/scene/layout/hit-testing";
import type { NetworkScene } from "../src/scene/network-scene";

/** A mark of row 3 at (100, 100), and below it the label of row 7, whose own mark is far away. */
const scene = {
  layout: {
    clusters: { badges: [], hidden: [0] },
    x: [100],
    y: [100],
    radius: [9],
    rows: [3],
    uiScale: 1,
    routes: [],
    links: [],
    routeDensity: [],
    linkDensity: [],
    visible: { index: { payload: { liaison: {} } } },
  },
  names: { labels: [{ candidate: { row: 7 }, box: { x0: 80, y0: 112, x1: 140, y1: 126 } }] },
} as unknown as NetworkScene;

test("a label hits its own mark, for a finger too, even if another mark is within the finger's tolerance", () => {
  for (const slack of [3, 14]) expect(hitAt(scene, 100, 119, slack)).toEqual({ claim: 7 });
});

test("a mark itself is hit, and beside it a finger hits it where there is no label", () => {
  expect(hitAt(scene, 100, 108, 14)).toEqual({ claim: 3 });
  expect(hitAt(scene, 100, 80, 14)).toEqual({ claim: 3 });
  expect(hitAt(scene, 100, 80, 3)).toBeNull();
});
