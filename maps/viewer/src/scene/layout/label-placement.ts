/** Places labels by priority: to the upper right of the mark first, then around it, and never over another label. */

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

/** A label to place at a mark, in pixels. `sizes` has the size of each alternative text, the longest first. */
export interface LabelCandidate {
  x: number;
  y: number;
  /** Radius of the mark, which the label keeps clear of. */
  radius: number;
  sizes: readonly Size[];
  /** How many steps away the label may be if there is no room next to the mark, at most 16; a line then leads to it. */
  maxSteps?: number;
  /** Radius of the mark itself, if the label keeps clear of more than that. */
  markRadius?: number;
  /** The marks that it names, as [x0, y0, x1, y1, ...]; by default only the mark at (x, y). */
  labelledMarks?: ArrayLike<number>;
}

export interface PlacedLabel<Candidate> {
  candidate: Candidate;
  sizeIndex: number;
  box: Box;
  align: "left" | "right" | "center";
}

/** Positions in order of preference: the direction (x, y) from the mark to the label, and the label's alignment. */
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

/** Distance in pixels from which a line is needed between a mark and its name. */
export const LEADER_MIN_PX = 13;
/** Length in pixels of a step away from a crowded mark. */
const STEP_PX = 8;
/** Pixels between labels, horizontally and vertically, so that two labels do not read as one. */
const LABEL_GAP_X_PX = 5;
const LABEL_GAP_Y_PX = 2;

// Costs of placing a label, in the unit of one rank in `LABEL_POSITIONS`: the first position costs nothing.
const COST_OF_STEP = 2.5;
const COST_OF_SHORTER = 9;
const COST_OF_CROSSING = 3;
const NEARER_MARK_COST = 3;
const BLOCKED_LEADER_COST = 8;
/**
 * Pixels that a leader line keeps from other marks, which it would otherwise seem to point at; and between two samples
 * of the line.
 */
const LEADER_CLEARANCE_PX = 1;
const LEADER_SAMPLE_PX = 4;
/**
 * Another mark counts as nearer up to 1.25 times the distance of the label's own mark. Up to 0.5 times that of the own
 * mark, it can be mistaken for the named one.
 */
const NEARER_FACTOR = 1.25;
const MUCH_NEARER_FACTOR = 0.5;
/** Pixels that `strict` adds to the distance within which a mark counts as nearer. */
const STRICT_MARGIN_PX = 2;
/** From this cost on, moving another label is tried; the number of tries is limited, because they are slow. */
const POOR_COST = 4;
const MAX_MOVES_TRIED = 24;
/** How much the cost of a label may increase when it is moved for one of lower priority. */
const MAX_COST_INCREASE = 3;
/** The cost of a label that cannot be placed. */
const UNPLACED_COST = 60;

/** Positions and steps, the cheapest first. */
const SLOTS = LABEL_POSITIONS.flatMap((_, position) =>
  Array.from({ length: 17 }, (__, step) => ({ position, step, cost: position + COST_OF_STEP * step })),
).sort((a, b) => a.cost - b.cost);

/**
 * The obstacles of labels: points along the lines, and the marks. With `strict`, labels that could be read as those of
 * another mark are omitted.
 */
export interface LabelObstacles {
  lines: PointGrid;
  marks: PointGrid;
  strict?: boolean;
}

/**
 * The cost of other marks that are nearer to a label than its own, or that its leader line crosses. `Infinity` if the
 * label would be mistaken for another mark's, or if the cost is not less than `below`.
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
  // Sample the line only if that can still change the result.
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

/** A label at a free position, with the room that it takes and its cost. */
interface ScoredLabel<Candidate> extends PlacedLabel<Candidate> {
  room: Box;
  cost: number;
}

const roomOf = (box: Box): Box => grown(box, LABEL_GAP_X_PX, LABEL_GAP_Y_PX);

/**
 * Place labels, the first candidate first, each at the lowest cost. A label costs more if it is far from its mark,
 * shortened, crossed by lines, or ambiguous.
 *
 * No two boxes of the result overlap, none overlaps `taken`, and all lie inside the frame. For a label without a good
 * position, one that is already placed may be moved, but not shortened. The room of the labels is added to `taken`.
 *
 * @param uiScale the scale of everything relative to the default size
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

  /** The cheapest position below a cost; `extraCostOf` returns the additional cost of a box, `Infinity` if not free. */
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

  /** A cheaper position for a label that requires moving a placed one, if the total cost of both decreases. */
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
