import { expect, test } from "vitest";
import { lifePathOf } from "../src/data/life-path";
import { PayloadIndex } from "../src/data/payload-index";
import { Standing } from "../src/data/payload-types";
import { VisibleFeatures } from "../src/data/visible-features";
import { centralities } from "../src/graph/centrality";
import { mostCertainClaim, mostCertainEdges } from "../src/graph/graph-certainty";
import { graphPositions } from "../src/graph/graph-layout";
import { disconnectedNodes, raidImpacts, raidsWithoutTargets } from "../src/graph/raid-impact";
import { visibleGraph, type YearGraph } from "../src/graph/year-graph";
import { CertaintyStyle } from "../src/paint/marks";
import { certaintyStyleOf, isDisputed } from "../src/paint/symbology";
import { fixture, fixtureIndex, stateWith } from "./fixture";

const index = fixtureIndex();

/** A graph of numbered nodes from pairs of them. */
function made(count: number, ...pairs: [number, number][]): YearGraph {
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
      disputed: false,
    })),
  };
}

test("in a chain the middle lies on every way between others, and its ends on none", () => {
  const chain = centralities(made(3, [0, 1], [1, 2]));
  expect(chain.map(({ degree }) => degree)).toEqual([1, 2, 1]);
  expect(chain.map(({ betweenness }) => betweenness)).toEqual([0, 1, 0]);
});

test("two ties to the same other count once, and a tie to oneself not at all", () => {
  expect(centralities(made(2, [0, 1], [1, 0], [1, 1])).map(({ degree }) => degree)).toEqual([1, 1]);
});

test("a graph without nodes or with one has its measures too", () => {
  expect(centralities(made(0))).toEqual([]);
  expect(centralities(made(1))).toEqual([{ degree: 0, betweenness: 0 }]);
});

test("a raid cuts off what has no way to the larger rest, and nobody whom it could not reach before", () => {
  // 0-1-2-3 hang together by 2; 4 hangs on 1 alone; 5-6 are a world of their own.
  const graph = made(7, [0, 1], [1, 2], [2, 3], [0, 2], [1, 4], [5, 6]);
  expect(disconnectedNodes(graph, [1])).toEqual([4]);
  expect(disconnectedNodes(graph, [3])).toEqual([]);
  expect(disconnectedNodes(graph, [5])).toEqual([]);
  expect(disconnectedNodes(graph, [])).toEqual([]);
});

test("a raid or an arrest either strikes something of the graph or is told as one that struck nobody of it", () => {
  const net = new VisibleFeatures(index);
  const state = stateWith({ year: 1927 });
  net.update(state);
  const graph = visibleGraph(net, state);
  const events = Array.from({ length: index.size }, (_, row) => row).filter((row) => index.isKind(row, "event"));
  const blows = events.filter((row) => ["raid", "arrest"].includes(index.category(row)));
  expect(blows.length).toBeGreaterThan(0);
  for (const shown of [graph, made(0)]) {
    const struck = raidImpacts(index, shown, events).map(({ row }) => row);
    expect([...struck, ...raidsWithoutTargets(index, shown, events)].sort((a, b) => a - b)).toEqual(blows);
  }
  expect(raidsWithoutTargets(index, made(0), events)).toEqual(blows);
});

test("by brute force: what is cut off was within reach of the struck one, and is not within reach of the rest", () => {
  let seed = 7;
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 200; round++) {
    const count = 2 + Math.floor(chance() * 9);
    const pairs = Array.from({ length: Math.floor(chance() * 14) }, (): [number, number] => [
      Math.floor(chance() * count),
      Math.floor(chance() * count),
    ]);
    const graph = made(count, ...pairs);
    const gone = Math.floor(chance() * count);
    const reach = (from: number, without: number) => {
      const seen = new Set([from]);
      for (let grown = true; grown; ) {
        grown = false;
        for (const [a, b] of pairs) {
          if (a === without || b === without || seen.has(a) === seen.has(b)) continue;
          seen.add(a).add(b);
          grown = true;
        }
      }
      return seen;
    };
    const part = reach(gone, -1);
    const left = [...part].filter((node) => node !== gone);
    const largest = Math.max(0, ...left.map((node) => reach(node, gone).size));
    const cut = new Set(disconnectedNodes(graph, [gone]));
    expect([...cut].every((node) => part.has(node) && node !== gone)).toBe(true);
    // What stays is one piece, and no piece is larger.
    const stays = left.filter((node) => !cut.has(node));
    expect(stays.length).toBe(largest);
    for (const node of stays) expect([...reach(node, gone)].every((other) => stays.includes(other))).toBe(true);
  }
});

