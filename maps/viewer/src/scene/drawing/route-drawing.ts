/** Draws the lines of the map: routes as tapered arcs, links as dots, and both as fine lines if there are many. */

import type { Size } from "../../geometry/boxes";
import type { OpenEnd, ScreenLine } from "../../geometry/screen-lines";
import type { DisplayList, Fade } from "../display-list";
import type { DensityLine } from "../layout/routes-and-links";
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
  palette: Palette;
  fiction: boolean;
  /** Width at the origin in pixels. */
  width: number;
  /** The unknown end, at which the route fades out. */
  openEnd: OpenEnd | null;
  /** Pixels kept free at the end for a mark. */
  endGapPx: number;
  /** The travelled fraction of the route, 0 to 1. */
  progress: number;
  emphasised: boolean;
}

/** Add a narrowing ribbon along a line, from one distance to another. */
function addRibbon(path: Path, line: ScreenLine, from: number, to: number, width: number, grow: number): void {
  const { pieces, length } = line;
  const left: number[] = [];
  const right: number[] = [];
  for (const { x, y, ux, uy, step, walked } of pieces) {
    if (step === 0 || walked >= to || walked + step <= from) continue;
    const [start, end] = [Math.max(0, from - walked), Math.min(step, to - walked)];
    for (const along of left.length === 0 ? [start, end] : [end]) {
      const half = (width * (1 - 0.72 * ((walked + along) / length)) + grow) / 2;
      left.push(x + ux * along - uy * half, y + uy * along + ux * half);
      right.unshift(x + ux * along + uy * half, y + uy * along - ux * half);
    }
  }
  if (left.length > 0) path.polyline([...left, ...right]).closePath();
}

/** A colour that fades in or out along a line. */
function fadedAlong({ points }: ScreenLine, colour: string, open: OpenEnd): Fade {
  const from: Fade["from"] = [points[0]!, points[1]!],
    to: Fade["to"] = [points.at(-2)!, points.at(-1)!];
  return { colour, from, to, ...(open === "from" ? { start: 0, end: 0.8 } : { start: 1, end: 0.2 }) };
}

function arrowhead({ x, y, ux, uy }: ReturnType<ScreenLine["pointAt"]>, size: number): Path {
  const corner = (back: number, aside: number) => [
    x - ux * size * back - uy * size * aside,
    y - uy * size * back + ux * size * aside,
  ];
  const corners = [corner(0, 0), corner(1, 0.48), corner(0.72, 0), corner(1, -0.48)];
  return new Path().polyline(corners.flat()).closePath();
}

/** Draw a route as a tapered arc. Dashes outside the frame are skipped. */
export function drawRoute(list: DisplayList, line: ScreenLine, style: RouteStyle, frame: Size): void {
  const { certaintyStyle, palette, openEnd, progress, emphasised } = style;
  const stretch = line.visibleStretch(frame);
  if (!stretch) return;
  const clear = Math.min(style.endGapPx, line.length * 0.3);
  const end = (line.length - clear) * progress;
  const head = Math.max(7, style.width * 2.1);
  const body = Math.max(0, end - head * 0.7);
  const width = emphasised ? style.width * 1.5 : style.width;
  const halo = new Path();
  addRibbon(halo, line, 0, body, width, 2.6);
  list.fill(halo, palette.halo, 0.55);
  const opacity = emphasised ? 1 : 0.9;
  const paint = openEnd ? fadedAlong(line, palette.courier, openEnd) : palette.courier;
  const ribbon = new Path();
  const [on, off] = DASHES[certaintyStyle] ?? [body, 0];
  const first = Math.max(0, Math.floor(stretch[0] / (on + off)) * (on + off));
  for (let at = first; at < Math.min(body, stretch[1]); at += on + off)
    addRibbon(ribbon, line, at, Math.min(body, at + on), width, 0);
  // A fictional route is an outlined ribbon without fill.
  if (style.fiction) list.stroke(ribbon, paint, 1, { opacity, join: "round" });
  else list.fill(ribbon, paint, opacity);
  const tip = arrowhead(line.pointAt(end), head);
  if (certaintyStyle === CertaintyStyle.solid || certaintyStyle === CertaintyStyle.hatched)
    list.fill(tip, paint, opacity);
  else list.stroke(tip, paint, 1.2, { opacity, join: "round" });
}

/** Up to this radius in screen pixels, a square looks the same as a dot and is drawn much faster. */
const MAX_SQUARE_DOT_PX = 1.2;
/** Distance between the dots of a link in pixels: the more certain the link, the denser the dots. */
const DOT_GAPS = [4.2, 6.4, 10] as const;
/** Pixels without dots at the ends of a link. */
const DOTLESS_PX = 10;

export interface LinkStyle {
  palette: Palette;
  /** From 0, the most certain, to 2. */
  certaintyLevel: number;
  emphasised: boolean;
  opacity: number;
  uiScale: number;
  /** Screen pixels per page pixel. */
  ratio: number;
}

/** Draw dots along the part of a link that lies in the frame. */
export function drawLink(list: DisplayList, line: ScreenLine, style: LinkStyle, frame: Size): void {
  const { palette, certaintyLevel, emphasised, opacity, uiScale, ratio } = style;
  const radius = (emphasised ? 1.7 : 1.15) * uiScale;
  const dots = new Path();
  const addDot = (x: number, y: number): void => {
    if (radius * ratio <= MAX_SQUARE_DOT_PX) dots.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
    else {
      dots.moveTo(x + radius, y);
      dots.circle(x, y, radius);
    }
  };
  line.sample((DOT_GAPS[certaintyLevel] ?? 6.4) * uiScale, frame, addDot, DOTLESS_PX);
  if (!dots.isEmpty) list.fill(dots, palette.liaison, emphasised ? 1 : opacity);
}

/** Line widths by the number of routes or links that a line represents: one, a few, many. */
const DENSITY_WIDTHS = [
  [1, 0.9],
  [4, 1.8],
  [Infinity, 3],
] as const;

/** Draw the lines of a density in few strokes. Lines that represent nothing certain are paler. */
export function drawLineDensity(list: DisplayList, density: DensityLine[], colour: string, strength: number): void {
  let above = 0;
  for (const [upTo, width] of DENSITY_WIDTHS) {
    for (const certain of [false, true]) {
      const lines = new Path();
      for (const { line, weight, hasCertain } of density)
        if (weight > above && weight <= upTo && hasCertain === certain) lines.polyline(line.points);
      // The pieces turn by only a few degrees, so a bevel join is invisible, and it is drawn much faster.
      if (!lines.isEmpty)
        list.stroke(lines, colour, width, { opacity: strength * (certain ? 1 : 0.55), join: "bevel" });
    }
    above = upTo;
  }
}
