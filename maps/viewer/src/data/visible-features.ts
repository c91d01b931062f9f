/** The features that the map shows in a year, range or month under its switches: rows of marks, journeys and links. */

import { signsOf } from "../scene/drawing/symbology";
import type { LayerName, State } from "../state/screen-state";
import { HOLDS_NOT, HOLDS_POSSIBLE, HOLDS_SEEN, HOLDS_UNDATED, jointHold } from "../time/claim-dates";
import { periodDays } from "../time/period";
import type { PayloadIndex } from "./payload-index";
import { MAIN_STRAND } from "./payload-schema";
import { YearIndex } from "./year-index";

export type Filter = Pick<State, "year" | "from" | "month" | "layers" | "certainty" | "strand" | "only" | "readings">;
/** The parts of a filter that do not depend on the period or the layers. */
export type ClaimFilter = Pick<Filter, "certainty" | "strand" | "only" | "readings">;

type StrandFilter = Pick<Filter, "strand" | "only">;

/** All claims in order of precedence. Ties between two people have no mark and come last. */
function rowsByPrecedence(index: PayloadIndex): number[] {
  const byPrecedence: number[][] = [];
  const ties: number[] = [];
  for (let row = 0; row < index.size; row++)
    (index.isKind(row, "tie") ? ties : (byPrecedence[index.symbol("precedence", row)] ??= [])).push(row);
  return [...byPrecedence.flat(), ...ties];
}

/** The layer that a claim belongs to, or undefined for one that is only listed. */
export const layerOf = (index: PayloadIndex, row: number) =>
  (index.symbol("layer", row) || undefined) as LayerName | undefined;

/**
 * Whether a claim belongs to the strand that is shown and, if the filter is limited to contested or partisan claims, is
 * one of these.
 */
export function isAskedFor(index: PayloadIndex, row: number, { strand, only }: StrandFilter): boolean {
  return index.isOfStrand(row, strand) && (only.size === 0 || signsOf(index, row).some((sign) => only.has(sign)));
}

/** The filter for stations of the main strand, which other strands may name too; null if the main strand is shown. */
export function filterOfMainStrand<Shown extends ClaimFilter>(filter: Shown): Shown | null {
  return filter.strand === MAIN_STRAND ? null : { ...filter, strand: MAIN_STRAND };
}

/** The number of claims, and how many of them are only possible. Claims that no source dates are not counted. */
export type LayerCount = Record<"all" | "possible", number>;

/** The counted layers; a claim's layer is stored as an index into them. */
const COUNTED = ["stations", "heads", "people", "couriers", "raids"] as const;
const COURIERS = COUNTED.indexOf("couriers");

export class VisibleFeatures {
  /** How certainly each claim holds; 0 for those that do not. */
  readonly hold: Uint8Array;
  /** Rows of stations, posts and events that have a position, in order of precedence. */
  marks: number[] = [];
  journeys: number[] = [];
  /** Indices into `payload.liaison`. */
  links: number[] = [];
  /** How certainly each link that passes the switches holds, whether or not its layer is shown; 0 for the others. */
  readonly linkHold: Uint8Array;
  private readonly yearIndex: YearIndex;
  /** The rows of the claims that hold, in order of precedence. */
  private rows: readonly number[] = [];
  /** The layer of each symbol, as an index into `COUNTED`, or -1. */
  private readonly layerOfSymbol: readonly number[];

  constructor(readonly index: PayloadIndex) {
    const { claims, liaison, period, symbols } = index.payload;
    this.hold = new Uint8Array(index.size);
    this.linkHold = new Uint8Array(liaison.from.length);
    this.layerOfSymbol = symbols.layer.map((layer) => (COUNTED as readonly string[]).indexOf(layer));
    this.yearIndex = new YearIndex(claims, rowsByPrecedence(index), period);
  }

  /** Whether a claim passes the switches, apart from its layer, and is not outranked. */
  isVisible(row: number, filter: Filter): boolean {
    return this.passesFilter(row, filter) && !this.index.outrankedRows(filter.readings).has(row);
  }

