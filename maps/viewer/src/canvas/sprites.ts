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

/** An image that is drawn directly the first time, and kept from the second time on. */
class Sprite {
  private canvas: HTMLCanvasElement | null = null;
  private wasDrawn = false;

  /** Put it around (x, y) in a box of `width` by `height`, at `ratio` pixels of the screen to one. */
  drawAt(
    ctx: CanvasRenderingContext2D,
    ratio: number,
    { x, y, width, height, draw }: SymbolItem,
    paint: PaintSymbol,
  ): void {
    const across = Math.max(1, Math.ceil(width * ratio)),
      down = Math.max(1, Math.ceil(height * ratio));
    // On integer pixels of the screen, so that nothing is blurred.
    const left = Math.round(x * ratio - across / 2),
      top = Math.round(y * ratio - down / 2);
    if (this.wasDrawn) {
      this.canvas ??= renderedSprite(across, down, ratio, (pen) => paint(pen, draw, 1));
      ctx.imageSmoothingEnabled = false;
      ctx.drawImage(this.canvas, left / ratio, top / ratio, across / ratio, down / ratio);
      return;
    }
    this.wasDrawn = true;
    ctx.save();
    ctx.translate((left + across / 2) / ratio, (top + down / 2) / ratio);
    paint(ctx, draw, ctx.globalAlpha);
    ctx.restore();
  }
}

function renderedSprite(
  across: number,
  down: number,
  ratio: number,
  draw: (pen: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
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

let sprites = new Map<string, Sprite>();
/** Sprites whose key is an object go with it; each is kept for the last ratio alone. */
let spritesOfObjects = new WeakMap<object, { ratio: number; sprite: Sprite }>();
const MAX_SPRITES = 2000;
let versionOfWidths = 0;

/** Put the sprite of a symbol where it belongs. */
export function drawSprite(ctx: CanvasRenderingContext2D, ratio: number, item: SymbolItem, paint: PaintSymbol): void {
  // Names that were set before their fonts came are set again.
  if (versionOfWidths !== canvasMeasurer.version || sprites.size >= MAX_SPRITES) {
    sprites = new Map();
    spritesOfObjects = new WeakMap();
  }
  versionOfWidths = canvasMeasurer.version;
  const sprite = typeof item.key === "string" ? namedSprite(`${item.key} ${ratio}`) : spriteOfObject(item.key, ratio);
  sprite.drawAt(ctx, ratio, item, paint);
}

function namedSprite(name: string): Sprite {
  let sprite = sprites.get(name);
  if (!sprite) sprites.set(name, (sprite = new Sprite()));
  return sprite;
}

function spriteOfObject(key: object, ratio: number): Sprite {
  let known = spritesOfObjects.get(key);
  if (known?.ratio !== ratio) spritesOfObjects.set(key, (known = { ratio, sprite: new Sprite() }));
  return known.sprite;
}
