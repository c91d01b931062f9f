/** The labels of the map: their candidates, what they keep clear of, and where they are placed. */

import { type Box, BoxGrid, PointGrid } from "../../geometry/boxes";
import { sampleAlong } from "../../geometry/screen-lines";
import type { Viewport } from "../../geometry/viewport";
import type { LaidOutNetwork } from "../drawing/network-drawing";
import type { TextMeasurer } from "../text-styles";
import { type LabelInput, labelCandidates, type MapLabelCandidate } from "./label-candidates";
import { type PlacedLabel, placeLabels } from "./label-placement";

/** How many names are tried: more find no room. */
const MAX_LABELS = 260;
const MAX_LABELS_CLUSTERED = 90;
/** How many marks, and lines of a kind, the names keep clear of. */
const MAX_MARK_OBSTACLES = 2000;
const MAX_LINE_OBSTACLES = 120;
/** How much less a link disturbs than a route. */
const LINK_WEIGHT = 0.15;
/** Pixels between two points of a line. */
const SAMPLE_STEP_PX = 9;

export interface LabelLayout {
  candidates: MapLabelCandidate[];
  labels: PlacedLabel[];
  taken: BoxGrid;
}

/** What labels depend on beside the laid-out network. */
export type LabelSettings = Pick<
  LabelInput,
  "words" | "days" | "severalYears" | "ringSpacing" | "scale" | "expanded" | "namesRegions"
>;

/**
 * The labels of a network that is laid out.
 *
 * @param visibleBox the part of the canvas that is in sight
 * @param obstacles boxes where no name may stand, in pixels from the corner of `visibleBox`
 */
export function layoutLabels(
  measurer: TextMeasurer,
  layout: LaidOutNetwork,
  settings: LabelSettings,
  viewport: Viewport,
  visibleBox: Box,
  obstacles: readonly Box[],
): LabelLayout {
  const { clusters, uiScale } = layout;
  const boxAround = (x: number, y: number, r: number): Box => ({ x0: x - r, y0: y - r, x1: x + r, y1: y + r });
  const isPointVisible = (x: number, y: number) =>
    x > visibleBox.x0 && x < visibleBox.x1 && y > visibleBox.y0 && y < visibleBox.y1;
  const isMarkVisible = (mark: number) => isPointVisible(layout.x[mark]!, layout.y[mark]!);

  const occupied = obstacles.map(({ x0, y0, x1, y1 }) => ({
    x0: x0 + visibleBox.x0,
    y0: y0 + visibleBox.y0,
    x1: x1 + visibleBox.x0,
    y1: y1 + visibleBox.y0,
  }));
  const marks = new PointGrid(),
    lines = new PointGrid();
  for (let mark = 0; mark < layout.count && occupied.length < MAX_MARK_OBSTACLES; mark++) {
    if (clusters.hidden[mark] || !isMarkVisible(mark)) continue;
    occupied.push(boxAround(layout.x[mark]!, layout.y[mark]!, layout.radius[mark]! * 0.9));
    marks.add(layout.x[mark]!, layout.y[mark]!, 1, layout.radius[mark]!);
  }
  for (const { x, y } of layout.stops) marks.add(x, y, 1, 4 * uiScale);
  for (const badge of clusters.badges)
    occupied.push(boxAround(layout.badgeX(badge), layout.badgeY(badge), 12 * uiScale));
  for (const { line } of layout.routes.slice(0, MAX_LINE_OBSTACLES)) sampleAlong(line, SAMPLE_STEP_PX, viewport, lines);
  for (const { line } of layout.links.slice(0, MAX_LINE_OBSTACLES))
    sampleAlong(line, SAMPLE_STEP_PX, viewport, lines, LINK_WEIGHT);

  const candidates = labelCandidates(measurer, {
    ...settings,
    index: layout.visible.index,
    projected: layout.projected,
    rows: layout.rows,
    x: layout.x,
    y: layout.y,
    radius: layout.radius,
    count: layout.count,
    clusters,
    uiScale,
    selected: layout.shown.selected,
    isMarkVisible,
    isPointVisible,
    routes: layout.routes,
    maxCandidates: layout.isClustered ? MAX_LABELS_CLUSTERED : MAX_LABELS,
    stops: layout.stops.filter(({ x, y }) => isPointVisible(x, y)),
  });
  const frame = { x0: visibleBox.x0 + 4, y0: visibleBox.y0 + 4, x1: visibleBox.x1 - 4, y1: visibleBox.y1 - 4 };
  const taken = new BoxGrid(occupied);
  return { candidates, labels: placeLabels(candidates, taken, frame, { lines, marks }, uiScale), taken };
}
