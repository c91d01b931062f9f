/** The parts of the picture of a year, from the ground up: areas, ways, leaders, marks, numbers, names. */

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
  readonly shown: { world: string; selected: ReadonlySet<number> };
  /** Claim row under the pointer, or -1. */
  readonly hovered: number;
  readonly clusters: ClusterLayout;
  /** Claim rows of the marks that are laid out, the foremost first, and their number. */
  readonly rows: Int32Array;
  readonly count: number;
  /** Are marks drawn as a crowd, one a cell? */
  readonly isClustered: boolean;
  /** Journeys and lines as crowds, where they are too many for `journeys` and `lines`. */
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
  placeX(place: number, window: Viewport): number;
  placeY(place: number, window: Viewport): number;
  badgeX(chip: ClusterLayout["badges"][number]): number;
  badgeY(chip: ClusterLayout["badges"][number]): number;
  /** 0 to 1 while something new is on its way, else 1. */
  progress(row: number): number;
}

/** How far from its position a place may lie: a faint ring; for a country, a hatched field. */
export function paintAccuracyAreas(p: LaidOutNetwork, ctx: CanvasRenderingContext2D, window: Viewport): void {
  const { visible: net, projected: spots, palette } = p;
  const { claims } = net.index.payload;
  const seen = new Set<number>();
  const areas: number[] = [];
  for (let mark = 0; mark < p.count && seen.size < 800; mark++) {
    const place = claims.place[p.rows[mark]!]!;
    if (seen.has(place)) continue;
    seen.add(place);
    const reach = spots.accuracyRadius[place]! * window.scale;
    if (reach < p.radius[mark]! + 4) continue;
    if (net.index.isVague(place)) areas.push(place);
    else paintAccuracyRing(p, ctx, place, reach, window);
  }
  for (const place of areas) {
    const emphasised = [...p.shown.selected, p.hovered].some((row) => row >= 0 && claims.place[row] === place);
    ctx.save();
    ctx.beginPath();
    ctx.arc(
      p.placeX(place, window),
      p.placeY(place, window),
      spots.accuracyRadius[place]! * window.scale,
      0,
      2 * Math.PI,
    );
    ctx.globalAlpha = emphasised ? 0.4 : 0.13;
    ctx.fillStyle = hatchPattern(ctx, palette.accuracy, Math.round(7 * p.uiScale), p.uiScale);
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
  p: LaidOutNetwork,
  ctx: CanvasRenderingContext2D,
  place: number,
  reach: number,
  window: Viewport,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(p.placeX(place, window), p.placeY(place, window), reach, 0, 2 * Math.PI);
  ctx.fillStyle = p.palette.accuracy;
  ctx.globalAlpha = 0.06;
  ctx.fill();
  ctx.globalAlpha = 0.45;
  ctx.strokeStyle = p.palette.accuracy;
  ctx.lineWidth = 0.9;
  ctx.stroke();
  ctx.restore();
}

export function paintRoutesAndLinks(p: LaidOutNetwork, ctx: CanvasRenderingContext2D, window: Viewport): void {
  const { palette, shown, uiScale: unit } = p;
  paintLineDensity(ctx, p.linkDensity, palette.liaison, 0.34);
  paintLineDensity(ctx, p.routeDensity, palette.courier, 0.42);
  paintRouteEnds(ctx, p.routeEnds, palette.courier, unit);
  const { liaison } = p.visible.index.payload;
  for (const { row: line, line: way, sure, isPossible: possibly } of p.links) {
    const from = liaison.from[line]!,
      to = liaison.to[line]!;
    const emphasised = [from, to].some((station) => shown.selected.has(station) || station === p.hovered);
    drawLink(ctx, way, palette.liaison, sure, emphasised, unit, possibly ? 0.5 : 0.78, window);
  }
  for (const { row, line: way, certaintyStyle: look, openEnd: open } of p.routes) {
    const travelled = p.progress(row);
    if (travelled === 0) continue;
    drawRoute(
      ctx,
      way,
      {
        certaintyStyle: look,
        palette,
        openEnd: open,
        colour: palette.courier,
        fiction: shown.world === "fiction",
        width: 4.4 * unit,
        endGapPx: 9 * unit,
        progress: travelled,
        emphasised: shown.selected.has(row) || row === p.hovered,
      },
      window,
    );
  }
}

export function paintRouteStops(p: LaidOutNetwork, ctx: CanvasRenderingContext2D): void {
  ctx.strokeStyle = p.palette.courier;
  ctx.fillStyle = p.palette.halo;
  ctx.lineWidth = 1.4;
  for (const { x, y } of p.stops) {
    ctx.beginPath();
    ctx.arc(x, y, 3.2 * p.uiScale, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}

export function paintExpandedClusters(p: LaidOutNetwork, ctx: CanvasRenderingContext2D): void {
  for (const { anchor: hub, radius } of p.clusters.expanded) {
    ctx.save();
    ctx.beginPath();
    ctx.arc(p.x[hub]!, p.y[hub]!, radius, 0, 2 * Math.PI);
    ctx.globalAlpha = 0.86;
    ctx.fillStyle = p.palette.halo;
    ctx.fill();
    ctx.globalAlpha = 0.5;
    ctx.strokeStyle = p.palette.inkSoft;
    ctx.lineWidth = 0.8;
    ctx.stroke();
    ctx.restore();
  }
}

export function paintLeaderLines(p: LaidOutNetwork, ctx: CanvasRenderingContext2D, window: Viewport): void {
  const { visible: net, clusters: fan } = p;
  const { claims } = net.index.payload;
  ctx.strokeStyle = ctx.fillStyle = p.palette.inkSoft;
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  for (let mark = 0; mark < p.count; mark++) {
    if (fan.hidden[mark] || Math.hypot(fan.dx[mark]!, fan.dy[mark]!) < 5) continue;
    const place = claims.place[p.rows[mark]!]!;
    ctx.moveTo(p.placeX(place, window), p.placeY(place, window));
    ctx.lineTo(p.x[mark]!, p.y[mark]!);
  }
  for (const chip of p.isClustered ? [] : fan.badges) {
    ctx.moveTo(p.x[chip.anchor]!, p.y[chip.anchor]!);
    ctx.lineTo(p.badgeX(chip), p.badgeY(chip));
  }
  ctx.stroke();
  drawLeaderLines(
    ctx,
    p.labels.map(({ candidate: wish, box }) => {
      const { x, y, markRadius } = p.labelCandidates[wish]!;
      return { box, x, y, markRadius };
    }),
    p.palette,
    p.uiScale,
  );
}

export function paintMarks(p: LaidOutNetwork, ctx: CanvasRenderingContext2D, window: Viewport): void {
  const { visible: net, clusters: fan, palette, shown } = p;
  const { index } = net;
  const ratio = pixelRatioOf(ctx);
  ctx.imageSmoothingEnabled = false; // stamps lie on whole pixels
  // From the last to the first, so that the foremost lies on top.
  for (let mark = p.count - 1; mark >= 0; mark--) {
    const x = p.x[mark]!,
      y = p.y[mark]!;
    if (fan.hidden[mark] || x < -30 || y < -30 || x > window.width + 30 || y > window.height + 30) continue;
    const row = p.rows[mark]!;
    const emphasised = shown.selected.has(row) || row === p.hovered;
    const size = p.radius[mark]! * 2;
    if (emphasised) paintHighlight(p, ctx, x, y, size, shown.selected.has(row));
    const progress = p.progress(row);
    if (progress > 0 && progress < 1) paintPulse(ctx, x, y, size, progress, palette[colourNameOf(index, row)]);
    drawMarkSprite(ctx, ratio, index, row, net.hold[row]!, x, y, size, palette);
  }
}

function paintHighlight(
  p: LaidOutNetwork,
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  selected: boolean,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, size * 0.5 + 7 * p.uiScale, 0, 2 * Math.PI);
  ctx.fillStyle = p.palette.halo;
  ctx.globalAlpha = 0.85;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = selected ? p.palette.ink : p.palette.inkSoft;
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

export function paintCountBadges(p: LaidOutNetwork, ctx: CanvasRenderingContext2D): void {
  const ratio = pixelRatioOf(ctx);
  for (const chip of p.clusters.badges)
    drawBadgeSprite(ctx, ratio, chip.hiddenCount, p.badgeX(chip), p.badgeY(chip), p.palette, p.uiScale, p.isClustered);
}

export function paintLabels(p: LaidOutNetwork, ctx: CanvasRenderingContext2D): void {
  const { palette, uiScale: unit } = p;
  const ratio = pixelRatioOf(ctx);
  for (const { candidate: wish, sizeIndex: size, box, align } of p.labels) {
    const { row, texts } = p.labelCandidates[wish]!;
    let y = box.y0;
    for (const { text, textStyle: voice } of texts[size]!) {
      const height = lineHeightPx(voice, unit),
        font = fontFor(voice, unit);
      const width = textWidth(ctx, font, text);
      const x = align === "left" ? box.x0 + 1 : align === "right" ? box.x1 - 1 - width : (box.x0 + box.x1 - width) / 2;
      const red = voice === "event" && colourNameOf(p.visible.index, row) === "raid";
      const colour = red ? palette.raid : voice === "traveller" ? palette.courier : palette.ink;
      drawTextSprite(ctx, ratio, text, font, x, y + height / 2, width, height, colour, palette, 3.2 * unit);
      y += height;
    }
  }
}
