/** Paints a display list on a canvas. */

import {
  type DisplayList,
  drawnList,
  type Item,
  type Paint,
  type Shape,
  type SymbolItem,
  type TextItem,
} from "../scene/display-list";
import { Path } from "../scene/path";
import { cssFont } from "./canvas-measurer";
import { drawSprite } from "./sprites";

export function paintList(ctx: CanvasRenderingContext2D, { items }: DisplayList): void {
  ctx.save();
  new CanvasPainter(ctx).paint(items);
  ctx.restore();
}

const paintSymbol = (ctx: CanvasRenderingContext2D, draw: SymbolItem["draw"], opacity: number): void =>
  paintList(ctx, drawnList(draw, opacity));

const outlines = new Map<string, Path2D>();

/** The outline of a shape that is given as path data. There are few, and each is parsed once. */
function outlineOf(data: string): Path2D {
  let outline = outlines.get(data);
  if (!outline) outlines.set(data, (outline = new Path2D(data)));
  return outline;
}

class CanvasPainter {
  private readonly ratio: number;
  /** The canvas's current path: a path that is filled and then stroked is traced once. */
  private traced: Path | null = null;

  constructor(private readonly ctx: CanvasRenderingContext2D) {
    this.ratio = ctx.getTransform().a;
  }

  paint(items: readonly Item[]): void {
    const { ctx } = this;
    for (const item of items) {
      if ("opacity" in item) ctx.globalAlpha = item.opacity;
      switch (item.op) {
        case "fill":
          ctx.fillStyle = this.style(item.paint);
          this.withShape(item.shape, (outline) => (outline ? ctx.fill(outline, item.rule) : ctx.fill(item.rule)));
          break;
        case "stroke":
          ctx.strokeStyle = this.style(item.paint);
          ctx.lineWidth = item.width;
          ctx.lineCap = item.cap;
          ctx.lineJoin = item.join;
          ctx.setLineDash(item.dash as number[]);
          this.withShape(item.shape, (outline) => (outline ? ctx.stroke(outline) : ctx.stroke()));
          break;
        case "text":
          this.write(item);
          break;
        case "clip":
          ctx.save();
          this.withShape(item.shape, (outline) => (outline ? ctx.clip(outline, item.rule) : ctx.clip(item.rule)));
          this.paint(item.items);
          ctx.restore();
          break;
        case "symbol":
          drawSprite(ctx, this.ratio, item, paintSymbol);
          this.traced = null;
      }
    }
  }

  /** Call `act` with null for the canvas's current path, or with an outline in its own units. */
  private withShape(shape: Shape, act: (outline: Path2D | null) => void): void {
    const { ctx } = this;
    if (shape instanceof Path) {
      if (this.traced !== shape) {
        ctx.beginPath();
        shape.traceOnto(ctx);
        this.traced = shape;
      }
      act(null);
      return;
    }
    const { data, x, y, scale } = shape;
    ctx.translate(x, y);
    ctx.scale(scale, scale);
    act(outlineOf(data));
    ctx.scale(1 / scale, 1 / scale);
    ctx.translate(-x, -y);
  }

  private style(paint: Paint): string | CanvasGradient {
    if (typeof paint === "string") return paint;
    const { colour, from, to, start, end } = paint;
    const gradient = this.ctx.createLinearGradient(...from, ...to);
    gradient.addColorStop(start, `${colour}00`);
    gradient.addColorStop(end, colour);
    return gradient;
  }

  private write({ text, font, x, y, align, angle, colour, halo }: TextItem): void {
    const { ctx } = this;
    ctx.font = cssFont(font);
    ctx.textAlign = align;
    ctx.textBaseline = "alphabetic";
    ctx.fillStyle = colour;
    if (font.spacing > 0) {
      this.writeSpaced(text, font.spacing, x, y);
      return;
    }
    ctx.save();
    if (angle !== 0) {
      ctx.translate(x, y);
      ctx.rotate(angle);
      ctx.translate(-x, -y);
    }
    if (halo) {
      ctx.lineJoin = "round";
      ctx.setLineDash([]);
      ctx.strokeStyle = halo.colour;
      ctx.lineWidth = halo.width;
      ctx.strokeText(text, x, y);
    }
    ctx.fillText(text, x, y);
    ctx.restore();
  }

  /** Not every browser supports letter spacing on a canvas; drawing character by character loses only the kerning. */
  private writeSpaced(text: string, spacing: number, x: number, y: number): void {
    const { ctx } = this;
    if ("letterSpacing" in ctx) {
      ctx.letterSpacing = `${spacing}px`;
      ctx.fillText(text, x, y);
      ctx.letterSpacing = "0px";
      return;
    }
    const pen = ctx as CanvasRenderingContext2D;
    let at = x;
    for (const character of text) {
      pen.fillText(character, at, y);
      at += pen.measureText(character).width + spacing;
    }
  }
}
