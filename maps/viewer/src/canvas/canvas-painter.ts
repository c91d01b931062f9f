/** Paints a display list on a canvas. */

import {
  DisplayList,
  type Fade,
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

function paintSymbol(ctx: CanvasRenderingContext2D, draw: SymbolItem["draw"], opacity: number): void {
  const list = new DisplayList();
  list.opacity = opacity;
  draw(list);
  paintList(ctx, list);
}

const outlines = new Map<string, Path2D>();

/** A shape that is given as data: there are few, and each is read once. */
function outlineOf(data: string): Path2D {
  let outline = outlines.get(data);
  if (!outline) outlines.set(data, (outline = new Path2D(data)));
  return outline;
}

class CanvasPainter {
  private readonly ratio: number;
  /** The path that the canvas has: filled and stroked, it is traced once. */
  private traced: Path | null = null;

  constructor(private readonly ctx: CanvasRenderingContext2D) {
    this.ratio = ctx.getTransform().a;
  }

  paint(items: readonly Item[]): void {
    const { ctx } = this;
    for (const item of items) {
      switch (item.op) {
        case "fill":
          ctx.globalAlpha = item.opacity;
          ctx.fillStyle = this.style(item.paint);
          this.withShape(item.shape, (outline) => (outline ? ctx.fill(outline, item.rule) : ctx.fill(item.rule)));
          break;
        case "stroke":
          ctx.globalAlpha = item.opacity;
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
          ctx.globalAlpha = item.opacity;
          drawSprite(ctx, this.ratio, item, paintSymbol);
          this.traced = null;
      }
    }
  }

  /** Act with the path of the canvas, or with an outline in units of its own. */
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
    return typeof paint === "string" ? paint : this.gradient(paint);
  }

  private gradient({ colour, from, to, start, end }: Fade): CanvasGradient {
    const gradient = this.ctx.createLinearGradient(...from, ...to);
    gradient.addColorStop(start, `${colour}00`);
    gradient.addColorStop(end, colour);
    return gradient;
  }

  private write({ text, font, x, y, align, angle, colour, opacity, halo }: TextItem): void {
    const { ctx } = this;
    ctx.globalAlpha = opacity;
    ctx.font = cssFont(font);
    ctx.textAlign = align;
    ctx.textBaseline = "alphabetic";
    if (font.spacing > 0) {
      this.writeSpaced(text, font.spacing, x, y, colour);
      return;
    }
    if (angle !== 0) {
      ctx.save();
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
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
    if (angle !== 0) ctx.restore();
  }

  /** Not every browser has letter-spacing on a canvas; drawing character by character loses only the kerning. */
  private writeSpaced(text: string, spacing: number, x: number, y: number, colour: string): void {
    const { ctx } = this;
    ctx.fillStyle = colour;
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
