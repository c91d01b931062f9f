/** Draws the laid-out network of a year, from the bottom up: areas, lines, leader lines, marks, badges, labels. */

import type { VisibleFeatures } from "../../data/visible-features";
import type { Viewport } from "../../geometry/viewport";
import type { DisplayList } from "../display-list";
import { hatchedCircle } from "../hatching";
import type { MapLabelCandidate } from "../layout/label-candidates";
import type { PlacedLabel } from "../layout/label-placement";
import type { LineDensity, RouteEnds } from "../layout/line-density";
import type { ProjectedPlaces } from "../layout/projected-places";
import type { Link, Route, RouteStop } from "../layout/routes-and-links";
import type { ClusterLayout } from "../layout/spiderfy";
import type { Palette } from "../palette";
import { Path } from "../path";
import { fontFor, lineHeightPx, type TextMeasurer } from "../text-styles";
import { drawLineDensity, drawRouteEnds } from "./density-drawing";
import { drawLeaderLines } from "./leader-lines";
import { drawBadge, drawClaimMark, drawLabelLine } from "./map-symbols";
import { drawLink, drawRoute } from "./route-drawing";
import { colourNameOf } from "./symbology";

/** Width of the lines of a hatched field. */
const HATCH_WIDTH = 1;

/** Everything of a year, laid out in the pixels of its frame. */
export interface LaidOutNetwork {
  readonly visible: VisibleFeatures;
  readonly projected: ProjectedPlaces;
  readonly palette: Palette;
  readonly uiScale: number;
  readonly shown: { strand: string; selected: ReadonlySet<number> };
  /** Claim row under the pointer, or -1. */
  readonly hovered: number;
  readonly clusters: ClusterLayout;
  /** Claim rows of the marks that are laid out, the foremost first, and their number. */
  readonly rows: Int32Array;
  readonly count: number;
  /** Are marks clustered by cell? */
  readonly isClustered: boolean;
  /** Densities, where there are too many for `routes` and `links`. */
  readonly routeDensity: LineDensity;
  readonly linkDensity: LineDensity;
  readonly routeEnds: RouteEnds;
  /** Of each mark: where it stands, and its radius. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  readonly routes: readonly Route[];
  readonly links: readonly Link[];
  readonly stops: readonly RouteStop[];
  /** Set for a sheet of paper. */
  readonly paper: object | null;
  /** Places that are shown enlarged beside this map. */
  readonly dots: ReadonlySet<number>;
  readonly labelCandidates: readonly MapLabelCandidate[];
  readonly labels: readonly PlacedLabel[];
  placeX(place: number, viewport: Viewport): number;
  placeY(place: number, viewport: Viewport): number;
  badgeX(badge: ClusterLayout["badges"][number]): number;
  badgeY(badge: ClusterLayout["badges"][number]): number;
  /** 0 to 1 while something new is on its way, else 1. */
  progress(row: number): number;
}

/** How far from its position a place may lie: a faint ring; for a country, a hatched field. */
export function drawAccuracyAreas(list: DisplayList, layout: LaidOutNetwork, viewport: Viewport): void {
  const { visible, projected, palette } = layout;
  const { claims } = visible.index.payload;
  const drawnPlaces = new Set<number>();
  const areas: number[] = [];
  for (let mark = 0; mark < layout.count && drawnPlaces.size < 800; mark++) {
    const place = claims.place[layout.rows[mark]!]!;
    if (drawnPlaces.has(place)) continue;
    drawnPlaces.add(place);
    const reach = projected.accuracyRadius[place]! * viewport.scale;
    if (reach < layout.radius[mark]! + 4) continue;
    if (visible.index.isVague(place)) areas.push(place);
    else {
      const ring = new Path().circle(layout.placeX(place, viewport), layout.placeY(place, viewport), reach);
      list.fill(ring, palette.accuracy, 0.06);
      list.stroke(ring, palette.accuracy, 0.9, { opacity: 0.45 });
    }
  }
  const gap = Math.round(7 * layout.uiScale);
  for (const place of areas) {
    const emphasised = [...layout.shown.selected, layout.hovered].some(
      (row) => row >= 0 && claims.place[row] === place,
    );
    const x = layout.placeX(place, viewport),
      y = layout.placeY(place, viewport),
      radius = projected.accuracyRadius[place]! * viewport.scale;
    const hatch = hatchedCircle(x, y, radius, gap);
    list.stroke(hatch, palette.accuracy, layout.uiScale * HATCH_WIDTH, { opacity: emphasised ? 0.4 : 0.13 });
    const edge = new Path().circle(x, y, radius);
    list.stroke(edge, palette.accuracy, 1, { opacity: emphasised ? 0.8 : 0.28, dash: [1.5, 4] });
  }
}

