/**
 * The payload as the viewer uses it: what many rows share is in every row, and its texts are those of the page's
 * language. `payload-reader.ts` makes it from the document that Python writes (`payload-schema.ts`).
 */

import {
  type DisagreementRow,
  type EdgeColumns,
  type PayloadDocument,
  type PersonColumns,
  type PlaceColumns,
  type SOURCE_KINDS,
  type SourceRow,
  UNBOUNDED,
} from "./payload-schema";

export type { BasemapData, BorderData } from "./payload-schema";

/** Index into `Payload.texts`; `texts[0]` is the empty text. */
export type TextId = number;
export interface Citation {
  source: number;
  locator: TextId;
  /** The source in which this one was read about, -1 where it was read itself; and that in words. */
  through: number;
  citedAfter: TextId;
}
export type Enumeration = keyof PayloadDocument["categories"];
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What of a table is in words, which the document has as numbers of texts. */
type InWords<Row, Column extends keyof Row> = Omit<Row, Column> & Record<Column, string>;

export type Source = Omit<InWords<SourceRow, "note">, "kind"> & { kind: SourceKind };
export type Disagreement = Omit<InWords<DisagreementRow, "title" | "note">, "cites"> & { cites: Citation[] };

/** A name of a place, and the days between which it was in use. */
export type PlaceName = [name: TextId, language: TextId, fromDay: number, toDay: number];

/** From which day on each place has a name, by the row of the place. */
export type NamesOverTime = Record<number, [fromDay: number, name: TextId][]>;

export interface Places extends PlaceColumns {
  /** All names of a place, by its row. */
  names: Record<number, PlaceName[]>;
  /** What a place is called from a day on, in order of time; only of places whose name changes. */
  toponyms: NamesOverTime;
  /** What the state of a place is called, likewise; only where that is not always the name of today's country. */
  states: NamesOverTime;
}

/** Four bounds in the order startEarliest, startLatest, endEarliest, endLatest; `all` of them hold, or one. */
export interface Spans {
  all: boolean;
  bounds: [number, number, number, number][];
}

/** Seen in every stretch of days that reaches from the one bound to the other. */
export type Sighting = [startLatest: number, endEarliest: number];

/** Columns of equal length, one row a claim. Rows point at rows; -1 points nowhere. */
export interface Claims
  extends Omit<PayloadDocument["claims"], "date" | "cites">,
    Pick<PayloadDocument["dates"], "when" | "inferred" | "doubtful" | "oldStyle"> {
  startEarliest: Int32Array;
  startLatest: Int32Array;
  endEarliest: Int32Array;
  endLatest: Int32Array;
  /** The members of each set of dates; the columns hold the bounds that enclose them. */
  spans?: (Spans | undefined)[];
  /** 1 for claims of which no source says when. */
  undated: Uint8Array;
  /** The references of the rows from which the limits of a claim follow. */
  inferredFrom?: (string[] | undefined)[];
  /** The bounds of the dates at which a source sees a claim. */
  sightings?: (Sighting[] | undefined)[];
  cites: Citation[][];
}

/** What of a payload is in the language of the page; `DataLanguages` sets it. */
export interface LocalizedParts {
  title: string;
  subtitle: string;
  description: string;
  language: string;
  texts: string[];
  categories: Record<Enumeration, [value: string, label: string][]>;
  sources: Source[];
  disagreements: Disagreement[];
}

export interface Payload
  extends LocalizedParts,
    Omit<PayloadDocument, keyof LocalizedParts | "places" | "people" | "claims"> {
  /** What Python wrote, with the texts of all languages. */
  document: PayloadDocument;
  period: [first: number, last: number];
  places: Places;
  people: Omit<PersonColumns, "cites"> & { cites: Citation[][] };
  claims: Claims;
  /** The lines of liaison among the edges, between the rows of two stations. */
  liaison: Omit<EdgeColumns, "claim">;
}

export { KIND_NAMES, Kind, Standing } from "./payload-schema";

/** Days that stand for "not limited". */
export const OPEN_START_DAY = -UNBOUNDED;
export const OPEN_END_DAY = UNBOUNDED;
