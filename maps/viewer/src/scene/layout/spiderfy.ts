/**
 * Places the marks of a crowded place around the first of them.
 *
 * Marks whose places are closer than a mark's width on the screen form a cluster. The first keeps its true position,
 * and the others are placed on rings around it. A large cluster shows the first ring and the number of the rest until
 * it is expanded.
 */

import { boxAround, CellGrid } from "../../geometry/boxes";

/** The badge of a cluster that is not expanded: middle mark, offset from its place, and number of hidden marks. */
export interface Badge {
  anchor: number;
  dx: number;
  dy: number;
  hiddenCount: number;
}

export type ClusterLayout = ReturnType<typeof emptyClusters>;

/** The positions of the marks' places in pixels, the foremost mark first, and how to cluster them. */
export interface ClusterOptions {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  /** Two marks closer than this, in pixels, form one cluster. */
  clusterRadius: number;
  /** Pixels between two rings. */
  ringSpacing: number;
  /** Is the cluster around this mark expanded? */
  isExpanded: (anchor: number) => boolean;
  /** Are all marks shown around their place, however many there are? */
  showsAll: boolean;
  /** A mark that must not be hidden, or -1. */
  alwaysVisible: number;
  /** Radius of each mark in pixels. */
  radius: ArrayLike<number>;
  /** Is this mark hidden until its cluster is expanded? */
  isMinor: (mark: number) => boolean;
  /** May this mark leave its place to make room? It may if only its country is known. */
  canMove: (mark: number) => boolean;
}

/** An initial layout, in which every mark is at its own place. */
export function emptyClusters(count: number) {
  return {
    /** Offset of each mark from its own place in pixels, in the given order. */
    dx: new Float32Array(count),
    dy: new Float32Array(count),
    /** The middle mark of each mark's cluster; itself if it is alone. */
    anchor: new Int32Array(count),
    /** 1 if the mark is hidden: behind a count badge, or because it is minor. */
    hidden: new Uint8Array(count),
    badges: [] as Badge[],
    /** Expanded clusters: the middle mark, and the radius. */
    expanded: [] as { anchor: number; radius: number }[],
  };
}

const RING_CAPACITIES = [7, 13, 19, 25, 31, 37];

function ringPosition(position: number): { ring: number; place: number; places: number } {
  let place = position;
  for (let ring = 0; ; ring++) {
    const places = RING_CAPACITIES[Math.min(ring, RING_CAPACITIES.length - 1)]!;
    if (place < places) return { ring, place, places };
    place -= places;
  }
}

/** Angle of the `place`th of `used` marks on a ring. One or two marks go below, so that the name has room above. */
function ringAngle(place: number, used: number): number {
  if (used === 1) return Math.PI / 4;
  if (used === 2) return (place === 0 ? 0.2 : 0.8) * Math.PI;
  return Math.PI * (0.17 + (2 * place) / used);
}

/** Maximum number of marks of a country that are placed on one side; more need the entire ring. */
const MAX_ONE_SIDED = 4;

/** The direction away from the other clusters around a cluster; downwards if there are none. */
function freeDirection(anchor: number, others: Iterable<number>, { x, y, ringSpacing }: ClusterOptions): number {
  const reach = 4 * ringSpacing;
  let [px, py] = [0, 0.01 / reach];
  for (const other of others) {
    const dx = x[anchor]! - x[other]!,
      dy = y[anchor]! - y[other]!,
      square = dx * dx + dy * dy;
    if (square > 0 && square < reach * reach) [px, py] = [px + dx / square, py + dy / square];
  }
  return Math.atan2(py, px);
}

/** Group the marks by the middle mark of each group, which is not in its list. Set the middle of each in `anchors`. */
function groupsOf({ x, y, clusterRadius, canMove }: ClusterOptions, anchors: Int32Array): Map<number, number[]> {
  const middles = new CellGrid<number>(clusterRadius);
  const groups = new Map<number, number[]>();
  for (let mark = 0; mark < x.length; mark++) {
    let nearest = clusterRadius;
    anchors[mark] = mark;
    middles.visit(boxAround(x[mark]!, y[mark]!, clusterRadius), (middle) => {
      const distance = Math.hypot(x[middle]! - x[mark]!, y[middle]! - y[mark]!);
      // A town's cluster must not include marks of which only the country is known, nor a country's cluster those of
      // the next country.
      if (distance < nearest && (canMove(mark) ? canMove(middle) && distance === 0 : !canMove(middle)))
        [anchors[mark], nearest] = [middle, distance];
    });
    if (anchors[mark] === mark) {
      middles.add(boxAround(x[mark]!, y[mark]!, 0), mark);
      groups.set(mark, []);
    } else groups.get(anchors[mark]!)!.push(mark);
  }
  return groups;
}

