/** What a raid disconnects: who has no path to the rest of the network without the stations and people it struck. */

import type { PayloadIndex } from "../data/payload-index";
import { forEachConnectedComponent } from "./connected-components";
import type { YearGraph } from "./year-graph";

/** `targets`: nodes that the event names; `disconnected`: nodes that have no path to the larger part without them. */
export interface RaidImpact {
  row: number;
  targets: number[];
  disconnected: number[];
}

/**
 * The raids and arrests among these claims, each with the nodes of the graph that it names: none, where it struck
 * others.
 */
function raidsWithTargets(
  index: PayloadIndex,
  { nodes }: YearGraph,
  events: readonly number[],
): { row: number; targets: number[] }[] {
  const numbers = new Map(nodes.map(({ reference }, number) => [reference, number]));
  return events
    .filter((row) => index.isRaid(row))
    .map((row) => {
      const references = [
        ...index.stationsOf(row).map((each) => index.reference(each)),
        ...index.peopleOf(row).map((each) => index.personReference(each)),
      ];
      return {
        row,
        targets: references.map((reference) => numbers.get(reference)).filter((number) => number !== undefined),
      };
    });
}

/** The raids and arrests among these claims that strike something in the graph. */
export function raidImpacts(index: PayloadIndex, graph: YearGraph, events: readonly number[]): RaidImpact[] {
  return raidsWithTargets(index, graph, events)
    .filter(({ targets }) => targets.length > 0)
    .map(({ row, targets }) => ({ row, targets, disconnected: disconnectedNodes(graph, targets) }));
}

/** The raids and arrests among these claims that strike nothing in the graph. */
export function raidsWithoutTargets(index: PayloadIndex, graph: YearGraph, events: readonly number[]): number[] {
  return raidsWithTargets(index, graph, events)
    .filter(({ targets }) => targets.length === 0)
    .map(({ row }) => row);
}

/**
 * The nodes that were in one component with a target and are outside the largest part that remains of it.
 * Of equally large parts the one that comes first in the graph counts as the rest of the network.
 */
export function disconnectedNodes(graph: YearGraph, targets: readonly number[]): number[] {
  const removed = new Set(targets);
  const found: number[] = [];
  forEachConnectedComponent(graph, new Set(), (component) => {
    if (!component.some((node) => removed.has(node))) return;
    const within = new Set(component);
    const remainders: number[][] = [];
    forEachConnectedComponent(graph, removed, (remainder) => {
      if (within.has(remainder[0]!)) remainders.push(remainder);
    });
    const largest = remainders.reduce<number[]>(
      (best, remainder) => (remainder.length > best.length ? remainder : best),
      [],
    );
    for (const remainder of remainders) if (remainder !== largest) found.push(...remainder);
  });
  return found.sort((a, b) => a - b);
}
