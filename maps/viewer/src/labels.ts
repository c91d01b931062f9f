/** Where a label stands: right above its mark first, then round it, by priority, and never over another. */

import { type Box, type BoxGrid, inside, overlap, type PointGrid } from "./boxes";

/** A wish for a label at a mark, in pixels. Several texts are several wishes of falling length. */
export interface Wish {
  x: number;
  y: number;
  /** Radius of the mark, which the label keeps clear of. */
  radius: number;
  sizes: readonly { width: number; height: number }[];
  /** How many steps away it may stand when there is no room beside the mark; a line then leads to it. */
  steps?: number;
  /** Radius of the mark alone, where the label keeps clear of more. */
  own?: number;
  /** The marks that it names, as [x0, y0, x1, y1, ...]; by default the one that it stands at. */
  named?: ArrayLike<number>;
}

export interface Placed {
  wish: number;
  size: number;
  box: Box;
  align: "left" | "right" | "center";
}

/** Directions in the order of preference: (x, y) towards which the label lies, and how its lines align. */
const SEATS: readonly [x: number, y: number, align: Placed["align"]][] = [
  [1, -0.75, "left"],
  [1, 0, "left"],
  [1, 0.8, "left"],
  [-1, -0.75, "right"],
  [-1, 0, "right"],
  [-1, 0.8, "right"],
  [0, -1, "center"],
  [0, 1, "center"],
];

export function boxAt(wish: Wish, size: { width: number; height: number }, seat: number, away = 0): Box {
  const [sx, sy] = SEATS[seat]!;
  const gap = 4 + away;
  const { width, height } = size;
  const x0 =
    sx === 0
      ? wish.x - width / 2
      : sx > 0
        ? wish.x + wish.radius * (sy === 0 ? 1 : 0.8) + gap
        : wish.x - wish.radius * (sy === 0 ? 1 : 0.8) - gap - width;
  const y0 =
    sx === 0
      ? sy < 0
        ? wish.y - wish.radius - gap - height
        : wish.y + wish.radius + gap
      : wish.y - height / 2 + sy * (wish.radius * 0.8 + height * 0.4 + away);
  return { x0, y0, x1: x0 + width, y1: y0 + height };
}

/** Pixels between a mark and its name from which the eye needs a line. */
export const LEAD_FROM = 13;
/** Pixels from one step away from a crowded mark to the next. */
const STEP = 8;
/** Pixels that keep one label from reading on into the next, beside and below. */
const SPACE = 5;
const LEADING = 2;

// What a place for a label costs, counted in seats: the first seat beside the mark costs nothing.
const COST_OF_STEP = 2.5;
const COST_OF_SHORTER = 9;
const COST_OF_CROSSING = 3;
const COST_OF_NEARER_MARK = 3;
const COST_OF_BLOCKED = 8;
/** Pixels that the line to a mark keeps from others, which would else seem to be meant, and from one look at it to the next. */
const CLEAR_OF_LINE = 1;
const LOOKS_EVERY = 4;
/** Another mark counts as nearer that is no more than a quarter further off; from half as far on it is taken for the one named. */
const NEARER = 1.25;
const MUCH_NEARER = 0.5;
/** Pixels that one who is strict adds to that. */
const STRICTER = 2;
/** From this cost on another label is moved for one; for how many at most, for in a crowd it would not end. */
const POOR = 4;
const MOST_SOUGHT = 24;
/** How much worse a label may stand that is moved for one behind it. */
const MOST_WORSE = 3;
/** What a label that finds no place counts as. */
const COST_OF_NONE = 60;

/** What lies on the map that labels mind: where ways run, and the marks; `strictly`, better no name than one that could be another's. */
export interface Minded {
  ways: PointGrid;
  marks: PointGrid;
  strictly?: boolean;
}

/**
 * What it costs that other marks are nearer to a label than the one it stands at, or that the line to it passes over
 * one; null where it would be taken for another's, or costs no less than `below`.
 */
function costOfOthers(
  { x, y, radius, own = radius, named = [x, y] }: Wish,
  box: Box,
  { marks, strictly }: Minded,
  unit: number,
  below: number,
): number | null {
  const toX = Math.max(box.x0, Math.min(box.x1, x)),
    toY = Math.max(box.y0, Math.min(box.y1, y));
  const away = Math.hypot(toX - x, toY - y);
  const around = ({ x0, y0, x1, y1 }: Box, reach: number): number =>
    marks.weigh({ x0: x0 - reach, y0: y0 - reach, x1: x1 + reach, y1: y1 + reach }, named);
  const gap = Math.max(0, away - own);
  const nearer = around(box, NEARER * gap),
    muchNearer = nearer > 0 ? around(box, MUCH_NEARER * gap) : 0;
  const cost = COST_OF_NEARER_MARK * (nearer + muchNearer);
  // The line is looked along only where that can still matter.
  if (cost >= below) return null;
  let blocked = false;
  for (let along = own; along < away && !blocked; along += LOOKS_EVERY * unit) {
    const px = x + ((toX - x) * along) / away,
      py = y + ((toY - y) * along) / away;
    blocked = around({ x0: px, y0: py, x1: px, y1: py }, CLEAR_OF_LINE * unit) > 0;
  }
  const isLed = gap > LEAD_FROM * unit && !blocked;
  const mistaken = strictly ? !isLed && around(box, NEARER * gap + STRICTER * unit) > 0 : blocked && muchNearer > 0;
  return mistaken ? null : cost + (blocked ? COST_OF_BLOCKED : 0);
}

