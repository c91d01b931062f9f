/** Hatches as lines: a pattern would be drawn differently by each program, and slowly by some. */

import { Path } from "./path";

/** Fine slanting lines as a path, over a box. */
export function hatchLines(x0: number, y0: number, x1: number, y1: number, gap: number): Path {
  const path = new Path();
  for (let sum = Math.ceil((x0 + y0) / gap) * gap; sum < x1 + y1; sum += gap) {
    const left = Math.max(x0, sum - y1),
      right = Math.min(x1, sum - y0);
    path.moveTo(left, sum - left);
    path.lineTo(right, sum - right);
  }
  return path;
}

/** Fine slanting lines as a path, within a circle. */
export function hatchedCircle(x: number, y: number, radius: number, gap: number): Path {
  const path = new Path();
  const reach = radius * Math.SQRT2;
  for (let sum = Math.ceil((x + y - reach) / gap) * gap; sum < x + y + reach; sum += gap) {
    const distance = (sum - x - y) / 2;
    const half = Math.sqrt(Math.max(0, radius * radius - 2 * distance * distance)) / Math.SQRT2;
    path.moveTo(x + distance - half, y + distance + half);
    path.lineTo(x + distance + half, y + distance - half);
  }
  return path;
}
