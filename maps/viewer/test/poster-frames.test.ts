/** The frames of a poster, for many random networks: what they hold, and what they leave free. */

import { expect, test } from "vitest";
import { detailBox, insetFrame, mainFrame } from "../src/poster/poster-frames";
import { numbers } from "./random";

type Point = [number, number];

/** A crowd of marks near one another, and some far away, in world pixels. */
function network(seed: number): { crowd: Point[]; far: Point[] } {
  const random = numbers(seed + 1);
  const around = (x: number, y: number, reach: number): Point => [
    x + (random() - 0.5) * reach,
    y + (random() - 0.5) * reach,
  ];
  const crowd = Array.from({ length: 20 }, () => around(-40, -80, 30));
  const far = Array.from({ length: 4 }, () => around(0, 0, 800));
  return { crowd, far };
}

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

test("the main map holds every place, with a margin", () => {
  for (const seed of SEEDS) {
    const { crowd, far } = network(seed);
    const { viewport } = mainFrame([...crowd, ...far]);
    for (const [x, y] of [...crowd, ...far]) {
      const [px, py] = [x * viewport.scale - viewport.originX, y * viewport.scale - viewport.originY];
      expect(px).toBeGreaterThan(viewport.width * 0.069);
      expect(px).toBeLessThan(viewport.width * 0.931);
      expect(py).toBeGreaterThan(viewport.height * 0.069);
      expect(py).toBeLessThan(viewport.height * 0.931);
    }
  }
});

test("an inset shows the crowd at twice the scale, and lies where no mark stands", () => {
  let found = 0;
  for (const seed of SEEDS) {
    const { crowd, far } = network(seed);
    const marks = [...crowd, ...far];
    const main = mainFrame(marks);
    const inset = insetFrame(marks, main);
    if (!inset) continue;
    found++;
    expect(inset.viewport.scale).toBeCloseTo(2 * main.viewport.scale, 9);
    const detail = detailBox(main, inset);
    let inDetail = 0;
    for (const [x, y] of marks) {
      const [px, py] = [
        x * main.viewport.scale - main.viewport.originX,
        y * main.viewport.scale - main.viewport.originY,
      ];
      inDetail += Number(px >= detail.x0 && px <= detail.x1 && py >= detail.y0 && py <= detail.y1);
      const [left, top] = [inset.x - main.x, inset.y - main.y];
      const isCovered =
        px >= left && px <= left + inset.viewport.width && py >= top && py <= top + inset.viewport.height;
      expect(isCovered).toBe(false);
    }
    expect(inDetail).toBeGreaterThanOrEqual(crowd.length);
  }
  expect(found).toBeGreaterThan(10);
});

test("of more than two hundred places the densest part is found too", () => {
  const random = numbers(7);
  const crowd = Array.from({ length: 600 }, (): Point => [-300 + random() * 40, -200 + random() * 20]);
  const far = Array.from({ length: 60 }, (): Point => [-300 + random() * 600, -200 + random() * 100]);
  const marks = [...crowd, ...far];
  const main = mainFrame(marks);
  const inset = insetFrame(marks, main)!;
  const { x0, x1, y0, y1 } = detailBox(main, inset);
  const [x, y] = [
    -280 * main.viewport.scale - main.viewport.originX,
    -190 * main.viewport.scale - main.viewport.originY,
  ];
  expect(x > x0 && x < x1 && y > y0 && y < y1).toBe(true);
});

test("a network in one place has no inset, and is shown with its surroundings", () => {
  const marks = Array.from({ length: 30 }, (): Point => [10, 20]);
  const main = mainFrame(marks);
  expect(insetFrame(marks, main)).toBeNull();
  expect((main.viewport.width / main.viewport.scale) * 20).toBeCloseTo(2400, 6);
  expect(mainFrame([]).viewport.scale).toBe(main.viewport.scale);
});
