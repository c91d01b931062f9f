/** The marks of the map, and the certainty styles that show how surely each is known. */

import { CertaintyStyle } from "../data/payload-schema";
import shapes from "./marks.json";
import type { Palette } from "./palette";
import { drawSign, placedSigns, type Sign } from "./signs";

export type MarkName = keyof typeof shapes;

export { CertaintyStyle };

const MARK_GRID = 24;

const outlines = new Map<MarkName, Path2D>();
const fillRules = new Map<MarkName, CanvasFillRule>();

function markPath(mark: MarkName): Path2D {
  let path = outlines.get(mark);
  if (!path) {
    const shape: { d: string; fill?: string } = shapes[mark];
    path = new Path2D(shape.d);
    outlines.set(mark, path);
    fillRules.set(mark, shape.fill === "evenodd" ? "evenodd" : "nonzero");
  }
  return path;
}

const hatches = new Map<string, CanvasPattern | null>();

/** Fine slanting lines in a colour; one small tile, made once. */
export function hatchPattern(
  ctx: CanvasRenderingContext2D,
  colour: string,
  gap: number,
  weight: number,
): CanvasPattern | string {
  const key = `${colour} ${gap} ${weight}`;
  if (!hatches.has(key)) {
    const size = gap * 4;
    const tile = document.createElement("canvas");
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    if (!pen) return colour;
    pen.strokeStyle = colour;
    pen.lineWidth = weight;
    pen.beginPath();
    for (let at = -size; at <= size * 2; at += gap) {
      pen.moveTo(at, size + 1);
      pen.lineTo(at + size + 2, -1);
    }
    pen.stroke();
    hatches.set(key, ctx.createPattern(tile, "repeat"));
  }
  return hatches.get(key) ?? colour;
}

export interface MarkStyle {
  certaintyStyle: CertaintyStyle;
  colour: string;
  palette: Palette;
  signs: readonly Sign[];
  isVague: boolean;
}

/** Draw a mark `size` pixels wide around (x, y). */
export function drawMark(
  ctx: CanvasRenderingContext2D,
  mark: MarkName,
  x: number,
  y: number,
  size: number,
  style: MarkStyle,
): void {
  const { certaintyStyle, colour, palette } = style;
  const path = markPath(mark);
  const rule = fillRules.get(mark)!;
  const pixel = MARK_GRID / size;
  if (style.isVague) drawVagueRing(ctx, x, y, size, colour);
  ctx.save();
  ctx.translate(x - size / 2, y - size / 2);
  ctx.scale(size / MARK_GRID, size / MARK_GRID);
  ctx.lineJoin = "round";
  ctx.strokeStyle = palette.halo;
  ctx.lineWidth = 4.2 * pixel;
  ctx.stroke(path);
  ctx.fillStyle = certaintyStyle === CertaintyStyle.solid ? colour : palette.halo;
  ctx.fill(path, rule);
  if (certaintyStyle === CertaintyStyle.hatched) {
    ctx.fillStyle = hatchPattern(ctx, colour, 5, 2.6);
    ctx.fill(path, rule);
  }
  ctx.strokeStyle = certaintyStyle === CertaintyStyle.solid ? palette.ink : colour;
  ctx.lineWidth = (certaintyStyle === CertaintyStyle.solid ? 0.7 : 1.35) * pixel * Math.max(1, size / 24);
  if (certaintyStyle === CertaintyStyle.dashed) ctx.setLineDash([2.6 * pixel, 1.9 * pixel]);
  if (certaintyStyle === CertaintyStyle.dotted) {
    ctx.setLineDash([0.1 * pixel, 2.4 * pixel]);
    ctx.lineCap = "round";
  }
  ctx.stroke(path);
  ctx.restore();
  for (const sign of placedSigns(style.signs, x, y, size)) drawSign(ctx, sign, palette);
}

/** A ring of dashes: not here, but somewhere around. */
function drawVagueRing(ctx: CanvasRenderingContext2D, x: number, y: number, size: number, colour: string): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, size * 0.78, 0, 2 * Math.PI);
  ctx.strokeStyle = colour;
  ctx.globalAlpha *= 0.75;
  ctx.lineWidth = 1.1;
  ctx.setLineDash([1.2, 3]);
  ctx.lineCap = "round";
  ctx.stroke();
  ctx.restore();
}
