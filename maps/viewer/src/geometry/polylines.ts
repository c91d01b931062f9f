/** Rings and lines of the basemap: decoded once, then clipped to each viewport and thinned to its pixels. */

import type { Viewport } from "./viewport";

/** A path that lines are added to. */
export interface LineTarget {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

export interface Polyline {
  points: Float64Array;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** Undo the delta coding; kilometres of the projection (y up) become world pixels (y down). */
export function decodePolyline(coded: readonly number[], kmPerPixel: number): Polyline {
  const points = new Float64Array(coded.length);
  let x = 0;
  let y = 0;
  let minX = Infinity,
    minY = Infinity,
    maxX = -Infinity,
    maxY = -Infinity;
  for (let i = 0; i + 1 < coded.length; i += 2) {
    x += coded[i]!;
    y += coded[i + 1]!;
    const worldX = x / kmPerPixel;
    const worldY = -y / kmPerPixel;
    points[i] = worldX;
    points[i + 1] = worldY;
    minX = Math.min(minX, worldX);
    maxX = Math.max(maxX, worldX);
    minY = Math.min(minY, worldY);
    maxY = Math.max(maxY, worldY);
  }
  return { points, minX, minY, maxX, maxY };
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
  if (length === 0) return 0;
  let px = clipInput[length - 2]!;
  let py = clipInput[length - 1]!;
  let pIn = sign * (axis === 0 ? px : py) >= sign * at;
  for (let i = 0; i < length; i += 2) {
    const x = clipInput[i]!;
    const y = clipInput[i + 1]!;
    const isIn = sign * (axis === 0 ? x : y) >= sign * at;
    if (isIn !== pIn) {
      const t = axis === 0 ? (at - px) / (x - px) : (at - py) / (y - py);
      clipOutput[out++] = axis === 0 ? at : px + t * (x - px);
      clipOutput[out++] = axis === 0 ? py + t * (y - py) : at;
    }
    if (isIn) {
      clipOutput[out++] = x;
      clipOutput[out++] = y;
    }
    px = x;
    py = y;
    pIn = isIn;
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
  const { scale, originX, originY, width, height } = viewport;
  const left = -margin,
    top = -margin,
    right = width + margin,
    bottom = height + margin;
  for (const ring of rings) {
    const x0 = ring.minX * scale - originX,
      x1 = ring.maxX * scale - originX;
    const y0 = ring.minY * scale - originY,
      y1 = ring.maxY * scale - originY;
    if (x1 < left || x0 > right || y1 < top || y0 > bottom) continue;
    if (Math.max(x1 - x0, y1 - y0) < tolerancePx) continue;
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
    if (x0 < left) length = clipToSide(length, 0, 1, left);
    if (x1 > right) length = clipToSide(length, 0, -1, right);
    if (y0 < top) length = clipToSide(length, 1, 1, top);
    if (y1 > bottom) length = clipToSide(length, 1, -1, bottom);
    if (length < 6) continue;
    path.moveTo(clipInput[0]!, clipInput[1]!);
    for (let i = 2; i < length; i += 2) path.lineTo(clipInput[i]!, clipInput[i + 1]!);
    path.lineTo(clipInput[0]!, clipInput[1]!);
  }
}

/** Add open lines to a path, in screen pixels. */
export function addPolylines(
  path: LineTarget,
  lines: readonly Polyline[],
  { scale, originX, originY }: Viewport,
): void {
  for (const { points } of lines) {
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i]! * scale - originX;
      const y = points[i + 1]! * scale - originY;
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
  }
}