export function drawRoutesAndLinks(list: DisplayList, layout: LaidOutNetwork, viewport: Viewport, ratio: number): void {
  const { palette, shown, uiScale } = layout;
  drawLineDensity(list, layout.linkDensity, palette.liaison, 0.34);
  drawLineDensity(list, layout.routeDensity, palette.courier, 0.42);
  drawRouteEnds(list, layout.routeEnds, palette.courier, uiScale);
  const { index } = layout.visible;
  const { liaison } = index.payload;
  for (const { row, line, sure, isPossible } of layout.links) {
    const from = liaison.from[row]!,
      to = liaison.to[row]!;
    const emphasised = [from, to].some((station) => shown.selected.has(station) || station === layout.hovered);
    const opacity = isPossible ? 0.5 : 0.78;
    drawLink(
      list,
      line,
      { colour: palette.liaison, certaintyLevel: sure, emphasised, opacity, uiScale, ratio },
      viewport,
    );
  }
  for (const { row, line, certaintyStyle, openEnd } of layout.routes) {
    const travelled = layout.progress(row);
    if (travelled === 0) continue;
    drawRoute(
      list,
      line,
      {
        certaintyStyle,
        palette,
        openEnd,
        colour: palette.courier,
        fiction: index.isFiction(shown.strand),
        width: 4.4 * uiScale,
        endGapPx: 9 * uiScale,
        progress: travelled,
        emphasised: shown.selected.has(row) || row === layout.hovered,
      },
      viewport,
    );
  }
}

export function drawRouteStops(list: DisplayList, { stops, palette, uiScale }: LaidOutNetwork): void {
  for (const { x, y } of stops) {
    const disc = new Path().circle(x, y, 3.2 * uiScale);
    list.fill(disc, palette.halo);
    list.stroke(disc, palette.courier, 1.4);
  }
}

/** Dots for places that another map shows enlarged. */
export function drawDots(list: DisplayList, layout: LaidOutNetwork, viewport: Viewport): void {
  const { palette, uiScale } = layout;
  for (const place of layout.dots) {
    const dot = new Path().circle(layout.placeX(place, viewport), layout.placeY(place, viewport), 2.6 * uiScale);
    list.stroke(dot, palette.halo, 1.8 * uiScale);
    list.fill(dot, palette.station);
  }
}

export function drawExpandedClusters(list: DisplayList, layout: LaidOutNetwork): void {
  for (const { anchor, radius } of layout.clusters.expanded) {
    const disc = new Path().circle(layout.x[anchor]!, layout.y[anchor]!, radius);
    list.fill(disc, layout.palette.halo, 0.86);
    list.stroke(disc, layout.palette.inkSoft, 0.8, { opacity: 0.5 });
  }
}

