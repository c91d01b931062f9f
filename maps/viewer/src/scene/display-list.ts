/**
 * A drawing as a list: what is filled, stroked and written, from the bottom up, in pixels of a frame.
 *
 * It knows no document and no canvas. `canvas/` paints it, `svg/` writes it, and outside a browser it is handed over.
 */

import type { RecordedClip, RecordedFade, RecordedFill, RecordedStroke, RecordedText } from "../data/payload-schema";
import type { Path } from "./path";
import type { Font } from "./text-styles";

/** A colour of CSS, or one that fades along a line. */
export type Paint = string | Fade;
/** A colour that fades from nothing to itself between two points; from `start` to `end` of the way, as parts of it. */
export interface Fade extends RecordedFade {
  from: [x: number, y: number];
  to: [x: number, y: number];
}

/** A path in pixels; or the data of an SVG path in units of its own, with where they begin and how large they are. */
export type Shape = Path | { data: string; x: number; y: number; scale: number };

/** An item as it is handed over to other programs, but with its path as it is here. */
type Drawn<Recorded extends { shape: object }> = Omit<Recorded, "shape" | "paint" | "items"> & { shape: Shape };

export type FillItem = Drawn<RecordedFill> & { paint: Paint };
/** `width` and `dash` are in units of the shape. */
export type StrokeItem = Omit<Drawn<RecordedStroke>, "dash"> & { paint: Paint; dash: readonly number[] };
/**
 * A line of text: its base line begins at (x, y), or has its middle there, and is turned by `angle` around it. The halo
 * is the line around the characters, which sets them off from what lies below.
 */
export type TextItem = Omit<RecordedText, "font"> & { font: Font };
/** What is drawn only where it lies within a shape. */
export type ClipItem = Drawn<RecordedClip> & { items: readonly Item[] };

/**
 * A small drawing that occurs again and again: drawn around (0, 0) by `draw`, in a box so wide and high, and put at
 * (x, y). Two with the same key look the same. The key of a drawing that is soon of no use is an object, so that what
 * is kept of it goes with it.
 */
export interface SymbolItem {
  op: "symbol";
  key: string | object;
  x: number;
  y: number;
  width: number;
  height: number;
  opacity: number;
  /** What it stands for, for documents in which that can be read. */
  title?: string;
  draw: (list: DisplayList) => void;
}

export type Item = FillItem | StrokeItem | TextItem | ClipItem | SymbolItem;

export type StrokeStyle = Partial<Pick<StrokeItem, "opacity" | "dash" | "cap" | "join">>;
export type TextSettings = Partial<Pick<TextItem, "align" | "angle" | "opacity" | "halo">>;

export class DisplayList {
  items: Item[] = [];

  /** @param opacity multiplied into that of all that is added */
  constructor(public opacity = 1) {}

  fill(shape: Shape, paint: Paint, opacity = 1, rule: FillItem["rule"] = "nonzero"): void {
    this.items.push({ op: "fill", shape, paint, opacity: opacity * this.opacity, rule });
  }

  stroke(shape: Shape, paint: Paint, width: number, style: StrokeStyle = {}): void {
    const { opacity = 1, dash = [], cap = "butt", join = "miter" } = style;
    this.items.push({ op: "stroke", shape, paint, width, opacity: opacity * this.opacity, dash, cap, join });
  }

  text(text: string, font: Font, x: number, y: number, colour: string, settings: TextSettings = {}): void {
    const { align = "left", angle = 0, opacity = 1, halo = null } = settings;
    this.items.push({ op: "text", text, font, x, y, align, angle, colour, opacity: opacity * this.opacity, halo });
  }

  /** Add what `draw` adds, but only where it lies within a shape. */
  clipped(shape: Shape, draw: () => void, rule: FillItem["rule"] = "nonzero"): void {
    const { items } = this;
    this.items = [];
    draw();
    items.push({ op: "clip", shape, rule, items: this.items });
    this.items = items;
  }

  symbol(item: Omit<SymbolItem, "op" | "opacity">): void {
    this.items.push({ op: "symbol", opacity: this.opacity, ...item });
  }
}

/** What a drawing lists by itself. */
export function drawnList(draw: (list: DisplayList) => void, opacity = 1): DisplayList {
  const list = new DisplayList(opacity);
  draw(list);
  return list;
}
