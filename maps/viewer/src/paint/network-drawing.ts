/** Draws the laid-out network of a year, from the bottom up: areas, lines, leader lines, marks, badges, labels. */

import type { VisibleFeatures } from "../data/visible-features";
import type { Viewport } from "../geometry/viewport";
import type { MapLabelCandidate } from "../map/label-candidates";
import type { PlacedLabel } from "../map/label-placement";
import type { LineDensity, RouteEnds } from "../map/line-density";
import type { ProjectedPlaces } from "../map/projected-places";
import type { Link, Route, RouteStop } from "../map/routes-and-links";
import type { ClusterLayout } from "../map/spiderfy";
import { fontFor, lineHeightPx, textWidth } from "./canvas-text";
import { paintLineDensity, paintRouteEnds } from "./density-drawing";
import { drawLeaderLines } from "./leader-lines";
import { hatchPattern } from "./marks";
import type { Palette } from "./palette";
import { drawLink, drawRoute } from "./route-drawing";
import { drawBadgeSprite, drawMarkSprite, drawTextSprite, pixelRatioOf } from "./sprites";
import { colourNameOf } from "./symbology";

/** Everything of a year, laid out in the pixels of the canvas. */
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
export function paintAccuracyAreas(layout: LaidOutNetwork, ctx: CanvasRenderingContext2D, viewport: Viewport): void {
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
    else paintAccuracyRing(layout, ctx, place, reach, viewport);
  }
  for (const place of areas) {
    const emphasised = [...layout.shown.selected, layout.hovered].some(
      (row) => row >= 0 && claims.place[row] === place,
    );
    ctx.save();
    ctx.beginPath();
    ctx.arc(
      layout.placeX(place, viewport),
      layout.placeY(place, viewport),
      projected.accuracyRadius[place]! * viewport.scale,
      0,
      2 * Math.PI,
    );
    ctx.globalAlpha = emphasised ? 0.4 : 0.13;
    ctx.fillStyle = hatchPattern(ctx, palette.accuracy, Math.round(7 * layout.uiScale), layout.uiScale);
    ctx.fill();
    ctx.globalAlpha = emphasised ? 0.8 : 0.28;
    ctx.strokeStyle = palette.accuracy;
    ctx.lineWidth = 1;
    ctx.setLineDash([1.5, 4]);
    ctx.stroke();
    ctx.restore();
  }
}

function paintAccuracyRing(
  layout: LaidOutNetwork,
  ctx: CanvasRenderingContext2D,
  place: number,
  reach: number,
  viewport: Viewport,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(layout.placeX(place, viewport), layout.placeY(place, viewport), reach, 0, 2 * Math.PI);
  ctx.fillStyle = layout.palette.accuracy;
  ctx.globalAlpha = 0.06;
  ctx.fill();
  ctx.globalAlpha = 0.45;
  ctx.strokeStyle = layout.palette.accuracy;
  ctx.lineWidth = 0.9;
  ctx.stroke();
  ctx.restore();
}

