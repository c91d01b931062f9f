/**
 * The lines of the year on the screen: routes of journeys, and links between stations in liaison. If there are too many
 * to distinguish, one fine line represents all lines between two cells: the more there are, the wider it is.
 */

import type { PayloadIndex } from "../../data/payload-index";
import type { VisibleFeatures } from "../../data/visible-features";
import { boundsOf, frameBox, overlaps, type Viewport, wrapShift } from "../../geometry/boxes";
import { bowedScreenLine, type OpenEnd, openEndLine, ScreenLine } from "../../geometry/screen-lines";
import { CertaintyStyle } from "../drawing/marks";
import { certaintyStyleOf } from "../drawing/symbology";
import type { ProjectedPlaces } from "./projected-places";

/** The height of a line's bow as a fraction of its chord. */
const ROUTE_BOW = 0.11;
const LINK_BOW = -0.045;

/** A journey on the screen. */
export interface Route {
  row: number;
  line: ScreenLine;
  certaintyStyle: CertaintyStyle;
  /** Places where it begins, stops or ends; those without a mark get a small one. */
  ends: number[];
  /** The unknown end, if any. */
  openEnd: OpenEnd | null;
}

/** A stop of a route without a mark: the place, the journey's row, and the position on the screen. */
export interface RouteStop {
  place: number;
  row: number;
  x: number;
  y: number;
}

export type Link = ReturnType<typeof linksOf>[number];

/** The located places of a journey in order, without consecutive duplicates. */
export function stopsOf(index: PayloadIndex, row: number): number[] {
  const located = index.placesOf(row).filter((place) => index.isLocated(place));
  return located.filter((place, i) => place !== located[i - 1]);
}

/** The links whose stations are at different places on the map: the row of the link, and the places. */
function locatedLinks({ index, links, linkHold }: VisibleFeatures) {
  const { claims, liaison } = index.payload;
  const located = links.map((row) => ({
    row,
    from: claims.place[liaison.from[row]!]!,
    to: claims.place[liaison.to[row]!]!,
    sure: liaison.sure[row]!,
    isPossible: linkHold[row] === 1,
  }));
  return located.filter(({ from, to }) => from !== to && index.isLocated(from) && index.isLocated(to));
}

function screenLine(projected: ProjectedPlaces, stops: number[], viewport: Viewport, bowRatio: number): ScreenLine {
  const lines = stops.slice(1).map((stop, i) => {
    const leg = projected.leg(stops[i]!, stop);
    const middle = leg[2 * Math.floor(leg.length / 4)]!;
    return bowedScreenLine(leg, viewport, bowRatio, wrapShift(middle, viewport, projected.projection.wrapWidth));
  });
  if (lines.length === 1) return lines[0]!;
  return new ScreenLine(Float32Array.from(lines.flatMap(({ points }) => [...points])));
}

/** The routes of some journeys. */
export function routesOf(
  { index, hold }: VisibleFeatures,
  projected: ProjectedPlaces,
  viewport: Viewport,
  rows: readonly number[],
): Route[] {
  const { claims } = index.payload;
  const parallel = new Map<string, number>();
  const nth = (key: string): number => {
    const before = parallel.get(key) ?? 0;
    parallel.set(key, before + 1);
    return before;
  };
  return rows.flatMap((row) => {
    const ends = stopsOf(index, row);
    if (ends.length === 0) return [];
    const route = { row, ends, certaintyStyle: certaintyStyleOf(hold[row]!, claims.certainty[row]!) };
    if (ends.length > 1) {
      const line = screenLine(projected, ends, viewport, ROUTE_BOW + 0.05 * nth(ends.join(">")));
      return { ...route, line, openEnd: null };
    }
    const { x, y } = projected.onScreen(ends[0]!, viewport);
    const arriving = index.isLocated(claims.to[row]!);
    const turn = nth(`${arriving ? "in" : "out"} ${ends[0]}`) + (arriving ? 0 : 5);
    return { ...route, line: openEndLine(x, y, arriving, turn), openEnd: arriving ? "from" : "to" };
  });
}

export function linksOf(visible: VisibleFeatures, projected: ProjectedPlaces, viewport: Viewport) {
  return locatedLinks(visible)
    .map((link) => ({ ...link, line: screenLine(projected, [link.from, link.to], viewport, LINK_BOW) }))
    .filter(({ line }) => line.length >= 24);
}

