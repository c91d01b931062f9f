/** The ways of the year on the screen: journeys as bows of their own, lines of liaison beside them. */

import type { VisibleFeatures } from "../data/visible-features";
import { bowedScreenLine, type OpenEnd, openEndLine, type ScreenLine, withLength } from "../geometry/screen-lines";
import { type Viewport, wrapShift } from "../geometry/viewport";
import type { CertaintyStyle } from "../paint/marks";
import { certaintyStyleOf } from "../paint/symbology";
import type { ProjectedPlaces } from "./projected-places";

/** `ends`: places at which it begins or ends; those where no mark stands get a small one. `open`: the end that is not known. */
export interface Route {
  row: number;
  line: ScreenLine;
  certaintyStyle: CertaintyStyle;
  ends: number[];
  openEnd: OpenEnd | null;
}
/** A place where a journey stops and no mark stands: the place, the journey's row, and where it is on the screen. */
export interface RouteStop {
  place: number;
  row: number;
  x: number;
  y: number;
}
export interface Link {
  row: number;
  line: ScreenLine;
  sure: number;
  isPossible: boolean;
}

function joinedLine(ways: readonly ScreenLine[]): ScreenLine {
  if (ways.length === 1) return ways[0]!;
  const points = new Float32Array(ways.reduce((sum, way) => sum + way.points.length, 0));
  let at = 0;
  for (const way of ways) {
    points.set(way.points, at);
    at += way.points.length;
  }
  return withLength(points);
}

function screenLine(spots: ProjectedPlaces, stops: readonly number[], window: Viewport, bowRatio: number): ScreenLine {
  return joinedLine(
    stops.slice(1).map((stop, i) => {
      const leg = spots.leg(stops[i]!, stop);
      const middle = leg[2 * Math.floor(leg.length / 4)]!;
      return bowedScreenLine(leg, window, bowRatio, wrapShift(middle, window, spots.projection.wrapWidth));
    }),
  );
}

/** The journeys of the year, or those of some rows. */
export function routesOf(
  net: VisibleFeatures,
  spots: ProjectedPlaces,
  window: Viewport,
  rows: ArrayLike<number> = net.journeys.subarray(0, net.journeyCount),
): Route[] {
  const { index } = net;
  const { claims } = index.payload;
  const parallel = new Map<string, number>();
  const nth = (key: string): number => {
    const before = parallel.get(key) ?? 0;
    parallel.set(key, before + 1);
    return before;
  };
  const journeys: Route[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const from = claims.place[row]!,
      to = claims.to[row]!;
    const stops = [from, ...(claims.via[row] ?? []), to].filter((place) => index.isLocated(place));
    const distinct = stops.filter((stop, at) => at === 0 || stop !== stops[at - 1]);
    let way: ScreenLine,
      open: OpenEnd | null = null;
    if (distinct.length >= 2) {
      way = screenLine(spots, distinct, window, 0.11 + 0.05 * nth(distinct.join(">")));
    } else if (distinct.length === 1) {
      const place = distinct[0]!;
      const arriving = index.isLocated(to);
      open = arriving ? "from" : "to";
      const worldX = spots.places[2 * place]!;
      const x = (worldX + wrapShift(worldX, window, spots.projection.wrapWidth)) * window.scale - window.originX;
      const y = spots.places[2 * place + 1]! * window.scale - window.originY;
      way = openEndLine(x, y, arriving, nth(`${arriving ? "in" : "out"} ${place}`) + (arriving ? 0 : 5));
    } else continue;
    journeys.push({
      row,
      line: way,
      certaintyStyle: certaintyStyleOf(net.hold[row]!, claims.certainty[row]!),
      ends: distinct,
      openEnd: open,
    });
  }
  return journeys;
}

export function linksOf(net: VisibleFeatures, spots: ProjectedPlaces, window: Viewport): Link[] {
  const { claims, liaison } = net.index.payload;
  const lines: Link[] = [];
  for (let i = 0; i < net.linkCount; i++) {
    const line = net.links[i]!;
    const from = claims.place[liaison.from[line]!]!,
      to = claims.place[liaison.to[line]!]!;
    if (from === to || !net.index.isLocated(from) || !net.index.isLocated(to)) continue;
    const way = screenLine(spots, [from, to], window, -0.045);
    if (way.length < 24) continue;
    lines.push({ row: line, line: way, sure: liaison.sure[line]!, isPossible: net.linkHold[line] === 1 });
  }
  return lines;
}
