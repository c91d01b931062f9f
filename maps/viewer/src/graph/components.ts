/** The connected parts of a graph, some nodes left out. */

import type { YearGraph } from "./year-graph";

export function forEachConnectedComponent(
  { nodes, edges }: YearGraph,
  without: ReadonlySet<number>,
  tell: (part: number[]) => void,
): void {
  const near: number[][] = nodes.map(() => []);
  for (const { a, b } of edges) {
    if (without.has(a) || without.has(b)) continue;
    near[a]!.push(b);
    near[b]!.push(a);
  }
  const seen = new Uint8Array(nodes.length);
  for (let start = 0; start < nodes.length; start++) {
    if (seen[start] || without.has(start)) continue;
    seen[start] = 1;
    const part = [start];
    for (let at = 0; at < part.length; at++) {
      for (const next of near[part[at]!]!) {
        if (seen[next]) continue;
        seen[next] = 1;
        part.push(next);
      }
    }
    tell(part);
  }
}
