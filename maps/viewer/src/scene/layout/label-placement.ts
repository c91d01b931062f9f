/** Where a label stands: right above its mark first, then round it, by priority, and never over another. */

import { type Box, type BoxGrid, isInside, overlaps, type PointGrid } from "../../geometry/boxes";

/** A label to place at a mark, in pixels. Several texts have a size each, the longest first. */
export interface LabelCandidate {
  x: number;
  y: number;
  /** Radius of the mark, which the label keeps clear of. */
  radius: number;
  sizes: readonly { width: number; height: number }[];
  /** How many steps away it may stand when there is no room beside the mark; a line then leads to it. */
  maxSteps?: number;
  /** Radius of the mark alone, where the label keeps clear of more. */
  markRadius?: number;
  /** The marks that it names, as [x0, y0, x1, y1, ...]; by default the one that it stands at. */
  labelledMarks?: ArrayLike<number>;
}

export interface PlacedLabel {
  candidate: number;
  sizeIndex: number;
  box: Box;
  align: "left" | "right" | "center";
}

/** Directions in the order of preference: (x, y) towards which the label lies, and how its lines align. */
const LABEL_POSITIONS: readonly [x: number, y: number, align: PlacedLabel["align"]][] = [
  [1, -0.75, "left"],
  [1, 0, "left"],
  [1, 0.8, "left"],
  [-1, -0.75, "right"],
  [-1, 0, "right"],
  [-1, 0.8, "right"],
  [0, -1, "center"],
  [0, 1, "center"],
];

