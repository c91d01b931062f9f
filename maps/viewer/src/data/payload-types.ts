/**
 * The types of the documents that Python hands over: the payload, the basemap and borders.
 *
 * The payload is columnar: a column is an array, a row an index. What many rows share is stored once
 * (`StoredPayload`); `payload-reader.ts` puts it into every row (`Payload`).
 */

/** Index into `Payload.texts`; `texts[0]` is the empty text. */
export type TextId = number;
export type Citation = [source: number, locator: TextId];

export type Enumeration =
  | "function"
  | "role"
  | "event"
  | "relation"
  | "means"
  | "placeKind"
  | "liaison"
  | "certainty"
  | "disagreement";

export type SourceKind = "scholarship" | "archive" | "memoir" | "encyclopedia" | "partisan" | "fiction";

export interface Source {
  key: string;
  kind: SourceKind;
  short: string;
  full: string;
  note: string;
}

/** A name of a place, and the days between which it was in use. */
export type PlaceName = [name: TextId, language: TextId, fromDay: number, toDay: number];

export interface Places {
  id: string[];
  name: TextId[];
  country: TextId[];
  kind: number[];
  lon: (number | null)[];
  lat: (number | null)[];
  accuracy_m: (number | null)[];
  note: TextId[];
  names: PlaceName[][];
}

export interface People {
  id: string[];
  name: TextId[];
  aliases: TextId[][];
  life: TextId[];
  note: TextId[];
  cites: Citation[][];
}

/** Four bounds in the order startEarliest, startLatest, endEarliest, endLatest; `all` of them hold, or one. */
export interface Spans {
  all: boolean;
  bounds: [number, number, number, number][];
}

/** Columns of equal length, one row a claim. Rows point at rows; -1 points nowhere. */
export interface Claims {
  kind: number[];
  id: string[];
  label: TextId[];
  category: number[];
  place: number[];
  to: number[];
  via: Record<string, number[]>;
  station: number[];
  person: number[];
  other: number[];
  people: Record<string, number[]>;
  stations: Record<string, number[]>;
  startEarliest: Int32Array;
  startLatest: Int32Array;
  endEarliest: Int32Array;
  endLatest: Int32Array;
  /** The members of each set of dates; the columns above hold the bounds that enclose them. */
  spans?: (Spans | undefined)[];
  /** Claim rows whose date text itself says "perhaps". */
  doubtful?: ReadonlySet<number>;
  when: TextId[];
  certainty: number[];
  standing: number[];
  standingReason: TextId[];
  rank: number[];
  cites: Citation[][];
  note: TextId[];
}

export interface Disagreement {
  id: string;
  title: string;
  kind: number;
  refs: string[];
  note: string;
  cites: Citation[];
}

export interface Polities {
  name: TextId[];
  lon: number[];
  lat: number[];
  from: number[];
  to: number[];
  size: number[];
}

/** The texts of a further language. Where it has none there is null, or the number of the text in `lacks`. */
export interface LanguageOverrides {
  package: Record<"title" | "subtitle" | "description", string | null>;
  categories: Partial<Record<Enumeration, (string | null)[]>>;
  sources: (string | null)[];
  disagreements: [title: string | null, note: string | null][];
  /** By the number of the text. */
  texts: Record<string, string>;
  lacks: number[];
}

/**
 * The edges of the network, of all years and both worlds: by the row of a post, from a person to a station; of a tie,
 * between two people; of the station that reports, to the other one. `sure`: how sure a line of liaison is.
 */
export interface Edges {
  claim: number[];
  from: number[];
  to: number[];
  sure: number[];
}

export interface Payload {
  format: 2;
  title: string;
  subtitle: string;
  description: string;
  period: [first: number, last: number];
  /** Set on a page of one year: it has no slider, but links to its neighbours. */
  year: number | null;
  /** The language of these texts; at first that of the tables. */
  language: string;
  languages: string[];
  licence: { title: string; path: string };
  /** The sources of the positions of the places, with their licences. */
  credits: string[];
  /** The versions of the data and of the program that wrote the page. */
  version: string;
  program: string;
  texts: string[];
  categories: Record<Enumeration, [value: string, label: string][]>;
  sources: Source[];
  places: Places;
  people: People;
  claims: Claims;
  /** Station claim rows; `sure`: 0 certain, 1 conjectured, 2 hypothetical. */
  edges: Edges;
  /** The lines of liaison among the edges. */
  liaison: Omit<Edges, "claim">;
  disagreements: Disagreement[];
  polities: Polities;
  tongues: Record<string, LanguageOverrides>;
}

/** The basemap: land, graticule and seas in whole kilometres of the projection plane, delta-coded point by point. */
export interface BasemapData {
  projection: { name: "laea"; lon: number; lat: number; radiusKm: number };
  clip: number;
  land: number[][];
  landCoarse: number[][];
  graticule: number[][];
  /** `names` by language. */
  seas: { name: string; names: Record<string, string>; path: number[]; size: number }[];
}

/**
 * Borders that the user has added: lines in kilometres of the projection plane, coded like the basemap, and the days on
 * which they stood.
 */
export interface BorderData {
  attribution: string;
  licence: string;
  from: number[];
  to: number[];
  lines: number[][][];
}

export const Kind = { station: 0, post: 1, journey: 2, event: 3, tie: 4 } as const;
export const KIND_NAMES = ["station", "post", "journey", "event", "tie"] as const;
export const Rank = { preferred: 0, normal: 1, deprecated: 2 } as const;
export const Standing = { attested: 0, disputed: 1, fiction: 2 } as const;

/** Days that stand for "not limited". */
export const OPEN_START_DAY = -2147483647;
export const OPEN_END_DAY = 2147483647;

/** The different dates of the claims, each once: a claim has the number of its date. */
type StoredDates = Record<"startEarliest" | "startLatest" | "endEarliest" | "endLatest" | "when", number[]> & {
  spans: Record<string, Spans>;
  doubtful: number[];
};

/**
 * The payload as it is stored: claims, people and disagreements have the numbers of rows of `dates` and `citations`.
 */
export interface StoredPayload extends Omit<Payload, "claims" | "people" | "disagreements" | "liaison"> {
  claims: Omit<Claims, keyof StoredDates | "via" | "people" | "stations" | "cites"> &
    Record<"via" | "people" | "stations", number[][]> &
    Record<"date" | "cites", number[]>;
  people: Omit<People, "cites"> & { cites: number[] };
  disagreements: (Omit<Disagreement, "cites"> & { cites: number })[];
  dates: StoredDates;
  /** The sources that are cited together, and the locator in each of them. */
  citations: { source: number[][]; locator: TextId[][] };
}
