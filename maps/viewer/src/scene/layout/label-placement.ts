/** Where a label stands: right above its mark first, then round it, by priority, and never over another. */

import {
  type Box,
  type BoxGrid,
  boxAround,
  grown,
  isInside,
  overlaps,
  PointGrid,
  type Size,
} from "../../geometry/boxes";

/** A label to place at a mark, in pixels. Several texts have a size each, the longest first. */
export interface LabelCandidate {
  x: number;
  y: number;
  /** Radius of the mark, which the label keeps clear of. */
  radius: number;
  sizes: readonly Size[];
  /** How many steps away it may stand when there is no room beside the mark, 16 at most; a line then leads to it. */
  maxSteps?: number;
  /** Radius of the mark alone, where the label keeps clear of more. */
  markRadius?: number;
  /** The marks that it names, as [x0, y0, x1, y1, ...]; by default the one that it stands at. */
  labelledMarks?: ArrayLike<number>;
}

export interface PlacedLabel<Candidate> {
  candidate: Candidate;
  sizeIndex: number;
  box: Box;
  align: "left" | "right" | "center";
}

/** Directions in the order of preference: (x, y) towards which the label lies, and how its lines align. */
const LABEL_POSITIONS = [
  [1, -0.75, "left"],
  [1, 0, "left"],
  [1, 0.8, "left"],
  [-1, -0.75, "right"],
  [-1, 0, "right"],
  [-1, 0.8, "right"],
  [0, -1, "center"],
  [0, 1, "center"],
] as const;

function labelBox(candidate: LabelCandidate, { width, height }: Size, position: number, away: number): Box {
  const { x, y, radius } = candidate;
  const [sx, sy] = LABEL_POSITIONS[position]!;
  const gap = 4 + away;
  const reachX = radius * (sy === 0 ? 1 : 0.8) + gap + width / 2;
  const reachY = sx === 0 ? radius + gap + height / 2 : radius * 0.8 + height * 0.4 + away;
  return boxAround(x + sx * reachX, y + sy * reachY, width / 2, height / 2);
}

/** Pixels between a mark and its name from which the eye needs a line. */
export const LEADER_MIN_PX = 13;
/** Pixels from one step away from a crowded mark to the next. */
const STEP_PX = 8;
/** Pixels that keep one label from reading on into the next, beside and below. */
const LABEL_GAP_X_PX = 5;
const LABEL_GAP_Y_PX = 2;

// What a place for a label costs, counted in positions: the first position beside the mark costs nothing.
const COST_OF_STEP = 2.5;
const COST_OF_SHORTER = 9;
const COST_OF_CROSSING = 3;
const NEARER_MARK_COST = 3;
const BLOCKED_LEADER_COST = 8;
/**
 * Pixels that the line to a mark keeps from others, which would else seem to be meant; and between two samples of it.
 */
const LEADER_CLEARANCE_PX = 1;
const LEADER_SAMPLE_PX = 4;
/** A mark counts as nearer up to a quarter further off; up to half as far it is taken for the one that is named. */
const NEARER_FACTOR = 1.25;
const MUCH_NEARER_FACTOR = 0.5;
/** Pixels that `strict` adds to that. */
const STRICT_MARGIN_PX = 2;
/** From this cost on another label is moved for one; for how many at most, for among very many it would not end. */
const POOR_COST = 4;
const MAX_MOVES_TRIED = 24;
/** How much worse a label may stand that is moved for one behind it. */
const MAX_COST_INCREASE = 3;
/** What a label that finds no place counts as. */
const UNPLACED_COST = 60;

/** Positions and steps from the cheapest on. */
const SLOTS = LABEL_POSITIONS.flatMap((_, position) =>
  Array.from({ length: 17 }, (__, step) => ({ position, step, cost: position + COST_OF_STEP * step })),
).sort((a, b) => a.cost - b.cost);

/**
 * What labels keep clear of: points along the lines, and the marks. With `strict`, a label that could belong to another
 * mark is left out.
 */
export interface LabelObstacles {
  lines: PointGrid;
  marks: PointGrid;
  strict?: boolean;
}

/**
 * What it costs that other marks are nearer to a label than the one it stands at, or that the line to it passes over
 * one; `Infinity` where it would be taken for another's, or costs no less than `below`.
 */
