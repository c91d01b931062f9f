/** The impact of a raid: the nodes without a path to the rest of the network if those that it struck are removed. */

import type { UndirectedGraph } from "graphology";
import type { PayloadIndex } from "../data/payload-index";
import { simpleGraph } from "./centrality";
import type { YearGraph } from "./year-graph";

/** `targets`: nodes that the event names; `disconnected`: nodes cut off from the larger part once these are removed. */
export type RaidImpact = ReturnType<typeof raidImpacts>[number];

/** The references of the stations and people that a claim names. */
export function namedReferences(index: PayloadIndex, row: number): string[] {
  return [
    ...index.stationsOf(row).map((station) => index.reference(station)),
    ...index.peopleOf(row).map((person) => index.personReference(person)),
  ];
}

/** The raids and arrests among these claims, each with the nodes of the graph that it names; it may name none. */
function raidTargets(index: PayloadIndex, { nodes }: YearGraph, events: readonly number[]): [number, number[]][] {
  const numbers = new Map(nodes.map(({ reference }, number) => [reference, number]));
  return events
    .filter((row) => index.isRaid(row))
    .map((row) => [row, namedReferences(index, row).flatMap((reference) => numbers.get(reference) ?? [])]);
}

/** The raids and arrests among these claims that strike something in the graph. */
export function raidImpacts(index: PayloadIndex, year: YearGraph, events: readonly number[]) {
  const graph = simpleGraph(year);
  return raidTargets(index, year, events)
    .filter(([, targets]) => targets.length > 0)
    .map(([row, targets]) => ({ row, targets, disconnected: disconnectedNodes(graph, targets) }));
}

/** The raids and arrests among these claims that strike nothing in the graph. */
export function raidsWithoutTargets(index: PayloadIndex, year: YearGraph, events: readonly number[]): number[] {
  return raidTargets(index, year, events).flatMap(([row, targets]) => (targets.length === 0 ? row : []));
}

/**
 * The nodes that share a component with a target and are outside the largest part of it that remains. Of equally large
 * parts, the first in the graph counts as the rest of the network.
 */
export function disconnectedNodes(graph: UndirectedGraph, targets: readonly number[]): number[] {
  const removed = new Set(targets.map(String));
  const parts = connectedComponents(graph, removed);
  return connectedComponents(graph)
    .filter((component) => targets.some((target) => component.has(String(target))))
    .flatMap((component) => {
      const remainders = parts.filter(([first]) => component.has(first!)).sort((a, b) => b.size - a.size);
      return remainders.slice(1).flatMap((part) => [...part].map(Number));
    })
    .sort((a, b) => a - b);
}

/** The connected components of a graph without the excluded nodes. */
function connectedComponents(graph: UndirectedGraph, excluded: ReadonlySet<string> = new Set()): Set<string>[] {
  const seen = new Set(excluded);
  return graph.nodes().flatMap((start) => {
    if (seen.has(start)) return [];
    // Iterating a set also visits the nodes that are added meanwhile.
    const component = new Set([start]);
    for (const node of component) {
      seen.add(node);
      for (const next of graph.neighbors(node)) if (!excluded.has(next)) component.add(next);
    }
    return component;
  });
}
