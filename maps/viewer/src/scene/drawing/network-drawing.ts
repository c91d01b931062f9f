/** Draws the laid-out network of a year, from the bottom up: areas, lines, leader lines, marks, badges, labels. */

import { type BoxGrid, boxAround, frameBox, grown, isInside, isPointIn, onScreen } from "../../geometry/boxes";
import type { DisplayList } from "../display-list";
import type { LabelLayout } from "../layout/label-layout";
import type { NetworkLayout } from "../layout/network-layout";
import type { ColourName } from "../palette";
import { Path } from "../path";
import { baselineAt, fontFor, font as fontOf, lineHeightPx, type TextStyle } from "../text-styles";
import { drawBadge, drawClaimMark, drawLeaderLines } from "./map-symbols";
import { hatchedCircle } from "./marks";
import { drawLineDensity, drawLink, drawRoute } from "./route-drawing";
import { colourNameOf } from "./symbology";

/** Width of the lines of a hatched area. */
const HATCH_WIDTH = 1;

/** The colours of labels that do not use the ink colour. */
const LABEL_COLOURS: Partial<Record<TextStyle, ColourName>> = { traveller: "courier", region: "inkSoft" };

/** Draw the complete layout; `names` are its labels, and `ratio` is that of the frame. */
export function drawNetwork(list: DisplayList, layout: NetworkLayout, names: LabelLayout, ratio: number): void {
  drawAccuracyAreas(list, layout);
  drawRoutesAndLinks(list, layout, ratio);
  drawLifePath(list, layout, names.taken);
  drawRouteStops(list, layout);
  drawDots(list, layout);
  drawExpandedClusters(list, layout);
  drawLeaders(list, layout, names);
  drawMarks(list, layout);
  for (const badge of layout.clusters.badges) drawBadge(list, layout, badge);
  drawLabels(list, layout, names);
}

/** Draw how far a place may lie from its position: a faint ring, or a hatched area for a country. */
function drawAccuracyAreas(list: DisplayList, layout: NetworkLayout): void {
  const { visible, projected, palette, uiScale, shown, hovered } = layout;
  const { index } = visible;
  const { claims } = index.payload;
  const drawnPlaces = new Set<number>();
  const areas: (() => void)[] = [];
  for (let mark = 0; mark < layout.rows.length && drawnPlaces.size < 800; mark++) {
    const place = claims.place[layout.rows[mark]!]!;
    if (drawnPlaces.has(place)) continue;
    drawnPlaces.add(place);
    const reach = projected.accuracyRadius[place]! * layout.viewport.scale;
    if (reach < layout.radius[mark]! + 4) continue;
    const { x, y } = layout.at(place);
    const edge = new Path().circle(x, y, reach);
    if (!index.isVague(place)) {
      list.fill(edge, palette.accuracy, 0.06);
      list.stroke(edge, palette.accuracy, 0.9, { opacity: 0.45 });
      continue;
    }
    const emphasised = [...shown.selected, hovered].some((row) => row >= 0 && claims.place[row] === place);
    areas.push(() => {
      const hatch = hatchedCircle(x, y, reach, Math.round(7 * uiScale));
      list.stroke(hatch, palette.accuracy, uiScale * HATCH_WIDTH, { opacity: emphasised ? 0.4 : 0.13 });
      list.stroke(edge, palette.accuracy, 1, { opacity: emphasised ? 0.8 : 0.28, dash: [1.5, 4] });
    });
  }
  for (const drawArea of areas) drawArea();
}

