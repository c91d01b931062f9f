import { expect, test } from "vitest";
import { lifePathOf } from "../src/data/life-path";
import { PayloadIndex } from "../src/data/payload-index";
import { Standing } from "../src/data/payload-types";
import { VisibleFeatures } from "../src/data/visible-features";
import { centralities, simpleGraph } from "../src/graph/centrality";
import { graphPositions } from "../src/graph/graph-layout";
import { disconnectedNodes, raidImpacts, raidsWithoutTargets } from "../src/graph/raid-impact";
import { mostCertainClaim, mostCertainEdges, visibleGraph, type YearGraph } from "../src/graph/year-graph";
import { CertaintyStyle } from "../src/scene/drawing/marks";
import { certaintyStyleOf, signsOf } from "../src/scene/drawing/symbology";
import type { State } from "../src/state/screen-state";
import { eventCategory, fixture, fixtureIndex, fixtureWithPolemic, stateWith } from "./fixture";

const index = fixtureIndex();

/** A graph of numbered nodes from pairs of them. */
function graphFrom(count: number, ...pairs: [number, number][]): YearGraph {
  return {
    nodes: Array.from({ length: count }, (_, row) => ({
      reference: `person:${row}`,
      isPerson: true,
      sourceRow: row,
      claims: [],
    })),
    edges: pairs.map(([a, b]) => ({
      a,
      b,
      kind: "tie" as const,
      row: 0,
      certaintyStyle: CertaintyStyle.solid,
      signs: [],
    })),
  };
}

test("in a chain the middle is on every path between others, and its ends on none", () => {
  const chain = centralities(graphFrom(3, [0, 1], [1, 2]));
  expect(chain.map(({ degree }) => degree)).toEqual([1, 2, 1]);
  expect(chain.map(({ betweenness }) => betweenness)).toEqual([0, 1, 0]);
});

test("two ties to the same other count once, and a tie to oneself not at all", () => {
  expect(centralities(graphFrom(2, [0, 1], [1, 0], [1, 1])).map(({ degree }) => degree)).toEqual([1, 1]);
});

test("a graph without nodes or with one has its measures too", () => {
  expect(centralities(graphFrom(0))).toEqual([]);
  expect(centralities(graphFrom(1))).toEqual([{ degree: 0, betweenness: 0 }]);
});

test("a raid cuts off what has no path to the larger rest, and nobody who was not connected before", () => {
  // 0-1-2-3 are connected through 2; 4 is connected to 1 only; 5-6 are a component of their own.
  const graph = simpleGraph(graphFrom(7, [0, 1], [1, 2], [2, 3], [0, 2], [1, 4], [5, 6]));
  expect(disconnectedNodes(graph, [1])).toEqual([4]);
  expect(disconnectedNodes(graph, [3])).toEqual([]);
  expect(disconnectedNodes(graph, [5])).toEqual([]);
  expect(disconnectedNodes(graph, [])).toEqual([]);
});

test("a raid or an arrest either has an impact on the graph or is reported as one without targets in it", () => {
  const visible = new VisibleFeatures(index);
  const state = stateWith({ year: 1927 });
  visible.update(state);
  const graph = visibleGraph(visible, state);
  const events = Array.from({ length: index.size }, (_, row) => row).filter((row) => index.isKind(row, "event"));
  const raids = events.filter((row) => ["raid", "arrest"].includes(eventCategory(index, row)));
  expect(raids.length).toBeGreaterThan(0);
  for (const shown of [graph, graphFrom(0)]) {
    const rowsWithImpact = raidImpacts(index, shown, events).map(({ row }) => row);
    expect([...rowsWithImpact, ...raidsWithoutTargets(index, shown, events)].sort((a, b) => a - b)).toEqual(raids);
  }
  expect(raidsWithoutTargets(index, graphFrom(0), events)).toEqual(raids);
});

test("by brute force: what is cut off was reachable from the removed node, and is not reachable from the rest", () => {
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 200; round++) {
    const count = 2 + Math.floor(random() * 9);
    const pairs = Array.from({ length: Math.floor(random() * 14) }, (): [number, number] => [
      Math.floor(random() * count),
      Math.floor(random() * count),
    ]);
    const graph = simpleGraph(graphFrom(count, ...pairs));
    const removed = Math.floor(random() * count);
    const reachableFrom = (from: number, excluded: number) => {
      const reached = new Set([from]);
      for (let hasGrown = true; hasGrown; ) {
        hasGrown = false;
        for (const [a, b] of pairs) {
          if (a === excluded || b === excluded || reached.has(a) === reached.has(b)) continue;
          reached.add(a).add(b);
          hasGrown = true;
        }
      }
      return reached;
    };
    const component = reachableFrom(removed, -1);
    const remaining = [...component].filter((node) => node !== removed);
    const largest = Math.max(0, ...remaining.map((node) => reachableFrom(node, removed).size));
    const disconnected = new Set(disconnectedNodes(graph, [removed]));
    expect([...disconnected].every((node) => component.has(node) && node !== removed)).toBe(true);
    // What remains connected is one component, and no component is larger.
    const connected = remaining.filter((node) => !disconnected.has(node));
    expect(connected.length).toBe(largest);
    for (const node of connected)
      expect([...reachableFrom(node, removed)].every((other) => connected.includes(other))).toBe(true);
  }
});