export function labelBox(
  candidate: LabelCandidate,
  size: { width: number; height: number },
  position: number,
  away = 0,
): Box {
  const [sx, sy] = LABEL_POSITIONS[position]!;
  const gap = 4 + away;
  const { width, height } = size;
  const x0 =
    sx === 0
      ? candidate.x - width / 2
      : sx > 0
        ? candidate.x + candidate.radius * (sy === 0 ? 1 : 0.8) + gap
        : candidate.x - candidate.radius * (sy === 0 ? 1 : 0.8) - gap - width;
  const y0 =
    sx === 0
      ? sy < 0
        ? candidate.y - candidate.radius - gap - height
        : candidate.y + candidate.radius + gap
      : candidate.y - height / 2 + sy * (candidate.radius * 0.8 + height * 0.4 + away);
  return { x0, y0, x1: x0 + width, y1: y0 + height };
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
 * one; null where it would be taken for another's, or costs no less than `below`.
 */
function ambiguityCost(
  { x, y, radius, markRadius = radius, labelledMarks = [x, y] }: LabelCandidate,
  box: Box,
  { marks, strict }: LabelObstacles,
  uiScale: number,
  below: number,
): number | null {
  const toX = Math.max(box.x0, Math.min(box.x1, x)),
    toY = Math.max(box.y0, Math.min(box.y1, y));
  const distance = Math.hypot(toX - x, toY - y);
  const around = ({ x0, y0, x1, y1 }: Box, reach: number): number =>
    marks.weightIn({ x0: x0 - reach, y0: y0 - reach, x1: x1 + reach, y1: y1 + reach }, labelledMarks);
  const gap = Math.max(0, distance - markRadius);
  const nearer = around(box, NEARER_FACTOR * gap),
    muchNearer = nearer > 0 ? around(box, MUCH_NEARER_FACTOR * gap) : 0;
  const cost = NEARER_MARK_COST * (nearer + muchNearer);
  // The line is sampled only where that can still matter.
  if (cost >= below) return null;
  let blocked = false;
  for (let along = markRadius; along < distance && !blocked; along += LEADER_SAMPLE_PX * uiScale) {
    const px = x + ((toX - x) * along) / distance,
      py = y + ((toY - y) * along) / distance;
    blocked = around({ x0: px, y0: py, x1: px, y1: py }, LEADER_CLEARANCE_PX * uiScale) > 0;
  }
  const isLed = gap > LEADER_MIN_PX * uiScale && !blocked;
  const mistaken = strict
    ? !isLed && around(box, NEARER_FACTOR * gap + STRICT_MARGIN_PX * uiScale) > 0
    : blocked && muchNearer > 0;
  return mistaken ? null : cost + (blocked ? BLOCKED_LEADER_COST : 0);
}

/** A place for a label that has been found free: the room that it takes, and what it costs. */
interface ScoredPlacement {
  label: PlacedLabel;
  paddedBox: Box;
  cost: number;
}

interface LabelSlot {
  position: number;
  step: number;
  cost: number;
}
const SLOTS_BY_STEPS = new Map<number, readonly LabelSlot[]>();

/** Positions and steps from the cheapest on, for a label that may stand so many steps away. */
function slotsWithin(steps: number): readonly LabelSlot[] {
  const known = SLOTS_BY_STEPS.get(steps);
  if (known) return known;
  const slots = LABEL_POSITIONS.flatMap((_, position) =>
    Array.from(
      { length: steps + 1 },
      (__, step): LabelSlot => ({ position, step, cost: position + COST_OF_STEP * step }),
    ),
  );
  slots.sort((a, b) => a.cost - b.cost);
  SLOTS_BY_STEPS.set(steps, slots);
  return slots;
}

const paddedBox = ({ x0, y0, x1, y1 }: Box): Box => ({
  x0: x0 - LABEL_GAP_X_PX,
  y0: y0 - LABEL_GAP_Y_PX,
  x1: x1 + LABEL_GAP_X_PX,
  y1: y1 + LABEL_GAP_Y_PX,
});

/**
 * Place labels, the foremost candidate first: each where it costs least to be far, short, crossed, or ambiguous.
 *
 * No two boxes of the result overlap, none meets what is taken, and all lie inside the frame. For a label that finds
 * no good place one that stands already may be moved, but not cut. What they take is added to `taken`.
 *
 * @param uiScale how much larger than ordinary everything is set
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  taken: BoxGrid,
  frame: Box,
  obstacles?: LabelObstacles,
  uiScale = 1,
): PlacedLabel[] {
  const places: (ScoredPlacement | undefined)[] = [];
  const fixed = taken.copy();

  /**
   * The cheapest place below a cost; `extraCostOf` returns what a box costs in addition, or null where none may stand.
   */
  const cheapest = (
    number: number,
    below: number,
    sizes: number,
    extraCostOf: (box: Box) => number | null,
  ): ScoredPlacement | undefined => {
    const candidate = candidates[number]!;
    let best: ScoredPlacement | undefined;
    for (let size = 0; size < sizes; size++) {
      for (const { position, step, cost: slotCost } of slotsWithin(candidate.maxSteps ?? 0)) {
        const least = slotCost + COST_OF_SHORTER * size;
        if (least >= (best?.cost ?? below)) break;
        const box = labelBox(candidate, candidate.sizes[size]!, position, step * STEP_PX * uiScale);
        const extraCost = isInside(box, frame) ? extraCostOf(box) : null;
        if (extraCost === null || least + extraCost >= (best?.cost ?? below)) continue;
        const crossed = obstacles ? COST_OF_CROSSING * obstacles.lines.weightIn(box) : 0;
        const costSoFar = least + extraCost + crossed;
        const others = obstacles
          ? ambiguityCost(candidate, box, obstacles, uiScale, (best?.cost ?? below) - costSoFar)
          : 0;
        if (others === null) continue;
        const cost = costSoFar + others;
        if (cost < (best?.cost ?? below))
          best = {
            label: { candidate: number, sizeIndex: size, box, align: LABEL_POSITIONS[position]![2] },
            paddedBox: paddedBox(box),
            cost,
          };
      }
    }
    return best;
  };

  /** Those labels that a box would meet, but not more than two of them. */
  const overlappedLabels = (box: Box): number[] => {
    const found: number[] = [];
    for (let other = 0; other < places.length && found.length < 2; other++) {
      const place = places[other];
      if (place && overlaps(box, place.paddedBox)) found.push(other);
    }
    return found;
  };

  /** A better place for a label, where one that stands is to be moved, if both together then stand better. */
  const placementByMoving = (
    number: number,
    below: number,
  ): { place: ScoredPlacement; other: number; to: ScoredPlacement } | undefined => {
    const moves = new Map<Box, { other: number; to: ScoredPlacement }>();
    const place = cheapest(number, below, candidates[number]!.sizes.length, (box) => {
      const [other, second] = fixed.intersects(box) ? [] : overlappedLabels(box);
      if (other === undefined || second !== undefined) return null;
      const { label, cost } = places[other]!;
      const room = paddedBox(box);
      const to = cheapest(other, cost + MAX_COST_INCREASE, label.sizeIndex + 1, (otherBox) =>
        fixed.intersects(otherBox) ||
        overlaps(otherBox, room) ||
        overlappedLabels(otherBox).some((third) => third !== other)
          ? null
          : 0,
      );
      if (!to) return null;
      moves.set(box, { other, to });
      return Math.max(0, to.cost - cost);
    });
    return place && { place, ...moves.get(place.label.box)! };
  };

  let movesTried = 0;
  candidates.forEach(({ sizes }, number) => {
    let place = cheapest(number, Infinity, sizes.length, (box) => (taken.intersects(box) ? null : 0));
    const cost = place?.cost ?? UNPLACED_COST;
    if (cost >= POOR_COST && movesTried < MAX_MOVES_TRIED) {
      movesTried++;
      const found = placementByMoving(number, cost - 1);
      if (found) {
        place = found.place;
        taken.remove(places[found.other]!.paddedBox);
        taken.add(found.to.paddedBox);
        places[found.other] = found.to;
      }
    }
    places.push(place);
    if (place) taken.add(place.paddedBox);
  });
  return places.flatMap((place) => (place ? [place.label] : []));
}