function drawRoutesAndLinks(list: DisplayList, layout: NetworkLayout, ratio: number): void {
  const { palette, shown, uiScale, viewport } = layout;
  const { index } = layout.visible;
  const { liaison } = index.payload;
  drawLineDensity(list, layout.linkDensity, palette.liaison, 0.34);
  drawLineDensity(list, layout.routeDensity, palette.courier, 0.42);
  drawRouteEnds(list, layout);
  for (const { row, line, sure, isPossible } of layout.links) {
    const emphasised = [liaison.from[row]!, liaison.to[row]!].some((station) => layout.isEmphasised(station));
    const opacity = isPossible ? 0.5 : 0.78;
    const style = { palette, certaintyLevel: sure, emphasised, opacity, uiScale, ratio };
    drawLink(list, line, style, viewport);
  }
  for (const { row, line, certaintyStyle, openEnd } of layout.routes) {
    const progress = layout.progress(row);
    if (progress === 0) continue;
    const style = {
      certaintyStyle,
      palette,
      openEnd,
      fiction: index.isFiction(shown.strand),
      width: 4.4 * uiScale,
      endGapPx: 9 * uiScale,
      progress,
      emphasised: layout.isEmphasised(row),
    };
    drawRoute(list, line, style, viewport);
  }
}

/** Draw small squares at the ends of density routes that have no mark. */
function drawRouteEnds(list: DisplayList, { routeEnds, palette, uiScale }: NetworkLayout): void {
  const side = 2.4 * uiScale;
  const squares = new Path();
  for (const { x, y } of routeEnds) squares.rect(x - side / 2, y - side / 2, side, side);
  if (!squares.isEmpty) list.fill(squares, palette.courier);
}

/**
 * Draw the life path from place to place in chronological order, with the year of each arrival where there is room. The
 * part after the shown year is fainter.
 */
function drawLifePath(list: DisplayList, layout: NetworkLayout, obstacles: BoxGrid): void {
  const { palette, uiScale, projected, viewport, uncut, words } = layout;
  const { lifePath, year } = layout.shown;
  const legs = lifePath.slice(1).map((stop, i) => ({
    ...stop,
    points: onScreen(viewport, projected.leg(lifePath[i]!.place, stop.place)),
    faint: stop.year > year,
  }));
  for (const { points, faint, certain } of legs)
    list.stroke(new Path().polyline(points), palette.head, (faint ? 1.5 : 2.4) * uiScale, {
      opacity: faint ? 0.42 : 0.95,
      dash: (faint ? [2, 5] : certain ? [] : [9, 5]).map((length) => length * uiScale),
      cap: "round",
      join: "round",
    });
  const tagFont = fontOf("sans", 12 * uiScale, { weight: 600 });
  const taken = obstacles.copy();
  for (const { points, year: arrival, faint, certain } of legs) {
    const middle = 2 * Math.round(points.length / 4);
    const [x, y] = [points[middle]!, points[middle + 1]!];
    const box = boxAround(x, y, 20 * uiScale, 8 * uiScale);
    if (taken.intersects(box) || (uncut && !isInside(box, frameBox(viewport)))) continue;
    taken.add(box);
    const text = certain ? words.yearText(arrival) : `${words.yearText(arrival)}?`;
    list.text(text, tagFont, x, baselineAt(y, tagFont), palette.head, {
      align: "center",
      opacity: faint ? 0.75 : 1,
      halo: { colour: palette.halo, width: 4 * uiScale },
    });
  }
}

function drawRouteStops(list: DisplayList, { stops, palette, uiScale }: NetworkLayout): void {
  for (const { x, y } of stops) {
    const disc = new Path().circle(x, y, 3.2 * uiScale);
    list.fill(disc, palette.halo);
    list.stroke(disc, palette.courier, 1.4);
  }
}

/** Draw dots for places that another map shows enlarged. */
function drawDots(list: DisplayList, layout: NetworkLayout): void {
  const { palette, uiScale } = layout;
  for (const place of layout.dots) {
    const { x, y } = layout.at(place);
    const dot = new Path().circle(x, y, 2.6 * uiScale);
    list.stroke(dot, palette.halo, 1.8 * uiScale);
    list.fill(dot, palette.station);
  }
}

