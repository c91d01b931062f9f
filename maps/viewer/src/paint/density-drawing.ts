/** The densities of routes and links on the canvas: fine lines by weight, and where routes end. */

import { type LineDensity, type RouteEnds, SEGMENTS } from "../map/line-density";

/** Widths of a line by how many routes or links it stands for: one, a few, many. */
const WIDTHS = [
  [1, 0.9],
  [4, 1.8],
  [Infinity, 3],
] as const;

/** The lines of a density in few strokes: paler where none of what they stand for is certain. */
export function paintLineDensity(
  ctx: CanvasRenderingContext2D,
  density: LineDensity,
  colour: string,
  strength: number,
): void {
  const { count, points, weight, hasCertain, stride } = density;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineJoin = "bevel"; // the pieces turn by a few degrees: nothing is seen of it, and it is drawn much faster
  let above = 0;
  for (const [upTo, width] of WIDTHS) {
    for (const certain of [0, 1]) {
      ctx.globalAlpha = strength * (certain ? 1 : 0.55);
      ctx.lineWidth = width;
      ctx.beginPath();
      for (let line = 0; line < count; line++) {
        if (weight[line]! <= above || weight[line]! > upTo || hasCertain[line] !== certain) continue;
        const at = line * 2 * (SEGMENTS + 1);
        ctx.moveTo(points[at]!, points[at + 1]!);
        for (let i = at + 2 * stride[line]!; i <= at + 2 * SEGMENTS; i += 2 * stride[line]!)
          ctx.lineTo(points[i]!, points[i + 1]!);
      }
      ctx.stroke();
    }
    above = upTo;
  }
  ctx.restore();
}

/** Where routes end and no mark stands. */
export function paintRouteEnds(ctx: CanvasRenderingContext2D, ends: RouteEnds, colour: string, uiScale: number): void {
  ctx.fillStyle = colour;
  const side = 2.4 * uiScale;
  for (let i = 0; i < ends.length; i += 2) ctx.fillRect(ends[i]! - side / 2, ends[i + 1]! - side / 2, side, side);
}
