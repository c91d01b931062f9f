/**
 * Marks where more are in sight than can be told apart: one mark a cell, with the number of those behind it.
 * What it costs to draw them follows the screen, not the data.
 */

import { type ClusterLayout, type ClusterOptions, emptyClusters, spiderfy } from "./spiderfy";

/** Above this many marks in sight they are clustered by cell. */
export const MAX_SINGLE_MARKS = 700;

/** Pixels of a cell that shows one mark. */
const MARK_CELL = 42;
const CELLS_PER_ROW = 1 << 20;

/** Cluster marks by the cells of the screen; `x` and `y` are their places in pixels, the foremost mark first. */
export function clusterByCell(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  count: number,
  uiScale: number,
  options: ClusterOptions,
): ClusterLayout {
  const { isExpanded, isMinor, alwaysVisible } = options;
  const layout = emptyClusters(count);
  const cell = MARK_CELL * uiScale;
  const anchors = new Map<number, number>();
  const hiddenCounts = new Int32Array(count);
  for (let mark = 0; mark < count; mark++) {
    const key = Math.floor(x[mark]! / cell) * CELLS_PER_ROW + Math.floor(y[mark]! / cell);
    const anchor = anchors.get(key) ?? mark;
    if (isMinor(mark) && mark !== alwaysVisible && !isExpanded(anchor)) {
      layout.hidden[mark] = 1;
      layout.anchor[mark] = mark;
      continue;
    }
    layout.anchor[mark] = anchor;
    if (anchor === mark) anchors.set(key, mark);
    else if (mark !== alwaysVisible) {
      layout.hidden[mark] = 1;
      hiddenCounts[anchor]!++;
    }
  }
  for (const anchor of anchors.values()) {
    if (hiddenCounts[anchor] === 0) continue;
    if (isExpanded(anchor)) expandCluster(layout, anchor, x, y, count, options);
    else layout.badges.push({ anchor, dx: 13 * uiScale, dy: 8 * uiScale, hiddenCount: hiddenCounts[anchor]! });
  }
  return layout;
}

/** The marks of an expanded cluster stand on rings, as they would where there is room. */
function expandCluster(
  layout: ClusterLayout,
  anchor: number,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  count: number,
  options: ClusterOptions,
): void {
  const members: number[] = [];
  for (let mark = anchor; mark < count; mark++) if (layout.anchor[mark] === anchor) members.push(mark);
  const of = (values: ArrayLike<number>) => Float32Array.from(members, (mark) => values[mark]!);
  const opened = spiderfy(of(x), of(y), members.length, {
    ...options,
    clusterRadius: Infinity,
    alwaysVisible: -1,
    isExpanded: () => true,
    showsAll: true,
    radius: of(options.radius),
    isMinor: () => false,
    canMove: () => false,
  });
  members.forEach((mark, i) => {
    layout.hidden[mark] = 0;
    layout.dx[mark] = opened.dx[i]!;
    layout.dy[mark] = opened.dy[i]!;
  });
  for (const { radius } of opened.expanded) layout.expanded.push({ anchor, radius });
}
