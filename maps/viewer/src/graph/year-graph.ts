/** The network of a year as a graph: people and stations, and what ties them. The same as `layers.network(year)`. */

import { Kind } from "../payload";
import { claimsMeet, NOT, POSSIBLY } from "../time";
import type { Index } from "../index";
import type { Filter, YearNet } from "../year-net";

/** A person or a station by its reference; `row` is the person's, or the station's claim. */
export interface GraphNode { reference: string; person: boolean; row: number }

/** `row` is the claim of a post or a tie; of a line of liaison that of the station that reports. */
export interface GraphEdge { a: number; b: number; kind: "post" | "liaison" | "tie"; row: number; possibly: boolean }

export interface YearGraph { nodes: GraphNode[]; edges: GraphEdge[] }

/** Collects nodes by their references, each once. */
class Nodes {
  readonly all: GraphNode[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly index: Index) {}

  station(row: number): number {
    return this.add({ reference: this.index.reference(row), person: false, row });
  }

  person(row: number): number {
    return this.add({ reference: this.index.personReference(row), person: true, row });
  }

  private add(node: GraphNode): number {
    let number = this.numbers.get(node.reference);
    if (number === undefined) {
      number = this.all.length;
      this.numbers.set(node.reference, number);
      this.all.push(node);
    }
    return number;
  }
}

/**
 * The graph of the claims that hold and that the switches let through, whatever layers are drawn and whether they
 * have a position or not.
 */
export function graphOf(net: YearNet, filter: Filter): YearGraph {
  return graphWith(net.index, (row) => net.admits(row, filter), (row) => net.hold[row] === POSSIBLY);
}

/** The graph of all claims of the period, of one world: where the graph of any year lies. */
export function graphOfPeriod(net: YearNet, fits: (row: number) => boolean): YearGraph {
  return graphWith(net.index, fits, () => false);
}

function graphWith(index: Index, admits: (row: number) => boolean, possibly: (row: number) => boolean): YearGraph {
  const { claims, liaison } = index.payload;
  const nodes = new Nodes(index);
  const edges: GraphEdge[] = [];
  for (let row = 0; row < index.size; row++) if (claims.kind[row] === Kind.station && admits(row)) nodes.station(row);
  for (let row = 0; row < index.size; row++) {
    const kind = claims.kind[row];
    if ((kind !== Kind.post && kind !== Kind.tie) || !admits(row)) continue;
    const someone = claims.person[row]!;
    if (someone < 0) continue;
    const a = nodes.person(someone);
    const station = claims.station[row]!, other = claims.other[row]!;
    if (kind === Kind.post && station >= 0 && admits(station)) edges.push({ a, b: nodes.station(station), kind: "post", row, possibly: possibly(row) });
    if (kind === Kind.tie && other >= 0) edges.push({ a, b: nodes.person(other), kind: "tie", row, possibly: possibly(row) });
  }
  liaison.from.forEach((from, line) => {
    const to = liaison.to[line]!;
    const meets = claimsMeet(claims, from, to);
    if (meets === NOT || !admits(from) || !admits(to)) return;
    const perhaps = meets === POSSIBLY || possibly(from) || possibly(to) || liaison.sure[line] !== 0;
    edges.push({ a: nodes.station(from), b: nodes.station(to), kind: "liaison", row: from, possibly: perhaps });
  });
  return { nodes: nodes.all, edges };
}

