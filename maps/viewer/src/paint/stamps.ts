/**
 * Small pictures, drawn once in the pixels of the screen and put wherever they are needed: marks, numbers, names.
 *
 * What a picture shows is all in its key, so that it is never out of date. It is kept from the second time on that it
 * is asked for, since to make one takes longer than to draw it; when there are too many, all go.
 */

import type { Index } from "../index";
import { colourNameOf, isDisputed, lookOf, markOf } from "../looks";
import type { Palette } from "../palette";
import { drawText, lettersKnown, SANS } from "./lettering";
import { drawMark } from "./marks";

type Draw = (pen: CanvasRenderingContext2D) => void;

interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A picture that is drawn where it is needed at first, and from the second time on kept. */
export class Kept {
  private canvas: HTMLCanvasElement | null = null;
  private asked = false;

  /** Put it around (x, y) in a box of `width` by `height`, at `ratio` pixels of the screen to one; `draw` draws it around the middle. */
  put(ctx: CanvasRenderingContext2D, ratio: number, { x, y, width, height }: Spot, draw: Draw): void {
    const across = Math.max(1, Math.ceil(width * ratio)),
      down = Math.max(1, Math.ceil(height * ratio));
    // On whole pixels of the screen, so that nothing is blurred.
    const left = Math.round(x * ratio - across / 2),
      top = Math.round(y * ratio - down / 2);
    if (this.asked) {
      this.canvas ??= drawn(across, down, ratio, draw);
      ctx.drawImage(this.canvas, left / ratio, top / ratio, across / ratio, down / ratio);
      return;
    }
    this.asked = true;
    ctx.save();
    ctx.translate((left + across / 2) / ratio, (top + down / 2) / ratio);
    draw(ctx);
    ctx.restore();
  }
}

function drawn(across: number, down: number, ratio: number, draw: Draw): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = across;
  canvas.height = down;
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.translate(across / 2, down / 2);
    pen.scale(ratio, ratio);
    draw(pen);
  }
  return canvas;
}

const kept = new Map<string, Kept>();
const MOST = 2000;
let letters = 0;

/** Put what a key stands for around a spot. */
export function stamp(ctx: CanvasRenderingContext2D, ratio: number, key: string, spot: Spot, draw: Draw): void {
  // Names that were set before their fonts came are set again.
  if (letters !== lettersKnown() || kept.size >= MOST) kept.clear();
  letters = lettersKnown();
  const name = `${key} ${ratio}`;
  let picture = kept.get(name);
  if (!picture) kept.set(name, (picture = new Kept()));
  picture.put(ctx, ratio, spot, draw);
}

/** Pixels of the screen to one of the page's. */
export const ratioOf = (ctx: CanvasRenderingContext2D): number => ctx.getTransform().a;

/** A mark as `drawMark` draws it. */
export function stampMark(
  ctx: CanvasRenderingContext2D,
  ratio: number,
  index: Index,
  row: number,
  hold: number,
  x: number,
  y: number,
  size: number,
  palette: Palette,
): void {
  const { claims } = index.payload;
  const mark = markOf(index, row);
  const look = lookOf(hold, claims.certainty[row]!);
  const disputed = isDisputed(index, row);
  const somewhere = index.isVague(claims.place[row]!);
  const colour = palette[colourNameOf(index, row)];
  const key = `${mark} ${look} ${colour} ${palette.halo} ${size} ${disputed} ${somewhere}`;
  // The ring of "somewhere" and the sign of a dispute reach beyond the mark.
  const side = disputed || somewhere ? size * 2 + 4 : size + 8;
  stamp(ctx, ratio, key, { x, y, width: side, height: side }, (pen) =>
    drawMark(pen, mark, 0, 0, size, { look, colour, palette, disputed, somewhere }),
  );
}

/** How many wait behind a mark: "+12", in a disc of its own in a fan; `small` on a plate at the shoulder of a mark. */
export function stampNumber(
  ctx: CanvasRenderingContext2D,
  ratio: number,
  waiting: number,
  x: number,
  y: number,
  palette: Palette,
  unit: number,
  small: boolean,
): void {
  const text = `+${waiting}`;
  const size = small ? 9.5 : 10.5,
    line = small ? 0.8 : 1;
  stamp(
    ctx,
    ratio,
    `${text} ${palette.card} ${unit} ${small}`,
    { x, y, width: (14 + 6 * text.length) * unit, height: 23 * unit },
    (pen) => {
      pen.font = `600 ${(size * unit).toFixed(1)}px ${SANS}`;
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      const high = (small ? 6.5 : 10) * unit;
      const half = Math.max(high, pen.measureText(text).width / 2 + 3 * unit);
      pen.fillStyle = palette.card;
      pen.strokeStyle = palette.inkSoft;
      pen.lineWidth = line;
      pen.beginPath();
      pen.roundRect(-half, -high, 2 * half, 2 * high, high);
      pen.fill();
      pen.stroke();
      pen.fillStyle = palette.ink;
      pen.fillText(text, 0, 0.5);
    },
  );
}

/** A line with a halo around it, from its left edge and on its middle. */
export function stampText(
  ctx: CanvasRenderingContext2D,
  ratio: number,
  text: string,
  font: string,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  palette: Palette,
  halo: number,
): void {
  const spot = { x: x + width / 2, y, width: width + 2 * halo + 2, height: height * 1.4 + halo };
  stamp(ctx, ratio, `${text} ${font} ${colour} ${palette.halo} ${halo}`, spot, (pen) => {
    pen.font = font;
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    drawText(pen, text, -width / 2, 0, colour, palette, halo);
  });
}
