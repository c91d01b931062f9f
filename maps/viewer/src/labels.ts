/** Where a label stands: right above its mark first, then round it, by priority, and never over another. */

export interface Box { x0: number; y0: number; x1: number; y1: number }

/** A wish for a label at a mark, in pixels. Several texts are several wishes of falling length. */
export interface Wish {
  x: number;
  y: number;
  /** Radius of the mark, which the label keeps clear of. */
  radius: number;
  sizes: readonly { width: number; height: number }[];
  /** How many steps away it may stand when there is no room beside the mark; a line then leads to it. */
  steps?: number;
}

export interface Placed { wish: number; size: number; box: Box; align: "left" | "right" | "center" }

/** Directions in the order of preference: (x, y) towards which the label lies, and how its lines align. */
const SEATS: readonly [x: number, y: number, align: Placed["align"]][] = [
  [1, -0.75, "left"], [1, 0, "left"], [1, 0.8, "left"], [-1, -0.75, "right"], [-1, 0, "right"], [-1, 0.8, "right"],
  [0, -1, "center"], [0, 1, "center"],
];

export function boxAt(wish: Wish, size: { width: number; height: number }, seat: number, away = 0): Box {
  const [sx, sy] = SEATS[seat]!;
  const gap = 4 + away;
  const { width, height } = size;
  const x0 = sx === 0 ? wish.x - width / 2 : sx > 0 ? wish.x + wish.radius * (sy === 0 ? 1 : 0.8) + gap : wish.x - wish.radius * (sy === 0 ? 1 : 0.8) - gap - width;
  const y0 =
    sx === 0
      ? sy < 0 ? wish.y - wish.radius - gap - height : wish.y + wish.radius + gap
      : wish.y - height / 2 + sy * (wish.radius * 0.8 + height * 0.4 + away);
  return { x0, y0, x1: x0 + width, y1: y0 + height };
}

/** Pixels from one step away from a crowded mark to the next. */
const STEP = 8;

/** Pixels that keep one label from reading on into the next below. */
const LEADING = 2;

export const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

export const inside = (a: Box, frame: Box): boolean => a.x0 >= frame.x0 && a.x1 <= frame.x1 && a.y0 >= frame.y0 && a.y1 <= frame.y1;

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
    if (box.x1 - box.x0 > BoxGrid.LARGE || box.y1 - box.y0 > BoxGrid.LARGE) {
      this.large.push(box);
      return;
    }
    const right = BoxGrid.cell(box.x1), bottom = BoxGrid.cell(box.y1);
    for (let column = BoxGrid.cell(box.x0); column <= right; column++) {
      for (let line = BoxGrid.cell(box.y0); line <= bottom; line++) {
        const key = column * 65_536 + line;
        const cell = this.cells.get(key);
        if (cell) cell.push(box);
        else this.cells.set(key, [box]);
      }
    }
  }

  meets(box: Box): boolean {
    if (this.large.some((other) => overlap(box, other))) return true;
    const right = BoxGrid.cell(box.x1), bottom = BoxGrid.cell(box.y1);
    for (let column = BoxGrid.cell(box.x0); column <= right; column++) {
      for (let line = BoxGrid.cell(box.y0); line <= bottom; line++) {
        const cell = this.cells.get(column * 65_536 + line);
        if (cell) for (const other of cell) if (overlap(box, other)) return true;
      }
    }
    return false;
  }
}

/** Points on a coarse grid, so that the number of them in a box is found without a pass over all. */
export class PointGrid {
  private readonly cells = new Map<number, number[]>();
  private static readonly CELL = 32;

  private static key(column: number, line: number): number {
    return column * 65_536 + line;
  }

  add(x: number, y: number): void {
    const key = PointGrid.key(Math.floor(x / PointGrid.CELL), Math.floor(y / PointGrid.CELL));
    const cell = this.cells.get(key);
    if (cell) cell.push(x, y);
    else this.cells.set(key, [x, y]);
  }

  count({ x0, y0, x1, y1 }: Box): number {
    let found = 0;
    for (let i = Math.floor(x0 / PointGrid.CELL); i <= Math.floor(x1 / PointGrid.CELL); i++) {
      for (let j = Math.floor(y0 / PointGrid.CELL); j <= Math.floor(y1 / PointGrid.CELL); j++) {
        const cell = this.cells.get(PointGrid.key(i, j));
        if (!cell) continue;
        for (let k = 0; k < cell.length; k += 2) {
          if (cell[k]! >= x0 && cell[k]! <= x1 && cell[k + 1]! >= y0 && cell[k + 1]! <= y1) found++;
        }
      }
    }
    return found;
  }
}

/**
 * Place labels, the foremost wish first. A seat that crosses no line is taken before one that does.
 *
 * No two boxes of the result overlap, none meets what is taken, and all lie inside the frame. What they take is
 * added to `taken`.
 */
export function placeLabels(wishes: readonly Wish[], taken: BoxGrid, frame: Box, lines?: PointGrid): Placed[] {
  const placed: Placed[] = [];
  const free = (box: Box): boolean => inside(box, frame) && !taken.meets(box);
  const seatFor = (wish: Wish, number: number, away: number): Placed | undefined => {
    for (let size = 0; size < wish.sizes.length; size++) {
      let best: Placed | undefined;
      let fewest = Infinity;
      for (let seat = 0; seat < SEATS.length && fewest > 0; seat++) {
        const box = boxAt(wish, wish.sizes[size]!, seat, away);
        if (!free(box)) continue;
        const crossings = lines?.count(box) ?? 0;
        if (crossings < fewest) {
          fewest = crossings;
          best = { wish: number, size, box, align: SEATS[seat]![2] };
        }
      }
      if (best) return best;
    }
    return undefined;
  };
  wishes.forEach((wish, number) => {
    for (let step = 0; step <= (wish.steps ?? 0); step++) {
      const found = seatFor(wish, number, step * STEP);
      if (found) {
        placed.push(found);
        const { x0, y0, x1, y1 } = found.box;
        taken.add({ x0, y0: y0 - LEADING, x1, y1: y1 + LEADING });
        return;
      }
    }
  });
  return placed;
}
