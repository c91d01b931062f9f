/** A display list as JSON, for programs that draw it without a browser: paths as SVG path data, symbols expanded. */

import type { PosterPage, RecordedShape } from "../data/payload-schema";
import { type DisplayList, drawnList, type Item, type Shape } from "./display-list";
import { Path } from "./path";

export type RecordedItem = PosterPage["items"][number];

function recordedShape(shape: Shape): RecordedShape {
  return shape instanceof Path ? { data: shape.toData(), x: 0, y: 0, scale: 1 } : shape;
}

function recordedItem(item: Item): RecordedItem {
  switch (item.op) {
    case "fill":
      return { ...item, shape: recordedShape(item.shape) };
    case "stroke":
      return { ...item, shape: recordedShape(item.shape), dash: [...item.dash] };
    case "clip":
      return { ...item, shape: recordedShape(item.shape), items: item.items.map(recordedItem) };
    case "symbol": {
      const { op, x, y, opacity, title, draw } = item;
      return { op, x, y, scale: 1, ...(title ? { title } : {}), items: recordedItems(drawnList(draw, opacity)) };
    }
    case "text":
      return item;
  }
}

export const recordedItems = ({ items }: DisplayList): RecordedItem[] => items.map(recordedItem);
