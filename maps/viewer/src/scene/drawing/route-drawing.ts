/** Draws the lines of the map: routes as tapered arcs, links as dots. */

import {
  type OpenEnd,
  pointAlong,
  type ScreenLine,
  type ScreenSize,
  UNBOUNDED_SIZE,
  visibleStretch,
} from "../../geometry/screen-lines";
import type { DisplayList, Fade } from "../display-list";
import type { Palette } from "../palette";
import { Path } from "../path";
import { CertaintyStyle } from "./marks";

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
  path: Path,
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
  path.moveTo(left[0]!, left[1]!);
  for (let i = 2; i < left.length; i += 2) path.lineTo(left[i]!, left[i + 1]!);
  for (let i = right.length - 2; i >= 0; i -= 2) path.lineTo(right[i]!, right[i + 1]!);
  path.closePath();
}

/** A colour that fades in or out along a line. */
function fadedAlong({ points }: ScreenLine, colour: string, open: OpenEnd): Fade {
  const from: Fade["from"] = [points[0]!, points[1]!],
    to: Fade["to"] = [points[points.length - 2]!, points[points.length - 1]!];
  return { colour, from, to, ...(open === "from" ? { start: 0, end: 0.8 } : { start: 1, end: 0.2 }) };
}

function arrowhead({ x, y, ux, uy }: ReturnType<typeof pointAlong>, size: number): Path {
  const path = new Path();
  path.moveTo(x, y);
  path.lineTo(x - ux * size - uy * size * 0.48, y - uy * size + ux * size * 0.48);
  path.lineTo(x - ux * size * 0.72, y - uy * size * 0.72);
  path.lineTo(x - ux * size + uy * size * 0.48, y - uy * size - ux * size * 0.48);
  path.closePath();
  return path;
}

/** A route as a tapered arc; only what of it lies in the frame. */
export function drawRoute(
  list: DisplayList,
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
  const halo = new Path();
  addRibbon(halo, line, 0, body, width, 2.6);
  list.fill(halo, style.palette.halo, 0.55);
  const opacity = style.emphasised ? 1 : 0.9;
  const paint = style.openEnd ? fadedAlong(line, style.colour, style.openEnd) : style.colour;
  const ribbon = new Path();
  const dash = DASHES[style.certaintyStyle];
  if (!dash) addRibbon(ribbon, line, 0, body, width, 0);
  else {
    const [on, off] = dash;
    const first = Math.max(0, Math.floor(stretch[0] / (on + off)) * (on + off));
    for (let at = first; at < Math.min(body, stretch[1]); at += on + off)
      addRibbon(ribbon, line, at, Math.min(body, at + on), width, 0);
  }
  // Fiction is drawn as an empty ribbon.
  if (style.fiction) list.stroke(ribbon, paint, 1, { opacity, join: "round" });
  else list.fill(ribbon, paint, opacity);
  const tip = arrowhead(pointAlong(line, end), head);
  if (style.certaintyStyle === CertaintyStyle.solid || style.certaintyStyle === CertaintyStyle.hatched)
    list.fill(tip, paint, opacity);
  else list.stroke(tip, paint, 1.2, { opacity, join: "round" });
}

/** A dot of this radius, in pixels of the screen, looks the same square, and is drawn much faster. */
const MAX_SQUARE_DOT_PX = 1.2;

export interface LinkStyle {
  colour: string;
  /** 0 for the surest to 2. */
  certaintyLevel: number;
  emphasised: boolean;
  opacity: number;
  uiScale: number;
  /** Pixels of the screen to one of the page's. */
  ratio: number;
}

/** Dots along a link: the surer, the denser. */
export function drawLink(
  list: DisplayList,
  line: ScreenLine,
  { colour, certaintyLevel, emphasised, opacity, uiScale, ratio }: LinkStyle,
  size: ScreenSize = UNBOUNDED_SIZE,
): void {
  const stretch = visibleStretch(line, size);
  if (!stretch) return;
  const gap = [4.2, 6.4, 10][certaintyLevel] ?? 6.4;
  const radius = (emphasised ? 1.7 : 1.15) * uiScale;
  const square = radius * ratio <= MAX_SQUARE_DOT_PX;
  const dots = new Path();
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
      if (square) dots.rect(x + dx * t - radius * 0.9, y + dy * t - radius * 0.9, radius * 1.8, radius * 1.8);
      else {
        dots.moveTo(x + dx * t + radius, y + dy * t);
        dots.circle(x + dx * t, y + dy * t, radius);
      }
      next += gap * uiScale;
    }
    walked += step;
  }
  list.fill(dots, colour, emphasised ? 1 : opacity);
}
