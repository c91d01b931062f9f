// Written by `make payload-types` from maps/payload/: change the types there.

export const FORMAT = 4 as const;
export const UNBOUNDED = 2147483647 as const;
export const KIND_NAMES = ["station", "post", "journey", "event", "tie"] as const;
export const Kind = {"station": 0, "post": 1, "journey": 2, "event": 3, "tie": 4} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];
export const CATEGORIES_OF_KINDS = ["function", "role", "means", "event", "relation"] as const;
export const Standing = {"attested": 0, "partisan": 1, "fiction": 2} as const;
export type Standing = (typeof Standing)[keyof typeof Standing];
export const PAGE_LAYERS = ["stations", "heads", "people", "couriers", "raids", "liaison"] as const;
export const ONLY = ["contested", "partisan"] as const;
export const MAIN_STRAND = "main" as const;
export const SOURCE_KINDS = ["scholarship", "archive", "memoir", "encyclopedia", "popular", "partisan", "fiction"] as const;
export const Hold = {"not": 0, "undated": 1, "possible": 2, "seen": 3} as const;
export type Hold = (typeof Hold)[keyof typeof Hold];
export const CertaintyStyle = {"solid": 0, "hatched": 1, "hollow": 2, "dashed": 3, "dotted": 4} as const;
export type CertaintyStyle = (typeof CertaintyStyle)[keyof typeof CertaintyStyle];
export const CERTAINTY_STYLE_OF = [[2, 2, 3], [4, 4, 4], [2, 2, 3], [0, 1, 3]] as const;

export interface PageDocuments {
  PayloadDocument: PayloadDocument;
  BasemapData: BasemapData;
  BorderData: BorderData;
  KioskDocument: KioskDocument;
  ShellTimings: ShellTimings;
  SceneRequest: SceneRequest;
  PosterPage: PosterPage;
}
/**
 * The complete document.
 *
 * `title`, `subtitle` and `description` are numbers of texts. `year` is set on the page of a single year. `credits`
 * has the attributions of positions; `version` and `program` are the versions of the data and of the program.
 */
export interface PayloadDocument {
  format: number;
  title: number;
  subtitle: number;
  description: number;
  firstYear: number;
  lastYear: number;
  year: number | null;
  language: string;
  languages: string[];
  licence: Licence;
  credits: string[];
  version: string;
  program: string;
  categories: CategoryTables;
  symbols: SymbolColumns;
  strands: StrandColumns;
  sources: SourceRow[];
  places: PlaceColumns;
  placeNames: PlaceNameColumns;
  toponyms: ToponymColumns;
  states: ToponymColumns;
  people: PersonColumns;
  claims: ClaimColumns;
  dates: DateColumns;
  dateMembers: DateMemberColumns;
  sightings: SightingColumns;
  inferences: InferenceColumns;
  citations: CitationColumns;
  edges: EdgeColumns;
  disagreements: DisagreementRow[];
  polities: PolityColumns;
  texts: string[];
  translations: {
    [k: string]: TranslatedTexts;
  };
}
/**
 * The licence of the data.
 */
export interface Licence {
  title: string;
  path: string;
}
/**
 * The categories of all columns that have categories.
 */
export interface CategoryTables {
  function: CategoryColumns;
  role: CategoryColumns;
  means: CategoryColumns;
  event: CategoryColumns;
  relation: CategoryColumns;
  placeKind: CategoryColumns;
  liaison: CategoryColumns;
  certainty: CategoryColumns;
  disagreement: CategoryColumns;
}
/**
 * The categories of a column, in the order of the descriptor.
 */
export interface CategoryColumns {
  value: string[];
  label: number[];
}
/**
 * How claims are drawn; see `maps.payload.symbology.Symbol`.
 */
export interface SymbolColumns {
  mark: string[];
  colour: string[];
  sizePx: number[];
  precedence: number[];
  layer: string[];
}
/**
 * The main strand, and the other strands that have claims on the page.
 *
 * `title` and `note`, a sentence that describes the strand, are numbers of texts. `fiction` is 1 if all claims rest on
 * fiction, and `shown` is 1 for the strand that the page opens with.
 */
export interface StrandColumns {
  name: string[];
  title: number[];
  note: number[];
  fiction: number[];
  shown: number[];
}
/**
 * A source; `kind` is an index of SOURCE_KINDS.
 */
export interface SourceRow {
  key: string;
  kind: number;
  short: string;
  full: string;
  note: number;
}
/**
 * Places; `vague` is 1 if only a wide area is known.
 */
export interface PlaceColumns {
  id: string[];
  name: number[];
  country: number[];
  kind: number[];
  lon: (number | null)[];
  lat: (number | null)[];
  accuracy_m: (number | null)[];
  vague: number[];
  note: number[];
}
export interface PlaceNameColumns {
  place: number[];
  name: number[];
  language: number[];
  from: number[];
  to: number[];
}
export interface ToponymColumns {
  place: number[];
  from: number[];
  name: number[];
}
/**
 * People.
 */
