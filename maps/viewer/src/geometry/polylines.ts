/** Rings and lines of the basemap: decoded once, then clipped to each viewport and simplified to its pixels. */

import { type Box, boundsOf, boxOnScreen, frameBox, grown, overlaps, type Viewport } from "./boxes";

/** Points of a line or a ring, as [x0, y0, ...], with their bounding box. */
export interface Polyline extends Box {
  points: Float64Array;
}

/** Decode the deltas, and convert kilometres of the projection (y up) to world pixels (y down). */
export function decodePolyline(coded: readonly number[], kmPerPixel: number): Polyline {
  const points = new Float64Array(coded.length);
  let x = 0,
    y = 0;
  for (let i = 0; i + 1 < coded.length; i += 2) {
    points[i] = (x += coded[i]!) / kmPerPixel;
    points[i + 1] = -(y += coded[i + 1]!) / kmPerPixel;
  }
  return { points, ...boundsOf(points) };
}

/** Sutherland-Hodgman clipping at one side: keep the part where `sign * coordinate >= sign * at`. */
function clippedToSide(points: readonly number[], axis: 0 | 1, sign: 1 | -1, at: number): number[] {
  const clipped: number[] = [];
  const isIn = (i: number): boolean => sign * points[i + axis]! >= sign * at;
  for (let i = 0, previous = points.length - 2; i < points.length; previous = i, i += 2) {
    if (isIn(i) !== isIn(previous)) {
      const from = points[previous + axis]!,
        other = points[previous + 1 - axis]!;
      const crossing = other + ((at - from) / (points[i + axis]! - from)) * (points[i + 1 - axis]! - other);
      if (axis === 0) clipped.push(at, crossing);
      else clipped.push(crossing, at);
    }
    if (isIn(i)) clipped.push(points[i]!, points[i + 1]!);
  }
  return clipped;
}

/**
 * The visible rings in screen pixels, clipped at `margin` pixels outside the viewport.
 *
 * Each ring ends with a line to its first point instead of a closed subpath: Chromium copies the complete path each
 * time a part of it is closed. Stroke it with round caps.
 */
export function clippedRings(rings: Polyline[], viewport: Viewport, margin: number, tolerancePx = 0.5): number[][] {
  const { scale, originX, originY } = viewport;
  const frame = grown(frameBox(viewport), margin);
  const shown: number[][] = [];
  for (const ring of rings) {
    const box = boxOnScreen(viewport, ring);
    if (!overlaps(box, frame) || Math.max(box.x1 - box.x0, box.y1 - box.y0) < tolerancePx) continue;
    let points: number[] = [];
    let lastX = Infinity,
      lastY = Infinity;
    for (let i = 0; i < ring.points.length; i += 2) {
      const x = ring.points[i]! * scale - originX;
      const y = ring.points[i + 1]! * scale - originY;
      if (Math.abs(x - lastX) < tolerancePx && Math.abs(y - lastY) < tolerancePx) continue;
      points.push((lastX = x), (lastY = y));
    }
    if (box.x0 < frame.x0) points = clippedToSide(points, 0, 1, frame.x0);
    if (box.x1 > frame.x1) points = clippedToSide(points, 0, -1, frame.x1);
    if (box.y0 < frame.y0) points = clippedToSide(points, 1, 1, frame.y0);
    if (box.y1 > frame.y1) points = clippedToSide(points, 1, -1, frame.y1);
    if (points.length < 6) continue;
    points.push(points[0]!, points[1]!);
    shown.push(points);
  }
  return shown;
}
