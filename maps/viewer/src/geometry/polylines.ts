/** Rings and lines of the basemap: decoded once, then clipped to each viewport and thinned to its pixels. */

import { type Box, boundsOf, frameBox, grown, overlaps } from "./boxes";
import { boxOnScreen, type Viewport } from "./viewport";

/** A path that lines are added to. */
export interface LineTarget {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** Points of a line or a ring, as [x0, y0, ...], in the box of them all. */
export interface Polyline extends Box {
  points: Float64Array;
}

/** Undo the delta coding; kilometres of the projection (y up) become world pixels (y down). */
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

// Two buffers for the clipping, kept from call to call: a ring has up to some ten thousand points.
let clipInput = new Float64Array(1 << 16);
let clipOutput = new Float64Array(1 << 16);

function ensureCapacity(values: number): void {
  if (clipInput.length >= values) return;
  clipInput = new Float64Array(values * 2);
  clipOutput = new Float64Array(values * 2);
}

/** Sutherland and Hodgman's clipping at one side: keep where `sign * coordinate >= sign * at`. */
function clipToSide(length: number, axis: 0 | 1, sign: 1 | -1, at: number): number {
  let out = 0;
  const isIn = (i: number): boolean => sign * clipInput[i + axis]! >= sign * at;
  for (let i = 0, previous = length - 2; i < length; previous = i, i += 2) {
    if (isIn(i) !== isIn(previous)) {
      const from = clipInput[previous + axis]!,
        other = clipInput[previous + 1 - axis]!;
      const t = (at - from) / (clipInput[i + axis]! - from);
      clipOutput[out + axis] = at;
      clipOutput[out + 1 - axis] = other + t * (clipInput[i + 1 - axis]! - other);
      out += 2;
    }
    if (isIn(i)) {
      clipOutput[out++] = clipInput[i]!;
      clipOutput[out++] = clipInput[i + 1]!;
    }
  }
  [clipInput, clipOutput] = [clipOutput, clipInput];
  return out;
}

/**
 * Add the rings that the viewport shows to a path, in screen pixels; what lies further than `margin` outside is clipped.
 *
 * Each ends where it began, by a line: Chromium copies the complete path each time that a part of it is closed. Stroke
 * it with round caps.
 */
export function addClippedRings(
  path: LineTarget,
  rings: readonly Polyline[],
  viewport: Viewport,
  margin: number,
  tolerancePx = 0.5,
): void {
  const { scale, originX, originY } = viewport;
  const frame = grown(frameBox(viewport), margin);
  for (const ring of rings) {
    const { x0, y0, x1, y1 } = boxOnScreen(viewport, ring);
    if (!overlaps({ x0, y0, x1, y1 }, frame) || Math.max(x1 - x0, y1 - y0) < tolerancePx) continue;
    ensureCapacity(ring.points.length * 2 + 64);
    let length = 0;
    let lastX = Infinity,
      lastY = Infinity;
    for (let i = 0; i < ring.points.length; i += 2) {
      const x = ring.points[i]! * scale - originX;
      const y = ring.points[i + 1]! * scale - originY;
      if (Math.abs(x - lastX) < tolerancePx && Math.abs(y - lastY) < tolerancePx) continue;
      clipInput[length++] = lastX = x;
      clipInput[length++] = lastY = y;
    }
    if (x0 < frame.x0) length = clipToSide(length, 0, 1, frame.x0);
    if (x1 > frame.x1) length = clipToSide(length, 0, -1, frame.x1);
    if (y0 < frame.y0) length = clipToSide(length, 1, 1, frame.y0);
    if (y1 > frame.y1) length = clipToSide(length, 1, -1, frame.y1);
    if (length < 6) continue;
    path.moveTo(clipInput[0]!, clipInput[1]!);
    for (let i = 2; i < length; i += 2) path.lineTo(clipInput[i]!, clipInput[i + 1]!);
    path.lineTo(clipInput[0]!, clipInput[1]!);
  }
}
