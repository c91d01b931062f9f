/** The connected parts of a graph, some nodes left out. */

import type { YearGraph } from "./year-graph";

export function forEachConnectedComponent(
  { nodes, edges }: YearGraph,
  excluded: ReadonlySet<number>,
  visit: (part: number[]) => void,
): void {
  const near: number[][] = nodes.map(() => []);
  for (const { a, b } of edges) {
    if (excluded.has(a) || excluded.has(b)) continue;
    near[a]!.push(b);
    near[b]!.push(a);
  }
  const seen = new Uint8Array(nodes.length);
  for (let start = 0; start < nodes.length; start++) {
    if (seen[start] || excluded.has(start)) continue;
    seen[start] = 1;
    const part = [start];
    for (let at = 0; at < part.length; at++) {
      for (const next of near[part[at]!]!) {
        if (seen[next]) continue;
        seen[next] = 1;
        part.push(next);
      }
    }
    visit(part);
  }
}
