/** Path data of SVG: the same points as the path, in few characters. */

import { expect, test } from "vitest";
import { Path } from "../src/scene/path";

/** The points of path data of moves and lines, relative lines added up. */
function pointsOf(data: string): [number, number][] {
  let [x, y] = [0, 0];
  const points: [number, number][] = [];
  for (const [, command, numbers] of data.matchAll(/([Ml])([^Mlz]*)/g)) {
    const [a, b] = (numbers!.match(/-?\d*\.?\d+/g) ?? []).map(Number) as [number, number];
    [x, y] = command === "M" ? [a, b] : [x + a, y + b];
    points.push([x, y]);
  }
  return points;
}

test("a line of thousands of points does not drift: each is within a hundredth of where it is", () => {
  const path = new Path();
  const points = Array.from({ length: 5000 }, (_, i): [number, number] => [Math.sin(i) * 37.123, i * 0.0049]);
  points.forEach(([x, y], i) => {
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  const written = pointsOf(path.toData());
  expect(written.length).toBe(points.length);
  written.forEach(([x, y], i) => {
    expect(Math.abs(x - points[i]![0])).toBeLessThan(0.0051);
    expect(Math.abs(y - points[i]![1])).toBeLessThan(0.0051);
  });
});

test("numbers are as short as SVG allows", () => {
  const path = new Path();
  path.moveTo(1, 2);
  path.lineTo(1.5, 1.25);
  path.lineTo(0.5, 2);
  path.closePath();
  path.lineTo(2, 3);
  expect(path.toData()).toBe("M1 2l.5-.75l-1 .75zl1 1");
});