test("the same graph always has the same layout, and no two nodes have one position", () => {
  const graph = graphFrom(30, ...Array.from({ length: 29 }, (_, i): [number, number] => [i + 1, Math.floor(i / 3)]));
  const positions = [...graphPositions(graph).values()];
  expect(positions).toEqual([...graphPositions(graph).values()]);
  for (let a = 0; a < positions.length; a++) {
    for (let b = 0; b < a; b++)
      expect(Math.hypot(positions[a]![0] - positions[b]![0], positions[a]![1] - positions[b]![1])).toBeGreaterThan(8);
  }
});

test("the graph of a year contains nothing of another strand, and no outranked claims", () => {
  const visible = new VisibleFeatures(index);
  for (const part of [{}, { strand: "fiction" }, { only: new Set(["contested"]) }] as Partial<State>[]) {
    const state = stateWith({ year: 1927, ...part });
    visible.update(state);
    const { nodes, edges } = visibleGraph(visible, state);
    for (const { isPerson, sourceRow: row } of nodes) if (!isPerson) expect(visible.isVisible(row, state)).toBe(true);
    for (const { kind, row } of edges) if (kind !== "liaison") expect(visible.isVisible(row, state)).toBe(true);
  }
});

test("the graph of a strand has the stations of the main one to which its own claims lead, and no others", () => {
  const index = new PayloadIndex(fixtureWithPolemic());
  const visible = new VisibleFeatures(index);
  const state = stateWith({ year: 1928, strand: "polemic" });
  visible.update(state);
  const { nodes, edges } = visibleGraph(visible, state);
  expect(nodes.map(({ reference }) => reference)).toEqual(["person:otto-kurier", "station:berlin-headquarters"]);
  expect(edges.map(({ row }) => index.reference(row))).toEqual(["post:kurier-berlin"]);
  visible.update(stateWith({ year: 1928 }));
  const main = visibleGraph(visible, stateWith({ year: 1928 }));
  expect(main.edges.map(({ row }) => index.reference(row))).not.toContain("post:kurier-berlin");
});

test("a person is drawn like the most certain of their posts and ties, and has a sign only if all of them have one", () => {
  const payload = fixture();
  const index = new PayloadIndex(payload);
  const head = index.targetOf("post:kurier-berlin");
  if (head?.type === "claim")
    for (const row of index.claimsOfPerson(index.peopleOf(head.row)[0]!))
      payload.claims.standing[row] = Standing.partisan;
  const visible = new VisibleFeatures(index);
  const { certainty } = payload.claims;
  const signCount = (row: number) => signsOf(index, row).length;
  let signed = 0,
    doubtful = 0;
  for (let year = 1919; year <= 1943; year++) {
    const state = stateWith({ year, certainty: "undated" });
    visible.update(state);
    for (const { isPerson, reference, sourceRow: row, claims } of visibleGraph(visible, state).nodes) {
      if (!isPerson) expect(claims).toEqual([row]);
      else
        for (const claim of claims)
          expect(index.peopleOf(claim).map((personRow) => index.personReference(personRow))).toContain(reference);
      const surest = mostCertainClaim(visible, claims);
      expect(claims).toContain(surest);
      expect(signCount(surest)).toBe(Math.min(...claims.map(signCount)));
      const styleOf = (claim: number) => certaintyStyleOf(visible.hold[claim]!, certainty[claim]!);
      for (const claim of claims)
        if (signCount(claim) === signCount(surest)) expect(styleOf(surest)).toBeLessThanOrEqual(styleOf(claim));
      if (isPerson && signCount(surest) > 0) signed++;
      if (isPerson && styleOf(surest) !== CertaintyStyle.solid) doubtful++;
    }
  }
  expect(signed).toBeGreaterThan(0);
  expect(doubtful).toBeGreaterThan(0);
});

test("a tie shows its certainty and its signs, and of several between two the most certain one without a sign is kept", () => {
  const visible = new VisibleFeatures(index);
  const state = stateWith({ year: 1927 });
  visible.update(state);
  for (const { kind, row, certaintyStyle: styleOf, signs } of visibleGraph(visible, state).edges) {
    if (kind === "liaison") continue;
    expect(styleOf).toBe(certaintyStyleOf(visible.hold[row]!, index.payload.claims.certainty[row]!));
    expect(signs).toEqual(signsOf(index, row));
  }
  const graph = graphFrom(3, [0, 1], [1, 0], [1, 0], [1, 2]);
  Object.assign(graph.edges[0]!, { signs: ["contested"] });
  Object.assign(graph.edges[1]!, { certaintyStyle: CertaintyStyle.dashed });
  Object.assign(graph.edges[2]!, { certaintyStyle: CertaintyStyle.hollow });
  expect(mostCertainEdges(graph)).toEqual([graph.edges[2], graph.edges[3]]);
});

test("the stops of a life are in order of time, and no two consecutive stops are at one place", () => {
  for (let isPerson = 0; isPerson < index.payload.people.id.length; isPerson++) {
    const stops = lifePathOf(index, isPerson, stateWith());
    stops.forEach((stop, i) => {
      expect(index.isLocated(stop.place)).toBe(true);
      if (i === 0) return;
      expect(stop.year).toBeGreaterThanOrEqual(stops[i - 1]!.year);
      expect(stop.place).not.toBe(stops[i - 1]!.place);
    });
  }
});
