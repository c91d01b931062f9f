/** Lines on the screen: their points, their length, the stretch in sight, and points along them. */

import type { Viewport } from "./viewport";

/** A line on the screen: points as [x0, y0, ...] and its length along them. */
export interface ScreenLine {
  points: Float32Array;
  length: number;
}

/** The end of a route that no source gives. */
export type OpenEnd = "from" | "to";

/** Pixels that a straight piece of a bow covers at least. */
const MIN_PIECE_PX = 8;

/**
 * A path in world pixels, brought to the screen and raised to its right.
 *
 * `bowRatio` is the height of the bow as a part of its length; two lines between the same places, there and back, lie
 * apart.
 */
export function bowedScreenLine(
  world: Float64Array,
  { scale, originX, originY }: Viewport,
  bowRatio: number,
  shiftX = 0,
): ScreenLine {
  const x0 = world[0]!,
    y0 = world[1]!;
  const spanX = (world[world.length - 2]! - x0) * scale;
  const spanY = (world[world.length - 1]! - y0) * scale;
  const chord = Math.hypot(spanX, spanY) || 1;
  const height = Math.sign(bowRatio) * Math.min(Math.abs(bowRatio) * chord, 110);
  // A short line needs few of its points.
  const all = world.length / 2 - 1;
  const pieces = Math.min(all, Math.max(8, Math.ceil(chord / MIN_PIECE_PX)));
  const points = new Float32Array(2 * (pieces + 1));
  for (let piece = 0; piece <= pieces; piece++) {
    const i = Math.round((piece * all) / pieces);
    const bow = Math.sin((Math.PI * i) / all) * height;
    points[2 * piece] = (world[2 * i]! + shiftX) * scale - originX + (spanY / chord) * bow;
    points[2 * piece + 1] = world[2 * i + 1]! * scale - originY - (spanX / chord) * bow;
  }
  return withLength(points);
}

export function withLength(points: Float32Array): ScreenLine {
  let length = 0;
  for (let i = 2; i < points.length; i += 2)
    length += Math.hypot(points[i]! - points[i - 2]!, points[i + 1]! - points[i - 1]!);
  return { points, length };
}

/** A short bow that comes in to a place, or leaves it, where the other end is not known. */
export function openEndLine(x: number, y: number, arriving: boolean, turn: number): ScreenLine {
  const reach = 46;
  const angle = -2.45 + turn * 0.5;
  const steps = 12;
  const points = new Float32Array((steps + 1) * 2);
  for (let i = 0; i <= steps; i++) {
    const t = arriving ? 1 - i / steps : i / steps;
    const bend = angle + (1 - t) * 0.5;
    points[2 * i] = x + Math.cos(bend) * reach * t;
    points[2 * i + 1] = y + Math.sin(bend) * reach * t;
  }
  return withLength(points);
}

export interface ScreenSize {
  width: number;
  height: number;
}
/** For a canvas whose edges do not matter. */
export const UNBOUNDED_SIZE: ScreenSize = { width: 1e9, height: 1e9 };

/** How far outside of a canvas a line is still drawn: its width, its arrow, the bow of a dash. */
const VISIBLE_MARGIN_PX = 40;

/** The stretch of a line, in pixels along it, that lies on a canvas of this size; null where it stays outside. */
export function visibleStretch(
  { points }: ScreenLine,
  { width, height }: { width: number; height: number },
): [from: number, to: number] | null {
  let from = Infinity,
    to = -Infinity;
  let walked = 0;
  for (let i = 2; i < points.length; i += 2) {
    const x = points[i - 2]!,
      y = points[i - 1]!;
    const dx = points[i]! - x,
      dy = points[i + 1]! - y;
    const step = Math.hypot(dx, dy);
    // Liang and Barsky's clipping of a straight piece at the sides of a box.
    let enter = 0,
      leave = 1;
    for (const [at, by, low, high] of [
      [x, dx, -VISIBLE_MARGIN_PX, width + VISIBLE_MARGIN_PX],
      [y, dy, -VISIBLE_MARGIN_PX, height + VISIBLE_MARGIN_PX],
    ] as const) {
      if (by === 0) {
        if (at < low || at > high) leave = -1;
        continue;
      }
      const a = (low - at) / by,
        b = (high - at) / by;
      enter = Math.max(enter, Math.min(a, b));
      leave = Math.min(leave, Math.max(a, b));
    }
    if (enter <= leave) {
      from = Math.min(from, walked + step * enter);
      to = Math.max(to, walked + step * leave);
    }
    walked += step;
  }
  return from <= to ? [from, to] : null;
}

/** Position and direction at a distance along a line. */
export function pointAlong({ points }: ScreenLine, distance: number): { x: number; y: number; ux: number; uy: number } {
  let walked = 0;
  let last = { x: points[0] ?? 0, y: points[1] ?? 0, ux: 1, uy: 0 };
  for (let i = 2; i < points.length; i += 2) {
    const x = points[i - 2]!,
      y = points[i - 1]!;
    const step = Math.hypot(points[i]! - x, points[i + 1]! - y);
    if (step === 0) continue;
    const ux = (points[i]! - x) / step,
      uy = (points[i + 1]! - y) / step;
    if (walked + step >= distance) return { x: x + ux * (distance - walked), y: y + uy * (distance - walked), ux, uy };
    walked += step;
    last = { x: points[i]!, y: points[i + 1]!, ux, uy };
  }
  return last;
}

/** Put a point on a line every so many pixels, as far as it lies on a canvas of this size. */
export function sampleAlong(
  line: ScreenLine,
  stepPx: number,
  size: ScreenSize,
  into: { add(x: number, y: number, weight: number): void },
  weight = 1,
): void {
  const stretch = visibleStretch(line, size);
  if (!stretch) return;
  const { points, length } = line;
  const end = Math.min(length, stretch[1]);
  let walked = 0;
  let next = Math.ceil(stretch[0] / stepPx) * stepPx;
  for (let i = 2; i < points.length; i += 2) {
    const x = points[i - 2]!,
      y = points[i - 1]!;
    const dx = points[i]! - x,
      dy = points[i + 1]! - y;
    const step = Math.hypot(dx, dy);
    for (; next < end && next <= walked + step && step > 0; next += stepPx)
      into.add(x + (dx * (next - walked)) / step, y + (dy * (next - walked)) / step, weight);
    walked += step;
  }
}

/** Distance in pixels from a point to a line. */
export function distanceToLine({ points }: ScreenLine, x: number, y: number): number {
  let nearest = Infinity;
  for (let i = 2; i < points.length; i += 2) {
    const ax = points[i - 2]!,
      ay = points[i - 1]!;
    const dx = points[i]! - ax,
      dy = points[i + 1]! - ay;
    const squared = dx * dx + dy * dy;
    const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
    nearest = Math.min(nearest, Math.hypot(x - ax - dx * t, y - ay - dy * t));
  }
  return nearest;
}
