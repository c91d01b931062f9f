/** How surely what the graph shows is known: one claim stands for a person, one tie for all between the same two. */

import type { VisibleFeatures } from "../data/visible-features";
import { certaintyStyleOf, signsOf } from "../scene/drawing/symbology";
import type { GraphEdge, YearGraph } from "./year-graph";

/**
 * The surest of some claims in the year that is shown. What bears a sign, contested or partisan, comes after all that bears none, however sure it
 * claims to be: else a mark would say more than any one of its claims does.
 */
export function mostCertainClaim({ index, hold }: VisibleFeatures, claims: readonly number[]): number {
  const { certainty } = index.payload.claims;
  const uncertaintyRank = (row: number) =>
    100 * signsOf(index, row).length + 10 * certaintyStyleOf(hold[row]!, certainty[row]!) + certainty[row]!;
  return claims.reduce((mostCertain, row) => (uncertaintyRank(row) < uncertaintyRank(mostCertain) ? row : mostCertain));
}

/** One tie of each kind between the same two: the surest, and one without a sign before one that is contested or partisan. */
export function mostCertainEdges({ edges }: YearGraph): GraphEdge[] {
  const uncertaintyRank = ({ certaintyStyle, signs }: GraphEdge) => 10 * signs.length + certaintyStyle;
  const byKey = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const key = `${Math.min(edge.a, edge.b)} ${Math.max(edge.a, edge.b)} ${edge.kind}`;
    const known = byKey.get(key);
    if (!known || uncertaintyRank(edge) < uncertaintyRank(known)) byKey.set(key, edge);
  }
  return [...byKey.values()];
}