function drawExpandedClusters(list: DisplayList, { clusters, palette, x, y }: NetworkLayout): void {
  for (const { anchor, radius } of clusters.expanded) {
    const disc = new Path().circle(x[anchor]!, y[anchor]!, radius);
    list.fill(disc, palette.halo, 0.86);
    list.stroke(disc, palette.inkSoft, 0.8, { opacity: 0.5 });
  }
}

/** Draw lines from places to marks that are displaced from them, and from marks to their names. */
function drawLeaders(list: DisplayList, layout: NetworkLayout, { labels }: LabelLayout): void {
  const { clusters, palette, uiScale, x, y } = layout;
  const lines = new Path();
  layout.rows.forEach((row, mark) => {
    if (clusters.hidden[mark] || Math.hypot(clusters.dx[mark]!, clusters.dy[mark]!) < 5) return;
    const place = layout.placeOf(row);
    lines.polyline([place.x, place.y, x[mark]!, y[mark]!]);
  });
  for (const badge of layout.isClustered ? [] : clusters.badges) {
    const at = layout.badgeAt(badge);
    lines.polyline([x[badge.anchor]!, y[badge.anchor]!, at.x, at.y]);
  }
  if (!lines.isEmpty) list.stroke(lines, palette.inkSoft, 0.8);
  drawLeaderLines(list, labels, palette, uiScale);
}

function drawMarks(list: DisplayList, layout: NetworkLayout): void {
  const { visible, clusters, palette, uiScale, shown, viewport } = layout;
  const { index } = visible;
  const frame = grown(frameBox(viewport), 30);
  // From last to first, so that the foremost mark is on top.
  for (let mark = layout.rows.length - 1; mark >= 0; mark--) {
    const x = layout.x[mark]!,
      y = layout.y[mark]!;
    if (clusters.hidden[mark] || !isPointIn(x, y, frame)) continue;
    const row = layout.rows[mark]!;
    const size = layout.radius[mark]! * 2;
    if (layout.isEmphasised(row)) {
      const disc = new Path().circle(x, y, size * 0.5 + 7 * uiScale);
      const isSelected = shown.selected.has(row);
      list.fill(disc, palette.halo, 0.85);
      list.stroke(disc, isSelected ? palette.ink : palette.inkSoft, isSelected ? 2 : 1.2);
    }
    const progress = layout.progress(row);
    if (progress > 0 && progress < 1) {
      const ring = new Path().circle(x, y, size * (0.5 + progress * 1.6));
      list.stroke(ring, palette[colourNameOf(index, row)], 2, { opacity: 1 - progress });
    }
    const title = layout.paper ? index.label(row) : undefined;
    drawClaimMark(list, visible, row, x, y, size, palette, title);
  }
}

function drawLabels(list: DisplayList, layout: NetworkLayout, { labels }: LabelLayout): void {
  const { palette, uiScale, measurer, visible } = layout;
  for (const { candidate, sizeIndex, box, align } of labels) {
    let y = box.y0;
    for (const { text, textStyle } of candidate.texts[sizeIndex]!) {
      const height = lineHeightPx(textStyle, uiScale),
        font = fontFor(textStyle, uiScale);
      const { family, size, weight, italic } = font;
      const width = measurer.width(font, text);
      const x = { left: box.x0 + 1, center: (box.x0 + box.x1 - width) / 2, right: box.x1 - 1 - width }[align];
      const isRed = textStyle === "event" && visible.index.isRaid(candidate.row);
      const colour = isRed ? palette.raid : palette[LABEL_COLOURS[textStyle] ?? "ink"];
      const halo = { colour: palette.halo, width: 3.2 * uiScale };
      list.symbol({
        key: `${text} ${family} ${size} ${weight} ${italic} ${colour} ${halo.colour} ${halo.width}`,
        x: x + width / 2,
        y: y + height / 2,
        width: width + 2 * halo.width + 2,
        height: height * 1.4 + halo.width,
        draw: (symbol) => symbol.text(text, font, -width / 2, baselineAt(0, font), colour, { halo }),
      });
      y += height;
    }
  }
}
