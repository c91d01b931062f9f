/**
 * The extent and page position of a poster's maps: the main map, and its densest part enlarged.
 *
 * They are computed from the network of the entire period, so that every year has the same extent.
 */

import type { PayloadIndex } from "../data/payload-index";
import { MAIN_STRAND } from "../data/payload-schema";
import { Kind } from "../data/payload-types";
import { type Box, boundsOf, boxOnScreen, isPointIn, type Viewport } from "../geometry/boxes";
import { KM_PER_WORLD_PIXEL } from "../scene/layout/map-projection";
import type { ProjectedPlaces } from "../scene/layout/projected-places";

/** A map on the page: its viewport, and the page position of its upper left corner. */
export interface PosterFrame {
  viewport: Viewport;
  x: number;
  y: number;
  /** The scale of its type and its marks. */
  uiScale: number;
}

const MAIN_BOX = { x: 41, y: 41, width: 1124, height: 796 };
const MAIN_UI_SCALE = 0.8;
/** Margin around the outermost places, as a fraction of the frame, for their marks and names. */
const MARGIN = 0.07;
/** The least extent, so that a network in one town is shown with its surroundings, not as one dot on blank paper. */
const MIN_WIDTH_KM = 2400;

const INSET_ZOOM = 2;
const INSET_WIDTH = 480;
const INSET_HEIGHT = { least: 236, most: 322 };
const INSET_UI_SCALE = 0.85;
/** Fewer claims, or fewer places, are not crowded enough for an inset. */
const INSET_MIN_CLAIMS = 12;
const INSET_MIN_PLACES = 3;
/** With more places, not every corner is tried. */
const MAX_EXHAUSTIVE_PLACES = 200;

type Point = readonly [x: number, y: number];

/** The positions of the main strand in world pixels: of each mark, and along the routes. */
function networkPositions(index: PayloadIndex, projected: ProjectedPlaces): { marks: Point[]; ways: Point[] } {
  const { claims } = index.payload;
  const marks: Point[] = [],
    ways: Point[] = [];
  const positionOf = (place: number): Point => [projected.places[2 * place]!, projected.places[2 * place + 1]!];
  for (let row = 0; row < index.size; row++) {
    if (!index.isOfStrand(row, MAIN_STRAND) || claims.undated[row] || claims.kind[row] === Kind.tie) continue;
    if (claims.kind[row] !== Kind.journey) {
      if (index.isLocated(claims.place[row]!)) marks.push(positionOf(claims.place[row]!));
      continue;
    }
    const stops = index.placesOf(row).filter((place) => index.isLocated(place));
    stops.forEach((stop, i) => {
      ways.push(positionOf(stop));
      const leg = i > 0 ? projected.leg(stops[i - 1]!, stop) : [];
      for (let at = 0; at < leg.length; at += 2) ways.push([leg[at]!, leg[at + 1]!]);
    });
  }
  return { marks, ways };
}

const isIn = ([x, y]: Point, box: Box): boolean => isPointIn(x, y, box);

const countIn = (points: readonly Point[], box: Box): number => points.filter((point) => isIn(point, box)).length;

/** A viewport of this size on the page, centred on a box in world pixels. */
function viewportAround({ x0, y0, x1, y1 }: Box, scale: number, width: number, height: number): Viewport {
  const originX = ((x0 + x1) / 2) * scale - width / 2,
    originY = ((y0 + y1) / 2) * scale - height / 2;
  return { scale, originX, originY, width, height };
}

export function mainFrame(positions: readonly Point[]): PosterFrame {
  const { x, y, width, height } = MAIN_BOX;
  const box = boundsOf(positions.length > 0 ? positions.flat() : [0, 0]);
  const usable = 1 - 2 * MARGIN;
  const scale = Math.min(
    (width * usable) / (box.x1 - box.x0),
    (height * usable) / (box.y1 - box.y0),
    (width * KM_PER_WORLD_PIXEL) / MIN_WIDTH_KM,
  );
  return { viewport: viewportAround(box, scale, width, height), x, y, uiScale: MAIN_UI_SCALE };
}

