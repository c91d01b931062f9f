/** The names on the map: which are wished for, what they must keep clear of, and where they come to stand. */

import { type Box, BoxGrid, PointGrid } from "./boxes";
import { type Placed, placeLabels } from "./labels";
import { strew } from "./paint/arcs";
import type { Picture } from "./paint/picture";
import type { Window } from "./rings";
import { type LabelWish, labelWishes, type Scene } from "./wishes";

/** How many names are tried: more find no room. */
const MOST_NAMES = 260;
const MOST_NAMES_OF_A_CROWD = 90;
/** How many marks, and ways of a kind, the names keep clear of. */
const MOST_MARKS = 2000;
const MOST_WAYS = 120;
/** How much less a dotted line disturbs than a journey. */
const DOTS_WEIGH = 0.15;
/** Pixels between two points of a way. */
const EVERY = 9;

export interface Named {
  wishes: LabelWish[];
  labels: Placed[];
  taken: BoxGrid;
}

/** What the picture itself does not tell of the names. */
export type Naming = Pick<Scene, "words" | "year" | "severalYears" | "ring" | "scale" | "opened">;

/**
 * The names of a picture that is laid out.
 *
 * @param sight the part of the canvas that is seen
 * @param panels boxes where no name may stand, in pixels from the corner of what is seen
 */
export function named(
  ctx: CanvasRenderingContext2D,
  p: Picture,
  naming: Naming,
  window: Window,
  sight: Box,
  panels: readonly Box[],
): Named {
  const { fan, unit } = p;
  const around = (x: number, y: number, r: number): Box => ({ x0: x - r, y0: y - r, x1: x + r, y1: y + r });
  const seen = (x: number, y: number) => x > sight.x0 && x < sight.x1 && y > sight.y0 && y < sight.y1;
  const visible = (mark: number) => seen(p.x[mark]!, p.y[mark]!);

  const occupied = panels.map(({ x0, y0, x1, y1 }) => ({
    x0: x0 + sight.x0,
    y0: y0 + sight.y0,
    x1: x1 + sight.x0,
    y1: y1 + sight.y0,
  }));
  const marks = new PointGrid(),
    ways = new PointGrid();
  for (let mark = 0; mark < p.count && occupied.length < MOST_MARKS; mark++) {
    if (fan.hidden[mark] || !visible(mark)) continue;
    occupied.push(around(p.x[mark]!, p.y[mark]!, p.radius[mark]! * 0.9));
    marks.add(p.x[mark]!, p.y[mark]!, 1, p.radius[mark]!);
  }
  for (const { x, y } of p.stops) marks.add(x, y, 1, 4 * unit);
  for (const chip of fan.chips) occupied.push(around(p.chipX(chip), p.chipY(chip), 12 * unit));
  for (const { way } of p.journeys.slice(0, MOST_WAYS)) strew(way, EVERY, window, ways);
  for (const { way } of p.lines.slice(0, MOST_WAYS)) strew(way, EVERY, window, ways, DOTS_WEIGH);

  const wishes = labelWishes(ctx, {
    ...naming,
    index: p.net.index,
    spots: p.spots,
    rows: p.rows,
    x: p.x,
    y: p.y,
    radius: p.radius,
    count: p.count,
    fan,
    unit,
    selected: p.shown.selected,
    visible,
    seen,
    journeys: p.journeys,
    most: p.crowded ? MOST_NAMES_OF_A_CROWD : MOST_NAMES,
    stops: p.stops.filter(({ x, y }) => seen(x, y)),
  });
  const frame = { x0: sight.x0 + 4, y0: sight.y0 + 4, x1: sight.x1 - 4, y1: sight.y1 - 4 };
  const taken = new BoxGrid(occupied);
  return { wishes, labels: placeLabels(wishes, taken, frame, { ways, marks }, unit), taken };
}
