/** The names on the map: which are wished for, what they must keep clear of, and where they come to stand. */

import { type Box, BoxGrid, PointGrid } from "../geometry/boxes";
import { sampleAlong } from "../geometry/screen-lines";
import type { Viewport } from "../geometry/viewport";
import type { LaidOutNetwork } from "../paint/network-drawing";
import { type LabelInput, labelCandidates, type MapLabelCandidate } from "./label-candidates";
import { type PlacedLabel, placeLabels } from "./label-placement";

/** How many names are tried: more find no room. */
const MAX_LABELS = 260;
const MAX_LABELS_CLUSTERED = 90;
/** How many marks, and ways of a kind, the names keep clear of. */
const MAX_MARK_OBSTACLES = 2000;
const MAX_LINE_OBSTACLES = 120;
/** How much less a dotted line disturbs than a journey. */
const LINK_WEIGHT = 0.15;
/** Pixels between two points of a way. */
const SAMPLE_STEP_PX = 9;

export interface LabelLayout {
  candidates: MapLabelCandidate[];
  labels: PlacedLabel[];
  taken: BoxGrid;
}

/** What the picture itself does not tell of the names. */
export type LabelSettings = Pick<LabelInput, "words" | "year" | "severalYears" | "ringSpacing" | "scale" | "expanded">;

/**
 * The names of a picture that is laid out.
 *
 * @param sight the part of the canvas that is seen
 * @param panels boxes where no name may stand, in pixels from the corner of what is seen
 */
export function layoutLabels(
  ctx: CanvasRenderingContext2D,
  p: LaidOutNetwork,
  naming: LabelSettings,
  window: Viewport,
  sight: Box,
  panels: readonly Box[],
): LabelLayout {
  const { clusters: fan, uiScale: unit } = p;
  const around = (x: number, y: number, r: number): Box => ({ x0: x - r, y0: y - r, x1: x + r, y1: y + r });
  const seen = (x: number, y: number) => x > sight.x0 && x < sight.x1 && y > sight.y0 && y < sight.y1;
  const visible = (mark: number) => seen(p.x[mark]!, p.y[mark]!);

  const occupied = panels.map(({ x0, y0, x1, y1 }) => ({
    x0: x0 + sight.x0,
    y0: y0 + sight.y0,
    x1: x1 + sight.x0,
    y1: y1 + sight.y0,
  }));
  const marks = new PointGrid(),
    ways = new PointGrid();
  for (let mark = 0; mark < p.count && occupied.length < MAX_MARK_OBSTACLES; mark++) {
    if (fan.hidden[mark] || !visible(mark)) continue;
    occupied.push(around(p.x[mark]!, p.y[mark]!, p.radius[mark]! * 0.9));
    marks.add(p.x[mark]!, p.y[mark]!, 1, p.radius[mark]!);
  }
  for (const { x, y } of p.stops) marks.add(x, y, 1, 4 * unit);
  for (const chip of fan.badges) occupied.push(around(p.badgeX(chip), p.badgeY(chip), 12 * unit));
  for (const { line: way } of p.routes.slice(0, MAX_LINE_OBSTACLES)) sampleAlong(way, SAMPLE_STEP_PX, window, ways);
  for (const { line: way } of p.links.slice(0, MAX_LINE_OBSTACLES))
    sampleAlong(way, SAMPLE_STEP_PX, window, ways, LINK_WEIGHT);

  const wishes = labelCandidates(ctx, {
    ...naming,
    index: p.visible.index,
    projected: p.projected,
    rows: p.rows,
    x: p.x,
    y: p.y,
    radius: p.radius,
    count: p.count,
    clusters: fan,
    uiScale: unit,
    selected: p.shown.selected,
    isMarkVisible: visible,
    isPointVisible: seen,
    routes: p.routes,
    maxCandidates: p.isClustered ? MAX_LABELS_CLUSTERED : MAX_LABELS,
    stops: p.stops.filter(({ x, y }) => seen(x, y)),
  });
  const frame = { x0: sight.x0 + 4, y0: sight.y0 + 4, x1: sight.x1 - 4, y1: sight.y1 - 4 };
  const taken = new BoxGrid(occupied);
  return { candidates: wishes, labels: placeLabels(wishes, taken, frame, { lines: ways, marks }, unit), taken };
}
