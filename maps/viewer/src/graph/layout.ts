/**
 * Where the nodes of a graph stand: computed once for the whole period, so that nobody moves when the year changes.
 *
 * d3-force starts from a spiral and draws its chances from a fixed sequence: the same graph gives the same picture.
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

const TICKS = 320;
/** A larger graph gets fewer rounds: each costs in proportion to its nodes. */
const ROUNDS = 320 * 400;
export const DISTANCE = 62;

interface Body extends SimulationNodeDatum {
  reference: string;
  ties: number;
}

/** Positions by reference, around (0, 0), in units of which a tie is about `DISTANCE` long; wider than high. */
export function layout({ nodes, edges }: YearGraph): Map<string, [number, number]> {
  const bodies: Body[] = nodes.map(({ reference }) => ({ reference, ties: 0 }));
  const pairs = new Map<string, { source: Body; target: Body }>();
  for (const { a, b } of edges) {
    if (a === b) continue;
    const source = bodies[Math.min(a, b)]!,
      target = bodies[Math.max(a, b)]!;
    if (pairs.has(`${a} ${b}`) || pairs.has(`${b} ${a}`)) continue;
    pairs.set(`${a} ${b}`, { source, target });
    source.ties++;
    target.ties++;
  }
  const simulation = forceSimulation(bodies)
    .force(
      "ties",
      forceLink([...pairs.values()]).distance(
        ({ source, target }) => DISTANCE * (source.ties > 6 || target.ties > 6 ? 1.5 : 1),
      ),
    )
    .force(
      "apart",
      forceManyBody()
        .strength(-190)
        .distanceMax(DISTANCE * 5),
    )
    .force("room", forceCollide(24))
    // Windows are wider than high, and what has no tie must not drift away.
    .force(
      "x",
      forceX<Body>(0).strength(({ ties }) => (ties > 1 ? 0.045 : 0.08)),
    )
    .force(
      "y",
      forceY<Body>(0).strength(({ ties }) => (ties > 1 ? 0.07 : 0.12)),
    )
    .stop();
  simulation.tick(Math.max(40, Math.min(TICKS, Math.round(ROUNDS / Math.max(1, bodies.length)))));
  return new Map(bodies.map(({ reference, x, y }) => [reference, [x ?? 0, y ?? 0]]));
}
