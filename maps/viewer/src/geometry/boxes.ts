/** Boxes and points in pixels, and grids for fast lookup of the members of a box. */

import type { SceneViewport } from "../data/payload-schema";

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The box of a frame in its own pixels. */
export const frameBox = ({ width, height }: Size): Box => ({ x0: 0, y0: 0, x1: width, y1: height });

export const boxAround = (x: number, y: number, halfWidth: number, halfHeight = halfWidth): Box => ({
  x0: x - halfWidth,
  y0: y - halfHeight,
  x1: x + halfWidth,
  y1: y + halfHeight,
});

/** A box with a margin. */
export const grown = ({ x0, y0, x1, y1 }: Box, byX: number, byY = byX): Box => ({
  x0: x0 - byX,
  y0: y0 - byY,
  x1: x1 + byX,
  y1: y1 + byY,
});

export const shifted = ({ x0, y0, x1, y1 }: Box, dx: number, dy: number): Box => ({
  x0: x0 + dx,
  y0: y0 + dy,
  x1: x1 + dx,
  y1: y1 + dy,
});

export const overlaps = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

export const isInside = (a: Box, frame: Box): boolean =>
  a.x0 >= frame.x0 && a.x1 <= frame.x1 && a.y0 >= frame.y0 && a.y1 <= frame.y1;

export const isPointIn = (x: number, y: number, { x0, y0, x1, y1 }: Box): boolean =>
  x >= x0 && x <= x1 && y >= y0 && y <= y1;

/** The bounding box of points, given as [x0, y0, x1, y1, ...]. */
export function boundsOf(points: ArrayLike<number>): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (let i = 0; i + 1 < points.length; i += 2) {
    box.x0 = Math.min(box.x0, points[i]!);
    box.y0 = Math.min(box.y0, points[i + 1]!);
    box.x1 = Math.max(box.x1, points[i]!);
    box.y1 = Math.max(box.y1, points[i + 1]!);
  }
  return box;
}

/** Members with boxes, indexed by the cells of a coarse grid. */
export class CellGrid<Member> {
  readonly cells = new Map<number, Member[]>();

  constructor(private readonly cellPx: number) {}

  /** Return whether `test` holds for any cell that a box touches; stop at the first. */
  someCell({ x0, y0, x1, y1 }: Box, test: (members: Member[] | undefined, cell: number) => unknown): boolean {
    const { cellPx, cells } = this;
    const right = Math.floor(x1 / cellPx),
      bottom = Math.floor(y1 / cellPx);
    for (let column = Math.floor(x0 / cellPx); column <= right; column++) {
      for (let line = Math.floor(y0 / cellPx); line <= bottom; line++) {
        const cell = column * 65_536 + line;
        if (test(cells.get(cell), cell)) return true;
      }
    }
    return false;
  }

  add(box: Box, member: Member): void {
    this.someCell(box, (members, cell) => {
      if (members) members.push(member);
      else this.cells.set(cell, [member]);
    });
  }

  /** Visit the members of the cells that a box touches, once per cell. */
  visit(box: Box, act: (member: Member) => void): void {
    this.someCell(box, (members) => {
      if (members) for (const member of members) act(member);
    });
  }
}

/** Boxes on a coarse grid, which makes the overlap test fast: it does not loop over all boxes. */
export class BoxGrid {
  private readonly grid = new CellGrid<Box>(64);

  constructor(boxes: Iterable<Box> = []) {
    for (const box of boxes) this.add(box);
  }

  /** Return an independent grid with the same boxes. */
  copy(): BoxGrid {
    const copy = new BoxGrid();
    for (const [key, cell] of this.grid.cells) copy.grid.cells.set(key, [...cell]);
    return copy;
  }

  add(box: Box): void {
    this.grid.add(box, box);
  }

  /** Remove a box that was added, by identity. */
  remove(box: Box): void {
    this.grid.someCell(box, (boxes = []) => {
      const at = boxes.indexOf(box);
      if (at >= 0) boxes.splice(at, 1);
    });
  }

  intersects(box: Box): boolean {
    return this.grid.someCell(box, (boxes) => boxes?.some((other) => overlaps(box, other)));
  }
}

/** Weighted points and discs on a coarse grid, which sums the weights in a box without a loop over all points. */
export class PointGrid {
  private readonly grid = new CellGrid<{ x: number; y: number; weight: number; radius: number }>(32);
  private largest = 0;

  add(x: number, y: number, weight = 1, radius = 0): void {
    this.grid.add(boxAround(x, y, 0), { x, y, weight, radius });
    this.largest = Math.max(this.largest, radius);
  }

  /** The weight of all that overlaps a box, except at the positions `except`: [x0, y0, x1, y1, ...]. */
  weightIn(box: Box, except: ArrayLike<number> = []): number {
    let sum = 0;
    this.grid.someCell(grown(box, this.largest), (points) => {
      if (!points) return;
      for (const { x, y, weight, radius: r } of points)
        if (x + r >= box.x0 && x - r <= box.x1 && y + r >= box.y0 && y - r <= box.y1 && !isAmong(x, y, except))
          sum += weight;
    });
    return sum;
  }
}

function isAmong(x: number, y: number, places: ArrayLike<number>): boolean {
  for (let i = 0; i < places.length; i += 2) if (places[i] === x && places[i + 1] === y) return true;
  return false;
}

/** The size of a canvas in pixels, and its transform from world pixels: `screen = world * scale - origin`. */
export type Viewport = SceneViewport;

/** Convert points from world pixels to canvas pixels, as [x0, y0, ...]. */
export const onScreen = ({ scale, originX, originY }: Viewport, points: Float64Array): Float64Array =>
  points.map((value, i) => value * scale - (i % 2 === 0 ? originX : originY));

export const boxOnScreen = ({ scale, originX, originY }: Viewport, { x0, y0, x1, y1 }: Box): Box => ({
  x0: x0 * scale - originX,
  y0: y0 * scale - originY,
  x1: x1 * scale - originX,
  y1: y1 * scale - originY,
});

/** On a map that repeats sideways: the shift that brings a position nearest to the middle of the viewport. */
export function wrapShift(x: number, { scale, originX, width }: Viewport, wrapWidth: number): number {
  if (wrapWidth === 0) return 0;
  const middle = (originX + width / 2) / scale;
  return Math.round((middle - x) / wrapWidth) * wrapWidth;
}
