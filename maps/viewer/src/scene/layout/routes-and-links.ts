/** The lines of the year on the screen: routes of journeys, and links between stations in liaison. */

import type { VisibleFeatures } from "../../data/visible-features";
import { bowedScreenLine, type OpenEnd, openEndLine, type ScreenLine, withLength } from "../../geometry/screen-lines";
import { type Viewport, wrapShift } from "../../geometry/viewport";
import type { CertaintyStyle } from "../drawing/marks";
import { certaintyStyleOf } from "../drawing/symbology";
import type { ProjectedPlaces } from "./projected-places";

/**
 * A journey on the screen. `ends`: places at which it begins, stops or ends; those where no mark stands get a small
 * one. `openEnd`: the end that is not known.
 */
export interface Route {
  row: number;
  line: ScreenLine;
  certaintyStyle: CertaintyStyle;
  ends: number[];
  openEnd: OpenEnd | null;
}
/** A place where a route stops and no mark stands: the place, the journey's row, and where it is on the screen. */
export interface RouteStop {
  place: number;
  row: number;
  x: number;
  y: number;
}
export interface Link {
  row: number;
  line: ScreenLine;
  /** The places of its two stations. */
  ends: [number, number];
  sure: number;
  isPossible: boolean;
}

function joinedLine(lines: readonly ScreenLine[]): ScreenLine {
  if (lines.length === 1) return lines[0]!;
  const points = new Float32Array(lines.reduce((sum, line) => sum + line.points.length, 0));
  let at = 0;
  for (const line of lines) {
    points.set(line.points, at);
    at += line.points.length;
  }
  return withLength(points);
}

function screenLine(
  projected: ProjectedPlaces,
  stops: readonly number[],
  viewport: Viewport,
  bowRatio: number,
): ScreenLine {
  return joinedLine(
    stops.slice(1).map((stop, i) => {
      const leg = projected.leg(stops[i]!, stop);
      const middle = leg[2 * Math.floor(leg.length / 4)]!;
      return bowedScreenLine(leg, viewport, bowRatio, wrapShift(middle, viewport, projected.projection.wrapWidth));
    }),
  );
}

/** The routes of the year, or those of some rows. */
export function routesOf(
  visible: VisibleFeatures,
  projected: ProjectedPlaces,
  viewport: Viewport,
  rows: ArrayLike<number> = visible.journeys.subarray(0, visible.journeyCount),
): Route[] {
  const { index } = visible;
  const { claims } = index.payload;
  const parallel = new Map<string, number>();
  const nth = (key: string): number => {
    const before = parallel.get(key) ?? 0;
    parallel.set(key, before + 1);
    return before;
  };
  const routes: Route[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const from = claims.place[row]!,
      to = claims.to[row]!;
    const stops = [from, ...(claims.via[row] ?? []), to].filter((place) => index.isLocated(place));
    const distinct = stops.filter((stop, at) => at === 0 || stop !== stops[at - 1]);
    let line: ScreenLine,
      openEnd: OpenEnd | null = null;
    if (distinct.length >= 2) {
      line = screenLine(projected, distinct, viewport, 0.11 + 0.05 * nth(distinct.join(">")));
    } else if (distinct.length === 1) {
      const place = distinct[0]!;
      const arriving = index.isLocated(to);
      openEnd = arriving ? "from" : "to";
      const worldX = projected.places[2 * place]!;
      const x =
        (worldX + wrapShift(worldX, viewport, projected.projection.wrapWidth)) * viewport.scale - viewport.originX;
      const y = projected.places[2 * place + 1]! * viewport.scale - viewport.originY;
      line = openEndLine(x, y, arriving, nth(`${arriving ? "in" : "out"} ${place}`) + (arriving ? 0 : 5));
    } else continue;
    routes.push({
      row,
      line,
      certaintyStyle: certaintyStyleOf(visible.hold[row]!, claims.certainty[row]!),
      ends: distinct,
      openEnd,
    });
  }
  return routes;
}

export function linksOf(visible: VisibleFeatures, projected: ProjectedPlaces, viewport: Viewport): Link[] {
  const { claims, liaison } = visible.index.payload;
  const links: Link[] = [];
  for (let i = 0; i < visible.linkCount; i++) {
    const row = visible.links[i]!;
    const from = claims.place[liaison.from[row]!]!,
      to = claims.place[liaison.to[row]!]!;
    if (from === to || !visible.index.isLocated(from) || !visible.index.isLocated(to)) continue;
    const line = screenLine(projected, [from, to], viewport, -0.045);
    if (line.length < 24) continue;
    links.push({ row, line, ends: [from, to], sure: liaison.sure[row]!, isPossible: visible.linkHold[row] === 1 });
  }
  return links;
}
