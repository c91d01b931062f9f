/**
 * Clusters marks when too many are visible to distinguish: one mark per cell, with the number of marks behind it.
 * The cost of drawing then depends on the screen, not on the data.
 */

import { type ClusterLayout, type ClusterOptions, emptyClusters, spiderfy } from "./spiderfy";

/** Above this many visible marks, they are clustered by cell. */
export const MAX_SINGLE_MARKS = 700;

/** Size in pixels of a cell, which shows one mark. */
const MARK_CELL = 42;
const CELLS_PER_ROW = 1 << 20;

/** Cluster marks by the cells of the screen. */
export function clusterByCell(uiScale: number, options: ClusterOptions): ClusterLayout {
  const { x, y, isExpanded, isMinor, alwaysVisible } = options;
  const layout = emptyClusters(x.length);
  const cell = MARK_CELL * uiScale;
  const members = new Map<number, number[]>();
  for (let mark = 0; mark < x.length; mark++) {
    const key = Math.floor(x[mark]! / cell) * CELLS_PER_ROW + Math.floor(y[mark]! / cell);
    const known = members.get(key);
    const anchor = known?.[0] ?? mark;
    const isLeftOut = isMinor(mark) && mark !== alwaysVisible && !isExpanded(anchor);
    layout.hidden[mark] = isLeftOut || (anchor !== mark && mark !== alwaysVisible) ? 1 : 0;
    layout.anchor[mark] = isLeftOut ? mark : anchor;
    if (isLeftOut) continue;
    if (known) known.push(mark);
    else members.set(key, [mark]);
  }
  for (const marks of members.values()) {
    const anchor = marks[0]!;
    const hiddenCount = marks.filter((mark) => layout.hidden[mark]).length;
    if (hiddenCount === 0) continue;
    if (isExpanded(anchor)) expandCluster(layout, marks, options);
    else layout.badges.push({ anchor, dx: 13 * uiScale, dy: 8 * uiScale, hiddenCount });
  }
  return layout;
}

/** Place the marks of an expanded cluster on rings, as in a network without cell clustering. */
function expandCluster(layout: ClusterLayout, marks: readonly number[], options: ClusterOptions): void {
  const of = (values: ArrayLike<number>) => Float32Array.from(marks, (mark) => values[mark]!);
  const opened = spiderfy({
    ...options,
    x: of(options.x),
    y: of(options.y),
    clusterRadius: 1e9,
    alwaysVisible: -1,
    isExpanded: () => true,
    showsAll: true,
    radius: of(options.radius),
    isMinor: () => false,
    canMove: () => false,
  });
  marks.forEach((mark, i) => {
    layout.hidden[mark] = 0;
    layout.dx[mark] = opened.dx[i]!;
    layout.dy[mark] = opened.dy[i]!;
  });
  for (const { radius } of opened.expanded) layout.expanded.push({ anchor: marks[0]!, radius });
}
