import { expect, test } from "vitest";
import type { Viewport } from "../src/geometry/boxes";
import { clippedRings, decodePolyline } from "../src/geometry/polylines";

const viewportWith = (part: Partial<Viewport> = {}): Viewport => ({
  scale: 1,
  originX: 0,
  originY: 0,
  width: 100,
  height: 100,
  ...part,
});
/** The points of a ring as it is drawn. */
function drawn(coded: number[], view: Viewport, margin = 10): [number, number][] {
  const points = clippedRings([decodePolyline(coded, 1)], view, margin).flat();
  return Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i]!, points[2 * i + 1]!]);
}

test("deltas are decoded, and the y axis is flipped", () => {
  const ring = decodePolyline([20, 40, 20, 0, 0, -20], 20);
  expect([...ring.points]).toEqual([1, -2, 2, -2, 2, -1]);
  expect([ring.x0, ring.y0, ring.x1, ring.y1]).toEqual([1, -2, 2, -1]);
});

test("a ring outside the viewport is not drawn", () => {
  expect(drawn([500, -10, 20, 0, 0, -20], viewportWith())).toEqual([]);
});

test("a ring around the viewport is clipped to it and its margin", () => {
  const points = drawn([-5000, 5000, 10000, 0, 0, -10000, -10000, 0], viewportWith());
  expect(points.at(-1)).toEqual(points[0]);
  for (const [x, y] of points) {
    expect(x).toBeGreaterThanOrEqual(-10);
    expect(x).toBeLessThanOrEqual(110);
    expect(y).toBeGreaterThanOrEqual(-10);
    expect(y).toBeLessThanOrEqual(110);
  }
  expect(area(points)).toBeCloseTo(120 * 120, 6);
});

test("the part of a ring inside the viewport keeps its area", () => {
  const points = drawn([50, -50, 100, 0, 0, -20, -100, 0], viewportWith(), 0);
  expect(area(points)).toBeCloseTo(50 * 20, 6);
});

test("points closer than half a pixel are left out", () => {
  const dense = Array.from({ length: 400 }, (_, i) =>
    i === 0 ? [10, -10] : i < 200 ? [0.25, 0] : i === 200 ? [0, -40] : [-0.25, 0],
  ).flat();
  expect(drawn(dense, viewportWith()).length).toBeLessThan(220);
});

function area(points: readonly [number, number][]): number {
  let twice = 0;
  points.forEach(([x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length]!;
    twice += x * ny - nx * y;
  });
  return Math.abs(twice) / 2;
}
