/**
 * How well connected each node of a graph is: its degree, and how often it lies on the shortest path between two other
 * nodes.
 */

import { UndirectedGraph } from "graphology";
import betweenness from "graphology-metrics/centrality/betweenness";
import type { YearGraph } from "./year-graph";

/**
 * `degree`: the number of other nodes that a node is tied to; several ties to the same node count once.
 * `betweenness`: the share of shortest paths between two other nodes that pass through it, from 0 to 1 (Freeman 1977;
 * computed with the algorithm of Brandes 2001).
 */
export type NodeCentrality = Record<"degree" | "betweenness", number>;

/** A graph of the nodes by their numbers, with one edge between any two that are tied. */
export function simpleGraph({ nodes, edges }: YearGraph): UndirectedGraph {
  const graph = new UndirectedGraph();
  nodes.forEach((_, number) => graph.addNode(number));
  for (const { a, b } of edges) if (a !== b) graph.mergeEdge(Math.min(a, b), Math.max(a, b));
  return graph;
}

/** The measures of each node, in the order of the nodes. */
export function centralities(year: YearGraph): NodeCentrality[] {
  if (year.nodes.length === 0) return []; // the library refuses a graph without nodes
  const graph = simpleGraph(year);
  const between = betweenness(graph, { getEdgeWeight: null, normalized: year.nodes.length > 2 });
  return year.nodes.map((_, number) => ({ degree: graph.degree(number), betweenness: between[number]! }));
}