export function paintRoutesAndLinks(layout: LaidOutNetwork, ctx: CanvasRenderingContext2D, viewport: Viewport): void {
  const { palette, shown, uiScale } = layout;
  paintLineDensity(ctx, layout.linkDensity, palette.liaison, 0.34);
  paintLineDensity(ctx, layout.routeDensity, palette.courier, 0.42);
  paintRouteEnds(ctx, layout.routeEnds, palette.courier, uiScale);
  const { index } = layout.visible;
  const { liaison } = index.payload;
  for (const { row, line, sure, isPossible } of layout.links) {
    const from = liaison.from[row]!,
      to = liaison.to[row]!;
    const emphasised = [from, to].some((station) => shown.selected.has(station) || station === layout.hovered);
    drawLink(ctx, line, palette.liaison, sure, emphasised, uiScale, isPossible ? 0.5 : 0.78, viewport);
  }
  for (const { row, line, certaintyStyle, openEnd } of layout.routes) {
    const travelled = layout.progress(row);
    if (travelled === 0) continue;
    drawRoute(
      ctx,
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

export function paintRouteStops(layout: LaidOutNetwork, ctx: CanvasRenderingContext2D): void {
  ctx.strokeStyle = layout.palette.courier;
  ctx.fillStyle = layout.palette.halo;
  ctx.lineWidth = 1.4;
  for (const { x, y } of layout.stops) {
    ctx.beginPath();
    ctx.arc(x, y, 3.2 * layout.uiScale, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}

export function paintExpandedClusters(layout: LaidOutNetwork, ctx: CanvasRenderingContext2D): void {
  for (const { anchor, radius } of layout.clusters.expanded) {
    ctx.save();
    ctx.beginPath();
    ctx.arc(layout.x[anchor]!, layout.y[anchor]!, radius, 0, 2 * Math.PI);
    ctx.globalAlpha = 0.86;
    ctx.fillStyle = layout.palette.halo;
    ctx.fill();
    ctx.globalAlpha = 0.5;
    ctx.strokeStyle = layout.palette.inkSoft;
    ctx.lineWidth = 0.8;
    ctx.stroke();
    ctx.restore();
  }
}

export function paintLeaderLines(layout: LaidOutNetwork, ctx: CanvasRenderingContext2D, viewport: Viewport): void {
  const { visible, clusters } = layout;
  const { claims } = visible.index.payload;
  ctx.strokeStyle = ctx.fillStyle = layout.palette.inkSoft;
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  for (let mark = 0; mark < layout.count; mark++) {
    if (clusters.hidden[mark] || Math.hypot(clusters.dx[mark]!, clusters.dy[mark]!) < 5) continue;
    const place = claims.place[layout.rows[mark]!]!;
    ctx.moveTo(layout.placeX(place, viewport), layout.placeY(place, viewport));
    ctx.lineTo(layout.x[mark]!, layout.y[mark]!);
  }
  for (const badge of layout.isClustered ? [] : clusters.badges) {
    ctx.moveTo(layout.x[badge.anchor]!, layout.y[badge.anchor]!);
    ctx.lineTo(layout.badgeX(badge), layout.badgeY(badge));
  }
  ctx.stroke();
  drawLeaderLines(
    ctx,
    layout.labels.map(({ candidate, box }) => {
      const { x, y, markRadius } = layout.labelCandidates[candidate]!;
      return { box, x, y, markRadius };
    }),
    layout.palette,
    layout.uiScale,
  );
}

export function paintMarks(layout: LaidOutNetwork, ctx: CanvasRenderingContext2D, viewport: Viewport): void {
  const { visible, clusters, palette, shown } = layout;
  const { index } = visible;
  const ratio = pixelRatioOf(ctx);
  ctx.imageSmoothingEnabled = false; // sprites lie on integer pixels
  // From the last to the first, so that the foremost lies on top.
  for (let mark = layout.count - 1; mark >= 0; mark--) {
    const x = layout.x[mark]!,
      y = layout.y[mark]!;
    if (clusters.hidden[mark] || x < -30 || y < -30 || x > viewport.width + 30 || y > viewport.height + 30) continue;
    const row = layout.rows[mark]!;
    const emphasised = shown.selected.has(row) || row === layout.hovered;
    const size = layout.radius[mark]! * 2;
    if (emphasised) paintHighlight(layout, ctx, x, y, size, shown.selected.has(row));
    const progress = layout.progress(row);
    if (progress > 0 && progress < 1) paintPulse(ctx, x, y, size, progress, palette[colourNameOf(index, row)]);
    drawMarkSprite(ctx, ratio, index, row, visible.hold[row]!, x, y, size, palette);
  }
}

function paintHighlight(
  layout: LaidOutNetwork,
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  selected: boolean,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, size * 0.5 + 7 * layout.uiScale, 0, 2 * Math.PI);
  ctx.fillStyle = layout.palette.halo;
  ctx.globalAlpha = 0.85;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = selected ? layout.palette.ink : layout.palette.inkSoft;
  ctx.lineWidth = selected ? 2 : 1.2;
  ctx.stroke();
  ctx.restore();
}

function paintPulse(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  progress: number,
  colour: string,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, size * (0.5 + progress * 1.6), 0, 2 * Math.PI);
  ctx.globalAlpha = 1 - progress;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.restore();
}

export function paintCountBadges(layout: LaidOutNetwork, ctx: CanvasRenderingContext2D): void {
  const ratio = pixelRatioOf(ctx);
  for (const badge of layout.clusters.badges)
    drawBadgeSprite(
      ctx,
      ratio,
      badge.hiddenCount,
      layout.badgeX(badge),
      layout.badgeY(badge),
      layout.palette,
      layout.uiScale,
      layout.isClustered,
    );
}

export function paintLabels(layout: LaidOutNetwork, ctx: CanvasRenderingContext2D): void {
  const { palette, uiScale } = layout;
  const ratio = pixelRatioOf(ctx);
  for (const { candidate, sizeIndex, box, align } of layout.labels) {
    const { row, texts } = layout.labelCandidates[candidate]!;
    let y = box.y0;
    for (const { text, textStyle } of texts[sizeIndex]!) {
      const height = lineHeightPx(textStyle, uiScale),
        font = fontFor(textStyle, uiScale);
      const width = textWidth(ctx, font, text);
      const x = align === "left" ? box.x0 + 1 : align === "right" ? box.x1 - 1 - width : (box.x0 + box.x1 - width) / 2;
      const red = textStyle === "event" && layout.visible.index.isRaid(row);
      const colour = red ? palette.raid : textStyle === "traveller" ? palette.courier : palette.ink;
      drawTextSprite(ctx, ratio, text, font, x, y + height / 2, width, height, colour, palette, 3.2 * uiScale);
      y += height;
    }
  }
}
