/**
 * Small images of marks, badges and labels, drawn once in screen pixels and reused.
 *
 * The key of a sprite contains everything that it shows, so that it is never out of date. The image is created the
 * second time a symbol is drawn, because creating it takes longer than drawing the symbol directly. When there are too
 * many sprites, all are discarded.
 */

import type { SymbolItem } from "../scene/display-list";
import { canvasMeasurer } from "./canvas-measurer";

/** Draws a symbol around (0, 0). */
type PaintSymbol = (ctx: CanvasRenderingContext2D, draw: SymbolItem["draw"], opacity: number) => void;

/** A symbol that has been drawn at a pixel ratio, with its image from the second time on. */
interface Sprite {
  ratio: number;
  image?: HTMLCanvasElement;
}

let sprites = new Map<string, Sprite>();
/** Sprites whose key is an object live as long as it does; each is kept for the last ratio only. */
let spritesOfObjects = new WeakMap<object, Sprite>();
const MAX_SPRITES = 2000;
let versionOfWidths = 0;

/** Draw the sprite of a symbol at its position; `ratio` is the number of screen pixels per canvas unit. */
export function drawSprite(ctx: CanvasRenderingContext2D, ratio: number, item: SymbolItem, paint: PaintSymbol): void {
  // Redraw names that were drawn before their fonts were loaded.
  if (versionOfWidths !== canvasMeasurer.version || sprites.size >= MAX_SPRITES) {
    sprites = new Map();
    spritesOfObjects = new WeakMap();
  }
  versionOfWidths = canvasMeasurer.version;
  const { key, x, y, width, height, draw } = item;
  const across = Math.max(1, Math.ceil(width * ratio)),
    down = Math.max(1, Math.ceil(height * ratio));
  // Align to whole screen pixels, so that nothing is blurred.
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
