/** A crowd on the canvas: fine lines by strength, marks and numbers from pictures that are drawn once. */

import { SEGMENTS, type Ends, type WayCrowd } from "../way-crowd";
import { colourNameOf, isDisputed, lookOf, markOf } from "../looks";
import { drawMark } from "./marks";
import { SANS } from "./lettering";
import type { Index } from "../index";
import type { Palette } from "../palette";

/** Widths of a line by how many ways it stands for: one, a few, many. */
const WIDTHS = [[1, 0.9], [4, 1.8], [Infinity, 3]] as const;

/** The lines of a crowd in few strokes: paler where none of the ways is sure. */
export function paintWayCrowd(ctx: CanvasRenderingContext2D, crowd: WayCrowd, colour: string, strength: number): void {
  const { count, points, weight, sure } = crowd;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineJoin = "round";
  let above = 0;
  for (const [upTo, width] of WIDTHS) {
    for (const certain of [0, 1]) {
      ctx.beginPath();
      for (let line = 0; line < count; line++) {
        if (weight[line]! <= above || weight[line]! > upTo || sure[line] !== certain) continue;
        const at = line * 2 * (SEGMENTS + 1);
        ctx.moveTo(points[at]!, points[at + 1]!);
        for (let i = at + 2; i <= at + 2 * SEGMENTS; i += 2) ctx.lineTo(points[i]!, points[i + 1]!);
      }
      ctx.globalAlpha = strength * (certain ? 1 : 0.55);
      ctx.lineWidth = width;
      ctx.stroke();
    }
    above = upTo;
  }
  ctx.restore();
}

/** Where ways end and no mark stands. */
export function paintEnds(ctx: CanvasRenderingContext2D, ends: Ends, colour: string, unit: number): void {
  ctx.fillStyle = colour;
  const side = 2.4 * unit;
  for (let i = 0; i < ends.length; i += 2) ctx.fillRect(ends[i]! - side / 2, ends[i + 1]! - side / 2, side, side);
}

/** Small pictures, each drawn once in the pixels of the screen; forgotten when there are too many. */
class Stamps {
  private readonly made = new Map<string, HTMLCanvasElement>();
  private static readonly MOST = 600;

  /** Put the picture of `key` around (x, y); `draw` makes it around the middle of a box. `ratio`: pixels of the screen in one. */
  put(ctx: CanvasRenderingContext2D, ratio: number, key: string, x: number, y: number, width: number, height: number, draw: (pen: CanvasRenderingContext2D) => void): void {
    const across = Math.ceil(width * ratio), down = Math.ceil(height * ratio);
    const name = `${key} ${ratio}`;
    let stamp = this.made.get(name);
    if (!stamp) {
      if (this.made.size >= Stamps.MOST) this.made.clear();
      stamp = document.createElement("canvas");
      stamp.width = across;
      stamp.height = down;
      const pen = stamp.getContext("2d");
      if (!pen) return;
      pen.scale(ratio, ratio);
      pen.translate(across / ratio / 2, down / ratio / 2);
      draw(pen);
      this.made.set(name, stamp);
    }
    // On whole pixels of the screen, so that nothing is blurred.
    const left = Math.round(x * ratio - across / 2), top = Math.round(y * ratio - down / 2);
    ctx.drawImage(stamp, left / ratio, top / ratio, across / ratio, down / ratio);
  }
}

const stamps = new Stamps();

/** A mark as `drawMark` draws it, from a picture. */
export function stampMark(ctx: CanvasRenderingContext2D, ratio: number, index: Index, row: number, hold: number, x: number, y: number, size: number, palette: Palette): void {
  const { claims } = index.payload;
  const mark = markOf(index, row);
  const look = lookOf(hold, claims.certainty[row]!);
  const disputed = isDisputed(index, row);
  const somewhere = index.isVague(claims.place[row]!);
  const colour = palette[colourNameOf(index, row)];
  const key = `${mark} ${look} ${colour} ${palette.halo} ${size} ${disputed} ${somewhere}`;
  // The ring of "somewhere" and the sign of a dispute reach beyond the mark.
  const side = disputed || somewhere ? size * 2 + 4 : size + 8;
  stamps.put(ctx, ratio, key, x, y, side, side, (pen) => drawMark(pen, mark, 0, 0, size, { look, colour, palette, disputed, somewhere }));
}

/** How many wait behind a mark: "+12", on a small plate. */
export function stampNumber(ctx: CanvasRenderingContext2D, ratio: number, waiting: number, x: number, y: number, palette: Palette, unit: number): void {
  const text = `+${waiting}`;
  stamps.put(ctx, ratio, `${text} ${palette.card} ${unit}`, x, y, (14 + 6 * text.length) * unit, 16 * unit, (pen) => {
    pen.font = `600 ${(9.5 * unit).toFixed(1)}px ${SANS}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    const half = pen.measureText(text).width / 2 + 3 * unit, high = 6.5 * unit;
    pen.fillStyle = palette.card;
    pen.strokeStyle = palette.inkSoft;
    pen.lineWidth = 0.8;
    pen.beginPath();
    pen.roundRect(-half, -high, 2 * half, 2 * high, high);
    pen.fill();
    pen.stroke();
    pen.fillStyle = palette.ink;
    pen.fillText(text, 0, 0.5);
  });
}
