/** How surely what the graph shows is known: one claim stands for a person, one tie for all between the same two. */

import type { VisibleFeatures } from "../data/visible-features";
import { certaintyStyleOf, isDisputed } from "../paint/symbology";
import type { GraphEdge, YearGraph } from "./year-graph";

/**
 * The surest of some claims in the year that is shown. What is disputed comes after all that is not, however sure it
 * claims to be: else a mark would say more than any one of its claims does.
 */
export function mostCertainClaim({ index, hold }: VisibleFeatures, claims: readonly number[]): number {
  const { certainty } = index.payload.claims;
  const doubt = (row: number) =>
    100 * Number(isDisputed(index, row)) + 10 * certaintyStyleOf(hold[row]!, certainty[row]!) + certainty[row]!;
  return claims.reduce((surest, row) => (doubt(row) < doubt(surest) ? row : surest));
}

/** One tie of each kind between the same two: the surest, and one that nobody disputes before one that is disputed. */
export function mostCertainEdges({ edges }: YearGraph): GraphEdge[] {
  const doubt = ({ certaintyStyle: look, disputed }: GraphEdge) => 10 * Number(disputed) + look;
  const lines = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${Math.min(edge.a, edge.b)} ${Math.max(edge.a, edge.b)} ${edge.kind}`;
    const former = lines.get(key);
    if (!former || doubt(edge) < doubt(former)) lines.set(key, edge);
  }
  return [...lines.values()];
}
