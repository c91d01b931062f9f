/** The part of the world that a canvas shows. */

import type { Box, Size } from "./boxes";

/** The size of a canvas in pixels, and how world pixels become its own: `screen = world * scale - origin`. */
export interface Viewport extends Size {
  scale: number;
  originX: number;
  originY: number;
}

/** Points of the world, as [x0, y0, ...], in pixels of the canvas. */
export const onScreen = ({ scale, originX, originY }: Viewport, points: Float64Array): Float64Array =>
  points.map((value, i) => value * scale - (i % 2 === 0 ? originX : originY));

export const boxOnScreen = ({ scale, originX, originY }: Viewport, { x0, y0, x1, y1 }: Box): Box => ({
  x0: x0 * scale - originX,
  y0: y0 * scale - originY,
  x1: x1 * scale - originX,
  y1: y1 * scale - originY,
});

/** Where the map repeats sideways: how far a position must be moved to stand nearest to the middle of the viewport. */
export function wrapShift(x: number, { scale, originX, width }: Viewport, wrapWidth: number): number {
  if (wrapWidth === 0) return 0;
  const middle = (originX + width / 2) / scale;
  return Math.round((middle - x) / wrapWidth) * wrapWidth;
}
