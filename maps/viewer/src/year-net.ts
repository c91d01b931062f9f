/** What the map shows in one year, range or month under one set of switches: rows of marks, of journeys and of lines. */

import { NOT, POSSIBLY, claimsMeet, holdsWithin } from "./time";
import { daysOf } from "./period";
import { Kind, Standing } from "./payload";
import type { Index } from "./index";
import type { LayerName, State } from "./address";

export type Filter = Pick<State, "year" | "from" | "month" | "layers" | "certainty" | "world" | "readings">;

const FUNCTION_ORDER: Readonly<Record<string, number>> = { headquarters: 0, school: 2, residency: 2.2, section: 3, radio: 3 };

/** Which marks stand in front and keep their place where it is crowded: the lower, the earlier. */
function precedence(index: Index, row: number): number {
  const { claims } = index.payload;
  const category = index.category(row);
  if (claims.kind[row] === Kind.station) return (FUNCTION_ORDER[category] ?? 3.5) + claims.certainty[row]! / 10;
  if (claims.kind[row] === Kind.event) return (category === "raid" || category === "arrest" ? 1 : 4.5);
  return (category === "head" ? 4 : 6) + claims.certainty[row]! / 10;
}

/** The switch that governs a claim, or undefined for one that is listed only. */
export function layerOf(index: Index, row: number): LayerName | undefined {
  switch (index.payload.claims.kind[row]) {
    case Kind.station: return "stations";
    case Kind.post: return index.category(row) === "head" ? "heads" : "people";
    case Kind.journey: return "couriers";
    case Kind.event: return "raids";
    default: return undefined;
  }
}

export function inWorld(standing: number, world: State["world"]): boolean {
  if (world === "fiction") return standing === Standing.fiction;
  return world === "disputed" ? standing === Standing.disputed : standing !== Standing.fiction;
}

/** All and those of them that hold only possibly. */
export interface Count { all: number; perhaps: number }

export class YearNet {
  readonly hold: Uint8Array;
  /** Rows of stations, posts and events that have a position, in order of precedence. */
  readonly marks: Int32Array;
  markCount = 0;
  readonly journeys: Int32Array;
  journeyCount = 0;
  /** Indices into `payload.liaison`. */
  readonly lines: Int32Array;
  lineCount = 0;
  readonly lineHold: Uint8Array;
  /** Whether the two stations of a line ever hold at one time. */
  private readonly lineMeets: Uint8Array;
  private readonly order: Int32Array;
  private readonly layers: (LayerName | undefined)[];

  constructor(readonly index: Index) {
    const { claims, liaison } = index.payload;
    const size = index.size;
    this.hold = new Uint8Array(size);
    this.marks = new Int32Array(size);
    this.journeys = new Int32Array(size);
    this.lines = new Int32Array(liaison.from.length);
    this.lineHold = new Uint8Array(liaison.from.length);
    this.lineMeets = Uint8Array.from(liaison.from, (from, line) => claimsMeet(claims, from, liaison.to[line]!));
    const rank = Float64Array.from({ length: size }, (_, row) => precedence(index, row));
    this.order = Int32Array.from({ length: size }, (_, row) => row)
      .filter((row) => claims.kind[row] !== Kind.tie)
      .sort((a, b) => rank[a]! - rank[b]! || a - b);
    this.layers = Array.from({ length: size }, (_, row) => layerOf(index, row));
  }

  /** Whether the switches let a claim through, its layer aside. */
  admits(row: number, filter: Filter): boolean {
    return this.holdsFor(row, filter) && !this.index.setAside(filter.readings).has(row);
  }

  /** The same for the list, which keeps what is set aside and says so. */
  holdsFor(row: number, { certainty, world }: Filter): boolean {
    const { claims } = this.index.payload;
    if (this.hold[row] === NOT || !inWorld(claims.standing[row]!, world)) return false;
    return certainty === "possible" || (this.hold[row] !== POSSIBLY && claims.certainty[row] === 0);
  }

  update(filter: Filter): void {
    const { claims, liaison } = this.index.payload;
    holdsWithin(claims, daysOf(filter), this.hold);
    this.markCount = this.journeyCount = this.lineCount = 0;
    for (const row of this.order) {
      const layer = this.layers[row];
      if (!layer || !filter.layers.has(layer) || !this.admits(row, filter)) continue;
      if (layer === "couriers") this.journeys[this.journeyCount++] = row;
      else if (this.index.isLocated(claims.place[row]!)) this.marks[this.markCount++] = row;
    }
    if (!filter.layers.has("liaison")) return;
    for (let line = 0; line < liaison.from.length; line++) {
      const from = liaison.from[line]!;
      const to = liaison.to[line]!;
      const sure = filter.certainty === "possible" || liaison.sure[line] === 0;
      this.lineHold[line] = Math.min(this.hold[from]!, this.hold[to]!, this.lineMeets[line]!);
      if (sure && this.lineHold[line] !== NOT && this.admits(from, filter) && this.admits(to, filter)) this.lines[this.lineCount++] = line;
    }
  }

  /** How many claims of each layer hold, whether they have a position or not and whether the layer is drawn or not. */
  counts(filter: Filter): Record<"stations" | "heads" | "people" | "couriers" | "raids", Count> {
    const counts = {
      stations: { all: 0, perhaps: 0 }, heads: { all: 0, perhaps: 0 }, people: { all: 0, perhaps: 0 },
      couriers: { all: 0, perhaps: 0 }, raids: { all: 0, perhaps: 0 },
    };
    for (const row of this.order) {
      const layer = this.layers[row];
      if (!layer || layer === "liaison" || !this.admits(row, filter)) continue;
      counts[layer].all++;
      if (this.hold[row] === POSSIBLY) counts[layer].perhaps++;
    }
    return counts;
  }
}