const distinctPlaces = (marks: readonly Point[]): number => new Set(marks.map(([x, y]) => `${x} ${y}`)).size;

/** The box of this size that contains the most marks. */
function densestBox(marks: readonly Point[], width: number, height: number): Box {
  // With many places, try only the corners on a grid of an eighth of the size.
  const isFew = distinctPlaces(marks) <= MAX_EXHAUSTIVE_PLACES;
  const corners = (axis: 0 | 1, size: number): number[] => {
    const step = size / 8;
    const values = marks.map((mark) => (isFew ? mark[axis] : Math.floor(mark[axis] / step) * step));
    return [...new Set(values)].sort((a, b) => a - b);
  };
  let best: Box = { x0: 0, y0: 0, x1: width, y1: height };
  let most = -1;
  const tops = corners(1, height);
  for (const x0 of corners(0, width)) {
    const column = marks.filter(([x]) => x >= x0 && x <= x0 + width);
    if (column.length <= most) continue;
    for (const y0 of tops) {
      const box = { x0, y0, x1: x0 + width, y1: y0 + height };
      const count = countIn(column, box);
      if (count > most) [best, most] = [box, count];
    }
  }
  return best;
}

/**
 * The densest part at twice the scale, in a corner of the main map without marks. Null if no part is crowded, if it
 * contains all marks, or if no corner is free.
 */
export function insetFrame(marks: readonly Point[], { viewport: main, x, y }: PosterFrame): PosterFrame | null {
  const scale = main.scale * INSET_ZOOM;
  const usable = 1 - 3 * MARGIN;
  const dense = densestBox(marks, (INSET_WIDTH * usable) / scale, (INSET_HEIGHT.most * usable) / scale);
  const inside = marks.filter((mark) => isIn(mark, dense));
  const isCrowded = inside.length >= INSET_MIN_CLAIMS && distinctPlaces(inside) >= INSET_MIN_PLACES;
  if (!isCrowded || inside.length === marks.length) return null;
  const box = boundsOf(inside.flat());
  // Names extend above and below the marks, so the margin is twice that of the frame.
  const needed = ((box.y1 - box.y0) * scale) / (1 - 4 * MARGIN);
  const height = Math.round(Math.max(INSET_HEIGHT.least, Math.min(INSET_HEIGHT.most, needed)));
  const page = marks.map(([px, py]): Point => [px * main.scale - main.originX, py * main.scale - main.originY]);
  // Lower corners first: most networks lie north of most empty land.
  for (const top of [main.height - height, 0]) {
    for (const left of [0, main.width - INSET_WIDTH]) {
      if (countIn(page, { x0: left, y0: top, x1: left + INSET_WIDTH, y1: top + height }) > 0) continue;
      const viewport = viewportAround(box, scale, INSET_WIDTH, height);
      return { viewport, x: x + left, y: y + top, uiScale: INSET_UI_SCALE };
    }
  }
  return null;
}

/** The main map, and the inset if there is one. */
export function posterFrames(index: PayloadIndex, projected: ProjectedPlaces, clipKm: number): PosterFrame[] {
  const clip = clipKm / KM_PER_WORLD_PIXEL;
  const isOnGlobe = ([x, y]: Point): boolean => Math.hypot(x, y) <= clip;
  const { marks, ways } = networkPositions(index, projected);
  const onGlobe = marks.filter(isOnGlobe);
  const main = mainFrame([...onGlobe, ...ways.filter(isOnGlobe)]);
  const inset = insetFrame(onGlobe, main);
  return inset ? [main, inset] : [main];
}

/** The extent of the inset, in pixels of the main map. */
export function detailBox({ viewport: main }: PosterFrame, { viewport: inset }: PosterFrame): Box {
  const { scale, originX, originY, width, height } = inset;
  const [x0, y0] = [originX / scale, originY / scale];
  return boxOnScreen(main, { x0, y0, x1: x0 + width / scale, y1: y0 + height / scale });
}
