/** A display list as JSON, for programs that draw it without a browser: paths as SVG path data, symbols drawn out. */

import { DisplayList, type FillItem, type Item, type Shape, type StrokeItem, type TextItem } from "./display-list";
import { Path } from "./path";

/** A shape as data, with where its units begin and how large they are, unless they are the pixels of the frame. */
export interface RecordedShape {
  data: string;
  x: number;
  y: number;
  scale: number;
}

export type RecordedItem =
  | (Omit<FillItem, "shape"> & { shape: RecordedShape })
  | (Omit<StrokeItem, "shape"> & { shape: RecordedShape })
  | TextItem
  | { op: "clip"; shape: RecordedShape; rule: FillItem["rule"]; items: RecordedItem[] }
  | { op: "symbol"; x: number; y: number; items: RecordedItem[] };

function recordedShape(shape: Shape): RecordedShape {
  return shape instanceof Path ? { data: shape.toData(), x: 0, y: 0, scale: 1 } : shape;
}

function recordedItem(item: Item): RecordedItem {
  switch (item.op) {
    case "fill":
    case "stroke":
      return { ...item, shape: recordedShape(item.shape) };
    case "clip":
      return { ...item, shape: recordedShape(item.shape), items: item.items.map(recordedItem) };
    case "symbol": {
      const list = new DisplayList();
      list.opacity = item.opacity;
      item.draw(list);
      return { op: "symbol", x: item.x, y: item.y, items: recordedItems(list) };
    }
    case "text":
      return item;
  }
}

export function recordedItems({ items }: DisplayList): RecordedItem[] {
  return items.map(recordedItem);
}
