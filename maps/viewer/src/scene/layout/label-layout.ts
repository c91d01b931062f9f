/** The labels of the map: collects their candidates and obstacles, and places them. */

import { type Box, BoxGrid, boxAround, grown, isPointIn, PointGrid, shifted } from "../../geometry/boxes";
import { labelCandidates } from "./label-candidates";
import { placeLabels } from "./label-placement";
import type { NetworkLayout } from "./network-layout";

/** Maximum number of obstacles from marks, and from lines of each kind. */
const MAX_MARK_OBSTACLES = 2000;
const MAX_LINE_OBSTACLES = 120;
/** The weight of a link as an obstacle, relative to a route. */
const LINK_WEIGHT = 0.15;
/** Pixels between two sampled points of a line. */
const SAMPLE_STEP_PX = 9;

/** The labels, and the boxes that they, marks and panels occupy. */
export type LabelLayout = ReturnType<typeof layoutLabels>;

/**
 * Place the labels of a network that is laid out.
 *
 * @param visibleBox the visible part of the canvas
 * @param obstacles boxes that names must avoid, in pixels from the corner of `visibleBox`
 */
export function layoutLabels(layout: NetworkLayout, visibleBox: Box, obstacles: readonly Box[]) {
  const { clusters, uiScale, viewport, stops, routes, links } = layout;
  const isVisible = (x: number, y: number): boolean => isPointIn(x, y, visibleBox);
  const occupied = obstacles.map((box) => shifted(box, visibleBox.x0, visibleBox.y0));
  const marks = new PointGrid(),
    lines = new PointGrid();
  for (let mark = 0; mark < layout.rows.length && occupied.length < MAX_MARK_OBSTACLES; mark++) {
    const [x, y, radius] = [layout.x[mark]!, layout.y[mark]!, layout.radius[mark]!];
    if (clusters.hidden[mark] || !isVisible(x, y)) continue;
    occupied.push(boxAround(x, y, radius * 0.9));
    marks.add(x, y, 1, radius);
  }
  for (const { x, y } of stops) marks.add(x, y, 1, 4 * uiScale);
  for (const badge of clusters.badges) {
    const { x, y } = layout.badgeAt(badge);
    occupied.push(boxAround(x, y, 12 * uiScale));
  }
  for (const [weight, drawn] of [
    [1, routes],
    [LINK_WEIGHT, links],
  ] as const)
    for (const { line } of drawn.slice(0, MAX_LINE_OBSTACLES))
      line.sample(SAMPLE_STEP_PX, viewport, (x, y) => lines.add(x, y, weight));
  const taken = new BoxGrid(occupied);
  const candidates = labelCandidates(layout, isVisible);
  return { labels: placeLabels(candidates, taken, grown(visibleBox, -4), { lines, marks }, uiScale), taken };
}
