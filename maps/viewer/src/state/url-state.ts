/**
 * The form of the state in the hash of the address.
 *
 * Everything that is on the screen is in the URL. Values that are not valid are ignored, one by one.
 */

import { MAIN_STRAND } from "../data/payload-schema";
import {
  CERTAINTIES,
  COLUMNS,
  LAYERS,
  type LayerName,
  type MapView,
  ONLY,
  PANELS,
  type Sorting,
  SPEEDS,
  STYLES,
  type State,
  VIEW_MODES,
} from "./screen-state";

export const MAX_SEARCH_LENGTH = 200;

/** What an address must be checked against. */
export interface StateConstraints {
  period: [number, number];
  languages: readonly string[];
  /** The names of the strands, and of the first that rests on fiction. */
  strands: readonly string[];
  fictionStrand: string | undefined;
  hasReference: (reference: string) => boolean;
  hasPlace: (id: string) => boolean;
  hasReading: (disagreement: string, reference: string) => boolean;
}

const oneOf = <Value extends string>(values: readonly Value[], value: string | null): Value | undefined =>
  values.find((known) => known === value);

function parseMapView(text: string | null): MapView | undefined {
  const parts = (text ?? "").split("/");
  if (parts.length !== 3 || parts.some((part) => part.trim() === "")) return undefined;
  const [zoom, lat, lon] = parts.map(Number) as [number, number, number];
  const isValid = Number.isFinite(zoom) && Math.abs(zoom) <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isValid ? { zoom, lat, lon } : undefined;
}

function readLayers(text: string | null): Set<LayerName> | undefined {
  if (text === null) return undefined;
  const names = text.split(",").filter((name) => name !== "");
  const known = LAYERS.filter((layer) => names.includes(layer));
  return names.length > 0 && known.length === 0 ? undefined : new Set(known);
}

function readCompare(text: string | null, period: [number, number]): string | undefined {
  if (text === null || text === "certain") return text ?? undefined;
  const year = readYear(text, period);
  return year === undefined ? undefined : String(year);
}

function readSwipe(text: string | null): number | undefined {
  return text !== null && /^(0(\.\d{1,3})?|1)$/.test(text) ? Number(text) : undefined;
}

function readYear(text: string | null, [first, last]: [number, number]): number | undefined {
  if (text === null || !/^-?\d{1,6}$/.test(text)) return undefined;
  const year = Number(text);
  return year >= first && year <= last ? year : undefined;
}

/** A range has no months: where an address asks for both, the range stands. */
function readFromAndMonth(
  query: URLSearchParams,
  year: number,
  constraints: StateConstraints,
  defaults: State,
): Pick<State, "from" | "month"> {
  const from =
    readYear(query.get("from"), [constraints.period[0], year]) ??
    (defaults.from !== null && defaults.from <= year ? defaults.from : null);
  const month = /^\d{1,2}$/.test(query.get("month") ?? "") ? Number(query.get("month")) : defaults.month;
  return { from, month: from === null && month !== null && month <= 12 ? month : null };
}

/** `contested,partisan`. Version 0.1 called both of them a world, the disputed one. */
function readOnly(query: URLSearchParams): State["only"] | undefined {
  const names = query.get("only")?.split(",") ?? (query.get("world") === "disputed" ? ONLY : undefined);
  return names && new Set(ONLY.filter((kind) => names.includes(kind)));
}

/** `founding:event:founding-formal,head:post:anna-vienna` */
function readReadings(text: string | null, { hasReading }: StateConstraints): Map<string, string> | undefined {
  if (text === null) return undefined;
  const pairs = text.split(",").map((part): [string, string] => {
    const colon = part.indexOf(":");
    return [part.slice(0, colon), part.slice(colon + 1)];
  });
  return new Map(pairs.filter(([disagreement, reference]) => hasReading(disagreement, reference)));
}

/** The strand, also by the name of the "world" in an address of the first edition. */
function readStrand(query: URLSearchParams, { strands, fictionStrand }: StateConstraints): string | undefined {
  const ofWorlds: Record<string, string | undefined> = {
    record: MAIN_STRAND,
    disputed: MAIN_STRAND,
    fiction: fictionStrand,
  };
  const named = oneOf(strands, query.get("strand"));
  return named ?? oneOf(strands, ofWorlds[query.get("world") ?? ""] ?? null);
}

