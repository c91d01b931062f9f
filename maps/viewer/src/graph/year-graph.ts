/** The network of a year as a graph: people and stations, and what ties them. The same as `layers.network(year)`. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import type { Filter, VisibleFeatures } from "../data/visible-features";
import { CertaintyStyle } from "../paint/marks";
import { certaintyStyleOf, isDisputed } from "../paint/symbology";
import { ALL_DAYS, type Days, HOLDS_CERTAINLY, HOLDS_NOT, jointHold } from "../time/claim-dates";
import { periodDays } from "../time/period";

/**
 * A person or a station by its reference; `sourceRow` is the person's row, or the station's claim. `claims` are those
 * by which it is in the graph: a person's posts and ties, or the station itself.
 */
export interface GraphNode {
  reference: string;
  isPerson: boolean;
  sourceRow: number;
  claims: number[];
}

/** `row` is the claim of a post or a tie; of a line of liaison that of the station that reports. */
export interface GraphEdge {
  a: number;
  b: number;
  kind: "post" | "liaison" | "tie";
  row: number;
  certaintyStyle: CertaintyStyle;
  disputed: boolean;
}

/** Of a line of liaison by how sure it is: certain, conjectured, hypothetical. */
const LINK_CERTAINTY_STYLES = [CertaintyStyle.solid, CertaintyStyle.hollow, CertaintyStyle.dashed] as const;

export interface YearGraph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** Collects nodes by their references, each once. */
class NodeCollector {
  readonly all: GraphNode[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly index: PayloadIndex) {}

  station(row: number): number {
    return this.add({ reference: this.index.reference(row), isPerson: false, sourceRow: row, claims: [row] });
  }

  /** A person, and a claim about them. */
  person(row: number, claim: number): number {
    const number = this.add({ reference: this.index.personReference(row), isPerson: true, sourceRow: row, claims: [] });
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
 * The graph of the claims that hold and that the filter lets through, whatever layers are drawn and whether they
 * have a position or not.
 */
export function visibleGraph(visible: VisibleFeatures, filter: Filter): YearGraph {
  return buildGraph(
    visible.index,
    (row) => visible.isVisible(row, filter),
    (row) => visible.hold[row]!,
    periodDays(filter),
  );
}

/** The graph of all claims of the period, of one world: where the graph of any year lies. */
export function periodGraph(visible: VisibleFeatures, fits: (row: number) => boolean): YearGraph {
  return buildGraph(visible.index, fits, () => HOLDS_CERTAINLY, ALL_DAYS);
}

function buildGraph(
  index: PayloadIndex,
  admits: (row: number) => boolean,
  hold: (row: number) => number,
  days: Days,
): YearGraph {
  const { claims, liaison } = index.payload;
  const nodes = new NodeCollector(index);
  const edges: GraphEdge[] = [];
  for (let row = 0; row < index.size; row++) if (claims.kind[row] === Kind.station && admits(row)) nodes.station(row);
  for (let row = 0; row < index.size; row++) {
    const kind = claims.kind[row];
    if ((kind !== Kind.post && kind !== Kind.tie) || !admits(row)) continue;
    const person = claims.person[row]!;
    if (person < 0) continue;
    const a = nodes.person(person, row);
    const certainty = {
      certaintyStyle: certaintyStyleOf(hold(row), claims.certainty[row]!),
      disputed: isDisputed(index, row),
    };
    const station = claims.station[row]!,
      other = claims.other[row]!;
    if (kind === Kind.post && station >= 0 && admits(station))
      edges.push({ a, b: nodes.station(station), kind: "post", row, ...certainty });
    if (kind === Kind.tie && other >= 0) edges.push({ a, b: nodes.person(other, row), kind: "tie", row, ...certainty });
  }
  liaison.from.forEach((from, line) => {
    const to = liaison.to[line]!;
    if (!admits(from) || !admits(to)) return;
    const joint = jointHold(claims, from, to, days);
    if (joint === HOLDS_NOT) return;
    const dateStyle = joint === HOLDS_CERTAINLY ? CertaintyStyle.solid : CertaintyStyle.hollow;
    const certaintyStyle = Math.max(
      dateStyle,
      LINK_CERTAINTY_STYLES[liaison.sure[line]!] ?? CertaintyStyle.dashed,
    ) as CertaintyStyle;
    edges.push({
      a: nodes.station(from),
      b: nodes.station(to),
      kind: "liaison",
      row: from,
      certaintyStyle,
      disputed: false,
    });
  });
  return { nodes: nodes.all, edges };
}
