/**
 * A drawing as a list of fills, strokes and texts, from the bottom up, in pixels of a frame.
 *
 * It depends on no document and no canvas. `canvas/` paints it, `svg/` writes it, and outside a browser
 * `recorded-list.ts` converts it to JSON.
 */

import type { RecordedClip, RecordedFade, RecordedFill, RecordedStroke, RecordedText } from "../data/payload-schema";
import type { Path } from "./path";
import type { Font } from "./text-styles";

/** A CSS colour, or a colour that fades along a line. */
export type Paint = string | Fade;
/** A colour that fades in along the line between two points, from fraction `start` to fraction `end` of its length. */
export interface Fade extends RecordedFade {
  from: [x: number, y: number];
  to: [x: number, y: number];
}

/** A path in pixels, or SVG path data in its own units, with the position of its origin and its scale. */
export type Shape = Path | { data: string; x: number; y: number; scale: number };

/** A recorded item (the JSON form for other programs), but with its path as a `Shape`. */
type Drawn<Recorded extends { shape: object }> = Omit<Recorded, "shape" | "paint" | "items"> & { shape: Shape };

export type FillItem = Drawn<RecordedFill> & { paint: Paint };
/** `width` and `dash` are in units of the shape. */
export type StrokeItem = Omit<Drawn<RecordedStroke>, "dash"> & { paint: Paint; dash: readonly number[] };
/**
 * A line of text. Its baseline starts at (x, y), or is centred there, and is rotated by `angle` around that point. The
 * halo is the outline of the characters, which sets them off from the background.
 */
export type TextItem = Omit<RecordedText, "font"> & { font: Font };
/** Items that are clipped to a shape. */
export type ClipItem = Drawn<RecordedClip> & { items: readonly Item[] };

/**
 * A small drawing that occurs repeatedly. `draw` draws it around (0, 0) in a box of `width` by `height`, and it is
 * placed at (x, y). Two symbols with the same key look the same. The key of a short-lived drawing is an object, so that
 * its cached image is garbage-collected with the key.
 */
export interface SymbolItem {
  op: "symbol";
  key: string | object;
  x: number;
  y: number;
  width: number;
  height: number;
  opacity: number;
  /** What the symbol represents, for output formats that can contain titles. */
  title?: string;
  draw: (list: DisplayList) => void;
}

export type Item = FillItem | StrokeItem | TextItem | ClipItem | SymbolItem;

export type StrokeStyle = Partial<Pick<StrokeItem, "opacity" | "dash" | "cap" | "join">>;
export type TextSettings = Partial<Pick<TextItem, "align" | "angle" | "opacity" | "halo">>;

export class DisplayList {
  items: Item[] = [];

  /** @param opacity multiplied with the opacity of everything that is added */
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

  /** Clip everything that `draw` adds to a shape. */
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

/** The display list of a single drawing. */
export function drawnList(draw: (list: DisplayList) => void, opacity = 1): DisplayList {
  const list = new DisplayList(opacity);
  draw(list);
  return list;
}
