/** The densities of routes and links: fine lines by weight, and where routes end. */

import type { DisplayList } from "../display-list";
import { type LineDensity, type RouteEnds, SEGMENTS } from "../layout/line-density";
import { Path } from "../path";

/** Widths of a line by how many routes or links it stands for: one, a few, many. */
const WIDTHS = [
  [1, 0.9],
  [4, 1.8],
  [Infinity, 3],
] as const;

/** The lines of a density in few strokes: paler where none of what they stand for is certain. */
export function drawLineDensity(list: DisplayList, density: LineDensity, colour: string, strength: number): void {
  const { count, points, weight, hasCertain, stride } = density;
  let above = 0;
  for (const [upTo, width] of WIDTHS) {
    for (const certain of [0, 1]) {
      const lines = new Path();
      for (let line = 0; line < count; line++) {
        if (weight[line]! <= above || weight[line]! > upTo || hasCertain[line] !== certain) continue;
        const at = line * 2 * (SEGMENTS + 1);
        lines.moveTo(points[at]!, points[at + 1]!);
        for (let i = at + 2 * stride[line]!; i <= at + 2 * SEGMENTS; i += 2 * stride[line]!)
          lines.lineTo(points[i]!, points[i + 1]!);
      }
      // The pieces turn by a few degrees: nothing is seen of a bevel, and it is drawn much faster.
      if (!lines.isEmpty)
        list.stroke(lines, colour, width, { opacity: strength * (certain ? 1 : 0.55), join: "bevel" });
    }
    above = upTo;
  }
}

/** Where routes end and no mark stands. */
export function drawRouteEnds(list: DisplayList, ends: RouteEnds, colour: string, uiScale: number): void {
  const side = 2.4 * uiScale;
  const squares = new Path();
  for (let i = 0; i < ends.length; i += 2) squares.rect(ends[i]! - side / 2, ends[i + 1]! - side / 2, side, side);
  if (!squares.isEmpty) list.fill(squares, colour);
}
