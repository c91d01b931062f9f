/**
 * Small images, drawn once in the pixels of the screen and put wherever they are needed: marks, badges, labels.
 *
 * All that a sprite shows is in its key, so that it is never out of date. It is kept from the second time on that it
 * is drawn, since to make one takes longer than to draw it directly; when there are too many, all go.
 */

import type { PayloadIndex } from "../data/payload-index";
import { drawText, SANS, textWidthVersion } from "./canvas-text";
import { drawMark } from "./marks";
import type { Palette } from "./palette";
import { certaintyStyleOf, colourNameOf, markNameOf, signsOf } from "./symbology";

type DrawFunction = (pen: CanvasRenderingContext2D) => void;

interface SpriteBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** An image that is drawn directly the first time, and kept from the second time on. */
export class Sprite {
  private canvas: HTMLCanvasElement | null = null;
  private wasDrawn = false;

  /**
   * Put it around (x, y) in a box of `width` by `height`, at `ratio` pixels of the screen to one; `draw` draws it
   * around the middle.
   */
  drawAt(ctx: CanvasRenderingContext2D, ratio: number, { x, y, width, height }: SpriteBox, draw: DrawFunction): void {
    const across = Math.max(1, Math.ceil(width * ratio)),
      down = Math.max(1, Math.ceil(height * ratio));
    // On integer pixels of the screen, so that nothing is blurred.
    const left = Math.round(x * ratio - across / 2),
      top = Math.round(y * ratio - down / 2);
    if (this.wasDrawn) {
      this.canvas ??= renderedSprite(across, down, ratio, draw);
      ctx.drawImage(this.canvas, left / ratio, top / ratio, across / ratio, down / ratio);
      return;
    }
    this.wasDrawn = true;
    ctx.save();
    ctx.translate((left + across / 2) / ratio, (top + down / 2) / ratio);
    draw(ctx);
    ctx.restore();
  }
}

function renderedSprite(across: number, down: number, ratio: number, draw: DrawFunction): HTMLCanvasElement {
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

const sprites = new Map<string, Sprite>();
const MAX_SPRITES = 2000;
let widthVersion = 0;

/** Put the sprite of a key into a box. */
export function drawSprite(
  ctx: CanvasRenderingContext2D,
  ratio: number,
  key: string,
  box: SpriteBox,
  draw: DrawFunction,
): void {
  // Names that were set before their fonts came are set again.
  if (widthVersion !== textWidthVersion() || sprites.size >= MAX_SPRITES) sprites.clear();
  widthVersion = textWidthVersion();
  const name = `${key} ${ratio}`;
  let sprite = sprites.get(name);
  if (!sprite) sprites.set(name, (sprite = new Sprite()));
  sprite.drawAt(ctx, ratio, box, draw);
}

/** Pixels of the screen to one of the page's. */
export const pixelRatioOf = (ctx: CanvasRenderingContext2D): number => ctx.getTransform().a;

/** A mark as `drawMark` draws it. */
export function drawMarkSprite(
  ctx: CanvasRenderingContext2D,
  ratio: number,
  index: PayloadIndex,
  row: number,
  hold: number,
  x: number,
  y: number,
  size: number,
  palette: Palette,
): void {
  const { claims } = index.payload;
  const mark = markNameOf(index, row);
  const certaintyStyle = certaintyStyleOf(hold, claims.certainty[row]!);
  const signs = signsOf(index, row);
  const isVague = index.isVague(claims.place[row]!);
  const colour = palette[colourNameOf(index, row)];
  const key = `${mark} ${certaintyStyle} ${colour} ${palette.halo} ${size} ${signs} ${isVague}`;
  // The ring of "somewhere" and the signs reach beyond the mark.
  const side = signs.length > 0 || isVague ? size * 2 + 4 : size + 8;
  drawSprite(ctx, ratio, key, { x, y, width: side, height: side }, (pen) =>
    drawMark(pen, mark, 0, 0, size, {
      certaintyStyle,
      colour,
      palette,
      signs,
      isVague,
    }),
  );
}

/** How many are hidden behind a mark: "+12", in a disc of its own on a ring; `small`, at the shoulder of a mark. */
export function drawBadgeSprite(
  ctx: CanvasRenderingContext2D,
  ratio: number,
  hiddenCount: number,
  x: number,
  y: number,
  palette: Palette,
  uiScale: number,
  small: boolean,
): void {
  const text = `+${hiddenCount}`;
  const size = small ? 9.5 : 10.5,
    line = small ? 0.8 : 1;
  drawSprite(
    ctx,
    ratio,
    `${text} ${palette.card} ${uiScale} ${small}`,
    { x, y, width: (14 + 6 * text.length) * uiScale, height: 23 * uiScale },
    (pen) => {
      pen.font = `600 ${(size * uiScale).toFixed(1)}px ${SANS}`;
      pen.textAlign = "center";
      pen.textBaseline = "middle";
      const high = (small ? 6.5 : 10) * uiScale;
      const half = Math.max(high, pen.measureText(text).width / 2 + 3 * uiScale);
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
export function drawTextSprite(
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
  const box = { x: x + width / 2, y, width: width + 2 * halo + 2, height: height * 1.4 + halo };
  drawSprite(ctx, ratio, `${text} ${font} ${colour} ${palette.halo} ${halo}`, box, (pen) => {
    pen.font = font;
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    drawText(pen, text, -width / 2, 0, colour, palette, halo);
  });
}