test("the same graph is laid out in the same way, and no two nodes stand on one spot", () => {
  const graph = made(30, ...Array.from({ length: 29 }, (_, i): [number, number] => [i + 1, Math.floor(i / 3)]));
  const places = [...graphPositions(graph).values()];
  expect(places).toEqual([...graphPositions(graph).values()]);
  for (let a = 0; a < places.length; a++) {
    for (let b = 0; b < a; b++)
      expect(Math.hypot(places[a]![0] - places[b]![0], places[a]![1] - places[b]![1])).toBeGreaterThan(8);
  }
});

test("the graph of a year holds nothing of another world, and what is set aside is not in it", () => {
  const net = new VisibleFeatures(index);
  for (const world of ["record", "fiction", "disputed"] as const) {
    const state = stateWith({ year: 1927, world });
    net.update(state);
    const { nodes, edges } = visibleGraph(net, state);
    for (const { isPerson: person, sourceRow: row } of nodes) if (!person) expect(net.isVisible(row, state)).toBe(true);
    for (const { kind, row } of edges) if (kind !== "liaison") expect(net.isVisible(row, state)).toBe(true);
  }
});

test("a person is drawn as the surest of their posts and ties, and bears the sign of dispute only where all of them are disputed", () => {
  const payload = fixture();
  const index = new PayloadIndex(payload);
  const head = index.targetOf("post:kurier-berlin");
  if (head?.type === "claim")
    for (const row of index.claimsOfPerson(index.peopleOf(head.row)[0]!))
      payload.claims.standing[row] = Standing.disputed;
  const net = new VisibleFeatures(index);
  const { certainty } = payload.claims;
  let disputed = 0,
    doubtful = 0;
  for (let year = 1919; year <= 1943; year++) {
    const state = stateWith({ year });
    net.update(state);
    for (const { isPerson: person, reference, sourceRow: row, claims } of visibleGraph(net, state).nodes) {
      if (!person) expect(claims).toEqual([row]);
      else
        for (const claim of claims)
          expect(index.peopleOf(claim).map((each) => index.personReference(each))).toContain(reference);
      const surest = mostCertainClaim(net, claims);
      expect(claims).toContain(surest);
      expect(isDisputed(index, surest)).toBe(claims.every((claim) => isDisputed(index, claim)));
      const look = (claim: number) => certaintyStyleOf(net.hold[claim]!, certainty[claim]!);
      for (const claim of claims)
        if (isDisputed(index, claim) === isDisputed(index, surest))
          expect(look(surest)).toBeLessThanOrEqual(look(claim));
      if (person && isDisputed(index, surest)) disputed++;
      if (person && look(surest) !== CertaintyStyle.solid) doubtful++;
    }
  }
  expect(disputed).toBeGreaterThan(0);
  expect(doubtful).toBeGreaterThan(0);
});

test("a tie says how surely it is known and whether it is disputed, and of several between two the surest undisputed one stands", () => {
  const net = new VisibleFeatures(index);
  const state = stateWith({ year: 1927 });
  net.update(state);
  for (const { kind, row, certaintyStyle: look, disputed } of visibleGraph(net, state).edges) {
    if (kind === "liaison") continue;
    expect(look).toBe(certaintyStyleOf(net.hold[row]!, index.payload.claims.certainty[row]!));
    expect(disputed).toBe(isDisputed(index, row));
  }
  const graph = made(3, [0, 1], [1, 0], [1, 0], [1, 2]);
  Object.assign(graph.edges[0]!, { disputed: true });
  Object.assign(graph.edges[1]!, { certaintyStyle: CertaintyStyle.dashed });
  Object.assign(graph.edges[2]!, { certaintyStyle: CertaintyStyle.hollow });
  expect(mostCertainEdges(graph)).toEqual([graph.edges[2], graph.edges[3]]);
});

test("the stops of a life follow each other in time, and no stop is its own neighbour", () => {
  for (let person = 0; person < index.payload.people.id.length; person++) {
    const stops = lifePathOf(index, person, stateWith());
    stops.forEach((stop, i) => {
      expect(index.isLocated(stop.place)).toBe(true);
      if (i === 0) return;
      expect(stop.year).toBeGreaterThanOrEqual(stops[i - 1]!.year);
      expect(stop.place).not.toBe(stops[i - 1]!.place);
    });
  }
});
