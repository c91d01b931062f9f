/**
 * Where the nodes of a graph stand: computed once for all of the period, so that nobody moves when the year changes.
 *
 * d3-force starts from a spiral and takes its random numbers from a fixed sequence: the same graph gives the same
 * layout.
 */

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import type { YearGraph } from "./year-graph";

const MAX_TICKS = 320;
/** A larger graph gets fewer rounds: each costs in proportion to its nodes. */
const NODE_TICK_BUDGET = 320 * 400;
export const EDGE_LENGTH = 62;

interface LayoutNode extends SimulationNodeDatum {
  reference: string;
  degree: number;
}

/** Positions by reference, around (0, 0), in units of which a tie is about `EDGE_LENGTH` long; wider than high. */
export function graphPositions({ nodes, edges }: YearGraph): Map<string, [number, number]> {
  const layoutNodes: LayoutNode[] = nodes.map(({ reference }) => ({ reference, degree: 0 }));
  const pairs = new Map<string, { source: LayoutNode; target: LayoutNode }>();
  for (const { a, b } of edges) {
    if (a === b) continue;
    const source = layoutNodes[Math.min(a, b)]!,
      target = layoutNodes[Math.max(a, b)]!;
    if (pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`)) continue;
    pairs.set(`${a} ${b}`, { source, target });
    source.degree++;
    target.degree++;
  }
  const simulation = forceSimulation(layoutNodes)
    .force(
      "ties",
      forceLink([...pairs.values()]).distance(
        ({ source, target }) => EDGE_LENGTH * (source.degree > 6 || target.degree > 6 ? 1.5 : 1),
      ),
    )
    .force(
      "apart",
      forceManyBody()
        .strength(-190)
        .distanceMax(EDGE_LENGTH * 5),
    )
    .force("room", forceCollide(24))
    // Windows are wider than high, and what has no tie must not drift away.
    .force(
      "x",
      forceX<LayoutNode>(0).strength(({ degree }) => (degree > 1 ? 0.045 : 0.08)),
    )
    .force(
      "y",
      forceY<LayoutNode>(0).strength(({ degree }) => (degree > 1 ? 0.07 : 0.12)),
    )
    .stop();
  simulation.tick(Math.max(40, Math.min(MAX_TICKS, Math.round(NODE_TICK_BUDGET / Math.max(1, layoutNodes.length)))));
  return new Map(layoutNodes.map(({ reference, x, y }) => [reference, [x ?? 0, y ?? 0]]));
}
