/** The lines of the year on the screen: routes of journeys, and links between stations in liaison. */

import type { PayloadIndex } from "../../data/payload-index";
import type { VisibleFeatures } from "../../data/visible-features";
import { bowedScreenLine, type OpenEnd, openEndLine, ScreenLine } from "../../geometry/screen-lines";
import { type Viewport, wrapShift } from "../../geometry/viewport";
import type { CertaintyStyle } from "../drawing/marks";
import { certaintyStyleOf } from "../drawing/symbology";
import type { ProjectedPlaces } from "./projected-places";

/** The height of the bow of a line as a part of its length. */
export const ROUTE_BOW = 0.11;
export const LINK_BOW = -0.045;

/** A journey on the screen. */
export interface Route {
  row: number;
  line: ScreenLine;
  certaintyStyle: CertaintyStyle;
  /** Places at which it begins, stops or ends; those where no mark stands get a small one. */
  ends: number[];
  /** The end that is not known. */
  openEnd: OpenEnd | null;
}

/** A place where a route stops and no mark stands: the place, the journey's row, and where it is on the screen. */
export interface RouteStop {
  place: number;
  row: number;
  x: number;
  y: number;
}

/** Two stations in liaison at different places on the map: the row of the link, and the places. */
interface LocatedLink {
  row: number;
  from: number;
  to: number;
  sure: number;
  isPossible: boolean;
}

export interface Link extends LocatedLink {
  line: ScreenLine;
}

/** The located places of a journey in order, each once where several follow each other. */
export function stopsOf(index: PayloadIndex, row: number): number[] {
  const located = index.placesOf(row).filter((place) => index.isLocated(place));
  return located.filter((place, i) => place !== located[i - 1]);
}

export function locatedLinks({ index, links, linkCount, linkHold }: VisibleFeatures): LocatedLink[] {
  const { claims, liaison } = index.payload;
  return Array.from(links.subarray(0, linkCount), (row) => ({
    row,
    from: claims.place[liaison.from[row]!]!,
    to: claims.place[liaison.to[row]!]!,
    sure: liaison.sure[row]!,
    isPossible: linkHold[row] === 1,
  })).filter(({ from, to }) => from !== to && index.isLocated(from) && index.isLocated(to));
}

function screenLine(
  projected: ProjectedPlaces,
  stops: readonly number[],
  viewport: Viewport,
  bowRatio: number,
): ScreenLine {
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
  rows: Iterable<number>,
): Route[] {
  const { claims } = index.payload;
  const parallel = new Map<string, number>();
  const nth = (key: string): number => {
    const before = parallel.get(key) ?? 0;
    parallel.set(key, before + 1);
    return before;
  };
  return Array.from(rows).flatMap((row) => {
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

export function linksOf(visible: VisibleFeatures, projected: ProjectedPlaces, viewport: Viewport): Link[] {
  return locatedLinks(visible)
    .map((link) => ({ ...link, line: screenLine(projected, [link.from, link.to], viewport, LINK_BOW) }))
    .filter(({ line }) => line.length >= 24);
}
