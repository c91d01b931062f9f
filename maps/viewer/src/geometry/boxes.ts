/** Boxes and points in pixels, and grids that find quickly what lies in a box. */

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export const overlaps = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

export const isInside = (a: Box, frame: Box): boolean =>
  a.x0 >= frame.x0 && a.x1 <= frame.x1 && a.y0 >= frame.y0 && a.y1 <= frame.y1;

/** Four boxes around a frame, as far as anything reaches: what meets one of them would be cut off at an edge of it. */
export function boxesAround({ x0, y0, x1, y1 }: Box): Box[] {
  const far = 1e4;
  return [
    { x0: -far, y0: -far, x1: x0, y1: far },
    { x0: x1, y0: -far, x1: far, y1: far },
    { x0: -far, y0: -far, x1: far, y1: y0 },
    { x0: -far, y0: y1, x1: far, y1: far },
  ];
}

/** Boxes on a coarse grid, so that whether one meets any of them is known without a pass over all. */
export class BoxGrid {
  private readonly cells = new Map<number, Box[]>();
  /** The few that would fill very many cells. */
  private readonly large: Box[] = [];
  private static readonly CELL = 64;
  private static readonly LARGE = 4096;

  constructor(boxes: Iterable<Box> = []) {
    for (const box of boxes) this.add(box);
  }

  /** The same boxes in a grid of its own. */
  copy(): BoxGrid {
    const copy = new BoxGrid();
    for (const [key, cell] of this.cells) copy.cells.set(key, [...cell]);
    copy.large.push(...this.large);
    return copy;
  }

  private static cell(at: number): number {
    return Math.floor(at / BoxGrid.CELL);
  }

  add(box: Box): void {
    if (BoxGrid.isLarge(box)) this.large.push(box);
    else
      this.forEachCell(box, (key) => {
        const cell = this.cells.get(key);
        if (cell) cell.push(box);
        else this.cells.set(key, [box]);
      });
  }

  /** Take out a box that was added: the same object. */
  remove(box: Box): void {
    const from = (list: Box[] | undefined): void => {
      const at = list?.indexOf(box) ?? -1;
      if (at >= 0) list!.splice(at, 1);
    };
    if (BoxGrid.isLarge(box)) from(this.large);
    else this.forEachCell(box, (key) => from(this.cells.get(key)));
  }

  private static isLarge(box: Box): boolean {
    return box.x1 - box.x0 > BoxGrid.LARGE || box.y1 - box.y0 > BoxGrid.LARGE;
  }

  private forEachCell(box: Box, visit: (key: number) => void): void {
    const right = BoxGrid.cell(box.x1),
      bottom = BoxGrid.cell(box.y1);
    for (let column = BoxGrid.cell(box.x0); column <= right; column++) {
      for (let line = BoxGrid.cell(box.y0); line <= bottom; line++) visit(column * 65_536 + line);
    }
  }

  intersects(box: Box): boolean {
    if (this.large.some((other) => overlaps(box, other))) return true;
    const right = BoxGrid.cell(box.x1),
      bottom = BoxGrid.cell(box.y1);
    for (let column = BoxGrid.cell(box.x0); column <= right; column++) {
      for (let line = BoxGrid.cell(box.y0); line <= bottom; line++) {
        const cell = this.cells.get(column * 65_536 + line);
        if (cell) for (const other of cell) if (overlaps(box, other)) return true;
      }
    }
    return false;
  }
}

/** Weighted points and discs on a coarse grid, so that what those in a box weigh is found without a pass over all. */
export class PointGrid {
  private readonly cells = new Map<number, number[]>();
  private largest = 0;
  private static readonly CELL = 32;

  private static key(column: number, line: number): number {
    return column * 65_536 + line;
  }

  add(x: number, y: number, weight = 1, radius = 0): void {
    const key = PointGrid.key(Math.floor(x / PointGrid.CELL), Math.floor(y / PointGrid.CELL));
    const cell = this.cells.get(key);
    if (cell) cell.push(x, y, weight, radius);
    else this.cells.set(key, [x, y, weight, radius]);
    this.largest = Math.max(this.largest, radius);
  }

  /** What lies in a box or reaches into it, except what stands at the places `except`: [x0, y0, x1, y1, ...]. */
  weightIn({ x0, y0, x1, y1 }: Box, except: ArrayLike<number> = []): number {
    const { largest } = this,
      { CELL } = PointGrid;
    let weight = 0;
    for (let i = Math.floor((x0 - largest) / CELL); i <= Math.floor((x1 + largest) / CELL); i++) {
      for (let j = Math.floor((y0 - largest) / CELL); j <= Math.floor((y1 + largest) / CELL); j++) {
        const cell = this.cells.get(PointGrid.key(i, j));
        if (!cell) continue;
        for (let k = 0; k < cell.length; k += 4) {
          const x = cell[k]!,
            y = cell[k + 1]!,
            r = cell[k + 3]!;
          if (x + r >= x0 && x - r <= x1 && y + r >= y0 && y - r <= y1 && !isAmong(x, y, except))
            weight += cell[k + 2]!;
        }
      }
    }
    return weight;
  }
}

function isAmong(x: number, y: number, places: ArrayLike<number>): boolean {
  for (let i = 0; i < places.length; i += 2) if (places[i] === x && places[i + 1] === y) return true;
  return false;
}