export interface PersonColumns {
  id: string[];
  name: number[];
  aliases: number[][];
  life: number[];
  identifiers: number[][];
  note: number[];
  cites: number[];
}
/**
 * Claims: stations, posts, journeys, events and ties, in this order.
 *
 * `strand` is a row of the strands. `kind`, `certainty`, `standing` and `rank` are indexes of KINDS, CERTAINTIES,
 * STANDINGS and RANKS; `category` is an index of the categories of its kind. `setAside` is 1 if the author ranks a
 * competing claim first, `contested` is 1 if a disagreement names the claim.
 */
export interface ClaimColumns {
  kind: number[];
  id: string[];
  label: number[];
  category: number[];
  symbol: number[];
  place: number[];
  to: number[];
  via: number[][];
  station: number[];
  stations: number[][];
  person: number[];
  other: number[];
  people: number[][];
  date: number[];
  certainty: number[];
  rank: number[];
  setAside: number[];
  strand: number[];
  standing: number[];
  standingReason: number[];
  contested: number[];
  cites: number[];
  note: number[];
}
/**
 * The distinct times of the claims: the four bounds in days since 1970-01-01, and the stated time in words.
 *
 * The bounds lie within the limits that a source states or that follow from other rows. `inferred` describes the
 * latter in words, and `inferences` names the rows. A set of dates has gaps: the bounds enclose it, and its members
 * are in `dateMembers`.
 * `undated` is 1 if no source gives a date, `doubtful` if the text says "perhaps", `oldStyle` if it has days or months
 * of the Julian calendar, and `allOf` if all members of a set hold, not just one of them.
 */
export interface DateColumns {
  startEarliest: number[];
  startLatest: number[];
  endEarliest: number[];
  endLatest: number[];
  when: number[];
  inferred: number[];
  undated: number[];
  doubtful: number[];
  oldStyle: number[];
  allOf: number[];
}
/**
 * The members of sets of dates.
 */
export interface DateMemberColumns {
  date: number[];
  startEarliest: number[];
  startLatest: number[];
  endEarliest: number[];
  endLatest: number[];
}
/**
 * The dates at which a source sees a claim: it is seen in a period that spans one of them from bound to bound.
 */
export interface SightingColumns {
  date: number[];
  startLatest: number[];
  endEarliest: number[];
}
/**
 * The rows that the limits of a date follow from, by reference, in the order in which its text names them.
 */
export interface InferenceColumns {
  date: number[];
  reference: string[];
}
/**
 * Sources that are cited together, and the locator in each.
 *
 * `through` is the source through which a source was cited, -1 if the source itself was read; `citedAfter` has this in
 * words, with the locator in that work.
 */
export interface CitationColumns {
  source: number[][];
  locator: number[][];
  through: number[][];
  citedAfter: number[][];
}
export interface EdgeColumns {
  claim: number[];
  from: number[];
  to: number[];
  sure: number[];
}
/**
 * Rows that contradict each other, by reference; `strand` is a row of the strands.
 */
export interface DisagreementRow {
  id: string;
  strand: number;
  title: number;
  kind: number;
  refs: string[];
  note: number;
  cites: number;
}
export interface PolityColumns {
  name: number[];
  lon: number[];
  lat: number[];
  from: number[];
  to: number[];
  size: number[];
  seat: number[];
}
/**
 * The texts of another language that differ from the first, by number, and the numbers of missing translations.
 */
export interface TranslatedTexts {
  texts: {
    [k: string]: string;
  };
  lacks: number[];
}
/**
 * The base map in whole kilometres of the projection plane, each point as the difference from the one before.
 */
export interface BasemapData {
  projection: ProjectionParameters;
  clip: number;
  land: number[][];
  landCoarse: number[][];
  graticule: number[][];
  seas: NamedSea[];
}
/**
 * The projection of the plane: its kind, its centre and the radius of the globe.
 */
export interface ProjectionParameters {
  name: "laea";
  lon: number;
  lat: number;
  radiusKm: number;
}
/**
 * The name of a sea, its `names` by language, and the line along which it is written.
 */
export interface NamedSea {
  name: string;
  names: {
    [k: string]: string;
  };
  path: number[];
  size: number;
}
export interface BorderData {
  attribution: string;
  licence: string;
  from: number[];
  to: number[];
  lines: number[][][];
}
/**
 * The document of a kiosk page: its settings and the tour.
 */
export interface KioskDocument {
  format: 1;
  version: string;
  title: string | null;
  logo: string | null;
  languages: string[];
  times: KioskTimes;
  screen: KioskScreen;
  start: KioskStart;
  only: ("contested" | "partisan")[];
  quiet: QuietHours | null;
  access: KioskAccess;
  staff: KioskStaff;
  tour: KioskTourStop[];
}
/**
 * Durations in seconds.
 */
export interface KioskTimes {
  idle_s: number;
  countdown_s: number;
  attract_step_s: number;
  tour_stop_s: number;
}
/**
 * The screen, in its own pixels; `rotation` in degrees.
 */
