/** Draws the lines of the map: routes as tapered arcs, links as dots. */

import {
  type OpenEnd,
  pointAlong,
  type ScreenLine,
  type ScreenSize,
  UNBOUNDED_SIZE,
  visibleStretch,
} from "../geometry/screen-lines";
import { CertaintyStyle } from "./marks";
import type { Palette } from "./palette";

const DASHES: Readonly<Record<CertaintyStyle, readonly [on: number, off: number] | null>> = {
  [CertaintyStyle.solid]: null,
  [CertaintyStyle.hatched]: [15, 4],
  [CertaintyStyle.hollow]: [8, 5],
  [CertaintyStyle.dashed]: [3, 5],
  [CertaintyStyle.dotted]: [1, 5],
};

export interface RouteStyle {
  certaintyStyle: CertaintyStyle;
  colour: string;
  palette: Palette;
  fiction: boolean;
  /** Width at the origin in pixels. */
  width: number;
  /** Where an end is not known the route fades out. */
  openEnd: OpenEnd | null;
  /** Pixels kept free at the end, where a mark stands. */
  endGapPx: number;
  /** How much of the route has been travelled, 0 to 1. */
  progress: number;
  emphasised: boolean;
}

/** One pass along a line from one distance to another, as a ribbon that narrows. */
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

/** A colour, given as #rrggbb, that fades in or out along a line. */
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

/** A route as a tapered arc; only what of it lies on the canvas. */
export function drawRoute(
  ctx: CanvasRenderingContext2D,
  line: ScreenLine,
  style: RouteStyle,
  size: ScreenSize = UNBOUNDED_SIZE,
): void {
  const stretch = visibleStretch(line, size);
  if (!stretch) return;
  const clear = Math.min(style.endGapPx, line.length * 0.3);
  const end = (line.length - clear) * style.progress;
  const head = Math.max(7, style.width * 2.1);
  const body = Math.max(0, end - head * 0.7);
  const width = style.emphasised ? style.width * 1.5 : style.width;
  ctx.save();
  ctx.lineJoin = "round";
  ctx.fillStyle = style.palette.halo;
  ctx.globalAlpha = 0.55;
  ctx.beginPath();
  addRibbon(ctx, line, 0, body, width, 2.6);
  ctx.fill();
  ctx.globalAlpha = style.emphasised ? 1 : 0.9;
  ctx.fillStyle = ctx.strokeStyle = style.openEnd ? fadeGradient(ctx, line, style.colour, style.openEnd) : style.colour;
  ctx.beginPath();
  const dash = DASHES[style.certaintyStyle];
  if (!dash) addRibbon(ctx, line, 0, body, width, 0);
  else {
    const [on, off] = dash;
    const first = Math.max(0, Math.floor(stretch[0] / (on + off)) * (on + off));
    for (let at = first; at < Math.min(body, stretch[1]); at += on + off)
      addRibbon(ctx, line, at, Math.min(body, at + on), width, 0);
  }
  // Fiction is drawn as an empty ribbon.
  if (style.fiction) {
    ctx.lineWidth = 1;
    ctx.stroke();
  } else ctx.fill();
  ctx.beginPath();
  addArrowhead(ctx, pointAlong(line, end), head);
  if (style.certaintyStyle === CertaintyStyle.solid || style.certaintyStyle === CertaintyStyle.hatched) ctx.fill();
  else {
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  ctx.restore();
}

/** A dot of this radius, in pixels of the screen, looks the same square, and is drawn much faster. */
const MAX_SQUARE_DOT_PX = 1.2;

/** Dots along a link: the surer, the denser. */
export function drawLink(
  ctx: CanvasRenderingContext2D,
  line: ScreenLine,
  colour: string,
  certaintyLevel: number,
  emphasised: boolean,
  uiScale: number,
  alpha: number,
  size: ScreenSize = UNBOUNDED_SIZE,
): void {
  const stretch = visibleStretch(line, size);
  if (!stretch) return;
  const gap = [4.2, 6.4, 10][certaintyLevel] ?? 6.4;
  const radius = (emphasised ? 1.7 : 1.15) * uiScale;
  const square = radius * ctx.getTransform().a <= MAX_SQUARE_DOT_PX;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.globalAlpha = emphasised ? 1 : alpha;
  ctx.beginPath();
  const { points } = line;
  let next = 10 + Math.max(0, Math.floor((stretch[0] - 10) / (gap * uiScale))) * gap * uiScale;
  let walked = 0;
  for (let i = 2; i < points.length; i += 2) {
    const x = points[i - 2]!,
      y = points[i - 1]!;
    const dx = points[i]! - x,
      dy = points[i + 1]! - y;
    const step = Math.hypot(dx, dy);
    while (next <= walked + step && next < Math.min(line.length - 10, stretch[1])) {
      const t = (next - walked) / step;
      if (square) ctx.rect(x + dx * t - radius * 0.9, y + dy * t - radius * 0.9, radius * 1.8, radius * 1.8);
      else {
        ctx.moveTo(x + dx * t + radius, y + dy * t);
        ctx.arc(x + dx * t, y + dy * t, radius, 0, 2 * Math.PI);
      }
      next += gap * uiScale;
    }
    walked += step;
  }
  ctx.fill();
  ctx.restore();
}
