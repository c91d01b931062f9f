/**
 * Routes and links where there are too many to tell apart: one fine line for all between two cells, the wider the more
 * they are.
 */

import type { VisibleFeatures } from "../../data/visible-features";
import { type Viewport, wrapShift } from "../../geometry/viewport";
import { CertaintyStyle } from "../drawing/marks";
import { certaintyStyleOf } from "../drawing/symbology";
import type { ProjectedPlaces } from "./projected-places";

/** Above this many routes or links in a year they are drawn as densities. */
export const MAX_SINGLE_LINES = 400;

/** Straight pieces of a line, enough for a bow across the screen; a short one is drawn in fewer. */
export const SEGMENTS = 12;
/** Strides over the points, the longest first. */
const STRIDES = [6, 4, 3, 2, 1] as const;

/** The longest stride over the points with which a bow of this chord, in pixels, strays half a pixel from its curve. */
function strideFor(chord: number): number {
  const needed = Math.sqrt(0.22 * Math.min(chord, 1000));
  return STRIDES.find((stride) => SEGMENTS / stride >= needed) ?? 1;
}
const BOW_PROFILE = Float32Array.from({ length: SEGMENTS + 1 }, (_, i) => Math.sin((Math.PI * i) / SEGMENTS));

/** Pixels of a cell within which the ends of lines are taken for one. */
const END_CELL_PX = 14;
const CELLS_PER_ROW = 1 << 20;

/** Ends of routes where no mark stands, in pixels: [x0, y0, ...]. */
export type RouteEnds = Float32Array;

/** Routes or links as lines of few points, in shared arrays that are kept from year to year. */
export class LineDensity {
  count = 0;
  /** Of each line: the row of a route or link that runs there, how many do, and whether one of them is certain. */
  row = new Int32Array(256);
  weight = new Int32Array(256);
  hasCertain = new Uint8Array(256);
  /** Of each line: the stride over its points that draws it well enough. */
  stride = new Uint8Array(256);
  points = new Float32Array(256 * 2 * (SEGMENTS + 1));
  private readonly lines = new Map<number, number>();
  private readonly cellNumbers = new Map<number, number>();

  clear(): void {
    this.count = 0;
    this.lines.clear();
    this.cellNumbers.clear();
  }

  /** A number for the cell of the screen that a place lies in. */
  private cellNumber(x: number, y: number): number {
    const key = Math.floor(x / END_CELL_PX) * CELLS_PER_ROW + Math.floor(y / END_CELL_PX);
    let number = this.cellNumbers.get(key);
    if (number === undefined) this.cellNumbers.set(key, (number = this.cellNumbers.size));
    return number;
  }

  /** Add a line between two located places. */
  add(
    row: number,
    isCertain: boolean,
    from: number,
    to: number,
    projected: ProjectedPlaces,
    viewport: Viewport,
    bowRatio: number,
  ): void {
    const { places, projection } = projected;
    const { scale, originX, originY, width, height } = viewport;
    const shift = wrapShift((places[2 * from]! + places[2 * to]!) / 2, viewport, projection.wrapWidth);
    const x0 = (places[2 * from]! + shift) * scale - originX,
      y0 = places[2 * from + 1]! * scale - originY;
    const x1 = (places[2 * to]! + shift) * scale - originX,
      y1 = places[2 * to + 1]! * scale - originY;
    const key =
      this.cellNumber(x0 + originX, y0 + originY) * CELLS_PER_ROW + this.cellNumber(x1 + originX, y1 + originY);
    const known = this.lines.get(key);
    if (known !== undefined) {
      if (known < 0) return;
      this.weight[known]!++;
      if (isCertain) this.hasCertain[known] = 1;
      return;
    }
    const line = this.count;
    if (line === this.row.length) this.ensureCapacity();
    const chord = Math.hypot(x1 - x0, y1 - y0) || 1;
    const stride = strideFor(chord);
    const leg = projected.coarseLeg(from, to, SEGMENTS / stride);
    const bow = Math.sign(bowRatio) * Math.min(Math.abs(bowRatio) * chord, 110);
    const bowX = ((y1 - y0) / chord) * bow,
      bowY = (-(x1 - x0) / chord) * bow;
    let minX = Infinity,
      minY = Infinity,
      maxX = -Infinity,
      maxY = -Infinity;
    const at = line * 2 * (SEGMENTS + 1);
    for (let i = 0; i <= SEGMENTS; i += stride) {
      const on = (2 * i) / stride;
      const x = (leg[on]! + shift) * scale - originX + BOW_PROFILE[i]! * bowX;
      const y = leg[on + 1]! * scale - originY + BOW_PROFILE[i]! * bowY;
      this.points[at + 2 * i] = x;
      this.points[at + 2 * i + 1] = y;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
    }
    if (maxX < 0 || minX > width || maxY < 0 || minY > height) {
      this.lines.set(key, -1);
      return;
    }
    this.lines.set(key, line);
    this.row[line] = row;
    this.weight[line] = 1;
    this.hasCertain[line] = isCertain ? 1 : 0;
    this.stride[line] = stride;
    this.count++;
  }

