/** Ways on the map: tapered arcs of journeys, dotted lines of liaison, and short strokes where one end is unknown. */

import type { Viewport } from "../geometry/polylines";
import { CertaintyStyle } from "./marks";
import type { Palette } from "./palette";

/** A way on the screen: points as [x0, y0, ...] and its length along them. */
export interface ScreenLine {
  points: Float32Array;
  length: number;
}

/** The end of a journey that no source tells. */
export type OpenEnd = "from" | "to";

/** Pixels that a straight piece of a bow covers at least. */
const MIN_PIECE_PX = 8;

/**
 * A path in world pixels, brought to the screen and raised to its right.
 *
 * `raise` is the height of the bow as a part of its length; two ways between the same places, there and back, lie apart.
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
  // A short way needs few of its points.
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

/** How far around the window a way is still drawn: its width, its arrow, the bow of a dash. */
const VISIBLE_MARGIN_PX = 40;

/** The stretch of a way, in pixels along it, that comes into a window; null where it stays outside. */
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
    // Liang and Barsky's cut of a straight piece at the sides of a box.
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

const DASHES: Readonly<Record<CertaintyStyle, readonly [on: number, off: number] | null>> = {
  [CertaintyStyle.solid]: null,
  [CertaintyStyle.hatched]: [15, 4],
  [CertaintyStyle.hollow]: [8, 5],
  [CertaintyStyle.dashed]: [3, 5],
};

interface ScreenSize {
  width: number;
  height: number;
}
const UNBOUNDED_SIZE: ScreenSize = { width: 1e9, height: 1e9 };

export interface RouteStyle {
  certaintyStyle: CertaintyStyle;
  colour: string;
  palette: Palette;
  fiction: boolean;
  /** Width at the origin in pixels. */
  width: number;
  /** Where an end is not known the way fades out. */
  openEnd: OpenEnd | null;
  /** Pixels kept free at the end, where a mark stands. */
  endGapPx: number;
  /** How much of the way has been travelled, 0 to 1. */
  progress: number;
  emphasised: boolean;
}

/** One pass along a way from one distance to another, as a ribbon that narrows. */
function addRibbon(
  ctx: CanvasRenderingContext2D,
  { points, length }: ScreenLine,
  from: number,
  to: number,
  width: number,
  grow: number,
): void {
  const left: number[] = [];
  const right: number[] = [];
  let walked = 0;
  const put = (x: number, y: number, ux: number, uy: number, at: number) => {
    const half = (width * (1 - 0.72 * (at / length)) + grow) / 2;
    left.push(x - uy * half, y + ux * half);
    right.push(x + uy * half, y - ux * half);
  };
  for (let i = 2; i < points.length && walked < to; i += 2) {
    const x = points[i - 2]!,
      y = points[i - 1]!;
    const dx = points[i]! - x,
      dy = points[i + 1]! - y;
    const step = Math.hypot(dx, dy);
    if (step === 0) continue;
    const end = walked + step;
    if (end > from) {
      const ux = dx / step,
        uy = dy / step;
      const a = Math.max(0, from - walked);
      const b = Math.min(step, to - walked);
      if (left.length === 0) put(x + ux * a, y + uy * a, ux, uy, walked + a);
      put(x + ux * b, y + uy * b, ux, uy, walked + b);
    }
    walked = end;
  }
  if (left.length < 4) return;
  ctx.moveTo(left[0]!, left[1]!);
  for (let i = 2; i < left.length; i += 2) ctx.lineTo(left[i]!, left[i + 1]!);
  for (let i = right.length - 2; i >= 0; i -= 2) ctx.lineTo(right[i]!, right[i + 1]!);
  ctx.closePath();
}

/** Position and direction at a distance along a way. */
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