// Counted in code points: half of one cannot be written into an address.
const parseSearch = (text: string | null): string | undefined =>
  text === null ? undefined : [...text].slice(0, MAX_SEARCH_LENGTH).join("");

function readSorting(text: string | null): Sorting | undefined {
  const down = text?.startsWith("-") ?? false;
  const by = oneOf(COLUMNS, down ? text!.slice(1) : text);
  return by && { by, down };
}

const readPage = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;

/** The state of a hash; what it lacks or has wrong comes from the defaults. */
export function parseHash(hash: string, defaults: State, constraints: StateConstraints): State {
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  const select = query.get("select") ?? "";
  const open = query.get("open") ?? "";
  const year = readYear(query.get("year"), constraints.period) ?? defaults.year;
  return {
    year,
    ...readFromAndMonth(query, year, constraints, defaults),
    speed: SPEEDS.find((speed) => String(speed) === query.get("speed")) ?? defaults.speed,
    language: oneOf(constraints.languages, query.get("lang")) ?? defaults.language,
    select: constraints.hasReference(select) ? select : defaults.select,
    layers: readLayers(query.get("layers")) ?? defaults.layers,
    certainty: oneOf(CERTAINTIES, query.get("certainty")) ?? defaults.certainty,
    strand: readStrand(query, constraints) ?? defaults.strand,
    only: readOnly(query) ?? defaults.only,
    readings: readReadings(query.get("readings"), constraints) ?? defaults.readings,
    viewMode: oneOf(VIEW_MODES, query.get("view")) ?? defaults.viewMode,
    compare: readCompare(query.get("compare"), constraints.period) ?? defaults.compare,
    swipe: readSwipe(query.get("swipe")) ?? defaults.swipe,
    panel: oneOf(PANELS, query.get("panel")) ?? defaults.panel,
    style: oneOf(STYLES, query.get("style")) ?? defaults.style,
    open: constraints.hasPlace(open) ? open : defaults.open,
    find: parseSearch(query.get("find")) ?? defaults.find,
    sort: readSorting(query.get("sort")) ?? defaults.sort,
    page: readPage(query.get("page")) ?? defaults.page,
    singleKeys: query.get("keys") === "off" ? "off" : defaults.singleKeys,
    mapView: parseMapView(query.get("map")) ?? defaults.mapView,
  };
}

const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/** The hash of a state, its parts always in the same order; what is empty is left out. */
export function formatHash(state: State): string {
  const parts: [string, string][] = [
    ["year", String(state.year)],
    ["from", String(state.from ?? "")],
    ["month", String(state.month ?? "")],
    ["speed", state.speed === 1 ? "" : String(state.speed)],
    ["lang", state.language],
    ["select", state.select],
    ["layers", LAYERS.filter((layer) => state.layers.has(layer)).join(",")],
    ["certainty", state.certainty],
    ["strand", state.strand],
    ["only", ONLY.filter((kind) => state.only.has(kind)).join(",")],
    ["readings", [...state.readings].map((pair) => pair.join(":")).join(",")],
    ["view", state.viewMode === "map" ? "" : state.viewMode],
    ["compare", state.compare],
    ["swipe", state.compare === "" || state.swipe === 0.5 ? "" : round(state.swipe, 3)],
    ["panel", state.panel],
    ["style", state.style],
    ["open", state.open],
    ["find", state.find],
    // The order that a list has by default is not written.
    ["sort", state.sort.by === "kind" && !state.sort.down ? "" : `${state.sort.down ? "-" : ""}${state.sort.by}`],
    ["page", state.page > 1 ? String(state.page) : ""],
    ["keys", state.singleKeys],
  ];
  if (state.mapView) {
    const { zoom, lat, lon } = state.mapView;
    parts.push(["map", `${round(zoom, 2)}/${round(lat, 4)}/${round(lon, 4)}`]);
  }
  const encoded = (value: string) =>
    encodeURIComponent(value).replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%2F/g, "/");
  // Without layers the part stays, empty: none is a choice too.
  return `#${parts
    .filter(([name, value]) => value !== "" || name === "layers")
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join("&")}`;
}