/** Above this number of routes or links in a year, they are drawn as densities. */
export const MAX_SINGLE_LINES = 400;

/** Possible numbers of straight pieces of a line, ascending; the largest is enough for a bow across the screen. */
const PIECES = [2, 3, 4, 6, 12] as const;

/** The fewest pieces with which a bow of this chord, in pixels, deviates about half a pixel from its curve. */
function piecesFor(chord: number): number {
  const needed = Math.sqrt(0.22 * Math.min(chord, 1000));
  return PIECES.find((pieces) => pieces >= needed) ?? 12;
}

/** Size in pixels of a cell; line ends in the same cell are combined. */
const END_CELL_PX = 14;
const CELLS_PER_ROW = 1 << 20;

/** A line between two located places, with the row of its route or link and whether it is certain. */
export interface DensityLeg {
  row: number;
  from: number;
  to: number;
  isCertain: boolean;
}

/** The line of all legs between two cells: the row of the first, their number, and whether any is certain. */
export interface DensityLine {
  row: number;
  line: ScreenLine;
  weight: number;
  hasCertain: boolean;
}

/** The density lines of some legs that are visible in a viewport. */
export function lineDensity(
  legs: Iterable<DensityLeg>,
  projected: ProjectedPlaces,
  viewport: Viewport,
  bowRatio: number,
): DensityLine[] {
  const { places } = projected;
  const { scale } = viewport;
  const frame = frameBox(viewport);
  const cellNumbers = new Map<number, number>();
  const cellNumber = (x: number, y: number): number => {
    const key = Math.floor(x / END_CELL_PX) * CELLS_PER_ROW + Math.floor(y / END_CELL_PX);
    let number = cellNumbers.get(key);
    if (number === undefined) cellNumbers.set(key, (number = cellNumbers.size));
    return number;
  };
  /** Lines by the cells of their ends; null if a line is outside the viewport. */
  const lines = new Map<number, DensityLine | null>();
  for (const { row, from, to, isCertain } of legs) {
    const shift = projected.shift(viewport, from, to);
    const x0 = (places[2 * from]! + shift) * scale,
      y0 = places[2 * from + 1]! * scale;
    const x1 = (places[2 * to]! + shift) * scale,
      y1 = places[2 * to + 1]! * scale;
    const key = cellNumber(x0, y0) * CELLS_PER_ROW + cellNumber(x1, y1);
    const known = lines.get(key);
    if (known) {
      known.weight++;
      known.hasCertain ||= isCertain;
    } else if (known === undefined) {
      const leg = projected.coarseLeg(from, to, piecesFor(Math.hypot(x1 - x0, y1 - y0) || 1));
      const line = bowedScreenLine(leg, viewport, bowRatio, shift);
      const isInSight = overlaps(boundsOf(line.points), frame);
      lines.set(key, isInSight ? { row, line, weight: 1, hasCertain: isCertain } : null);
    }
  }
  return [...lines.values()].filter((line) => line !== null);
}

/** The routes of the year as a density. */
export function routeDensity(visible: VisibleFeatures, projected: ProjectedPlaces, viewport: Viewport): DensityLine[] {
  const { index, hold, journeys } = visible;
  const { certainty } = index.payload.claims;
  const legs = journeys.flatMap((row) => {
    const certaintyStyle = certaintyStyleOf(hold[row]!, certainty[row]!);
    const isCertain = certaintyStyle === CertaintyStyle.solid || certaintyStyle === CertaintyStyle.hatched;
    const stops = stopsOf(index, row);
    return stops.slice(1).map((to, i): DensityLeg => ({ row, from: stops[i]!, to, isCertain }));
  });
  return lineDensity(legs, projected, viewport, ROUTE_BOW);
}

/** The links of the year as a density. */
export function linkDensity(visible: VisibleFeatures, projected: ProjectedPlaces, viewport: Viewport): DensityLine[] {
  const legs = locatedLinks(visible).map((link) => ({ ...link, isCertain: link.sure === 0 && !link.isPossible }));
  return lineDensity(legs, projected, viewport, LINK_BOW);
}
