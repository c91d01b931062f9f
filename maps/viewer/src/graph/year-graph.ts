/** The network of a year as a graph: people and stations, and what ties them. The same as `layers.network(year)`. */

import type { Index } from "../index";
import { isDisputed, lookOf } from "../looks";
import { Look } from "../paint/marks";
import { Kind } from "../payload";
import { CERTAINLY, claimsMeet, NOT } from "../time";
import type { Filter, YearNet } from "../year-net";

/**
 * A person or a station by its reference; `row` is the person's, or the station's claim. `claims` are those by which it
 * is in the graph: a person's posts and ties, or the station itself.
 */
export interface GraphNode {
  reference: string;
  person: boolean;
  row: number;
  claims: number[];
}

/** `row` is the claim of a post or a tie; of a line of liaison that of the station that reports. */
export interface GraphEdge {
  a: number;
  b: number;
  kind: "post" | "liaison" | "tie";
  row: number;
  look: Look;
  disputed: boolean;
}

/** Of a line of liaison by how sure it is: certain, conjectured, hypothetical. */
const LIAISON_LOOKS = [Look.solid, Look.hollow, Look.dashed] as const;

export interface YearGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** Collects nodes by their references, each once. */
class Nodes {
  readonly all: GraphNode[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly index: Index) {}

  station(row: number): number {
    return this.add({ reference: this.index.reference(row), person: false, row, claims: [row] });
  }

  /** A person, told of by a claim. */
  person(row: number, claim: number): number {
    const number = this.add({ reference: this.index.personReference(row), person: true, row, claims: [] });
    this.all[number]!.claims.push(claim);
    return number;
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
  return graphWith(
    net.index,
    (row) => net.admits(row, filter),
    (row) => net.hold[row]!,
  );
}

/** The graph of all claims of the period, of one world: where the graph of any year lies. */
export function graphOfPeriod(net: YearNet, fits: (row: number) => boolean): YearGraph {
  return graphWith(net.index, fits, () => CERTAINLY);
}

function graphWith(index: Index, admits: (row: number) => boolean, hold: (row: number) => number): YearGraph {
  const { claims, liaison } = index.payload;
  const nodes = new Nodes(index);
  const edges: GraphEdge[] = [];
  for (let row = 0; row < index.size; row++) if (claims.kind[row] === Kind.station && admits(row)) nodes.station(row);
  for (let row = 0; row < index.size; row++) {
    const kind = claims.kind[row];
    if ((kind !== Kind.post && kind !== Kind.tie) || !admits(row)) continue;
    const someone = claims.person[row]!;
    if (someone < 0) continue;
    const a = nodes.person(someone, row);
    const doubt = { look: lookOf(hold(row), claims.certainty[row]!), disputed: isDisputed(index, row) };
    const station = claims.station[row]!,
      other = claims.other[row]!;
    if (kind === Kind.post && station >= 0 && admits(station))
      edges.push({ a, b: nodes.station(station), kind: "post", row, ...doubt });
    if (kind === Kind.tie && other >= 0) edges.push({ a, b: nodes.person(other, row), kind: "tie", row, ...doubt });
  }
  liaison.from.forEach((from, line) => {
    const to = liaison.to[line]!;
    const meets = claimsMeet(claims, from, to);
    if (meets === NOT || !admits(from) || !admits(to)) return;
    const perhaps = Math.min(meets, hold(from), hold(to)) === CERTAINLY ? Look.solid : Look.hollow;
    const look = Math.max(perhaps, LIAISON_LOOKS[liaison.sure[line]!] ?? Look.dashed) as Look;
    edges.push({ a: nodes.station(from), b: nodes.station(to), kind: "liaison", row: from, look, disputed: false });
  });
  return { nodes: nodes.all, edges };
}
