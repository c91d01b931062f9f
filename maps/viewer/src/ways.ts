/** The ways of the year on the screen: journeys as bows of their own, lines of liaison beside them. */

import { lookOf } from "./looks";
import { measured, type OpenEnd, stub, type Way, wayOnScreen } from "./paint/arcs";
import type { Look } from "./paint/marks";
import type { Window } from "./rings";
import type { Spots } from "./spots";
import type { YearNet } from "./year-net";

/** `ends`: places at which it begins or ends; those where no mark stands get a small one. `open`: the end that is not known. */
export interface Journey {
  row: number;
  way: Way;
  look: Look;
  ends: number[];
  open: OpenEnd | null;
}
/** A place where a journey stops and no mark stands: the place, the journey's row, and where it is on the screen. */
export interface Stop {
  place: number;
  row: number;
  x: number;
  y: number;
}
export interface Line {
  line: number;
  way: Way;
  sure: number;
  possibly: boolean;
}

/** Where the map repeats sideways: how far a position must be moved to stand nearest to the window's middle. */
export function shiftFor(x: number, { scale, originX, width }: Window, repeat: number): number {
  if (repeat === 0) return 0;
  const middle = (originX + width / 2) / scale;
  return Math.round((middle - x) / repeat) * repeat;
}

function joined(ways: readonly Way[]): Way {
  if (ways.length === 1) return ways[0]!;
  const points = new Float32Array(ways.reduce((sum, way) => sum + way.points.length, 0));
  let at = 0;
  for (const way of ways) {
    points.set(way.points, at);
    at += way.points.length;
  }
  return measured(points);
}

function onScreen(spots: Spots, stops: readonly number[], window: Window, raise: number): Way {
  return joined(
    stops.slice(1).map((stop, i) => {
      const leg = spots.leg(stops[i]!, stop);
      const middle = leg[2 * Math.floor(leg.length / 4)]!;
      return wayOnScreen(leg, window, raise, shiftFor(middle, window, spots.plane.repeat));
    }),
  );
}

/** The journeys of the year, or those of some rows. */
export function journeysOf(
  net: YearNet,
  spots: Spots,
  window: Window,
  rows: ArrayLike<number> = net.journeys.subarray(0, net.journeyCount),
): Journey[] {
  const { index } = net;
  const { claims } = index.payload;
  const parallel = new Map<string, number>();
  const nth = (key: string): number => {
    const before = parallel.get(key) ?? 0;
    parallel.set(key, before + 1);
    return before;
  };
  const journeys: Journey[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const from = claims.place[row]!,
      to = claims.to[row]!;
    const stops = [from, ...(claims.via[row] ?? []), to].filter((place) => index.isLocated(place));
    const distinct = stops.filter((stop, at) => at === 0 || stop !== stops[at - 1]);
    let way: Way,
      open: OpenEnd | null = null;
    if (distinct.length >= 2) {
      way = onScreen(spots, distinct, window, 0.11 + 0.05 * nth(distinct.join(">")));
    } else if (distinct.length === 1) {
      const place = distinct[0]!;
      const arriving = index.isLocated(to);
      open = arriving ? "from" : "to";
      const worldX = spots.places[2 * place]!;
      const x = (worldX + shiftFor(worldX, window, spots.plane.repeat)) * window.scale - window.originX;
      const y = spots.places[2 * place + 1]! * window.scale - window.originY;
      way = stub(x, y, arriving, nth(`${arriving ? "in" : "out"} ${place}`) + (arriving ? 0 : 5));
    } else continue;
    journeys.push({ row, way, look: lookOf(net.hold[row]!, claims.certainty[row]!), ends: distinct, open });
  }
  return journeys;
}

export function linesOf(net: YearNet, spots: Spots, window: Window): Line[] {
  const { claims, liaison } = net.index.payload;
  const lines: Line[] = [];
  for (let i = 0; i < net.lineCount; i++) {
    const line = net.lines[i]!;
    const from = claims.place[liaison.from[line]!]!,
      to = claims.place[liaison.to[line]!]!;
    if (from === to || !net.index.isLocated(from) || !net.index.isLocated(to)) continue;
    const way = onScreen(spots, [from, to], window, -0.045);
    if (way.length < 24) continue;
    lines.push({ line, way, sure: liaison.sure[line]!, possibly: net.lineHold[line] === 1 });
  }
  return lines;
}