export interface KioskScreen {
  width_px: number;
  height_px: number;
  target_px: number;
  rotation: 0 | 90 | 180 | 270;
  table: boolean;
}
/**
 * The state of the screen at the start of a visit; `map` is zoom, latitude and longitude.
 *
 * `strand` is the name of a strand. `only` lists the kinds of claims that are shown; if it is empty, all are shown.
 */
export interface KioskStart {
  year: number | null;
  map: MapView | null;
  layers: ("stations" | "heads" | "people" | "couriers" | "raids" | "liaison")[];
  strand: string;
  only: ("contested" | "partisan")[];
}
/**
 * A part of the map: zoom and centre.
 */
export interface MapView {
  zoom: number;
  lat: number;
  lon: number;
}
export interface QuietHours {
  from: string;
  to: string;
}
/**
 * The aids that are on at the start.
 */
export interface KioskAccess {
  high_contrast: boolean;
  large_type: boolean;
}
/**
 * The page for the staff.
 */
export interface KioskStaff {
  code: string | null;
  counters: boolean;
}
/**
 * A stop of the tour; `select` is the reference of the row that it shows.
 */
export interface KioskTourStop {
  id: string;
  year: number;
  view: MapView;
  select: string;
  title: {
    [k: string]: string;
  };
  text: {
    [k: string]: string;
  };
}
/**
 * How often the shell polls, and how long it waits. Tests use shorter times.
 */
export interface ShellTimings {
  tick_ms?: number;
  poll_ms?: number;
  ready_ms?: number;
  ping_ms?: number;
  missed?: number;
  fade_ms?: number;
}
/**
 * A year in a frame; `ratio` is the screen pixels per frame pixel, `uiScale` the scale of type and marks.
 */
export interface SceneRequest {
  year: number;
  language: string;
  style: "light" | "dark";
  strand: string;
  viewport: SceneViewport;
  ratio: number;
  uiScale: number;
}
/**
 * A part of the map: the position of a world point in it is `world * scale - origin`.
 */
export interface SceneViewport {
  scale: number;
  originX: number;
  originY: number;
  width: number;
  height: number;
}
/**
 * The poster of a year as a page; `description` describes in words what it shows.
 */
export interface PosterPage {
  width: number;
  height: number;
  language: string;
  title: string;
  description: string;
  items: (RecordedFill | RecordedStroke | RecordedText | RecordedClip | RecordedSymbol | RecordedMap)[];
}
/**
 * An area.
 */
export interface RecordedFill {
  op: "fill";
  shape: RecordedShape;
  paint: string | RecordedFade;
  opacity: number;
  rule: "nonzero" | "evenodd";
}
/**
 * A path.
 */
export interface RecordedShape {
  data: string;
  x: number;
  y: number;
  scale: number;
}
export interface RecordedFade {
  colour: string;
  from: number[];
  to: number[];
  start: number;
  end: number;
}
/**
 * A line; `width` and `dash` are in units of the shape.
 */
export interface RecordedStroke {
  op: "stroke";
  shape: RecordedShape;
  paint: string | RecordedFade;
  opacity: number;
  width: number;
  dash: number[];
  cap: "butt" | "round";
  join: "miter" | "round" | "bevel";
}
/**
 * A line of text: its baseline starts or is centred at (x, y), and is rotated by `angle` around that point.
 */
export interface RecordedText {
  op: "text";
  text: string;
  font: SceneFont;
  x: number;
  y: number;
  align: "left" | "center";
  angle: number;
  colour: string;
  opacity: number;
  halo: RecordedHalo | null;
}
/**
 * A font in pixels; `spacing` is added after every glyph but the last.
 */
export interface SceneFont {
  family: "serif" | "sans" | "display";
  size: number;
  weight: 400 | 600;
  italic: boolean;
  spacing: number;
  oldStyle: boolean;
}
/**
 * The line around the characters of a text.
 */
export interface RecordedHalo {
  colour: string;
  width: number;
}
/**
 * Items that are drawn only within a shape.
 */
export interface RecordedClip {
  op: "clip";
  shape: RecordedShape;
  rule: "nonzero" | "evenodd";
  items: (RecordedFill | RecordedStroke | RecordedText | RecordedClip | RecordedSymbol | RecordedMap)[];
}
/**
 * A small drawing around (x, y), enlarged by its scale; `title` says what it represents.
 */
export interface RecordedSymbol {
  op: "symbol";
  x: number;
  y: number;
  scale: number;
  title?: string;
  items: (RecordedFill | RecordedStroke | RecordedText | RecordedClip | RecordedSymbol | RecordedMap)[];
}
/**
 * A map on a page: the number of its basemap among those of the poster, and the network in pixels of its frame.
 *
 * If it is not `clipped`, the items that follow cover everything outside the frame.
 */
export interface RecordedMap {
  op: "map";
  basemap: number;
  clipped: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
  items: (RecordedFill | RecordedStroke | RecordedText | RecordedClip | RecordedSymbol | RecordedMap)[];
}