  private ensureCapacity(): void {
    const bigger = <Values extends Int32Array | Uint8Array | Float32Array>(old: Values): Values => {
      const made = new (old.constructor as new (length: number) => Values)(old.length * 2);
      made.set(old as never);
      return made;
    };
    this.row = bigger(this.row);
    this.weight = bigger(this.weight);
    this.hasCertain = bigger(this.hasCertain);
    this.stride = bigger(this.stride);
    this.points = bigger(this.points);
  }

  /** The line nearest to a point, nearer than `within` pixels; or -1. */
  nearest(x: number, y: number, within: number): { line: number; distance: number } {
    const { points, stride } = this;
    let line = -1;
    let nearest = within * within;
    for (let candidate = 0; candidate < this.count; candidate++) {
      const at = candidate * 2 * (SEGMENTS + 1);
      const on = 2 * stride[candidate]!;
      for (let i = at; i < at + 2 * SEGMENTS; i += on) {
        const ax = points[i]!,
          ay = points[i + 1]!;
        const dx = points[i + on]! - ax,
          dy = points[i + on + 1]! - ay;
        const squared = dx * dx + dy * dy;
        const t = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / squared));
        const ex = x - ax - dx * t,
          ey = y - ay - dy * t;
        const distance = ex * ex + ey * ey;
        if (distance < nearest) [line, nearest] = [candidate, distance];
      }
    }
    return { line, distance: Math.sqrt(nearest) };
  }
}

/** Lay out the routes of the year as a density; returns the points at which they end and no mark stands. */
export function routeDensity(
  density: LineDensity,
  visible: VisibleFeatures,
  projected: ProjectedPlaces,
  viewport: Viewport,
  marked: ReadonlySet<number>,
): RouteEnds {
  const { index } = visible;
  const { claims } = index.payload;
  density.clear();
  const ends = new Set<number>();
  for (let i = 0; i < visible.journeyCount; i++) {
    const row = visible.journeys[i]!;
    const certaintyStyle = certaintyStyleOf(visible.hold[row]!, claims.certainty[row]!);
    const isCertain = certaintyStyle === CertaintyStyle.solid || certaintyStyle === CertaintyStyle.hatched;
    let last = -1;
    for (const place of index.placesOf(row)) {
      if (!index.isLocated(place) || place === last) continue;
      if (last >= 0) density.add(row, isCertain, last, place, projected, viewport, 0.11);
      if (!marked.has(place)) ends.add(place);
      last = place;
    }
  }
  const { scale, originX, originY } = viewport;
  const points = new Float32Array(2 * ends.size);
  let at = 0;
  for (const place of ends) {
    const x = projected.places[2 * place]!;
    points[at++] = (x + wrapShift(x, viewport, projected.projection.wrapWidth)) * scale - originX;
    points[at++] = projected.places[2 * place + 1]! * scale - originY;
  }
  return points;
}

/** Lay out the links of the year as a density. */
export function linkDensity(
  density: LineDensity,
  visible: VisibleFeatures,
  projected: ProjectedPlaces,
  viewport: Viewport,
): void {
  const { claims, liaison } = visible.index.payload;
  density.clear();
  for (let i = 0; i < visible.linkCount; i++) {
    const row = visible.links[i]!;
    const from = claims.place[liaison.from[row]!]!,
      to = claims.place[liaison.to[row]!]!;
    if (from === to || !visible.index.isLocated(from) || !visible.index.isLocated(to)) continue;
    density.add(row, liaison.sure[row] === 0 && visible.linkHold[row] !== 1, from, to, projected, viewport, -0.045);
  }
}
