/**
 * The positions of the nodes of a graph. They are computed once for the whole period, so that no node moves when the
 * year changes.
 *
 * d3-force starts from a spiral and takes its random numbers from a fixed sequence: the same graph gives the same
 * layout.
 */

import * as d3 from "d3-force";
import { simpleGraph } from "./centrality";
import type { YearGraph } from "./year-graph";

const MAX_TICKS = 320;
/** A larger graph gets fewer iterations, because the cost of each is proportional to the number of nodes. */
const NODE_TICK_BUDGET = 320 * 400;
const EDGE_LENGTH = 62;

type LayoutNode = d3.SimulationNodeDatum & { degree: number };

/** Positions by reference, around (0, 0), wider than high. A tie is about `EDGE_LENGTH` units long. */
export function graphPositions(year: YearGraph): Map<string, [number, number]> {
  const graph = simpleGraph(year);
  const nodes = year.nodes.map((_, node): LayoutNode => ({ degree: graph.degree(node) }));
  const nodeOf = (key: string) => nodes[Number(key)]!;
  const links = graph
    .edges()
    .map((edge) => ({ source: nodeOf(graph.source(edge)), target: nodeOf(graph.target(edge)) }));
  const ties = d3
    .forceLink(links)
    .distance(({ source, target }) => EDGE_LENGTH * (source.degree > 6 || target.degree > 6 ? 1.5 : 1));
  const apart = d3.forceManyBody().strength(-190);
  // Windows are wider than high, and nodes without ties must not drift away.
  const across = d3.forceX<LayoutNode>(0).strength(({ degree }) => (degree > 1 ? 0.045 : 0.08)),
    down = d3.forceY<LayoutNode>(0).strength(({ degree }) => (degree > 1 ? 0.07 : 0.12));
  d3.forceSimulation(nodes)
    .force("ties", ties)
    .force("apart", apart.distanceMax(EDGE_LENGTH * 5))
    .force("room", d3.forceCollide(24))
    .force("x", across)
    .force("y", down)
    .stop()
    .tick(Math.max(40, Math.min(MAX_TICKS, Math.round(NODE_TICK_BUDGET / Math.max(1, nodes.length)))));
  return new Map(nodes.map(({ x, y }, node) => [year.nodes[node]!.reference, [x ?? 0, y ?? 0]]));
}
