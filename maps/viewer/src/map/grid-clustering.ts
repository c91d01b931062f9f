/**
 * Marks where more are in sight than can be told apart: one mark a cell, with the number of those behind it.
 * What it costs to draw them follows the screen, not the data.
 */

import { type ClusterLayout, type ClusterOptions, emptyClusters, spiderfy } from "./spiderfy";

/** Above this many marks in sight they are drawn as a crowd. */
export const MAX_SINGLE_MARKS = 700;

/** Pixels of a cell that shows one mark. */
const MARK_CELL = 42;
const CELLS_PER_ROW = 1 << 20;

/** Group marks by the cells of the screen; `x` and `y` are their places in pixels, the foremost mark first. */
export function clusterByCell(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  count: number,
  unit: number,
  options: ClusterOptions,
): ClusterLayout {
  const { isExpanded: isOpen, isMinor: minor, alwaysVisible: wanted } = options;
  const fan = emptyClusters(count);
  const cell = MARK_CELL * unit;
  const hubs = new Map<number, number>();
  const waiting = new Int32Array(count);
  for (let mark = 0; mark < count; mark++) {
    const key = Math.floor(x[mark]! / cell) * CELLS_PER_ROW + Math.floor(y[mark]! / cell);
    const hub = hubs.get(key) ?? mark;
    if (minor(mark) && mark !== wanted && !isOpen(hub)) {
      fan.hidden[mark] = 1;
      fan.anchor[mark] = mark;
      continue;
    }
    fan.anchor[mark] = hub;
    if (hub === mark) hubs.set(key, mark);
    else if (mark !== wanted) {
      fan.hidden[mark] = 1;
      waiting[hub]!++;
    }
  }
  for (const hub of hubs.values()) {
    if (waiting[hub] === 0) continue;
    if (isOpen(hub)) expandCluster(fan, hub, x, y, count, options);
    else fan.badges.push({ anchor: hub, dx: 13 * unit, dy: 8 * unit, hiddenCount: waiting[hub]! });
  }
  return fan;
}

/** A group that is open stands on rings, as it would where there is room. */
function expandCluster(
  fan: ClusterLayout,
  hub: number,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  count: number,
  options: ClusterOptions,
): void {
  const members: number[] = [];
  for (let mark = hub; mark < count; mark++) if (fan.anchor[mark] === hub) members.push(mark);
  const of = (values: ArrayLike<number>) => Float32Array.from(members, (mark) => values[mark]!);
  const opened = spiderfy(of(x), of(y), members.length, {
    ...options,
    clusterRadius: Infinity,
    alwaysVisible: -1,
    isExpanded: () => true,
    radius: of(options.radius),
    isMinor: () => false,
    canMove: () => false,
  });
  members.forEach((mark, i) => {
    fan.hidden[mark] = 0;
    fan.dx[mark] = opened.dx[i]!;
    fan.dy[mark] = opened.dy[i]!;
  });
  for (const { radius } of opened.expanded) fan.expanded.push({ anchor: hub, radius });
}
