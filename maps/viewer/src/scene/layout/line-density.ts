/**
 * Routes and links where there are too many to tell apart: one fine line for all between two cells, the wider the more
 * they are.
 */

import type { VisibleFeatures } from "../../data/visible-features";
import { boundsOf, frameBox, overlaps } from "../../geometry/boxes";
import { bowedScreenLine, type ScreenLine } from "../../geometry/screen-lines";
import type { Viewport } from "../../geometry/viewport";
import { CertaintyStyle } from "../drawing/marks";
import { certaintyStyleOf } from "../drawing/symbology";
import type { ProjectedPlaces } from "./projected-places";
import { LINK_BOW, locatedLinks, ROUTE_BOW, stopsOf } from "./routes-and-links";

/** Above this many routes or links in a year they are drawn as densities. */
export const MAX_SINGLE_LINES = 400;

/** Straight pieces of a line, the fewest first; the most are enough for a bow across the screen. */
const PIECES = [2, 3, 4, 6, 12] as const;

/** The fewest pieces with which a bow of this chord, in pixels, strays half a pixel from its curve. */
function piecesFor(chord: number): number {
  const needed = Math.sqrt(0.22 * Math.min(chord, 1000));
  return PIECES.find((pieces) => pieces >= needed) ?? 12;
}

/** Pixels of a cell within which the ends of lines are taken for one. */
const END_CELL_PX = 14;
const CELLS_PER_ROW = 1 << 20;

/** A line between two located places: the row of its route or link, and whether that is certain. */
export interface DensityLeg {
  row: number;
  from: number;
  to: number;
  isCertain: boolean;
}

/** The line of all legs between two cells: the row of the first, how many there are, and whether one is certain. */
export interface DensityLine {
  row: number;
  line: ScreenLine;
  weight: number;
  hasCertain: boolean;
}

/** The lines of some legs that a viewport shows. */
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
  /** By the cells of their ends; null where a line is out of sight. */
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
  const { index, hold, journeys, journeyCount } = visible;
  const { certainty } = index.payload.claims;
  const legs = Array.from(journeys.subarray(0, journeyCount), (row) => {
    const certaintyStyle = certaintyStyleOf(hold[row]!, certainty[row]!);
    const isCertain = certaintyStyle === CertaintyStyle.solid || certaintyStyle === CertaintyStyle.hatched;
    const stops = stopsOf(index, row);
    return stops.slice(1).map((to, i): DensityLeg => ({ row, from: stops[i]!, to, isCertain }));
  });
  return lineDensity(legs.flat(), projected, viewport, ROUTE_BOW);
}

/** The links of the year as a density. */
export function linkDensity(visible: VisibleFeatures, projected: ProjectedPlaces, viewport: Viewport): DensityLine[] {
  const legs = locatedLinks(visible).map((link) => ({ ...link, isCertain: link.sure === 0 && !link.isPossible }));
  return lineDensity(legs, projected, viewport, LINK_BOW);
}
