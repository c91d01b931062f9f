/** The network of a year as a graph: people, stations, and their ties. It is the same as `layers.network(year)`. */

import type { PayloadIndex } from "../data/payload-index";
import { type Filter, filterOfMainStrand, type VisibleFeatures } from "../data/visible-features";
import { CertaintyStyle } from "../scene/drawing/marks";
import { certaintyStyleOf, signsOf } from "../scene/drawing/symbology";
import { ALL_DAYS, type Days, HOLDS_NOT, HOLDS_SEEN, jointHold } from "../time/claim-dates";
import { periodDays } from "../time/period";

/**
 * A person or a station, by its reference. `sourceRow` is the person's row, or the station's claim. `claims` are the
 * claims that put it in the graph: a person's posts and ties, or the station itself.
 */
export interface GraphNode {
  reference: string;
  isPerson: boolean;
  sourceRow: number;
  claims: number[];
}

export type YearGraph = ReturnType<typeof buildGraph>;
export type GraphEdge = YearGraph["edges"][number];

/** The kind of edge that a claim makes, by the kind of claim. Journeys and events make none. */
const EDGE_KINDS = ["liaison", "post", null, null, "tie"] as const;

/** The style of a line of liaison by its certainty: certain, conjectured, hypothetical. */
const LINK_STYLES = [CertaintyStyle.solid, CertaintyStyle.hollow, CertaintyStyle.dashed] as const;

/**
 * The graph of the claims that hold and pass the filter, whichever layers are drawn, and whether or not the claims have
 * a position.
 */
export function visibleGraph(visible: VisibleFeatures, filter: Filter): YearGraph {
  const mainFilter = filterOfMainStrand(filter);
  return buildGraph(
    visible.index,
    (row) => visible.isVisible(row, filter),
    (station) => mainFilter !== null && visible.isVisible(station, mainFilter),
    (row) => visible.hold[row]!,
    periodDays(filter),
  );
}

/** The graph of all claims of one strand in the period; the graph of any year is part of it. */
export function periodGraph(index: PayloadIndex, strand: string): YearGraph {
  return buildGraph(
    index,
    (row) => index.isOfStrand(row, strand),
    (station) => index.mayName(strand, station),
    () => HOLDS_SEEN,
    ALL_DAYS,
  );
}

function buildGraph(
  index: PayloadIndex,
  admits: (row: number) => boolean,
  /** Whether a station that is not admitted appears if an edge leads to it; true for stations of the main strand. */
  admitsEnd: (station: number) => boolean,
  hold: (row: number) => number,
  days: Days,
) {
  const { claims, edges: allEdges } = index.payload;
  const nodes: GraphNode[] = [];
  /** The numbers of the nodes, by the rows of their stations and people. */
  const [stations, people] = [new Map<number, number>(), new Map<number, number>()];
  const addNode = (numbers: Map<number, number>, sourceRow: number, claim: number): void => {
    const isPerson = numbers === people;
    const reference = isPerson ? index.personReference(sourceRow) : index.reference(sourceRow);
    if (!numbers.has(sourceRow)) numbers.set(sourceRow, nodes.push({ reference, isPerson, sourceRow, claims: [] }) - 1);
    nodes[numbers.get(sourceRow)!]!.claims.push(claim);
  };
  for (let row = 0; row < index.size; row++) {
    const kind = EDGE_KINDS[claims.kind[row]!];
    if (!kind || !admits(row)) continue;
    if (kind === "liaison") addNode(stations, row, row);
    else for (const person of index.peopleOf(row)) addNode(people, person, row);
  }
  const edges = allEdges.claim.flatMap((row, edge) => {
    const [from, to] = [allEdges.from[edge]!, allEdges.to[edge]!];
    const kind = EDGE_KINDS[claims.kind[row]!]!;
    const isLine = kind === "liaison";
    const a = (isLine ? stations : people).get(from);
    if (a === undefined || !admits(row)) return [];
    const edgeHold = isLine ? jointHold(claims, from, to, days) : hold(row);
    if (edgeHold === HOLDS_NOT) return [];
    const ends = kind === "tie" ? people : stations;
    if (kind !== "tie" && !ends.has(to) && admitsEnd(to)) addNode(stations, to, to);
    const b = ends.get(to);
    if (b === undefined) return [];
    const style = certaintyStyleOf(edgeHold, isLine ? 0 : claims.certainty[row]!);
    const certaintyStyle = (isLine ? Math.max(style, LINK_STYLES[allEdges.sure[edge]!]!) : style) as CertaintyStyle;
    // The claim of a line of liaison is the station that reports. Its signs belong to the station.
    return { a, b, kind, row, certaintyStyle, signs: isLine ? [] : signsOf(index, row) };
  });
  return { nodes, edges };
}

/**
 * The most certain of some claims in the year shown; it represents a person. A claim with a sign (contested or
 * partisan) comes after all claims without one, however certain it is. Otherwise a mark would say more than any one of
 * its claims.
 */
export function mostCertainClaim({ index, hold }: VisibleFeatures, claims: readonly number[]): number {
  const { certainty } = index.payload.claims;
  const uncertaintyRank = (row: number) =>
    100 * signsOf(index, row).length + 10 * certaintyStyleOf(hold[row]!, certainty[row]!) + certainty[row]!;
  return claims.reduce((mostCertain, row) => (uncertaintyRank(row) < uncertaintyRank(mostCertain) ? row : mostCertain));
}

/** One tie of each kind between the same two nodes: those without a sign come first, then the more certain. */
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
