/** The part of the world that a canvas shows. */

/** The size of a canvas in pixels, and how world pixels become its own: `screen = world * scale - origin`. */
export interface Viewport {
  scale: number;
  originX: number;
  originY: number;
  width: number;
  height: number;
}

/** Where the map repeats sideways: how far a position must be moved to stand nearest to the middle of the viewport. */
export function wrapShift(x: number, { scale, originX, width }: Viewport, wrapWidth: number): number {
  if (wrapWidth === 0) return 0;
  const middle = (originX + width / 2) / scale;
  return Math.round((middle - x) / wrapWidth) * wrapWidth;
}