/** Put a point on a way every so many pixels, where it comes into the window. */
export function sampleAlong(
  way: ScreenLine,
  stepPx: number,
  window: ScreenSize,
  into: { add(x: number, y: number, weight: number): void },
  weight = 1,
): void {
  const sight = visibleStretch(way, window);
  if (!sight) return;
  const { points, length } = way;
  const end = Math.min(length, sight[1]);
  let walked = 0;
  let next = Math.ceil(sight[0] / stepPx) * stepPx;
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

/** A colour, given as #rrggbb, that comes out of nothing or goes into it along a way. */
function fadeGradient(
  ctx: CanvasRenderingContext2D,
  { points }: ScreenLine,
  colour: string,
  open: OpenEnd,
): CanvasGradient {
  const gradient = ctx.createLinearGradient(
    points[0]!,
    points[1]!,
    points[points.length - 2]!,
    points[points.length - 1]!,
  );
  gradient.addColorStop(open === "from" ? 0 : 1, `${colour}00`);
  gradient.addColorStop(open === "from" ? 0.8 : 0.2, colour);
  return gradient;
}

function addArrowhead(ctx: CanvasRenderingContext2D, tip: ReturnType<typeof pointAlong>, size: number): void {
  const { x, y, ux, uy } = tip;
  ctx.moveTo(x, y);
  ctx.lineTo(x - ux * size - uy * size * 0.48, y - uy * size + ux * size * 0.48);
  ctx.lineTo(x - ux * size * 0.72, y - uy * size * 0.72);
  ctx.lineTo(x - ux * size + uy * size * 0.48, y - uy * size - ux * size * 0.48);
  ctx.closePath();
}

/** A way as a tapered arc; only what of it comes into the window. */
export function drawRoute(
  ctx: CanvasRenderingContext2D,
  way: ScreenLine,
  style: RouteStyle,
  window: ScreenSize = UNBOUNDED_SIZE,
): void {
  const sight = visibleStretch(way, window);
  if (!sight) return;
  const clear = Math.min(style.endGapPx, way.length * 0.3);
  const end = (way.length - clear) * style.progress;
  const head = Math.max(7, style.width * 2.1);
  const body = Math.max(0, end - head * 0.7);
  const width = style.emphasised ? style.width * 1.5 : style.width;
  ctx.save();
  ctx.lineJoin = "round";
  ctx.fillStyle = style.palette.halo;
  ctx.globalAlpha = 0.55;
  ctx.beginPath();
  addRibbon(ctx, way, 0, body, width, 2.6);
  ctx.fill();
  ctx.globalAlpha = style.emphasised ? 1 : 0.9;
  ctx.fillStyle = ctx.strokeStyle = style.openEnd ? fadeGradient(ctx, way, style.colour, style.openEnd) : style.colour;
  ctx.beginPath();
  const dash = DASHES[style.certaintyStyle];
  if (!dash) addRibbon(ctx, way, 0, body, width, 0);
  else {
    const [on, off] = dash;
    const first = Math.max(0, Math.floor(sight[0] / (on + off)) * (on + off));
    for (let at = first; at < Math.min(body, sight[1]); at += on + off)
      addRibbon(ctx, way, at, Math.min(body, at + on), width, 0);
  }
  // Fiction is drawn as an empty ribbon: another book, another pen.
  if (style.fiction) {
    ctx.lineWidth = 1;
    ctx.stroke();
  } else ctx.fill();
  ctx.beginPath();
  addArrowhead(ctx, pointAlong(way, end), head);
  if (style.certaintyStyle === CertaintyStyle.solid || style.certaintyStyle === CertaintyStyle.hatched) ctx.fill();
  else {
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  ctx.restore();
}

/** A dot of this radius, in pixels of the screen, looks the same square, and is drawn much faster. */
const MAX_SQUARE_DOT_PX = 1.2;

/** Dots along a line of liaison: the surer, the denser. */
export function drawLink(
  ctx: CanvasRenderingContext2D,
  way: ScreenLine,
  colour: string,
  certaintyLevel: number,
  emphasised: boolean,
  unit: number,
  alpha: number,
  window: ScreenSize = UNBOUNDED_SIZE,
): void {
  const sight = visibleStretch(way, window);
  if (!sight) return;
  const gap = [4.2, 6.4, 10][certaintyLevel] ?? 6.4;
  const radius = (emphasised ? 1.7 : 1.15) * unit;
  const square = radius * ctx.getTransform().a <= MAX_SQUARE_DOT_PX;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.globalAlpha = emphasised ? 1 : alpha;
  ctx.beginPath();
  const { points } = way;
  let next = 10 + Math.max(0, Math.floor((sight[0] - 10) / (gap * unit))) * gap * unit;
  let walked = 0;
  for (let i = 2; i < points.length; i += 2) {
    const x = points[i - 2]!,
      y = points[i - 1]!;
    const dx = points[i]! - x,
      dy = points[i + 1]! - y;
    const step = Math.hypot(dx, dy);
    while (next <= walked + step && next < Math.min(way.length - 10, sight[1])) {
      const t = (next - walked) / step;
      if (square) ctx.rect(x + dx * t - radius * 0.9, y + dy * t - radius * 0.9, radius * 1.8, radius * 1.8);
      else {
        ctx.moveTo(x + dx * t + radius, y + dy * t);
        ctx.arc(x + dx * t, y + dy * t, radius, 0, 2 * Math.PI);
      }
      next += gap * unit;
    }
    walked += step;
  }
  ctx.fill();
  ctx.restore();
}

/** Distance in pixels from a point to a way. */
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
