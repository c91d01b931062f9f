/** Lines on the screen: their points, length and visible stretch, and points along them. */

import { frameBox, grown, type Size, type Viewport } from "./boxes";

/** The unknown end of a route: no source gives it. */
export type OpenEnd = "from" | "to";

/** How far outside a canvas a line is still drawn, because of its width, its arrow and the bow of a dash. */
const VISIBLE_MARGIN_PX = 40;

/** A straight piece of a line: its start, direction and length, and the length of the line before it. */
type LinePiece = ReturnType<typeof piecesOf>[number];

export class ScreenLine {
  private knownPieces: LinePiece[] | null = null;

  /** @param points as [x0, y0, ...] */
  constructor(readonly points: Float32Array) {}

  /** The straight pieces, computed on first use: density lines are only drawn and do not need them. */
  get pieces(): readonly LinePiece[] {
    return (this.knownPieces ??= piecesOf(this.points));
  }

  get length(): number {
    const last = this.pieces.at(-1);
    return last ? last.walked + last.step : 0;
  }

  /** The stretch, in pixels along the line, that lies on a canvas of this size; null if none does. */
  visibleStretch(size: Size): [from: number, to: number] | null {
    const { x0, y0, x1, y1 } = grown(frameBox(size), VISIBLE_MARGIN_PX);
    let from = Infinity,
      to = -Infinity;
    for (const { x, y, ux, uy, step, walked } of this.pieces) {
      // Liang-Barsky clipping of a straight piece to a box.
      let enter = 0,
        leave = step;
      for (const [at, by, low, high] of [
        [x, ux, x0, x1],
        [y, uy, y0, y1],
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
      if (enter > leave) continue;
      from = Math.min(from, walked + enter);
      to = Math.max(to, walked + leave);
    }
    return from <= to ? [from, to] : null;
  }

  /** Position and direction at a distance along the line. */
  pointAt(distance: number): { x: number; y: number; ux: number; uy: number } {
    const piece =
      this.pieces.find(({ step, walked }) => step > 0 && walked + step >= distance) ??
      this.pieces.findLast(({ step }) => step > 0);
    if (!piece) return { x: this.points[0] ?? 0, y: this.points[1] ?? 0, ux: 1, uy: 0 };
    const { x, y, ux, uy, step, walked } = piece;
    const along = Math.min(step, distance - walked);
    return { x: x + ux * along, y: y + uy * along, ux, uy };
  }

  /** Visit a point every `stepPx` pixels on a canvas of this size, except within `endGapPx` of the ends. */
  sample(stepPx: number, size: Size, visit: (x: number, y: number) => void, endGapPx = 0): void {
    const stretch = this.visibleStretch(size);
    if (!stretch) return;
    const end = Math.min(this.length - endGapPx, stretch[1]);
    let next = endGapPx + Math.max(0, Math.floor((stretch[0] - endGapPx) / stepPx)) * stepPx;
    for (const { x, y, ux, uy, step, walked } of this.pieces)
      for (; next < end && next <= walked + step; next += stepPx)
        visit(x + ux * (next - walked), y + uy * (next - walked));
  }

  /** Distance in pixels from a point to the line. */
  distanceTo(x: number, y: number): number {
    const { points } = this;
    let nearest = Infinity;
    for (let i = 2; i < points.length; i += 2) {
      const ax = points[i - 2]!,
        ay = points[i - 1]!;
      const dx = points[i]! - ax,
        dy = points[i + 1]! - ay;
      const squared = dx * dx + dy * dy;
      const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
      nearest = Math.min(nearest, (x - ax - dx * t) ** 2 + (y - ay - dy * t) ** 2);
    }
    return Math.sqrt(nearest);
  }
}

function piecesOf(points: ArrayLike<number>) {
  const pieces = [];
  let walked = 0;
  for (let i = 2; i < points.length; i += 2) {
    const x = points[i - 2]!,
      y = points[i - 1]!;
    const dx = points[i]! - x,
      dy = points[i + 1]! - y;
    const step = Math.hypot(dx, dy);
    pieces.push({ x, y, ux: dx / (step || 1), uy: dy / (step || 1), step, walked });
    walked += step;
  }
  return pieces;
}

/** The line through `at(t)` for `t` from 0 to 1, in this many straight pieces. */
export function lineThrough(pieces: number, at: (t: number) => [x: number, y: number]): ScreenLine {
  const points = new Float32Array(2 * (pieces + 1));
  for (let i = 0; i <= pieces; i++) points.set(at(i / pieces), 2 * i);
  return new ScreenLine(points);
}

/**
 * A path in world pixels, converted to screen pixels and bowed to its right.
 *
 * `bowRatio` is the height of the bow as a fraction of its chord, so that the lines there and back between the same
 * places lie apart. A short line uses few of the path's points: one for about 8 pixels of the chord, but at least 8
 * pieces if the path has as many.
 */
export function bowedScreenLine(
  world: Float64Array,
  { scale, originX, originY }: Viewport,
  bowRatio: number,
  shiftX = 0,
): ScreenLine {
  const spanX = (world.at(-2)! - world[0]!) * scale;
  const spanY = (world.at(-1)! - world[1]!) * scale;
  const chord = Math.hypot(spanX, spanY) || 1;
  const height = Math.sign(bowRatio) * Math.min(Math.abs(bowRatio) * chord, 110);
  const all = world.length / 2 - 1;
  return lineThrough(Math.min(all, Math.max(8, Math.ceil(chord / 8))), (t) => {
    const i = Math.round(t * all);
    const bow = Math.sin((Math.PI * i) / all) * height;
    const x = (world[2 * i]! + shiftX) * scale - originX + (spanY / chord) * bow;
    return [x, world[2 * i + 1]! * scale - originY - (spanX / chord) * bow];
  });
}

/** A short bow that arrives at a place or leaves it, for a route whose other end is unknown. */
export function openEndLine(x: number, y: number, arriving: boolean, turn: number): ScreenLine {
  const reach = 46;
  return lineThrough(12, (t) => {
    const away = arriving ? 1 - t : t;
    const bend = -2.45 + turn * 0.5 + (1 - away) * 0.5;
    return [x + Math.cos(bend) * reach * away, y + Math.sin(bend) * reach * away];
  });
}