  /** The same for the list, which includes outranked claims and marks them as such. */
  passesFilter(row: number, filter: Filter): boolean {
    const { claims } = this.index.payload;
    const hold = this.hold[row];
    if (hold === HOLDS_NOT || !isAskedFor(this.index, row, filter)) return false;
    if (filter.certainty === "certain") return hold === HOLDS_SEEN && claims.certainty[row] === 0;
    return filter.certainty === "undated" || hold !== HOLDS_UNDATED;
  }

  /** Whether a claim is undated and drawn because it is selected: it may hold in the year that is shown. */
  isDrawnSelected(row: number, filter: Filter, selected: number): boolean {
    return (
      row === selected && filter.certainty === "possible" && this.isVisible(row, { ...filter, certainty: "undated" })
    );
  }

  /** How certainly a list shows a claim as holding. One without a source's date is undated, even outside its limits. */
  listedHold(row: number): number {
    return this.index.payload.claims.undated[row] ? HOLDS_UNDATED : this.hold[row]!;
  }

  /**
   * Look up the features that hold under a filter.
   *
   * @param selected an undated claim that is drawn because it is selected; -1 for none
   */
  update(filter: Filter, selected = -1): void {
    this.rows = this.yearIndex.within(periodDays(filter), this.hold);
    [this.marks, this.journeys, this.links] = [[], [], []];
    const { claims } = this.index.payload;
    const isLayerShown = COUNTED.map((layer) => filter.layers.has(layer));
    const outranked = this.index.outrankedRows(filter.readings);
    for (const row of this.rows) {
      const layer = this.layerOfSymbol[claims.symbol[row]!]!;
      if (layer < 0 || !isLayerShown[layer] || outranked.has(row)) continue;
      if (!this.passesFilter(row, filter) && !this.isDrawnSelected(row, filter, selected)) continue;
      if (layer === COURIERS) this.journeys.push(row);
      else if (this.index.isLocated(claims.place[row]!)) this.marks.push(row);
    }
    this.updateLinks(filter);
  }

  private updateLinks(filter: Filter): void {
    const { claims, liaison } = this.index.payload;
    const days = periodDays(filter);
    const isShown = filter.layers.has("liaison");
    const mainFilter = filterOfMainStrand(filter);
    for (let link = 0; link < liaison.from.length; link++) {
      const [a, b] = [liaison.from[link]!, liaison.to[link]!];
      const passes =
        this.hold[a] !== HOLDS_NOT &&
        this.hold[b] !== HOLDS_NOT &&
        (filter.certainty !== "certain" || liaison.sure[link] === 0) &&
        this.isVisible(a, filter) &&
        (this.isVisible(b, filter) || (mainFilter !== null && this.isVisible(b, mainFilter)));
      this.linkHold[link] = passes ? jointHold(claims, a, b, days) : HOLDS_NOT;
      if (isShown && this.linkHold[link] !== HOLDS_NOT) this.links.push(link);
    }
  }

  /** The number of claims of each layer that hold, with or without a position, whether or not the layer is shown. */
  counts(filter: Filter) {
    const { claims } = this.index.payload;
    const none = (): LayerCount => ({ all: 0, possible: 0 });
    const counts = { stations: none(), heads: none(), people: none(), couriers: none(), raids: none() };
    const outranked = this.index.outrankedRows(filter.readings);
    for (const row of this.rows) {
      const layer = this.layerOfSymbol[claims.symbol[row]!]!;
      if (layer < 0 || this.hold[row] === HOLDS_UNDATED) continue;
      if (!this.passesFilter(row, filter) || outranked.has(row)) continue;
      const count = counts[COUNTED[layer]!];
      count.all++;
      if (this.hold[row] === HOLDS_POSSIBLE) count.possible++;
    }
    return counts;
  }
}

/**
 * The undated claims of the strand that is shown, in the order of the tables. Like the list, it includes claims that
 * are set aside. It is empty if only certain claims are shown.
 */
export function undatedClaims(index: PayloadIndex, filter: ClaimFilter): number[] {
  const { undated } = index.payload.claims;
  const rows: number[] = [];
  if (filter.certainty === "certain") return rows;
  for (let row = 0; row < undated.length; row++) if (undated[row] && isAskedFor(index, row, filter)) rows.push(row);
  return rows;
}
