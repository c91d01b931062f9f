/** What the map shows in one year, range or month under one set of switches: rows of marks, of journeys and of lines. */

import type { LayerName, State } from "./address";
import type { Index } from "./index";
import { Kind, Standing } from "./payload";
import { daysOf } from "./period";
import { claimsMeet, NOT, POSSIBLY } from "./time";
import { type Held, YearIndex } from "./year-index";

export type Filter = Pick<State, "year" | "from" | "month" | "layers" | "certainty" | "world" | "readings">;

const FUNCTION_ORDER: Readonly<Record<string, number>> = {
  headquarters: 0,
  school: 2,
  residency: 2.2,
  section: 3,
  radio: 3,
};

/** Which marks stand in front and keep their place where it is crowded: the lower, the earlier. */
function precedence(index: Index, row: number): number {
  const { claims } = index.payload;
  const category = index.category(row);
  if (claims.kind[row] === Kind.station) return (FUNCTION_ORDER[category] ?? 3.5) + claims.certainty[row]! / 10;
  if (claims.kind[row] === Kind.event) return category === "raid" || category === "arrest" ? 1 : 4.5;
  return (category === "head" ? 4 : 6) + claims.certainty[row]! / 10;
}

/** All claims, the foremost first; ties of two people have no mark and come last. */
function inPrecedence(index: Index): Int32Array {
  const { kind } = index.payload.claims;
  const buckets = new Map<number, number[]>();
  for (let row = 0; row < index.size; row++) {
    const rank = kind[row] === Kind.tie ? Infinity : precedence(index, row);
    const bucket = buckets.get(rank);
    if (bucket) bucket.push(row);
    else buckets.set(rank, [row]);
  }
  return Int32Array.from([...buckets].sort(([a], [b]) => (a === b ? 0 : a - b)).flatMap(([, rows]) => rows));
}

/** The switch that governs a claim, or undefined for one that is listed only. */
export function layerOf(index: Index, row: number): LayerName | undefined {
  switch (index.payload.claims.kind[row]) {
    case Kind.station:
      return "stations";
    case Kind.post:
      return index.category(row) === "head" ? "heads" : "people";
    case Kind.journey:
      return "couriers";
    case Kind.event:
      return "raids";
    default:
      return undefined;
  }
}

export function inWorld(standing: number, world: State["world"]): boolean {
  if (world === "fiction") return standing === Standing.fiction;
  return world === "disputed" ? standing === Standing.disputed : standing !== Standing.fiction;
}

/** All and those of them that hold only possibly. */
export interface Count {
  all: number;
  perhaps: number;
}

/** The counted layers, by the code under which a claim's layer is kept. */
const COUNTED = ["stations", "heads", "people", "couriers", "raids"] as const;
const COURIERS = COUNTED.indexOf("couriers");
const NO_LAYER = 255;

export class YearNet {
  /** Of each claim how surely it holds; 0 for all that do not. */
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
  private readonly years: YearIndex;
  private held: Held = { rows: new Int32Array(0), holds: new Uint8Array(0), count: 0 };
  /** Of each claim: its layer as an index into `COUNTED`, and whether its place is located. */
  private readonly layers: Uint8Array;
  private readonly located: Uint8Array;

  constructor(readonly index: Index) {
    const { claims, liaison, period } = index.payload;
    const size = index.size;
    this.hold = new Uint8Array(size);
    this.marks = new Int32Array(size);
    this.journeys = new Int32Array(size);
    this.lines = new Int32Array(liaison.from.length);
    this.lineHold = new Uint8Array(liaison.from.length);
    this.lineMeets = Uint8Array.from(liaison.from, (from, line) => claimsMeet(claims, from, liaison.to[line]!));
    this.layers = new Uint8Array(size);
    this.located = new Uint8Array(size);
    for (let row = 0; row < size; row++) {
      const layer = layerOf(index, row);
      this.layers[row] = layer && layer !== "liaison" ? COUNTED.indexOf(layer) : NO_LAYER;
      this.located[row] = index.isLocated(claims.place[row]!) ? 1 : 0;
    }
    this.years = new YearIndex(claims, inPrecedence(index), period);
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
    const { rows: before, count: beforeCount } = this.held;
    for (let i = 0; i < beforeCount; i++) this.hold[before[i]!] = NOT;
    this.held = this.years.within(daysOf(filter));
    const { rows, holds, count } = this.held;
    for (let i = 0; i < count; i++) this.hold[rows[i]!] = holds[i]!;
    this.markCount = this.journeyCount = this.lineCount = 0;
    const drawn = COUNTED.map((layer) => filter.layers.has(layer));
    const aside = this.index.setAside(filter.readings);
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const layer = this.layers[row]!;
      if (!drawn[layer] || !this.holdsFor(row, filter) || aside.has(row)) continue;
      if (layer === COURIERS) this.journeys[this.journeyCount++] = row;
      else if (this.located[row]) this.marks[this.markCount++] = row;
    }
    if (filter.layers.has("liaison")) this.updateLines(filter);
  }

  private updateLines(filter: Filter): void {
    const { from, to, sure } = this.index.payload.liaison;
    for (let line = 0; line < from.length; line++) {
      const a = from[line]!,
        b = to[line]!;
      this.lineHold[line] = Math.min(this.hold[a]!, this.hold[b]!, this.lineMeets[line]!);
      if (this.lineHold[line] === NOT || (filter.certainty === "certain" && sure[line] !== 0)) continue;
      if (this.admits(a, filter) && this.admits(b, filter)) this.lines[this.lineCount++] = line;
    }
  }

  /** How many claims of each layer hold, whether they have a position or not and whether the layer is drawn or not. */
  counts(filter: Filter): Record<(typeof COUNTED)[number], Count> {
    const all = new Int32Array(COUNTED.length),
      perhaps = new Int32Array(COUNTED.length);
    const aside = this.index.setAside(filter.readings);
    const { rows, holds, count } = this.held;
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const layer = this.layers[row]!;
      if (layer === NO_LAYER || !this.holdsFor(row, filter) || aside.has(row)) continue;
      all[layer]!++;
      if (holds[i] === POSSIBLY) perhaps[layer]!++;
    }
    const of = (layer: number): Count => ({ all: all[layer]!, perhaps: perhaps[layer]! });
    return { stations: of(0), heads: of(1), people: of(2), couriers: of(3), raids: of(4) };
  }
}