/** Lines from places to marks that stand beside them, and from marks to their names. */
export function drawLeaders(list: DisplayList, layout: LaidOutNetwork, viewport: Viewport): void {
  const { visible, clusters } = layout;
  const { claims } = visible.index.payload;
  const lines = new Path();
  for (let mark = 0; mark < layout.count; mark++) {
    if (clusters.hidden[mark] || Math.hypot(clusters.dx[mark]!, clusters.dy[mark]!) < 5) continue;
    const place = claims.place[layout.rows[mark]!]!;
    lines.moveTo(layout.placeX(place, viewport), layout.placeY(place, viewport));
    lines.lineTo(layout.x[mark]!, layout.y[mark]!);
  }
  for (const badge of layout.isClustered ? [] : clusters.badges) {
    lines.moveTo(layout.x[badge.anchor]!, layout.y[badge.anchor]!);
    lines.lineTo(layout.badgeX(badge), layout.badgeY(badge));
  }
  if (!lines.isEmpty) list.stroke(lines, layout.palette.inkSoft, 0.8);
  drawLeaderLines(
    list,
    layout.labels.map(({ candidate, box }) => {
      const { x, y, markRadius } = layout.labelCandidates[candidate]!;
      return { box, x, y, markRadius };
    }),
    layout.palette,
    layout.uiScale,
  );
}

export function drawMarks(list: DisplayList, layout: LaidOutNetwork, viewport: Viewport): void {
  const { visible, clusters, palette, shown } = layout;
  const { index } = visible;
  // From the last to the first, so that the foremost lies on top.
  for (let mark = layout.count - 1; mark >= 0; mark--) {
    const x = layout.x[mark]!,
      y = layout.y[mark]!;
    if (clusters.hidden[mark] || x < -30 || y < -30 || x > viewport.width + 30 || y > viewport.height + 30) continue;
    const row = layout.rows[mark]!;
    const emphasised = shown.selected.has(row) || row === layout.hovered;
    const size = layout.radius[mark]! * 2;
    if (emphasised) drawHighlight(list, layout, x, y, size, shown.selected.has(row));
    const progress = layout.progress(row);
    if (progress > 0 && progress < 1)
      list.stroke(new Path().circle(x, y, size * (0.5 + progress * 1.6)), palette[colourNameOf(index, row)], 2, {
        opacity: 1 - progress,
      });
    const title = layout.paper ? index.label(row) : undefined;
    drawClaimMark(list, index, row, visible.hold[row]!, x, y, size, palette, title);
  }
}

function drawHighlight(
  list: DisplayList,
  { palette, uiScale }: LaidOutNetwork,
  x: number,
  y: number,
  size: number,
  selected: boolean,
): void {
  const disc = new Path().circle(x, y, size * 0.5 + 7 * uiScale);
  list.fill(disc, palette.halo, 0.85);
  list.stroke(disc, selected ? palette.ink : palette.inkSoft, selected ? 2 : 1.2);
}

export function drawCountBadges(list: DisplayList, layout: LaidOutNetwork, measurer: TextMeasurer): void {
  const { palette, uiScale, isClustered } = layout;
  for (const badge of layout.clusters.badges)
    drawBadge(list, measurer, badge.hiddenCount, layout.badgeX(badge), layout.badgeY(badge), {
      palette,
      uiScale,
      small: isClustered,
    });
}

export function drawLabels(list: DisplayList, layout: LaidOutNetwork, measurer: TextMeasurer): void {
  const { palette, uiScale } = layout;
  for (const { candidate, sizeIndex, box, align } of layout.labels) {
    const { row, texts } = layout.labelCandidates[candidate]!;
    let y = box.y0;
    for (const { text, textStyle } of texts[sizeIndex]!) {
      const height = lineHeightPx(textStyle, uiScale),
        font = fontFor(textStyle, uiScale);
      const width = measurer.width(font, text);
      const x = align === "left" ? box.x0 + 1 : align === "right" ? box.x1 - 1 - width : (box.x0 + box.x1 - width) / 2;
      const red = textStyle === "event" && layout.visible.index.isRaid(row);
      const colour = red
        ? palette.raid
        : textStyle === "traveller"
          ? palette.courier
          : textStyle === "region"
            ? palette.inkSoft
            : palette.ink;
      drawLabelLine(list, text, font, { x, y, width, height }, colour, palette.halo, 3.2 * uiScale);
      y += height;
    }
  }
}