/** Cluster marks and place them. */
export function spiderfy(options: ClusterOptions): ClusterLayout {
  const { x, y, ringSpacing, isExpanded, showsAll, isMinor, alwaysVisible, canMove } = options;
  const layout = emptyClusters(x.length);
  const groups = groupsOf(options, layout.anchor);
  for (const [anchor, all] of groups) {
    const isOpen = isExpanded(anchor);
    for (const mark of [anchor, ...all])
      if (!isOpen && mark !== alwaysVisible && isMinor(mark)) layout.hidden[mark] = 1;
    const members = all.filter((mark) => !layout.hidden[mark]);
    if (members.length === 0) continue;
    const first = RING_CAPACITIES[0]!;
    const isClosed = members.length > first && !isOpen && !showsAll;
    const shown = isClosed ? members.slice(0, first - 1) : members;
    if (isClosed && members.includes(alwaysVisible) && !shown.includes(alwaysVisible))
      shown[shown.length - 1] = alwaysVisible;
    const total = isClosed ? first : shown.length;
    const openDirection =
      canMove(anchor) && total <= MAX_ONE_SIDED ? freeDirection(anchor, groups.keys(), options) : null;
    const offsetAt = (position: number): [number, number] => {
      const { ring, place, places } = ringPosition(position);
      const angle =
        openDirection === null
          ? ringAngle(place, Math.min(places, total - position + place)) + ring * 0.21
          : openDirection + ((place - (total - 1) / 2) * 2 * Math.PI) / first;
      const radius = ringSpacing * (ring + 1);
      return [Math.cos(angle) * radius, Math.sin(angle) * radius];
    };
    shown.forEach((mark, position) => {
      const [dx, dy] = offsetAt(position);
      layout.dx[mark] = x[anchor]! - x[mark]! + dx;
      layout.dy[mark] = y[anchor]! - y[mark]! + dy;
    });
    if (isClosed) {
      for (const mark of members) layout.hidden[mark] = shown.includes(mark) ? 0 : 1;
      const [dx, dy] = offsetAt(first - 1);
      layout.badges.push({ anchor, dx, dy, hiddenCount: members.length - shown.length });
    } else if (isOpen) layout.expanded.push({ anchor, radius: ringSpacing * (ringPosition(total - 1).ring + 1.75) });
  }
  separateOverlaps(layout, options);
  return layout;
}

const MAX_SEPARATED = 700;
const MAX_ITERATIONS = 48;
const MIN_GAP_PX = 2.5;

/** Push overlapping marks and badges apart, each as little as needed. In very crowded areas marks may still overlap. */
function separateOverlaps(
  { anchor, dx, dy, hidden, badges }: ClusterLayout,
  { x, y, radius, canMove, ringSpacing, isExpanded }: ClusterOptions,
): void {
  const marks = [...hidden.keys()].filter((mark) => !hidden[mark]);
  const bodies = [
    ...marks.map((mark) => ({
      x: x[mark]! + dx[mark]!,
      y: y[mark]! + dy[mark]!,
      radius: radius[mark]!,
      isFixed: (anchor[mark] === mark && !canMove(mark)) || isExpanded(anchor[mark]!),
    })),
    ...badges.map((badge) => ({
      x: x[badge.anchor]! + badge.dx,
      y: y[badge.anchor]! + badge.dy,
      radius: ringSpacing * 0.42,
      isFixed: false,
    })),
  ];
  if (bodies.length > MAX_SEPARATED) return;
  const px = Float64Array.from(bodies, (body) => body.x),
    py = Float64Array.from(bodies, (body) => body.y);
  // Sorted by x, a mark can overlap only the few that follow it.
  const order = [...bodies.keys()];
  for (let round = 0; round < MAX_ITERATIONS; round++) {
    order.sort((a, b) => px[a]! - px[b]! || a - b);
    let moved = false;
    for (let i = 0; i < order.length; i++) {
      const a = order[i]!;
      const { radius: radiusA, isFixed: isFixedA } = bodies[a]!;
      for (let j = i + 1; j < order.length; j++) {
        const b = order[j]!;
        const apartX = px[b]! - px[a]!;
        if (apartX > 3 * ringSpacing) break;
        const { radius: radiusB, isFixed: isFixedB } = bodies[b]!;
        const need = radiusA + radiusB + MIN_GAP_PX;
        let apartY = py[b]! - py[a]!;
        let distance = Math.hypot(apartX, apartY);
        if (distance >= need || (isFixedA && isFixedB)) continue;
        if (distance < 0.01) apartY = distance = 0.01;
        const push = ((need - distance) / distance) * (isFixedA || isFixedB ? 1 : 0.5);
        const [pushA, pushB] = [isFixedA ? 0 : push, isFixedB ? 0 : push];
        px[a]! -= apartX * pushA;
        py[a]! -= apartY * pushA;
        px[b]! += apartX * pushB;
        py[b]! += apartY * pushB;
        moved = true;
      }
    }
    if (!moved) break;
    if (round >= MAX_ITERATIONS - 8) continue;
    bodies.forEach((home, i) => {
      if (home.isFixed) return;
      px[i]! += (home.x - px[i]!) * 0.06;
      py[i]! += (home.y - py[i]!) * 0.06;
    });
  }
  marks.forEach((mark, i) => {
    dx[mark] = px[i]! - x[mark]!;
    dy[mark] = py[i]! - y[mark]!;
  });
  badges.forEach((badge, i) => {
    badge.dx = px[marks.length + i]! - x[badge.anchor]!;
    badge.dy = py[marks.length + i]! - y[badge.anchor]!;
  });
}