/** A place for a label that has been found free: the room that it takes, and what it costs. */
interface Seated {
  placed: Placed;
  room: Box;
  cost: number;
}

interface Stand {
  seat: number;
  step: number;
  cost: number;
}
const STANDS = new Map<number, readonly Stand[]>();

/** Seats and steps from the cheapest on, for a label that may stand so many steps away. */
function standsWithin(steps: number): readonly Stand[] {
  const known = STANDS.get(steps);
  if (known) return known;
  const stands = SEATS.flatMap((_, seat) =>
    Array.from({ length: steps + 1 }, (__, step): Stand => ({ seat, step, cost: seat + COST_OF_STEP * step })),
  );
  stands.sort((a, b) => a.cost - b.cost);
  STANDS.set(steps, stands);
  return stands;
}

const roomOf = ({ x0, y0, x1, y1 }: Box): Box => ({
  x0: x0 - SPACE,
  y0: y0 - LEADING,
  x1: x1 + SPACE,
  y1: y1 + LEADING,
});

/**
 * Place labels, the foremost wish first: each where it costs least to be far, short, crossed, or ambiguous.
 *
 * No two boxes of the result overlap, none meets what is taken, and all lie inside the frame. For a label that finds
 * no good place one that stands already may be moved, but not cut. What they take is added to `taken`.
 *
 * @param unit how much larger than ordinary everything is set
 */
export function placeLabels(wishes: readonly Wish[], taken: BoxGrid, frame: Box, minded?: Minded, unit = 1): Placed[] {
  const places: (Seated | undefined)[] = [];
  const fixed = taken.copy();

  /** The cheapest place below a cost; `more` tells what a box costs besides, or null where none may stand. */
  const cheapest = (
    number: number,
    below: number,
    sizes: number,
    more: (box: Box) => number | null,
  ): Seated | undefined => {
    const wish = wishes[number]!;
    let best: Seated | undefined;
    for (let size = 0; size < sizes; size++) {
      for (const { seat, step, cost: ofSeat } of standsWithin(wish.steps ?? 0)) {
        const least = ofSeat + COST_OF_SHORTER * size;
        if (least >= (best?.cost ?? below)) break;
        const box = boxAt(wish, wish.sizes[size]!, seat, step * STEP * unit);
        const besides = inside(box, frame) ? more(box) : null;
        if (besides === null || least + besides >= (best?.cost ?? below)) continue;
        const crossed = minded ? COST_OF_CROSSING * minded.ways.weigh(box) : 0;
        const sofar = least + besides + crossed;
        const others = minded ? costOfOthers(wish, box, minded, unit, (best?.cost ?? below) - sofar) : 0;
        if (others === null) continue;
        const cost = sofar + others;
        if (cost < (best?.cost ?? below))
          best = { placed: { wish: number, size, box, align: SEATS[seat]![2] }, room: roomOf(box), cost };
      }
    }
    return best;
  };

  /** Those labels that a box would meet, but not more than two of them. */
  const met = (box: Box): number[] => {
    const found: number[] = [];
    for (let other = 0; other < places.length && found.length < 2; other++) {
      const place = places[other];
      if (place && overlap(box, place.room)) found.push(other);
    }
    return found;
  };

  /** A better place for a label, where one that stands is to be moved, if both together then stand better. */
  const byMoving = (number: number, below: number): { place: Seated; other: number; to: Seated } | undefined => {
    const moves = new Map<Box, { other: number; to: Seated }>();
    const place = cheapest(number, below, wishes[number]!.sizes.length, (box) => {
      const [other, second] = fixed.meets(box) ? [] : met(box);
      if (other === undefined || second !== undefined) return null;
      const { placed, cost } = places[other]!;
      const room = roomOf(box);
      const to = cheapest(other, cost + MOST_WORSE, placed.size + 1, (its) =>
        fixed.meets(its) || overlap(its, room) || met(its).some((third) => third !== other) ? null : 0,
      );
      if (!to) return null;
      moves.set(box, { other, to });
      return Math.max(0, to.cost - cost);
    });
    return place && { place, ...moves.get(place.placed.box)! };
  };

  let sought = 0;
  wishes.forEach(({ sizes }, number) => {
    let place = cheapest(number, Infinity, sizes.length, (box) => (taken.meets(box) ? null : 0));
    const cost = place?.cost ?? COST_OF_NONE;
    if (cost >= POOR && sought < MOST_SOUGHT) {
      sought++;
      const found = byMoving(number, cost - 1);
      if (found) {
        place = found.place;
        taken.remove(places[found.other]!.room);
        taken.add(found.to.room);
        places[found.other] = found.to;
      }
    }
    places.push(place);
    if (place) taken.add(place.room);
  });
  return places.flatMap((place) => (place ? [place.placed] : []));
}