function ambiguityCost(
  { x, y, radius, markRadius = radius, labelledMarks = [x, y] }: LabelCandidate,
  box: Box,
  { marks, strict }: LabelObstacles,
  uiScale: number,
  below: number,
): number {
  const toX = Math.max(box.x0, Math.min(box.x1, x)),
    toY = Math.max(box.y0, Math.min(box.y1, y));
  const distance = Math.hypot(toX - x, toY - y);
  const around = (where: Box, reach: number): number => marks.weightIn(grown(where, reach), labelledMarks);
  const gap = Math.max(0, distance - markRadius);
  const nearer = around(box, NEARER_FACTOR * gap),
    muchNearer = nearer > 0 ? around(box, MUCH_NEARER_FACTOR * gap) : 0;
  const cost = NEARER_MARK_COST * (nearer + muchNearer);
  // The line is sampled only where that can still matter.
  if (cost >= below) return Infinity;
  let blocked = false;
  for (let along = markRadius; along < distance && !blocked; along += LEADER_SAMPLE_PX * uiScale) {
    const t = along / distance;
    blocked = around(boxAround(x + (toX - x) * t, y + (toY - y) * t, 0), LEADER_CLEARANCE_PX * uiScale) > 0;
  }
  const isLed = gap > LEADER_MIN_PX * uiScale && !blocked;
  const mistaken = strict
    ? !isLed && around(box, NEARER_FACTOR * gap + STRICT_MARGIN_PX * uiScale) > 0
    : blocked && muchNearer > 0;
  return mistaken ? Infinity : cost + (blocked ? BLOCKED_LEADER_COST : 0);
}

/** A label at a place that has been found free: the room that it takes there, and what that costs. */
interface ScoredLabel<Candidate> extends PlacedLabel<Candidate> {
  room: Box;
  cost: number;
}

const roomOf = (box: Box): Box => grown(box, LABEL_GAP_X_PX, LABEL_GAP_Y_PX);

/**
 * Place labels, the foremost candidate first: each where it costs least to be far, short, crossed, or ambiguous.
 *
 * No two boxes of the result overlap, none meets what is taken, and all lie inside the frame. For a label that finds
 * no good place one that stands already may be moved, but not cut. What they take is added to `taken`.
 *
 * @param uiScale how much larger than ordinary everything is set
 */
export function placeLabels<Candidate extends LabelCandidate>(
  candidates: readonly Candidate[],
  taken: BoxGrid,
  frame: Box,
  obstacles: LabelObstacles = { lines: new PointGrid(), marks: new PointGrid() },
  uiScale = 1,
): PlacedLabel<Candidate>[] {
  type Label = ScoredLabel<Candidate>;
  const placed: Label[] = [];
  const fixed = taken.copy();

  /** The cheapest place below a cost; `extraCostOf` returns what a box costs in addition, `Infinity` if it is not free. */
  const cheapest = (
    candidate: Candidate,
    below: number,
    sizes: number,
    extraCostOf: (box: Box) => number,
  ): Label | undefined => {
    let best: Label | undefined;
    for (let sizeIndex = 0; sizeIndex < sizes; sizeIndex++) {
      for (const slot of SLOTS) {
        const limit = best?.cost ?? below;
        let cost = slot.cost + COST_OF_SHORTER * sizeIndex;
        if (cost >= limit) break;
        if (slot.step > (candidate.maxSteps ?? 0)) continue;
        const away = slot.step * STEP_PX * uiScale;
        const box = labelBox(candidate, candidate.sizes[sizeIndex]!, slot.position, away);
        cost += isInside(box, frame) ? extraCostOf(box) : Infinity;
        if (cost >= limit) continue;
        cost += COST_OF_CROSSING * obstacles.lines.weightIn(box);
        cost += ambiguityCost(candidate, box, obstacles, uiScale, limit - cost);
        const align = LABEL_POSITIONS[slot.position]![2];
        if (cost < limit) best = { candidate, sizeIndex, box, align, room: roomOf(box), cost };
      }
    }
    return best;
  };

  const overlapped = (box: Box): Label[] => placed.filter(({ room }) => overlaps(box, room));

  /** A better place for a label, where one that stands is to be moved, if both together then stand better. */
  const placedByMoving = (candidate: Candidate, below: number): Label | undefined => {
    const moves = new Map<Box, [other: Label, to: Label]>();
    const label = cheapest(candidate, below, candidate.sizes.length, (box) => {
      const [other, second] = fixed.intersects(box) ? [] : overlapped(box);
      if (!other || second) return Infinity;
      const room = roomOf(box);
      const isFree = (otherBox: Box): boolean =>
        !overlaps(otherBox, room) &&
        !fixed.intersects(otherBox) &&
        !placed.some((third) => third !== other && overlaps(otherBox, third.room));
      const to = cheapest(other.candidate, other.cost + MAX_COST_INCREASE, other.sizeIndex + 1, (otherBox) =>
        isFree(otherBox) ? 0 : Infinity,
      );
      if (!to) return Infinity;
      moves.set(box, [other, to]);
      return Math.max(0, to.cost - other.cost);
    });
    const [other, to] = (label && moves.get(label.box)) ?? [];
    if (!other || !to) return undefined;
    taken.remove(other.room);
    taken.add(to.room);
    placed[placed.indexOf(other)] = to;
    return label;
  };

  let movesTried = 0;
  for (const candidate of candidates) {
    let label = cheapest(candidate, Infinity, candidate.sizes.length, (box) => (taken.intersects(box) ? Infinity : 0));
    const cost = label?.cost ?? UNPLACED_COST;
    if (cost >= POOR_COST && movesTried++ < MAX_MOVES_TRIED) label = placedByMoving(candidate, cost - 1) ?? label;
    if (!label) continue;
    placed.push(label);
    taken.add(label.room);
  }
  return placed;
}
