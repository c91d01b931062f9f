/**
 * Small images, drawn once in the pixels of the screen and put wherever they are needed: marks, badges, labels.
 *
 * All that a sprite shows is in its key, so that it is never out of date. It is kept from the second time on that it
 * is drawn, since to make one takes longer than to draw it directly; when there are too many, all go.
 */

import type { SymbolItem } from "../scene/display-list";
import { canvasMeasurer } from "./canvas-measurer";

/** Draws a symbol around (0, 0). */
type PaintSymbol = (ctx: CanvasRenderingContext2D, draw: SymbolItem["draw"], opacity: number) => void;

/** A drawing that has been drawn for a screen; its image from the second time on. */
interface Sprite {
  ratio: number;
  image?: HTMLCanvasElement;
}

let sprites = new Map<string, Sprite>();
/** Sprites whose key is an object go with it; each is kept for the last ratio alone. */
let spritesOfObjects = new WeakMap<object, Sprite>();
const MAX_SPRITES = 2000;
let versionOfWidths = 0;

/** Put the sprite of a symbol where it belongs, at `ratio` pixels of the screen to one. */
export function drawSprite(ctx: CanvasRenderingContext2D, ratio: number, item: SymbolItem, paint: PaintSymbol): void {
  // Names that were set before their fonts came are set again.
  if (versionOfWidths !== canvasMeasurer.version || sprites.size >= MAX_SPRITES) {
    sprites = new Map();
    spritesOfObjects = new WeakMap();
  }
  versionOfWidths = canvasMeasurer.version;
  const { key, x, y, width, height, draw } = item;
  const across = Math.max(1, Math.ceil(width * ratio)),
    down = Math.max(1, Math.ceil(height * ratio));
  // On integer pixels of the screen, so that nothing is blurred.
  const left = Math.round(x * ratio - across / 2),
    top = Math.round(y * ratio - down / 2);
  const known = typeof key === "string" ? sprites.get(`${key} ${ratio}`) : spritesOfObjects.get(key);
  if (known?.ratio === ratio) {
    if (!known.image) {
      known.image = Object.assign(document.createElement("canvas"), { width: across, height: down });
      const pen = known.image.getContext("2d");
      pen?.translate(across / 2, down / 2);
      pen?.scale(ratio, ratio);
      if (pen) paint(pen, draw, 1);
    }
    ctx.imageSmoothingEnabled = false;
    ctx.drawImage(known.image, left / ratio, top / ratio, across / ratio, down / ratio);
    return;
  }
  if (typeof key === "string") sprites.set(`${key} ${ratio}`, { ratio });
  else spritesOfObjects.set(key, { ratio });
  ctx.save();
  ctx.translate((left + across / 2) / ratio, (top + down / 2) / ratio);
  paint(ctx, draw, ctx.globalAlpha);
  ctx.restore();
}
