/** The connected parts of a graph, some nodes left out. */

import type { YearGraph } from "./year-graph";

export function forEachConnectedComponent(
  { nodes, edges }: YearGraph,
  excluded: ReadonlySet<number>,
  visit: (component: number[]) => void,
): void {
  const neighbours: number[][] = nodes.map(() => []);
  for (const { a, b } of edges) {
    if (excluded.has(a) || excluded.has(b)) continue;
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  const seen = new Uint8Array(nodes.length);
  for (let start = 0; start < nodes.length; start++) {
    if (seen[start] || excluded.has(start)) continue;
    seen[start] = 1;
    const component = [start];
    for (let at = 0; at < component.length; at++) {
      for (const next of neighbours[component[at]!]!) {
        if (seen[next]) continue;
        seen[next] = 1;
        component.push(next);
      }
    }
    visit(component);
  }
}
