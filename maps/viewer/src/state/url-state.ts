/**
 * Reads the state from the hash of the URL, and writes it.
 *
 * Everything that is on the screen is in the URL. Each invalid value is ignored on its own.
 */

import type { PayloadIndex } from "../data/payload-index";
import { MAIN_STRAND } from "../data/payload-schema";
import { offeredLanguages } from "../i18n/viewer-words";
import {
  CERTAINTIES,
  COLUMNS,
  LAYERS,
  type MapView,
  ONLY,
  PANELS,
  type Sorting,
  SPEEDS,
  STYLES,
  type State,
  VIEW_MODES,
} from "./screen-state";
import { withSelectionOfStrand } from "./state-change";

export const MAX_SEARCH_LENGTH = 200;

/** Returns the value of a part of the hash, or undefined if it is not valid on the page. */
type Read<Value> = (text: string, index: PayloadIndex) => Value | undefined;

function oneOf<Value extends string | number>(values: readonly Value[], text: string): Value | undefined {
  return values.find((known) => String(known) === text);
}

const readMapView: Read<MapView> = (text) => {
  const parts = text.split("/");
  if (parts.length !== 3 || parts.some((part) => part.trim() === "")) return undefined;
  const [zoom, lat, lon] = parts.map(Number) as [number, number, number];
  const isValid = Number.isFinite(zoom) && Math.abs(zoom) <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isValid ? { zoom, lat, lon } : undefined;
};

/** The values that a text names, in the order of `values`; undefined if it names only unknown ones. */
function subsetOf<Value extends string>(values: readonly Value[], text: string): Set<Value> | undefined {
  const names = text.split(",").filter(Boolean);
  const known = values.filter((value) => names.includes(value));
  return names.length > 0 && known.length === 0 ? undefined : new Set(known);
}

const writtenSubset = <Value>(values: readonly Value[], subset: ReadonlySet<Value>): string =>
  values.filter((value) => subset.has(value)).join();

const readYear: Read<number> = (text, { payload }) => {
  const [first, last] = payload.year === null ? payload.period : [payload.year, payload.year];
  const year = /^-?\d{1,6}$/.test(text) ? Number(text) : NaN;
  return year >= first && year <= last ? year : undefined;
};

const readCompare: Read<string> = (text, index) => (text === "certain" ? text : readYear(text, index)?.toString());

const readLanguage: Read<string> = (text, { payload }) => oneOf(offeredLanguages(payload.languages), text);

/** `founding:event:founding-formal,head:post:anna-vienna` */
const readReadings: Read<State["readings"]> = (text, { payload }) => {
  const pairs = text.split(",").map((part): [string, string] => {
    const colon = part.indexOf(":");
    return [part.slice(0, colon), part.slice(colon + 1)];
  });
  const isKnown = ([disagreement, reference]: [string, string]) =>
    payload.disagreements.some(({ id, refs }) => id === disagreement && refs.includes(reference));
  return new Map(pairs.filter(isKnown));
};

const readSorting: Read<Sorting> = (text) => {
  const down = text.startsWith("-");
  const by = oneOf(COLUMNS, down ? text.slice(1) : text);
  return by && { by, down };
};

const round = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

const writtenMapView = ({ zoom, lat, lon }: MapView) => [round(zoom, 2), round(lat, 4), round(lon, 4)].join("/");

/** The number in a text that matches `form`; otherwise undefined. */
const numberOf = (text: string, form: RegExp): number | undefined => (form.test(text) ? Number(text) : undefined);

/**
 * Each field of the state: its key in the hash, and the functions that read and write it. The hash has the fields in
 * this order. Empty values are not written, and neither are the defaults of some fields.
 */
const FIELDS: {
  [Name in keyof State]: readonly [key: string, read: Read<State[Name]>, write: (state: State) => string];
} = {
  year: ["year", readYear, ({ year }) => String(year)],
  from: ["from", readYear, ({ from }) => String(from ?? "")],
  month: ["month", (text) => numberOf(text, /^\d{1,2}$/), ({ month }) => String(month ?? "")],
  speed: ["speed", (text) => oneOf(SPEEDS, text), ({ speed }) => (speed === 1 ? "" : String(speed))],
  language: ["lang", readLanguage, ({ language }) => language],
  select: ["select", (text, index) => (index.targetOf(text) ? text : undefined), ({ select }) => select],
  layers: ["layers", (text) => subsetOf(LAYERS, text), ({ layers }) => writtenSubset(LAYERS, layers)],
  certainty: ["certainty", (text) => oneOf(CERTAINTIES, text), ({ certainty }) => certainty],
  strand: ["strand", (text, { payload }) => oneOf(payload.strands.name, text), ({ strand }) => strand],
  only: ["only", (text) => subsetOf(ONLY, text), ({ only }) => writtenSubset(ONLY, only)],
  readings: ["readings", readReadings, ({ readings }) => [...readings].map((pair) => pair.join(":")).join()],
  viewMode: ["view", (text) => oneOf(VIEW_MODES, text), ({ viewMode }) => (viewMode === "map" ? "" : viewMode)],
  compare: ["compare", readCompare, ({ compare }) => compare],
  swipe: [
    "swipe",
    (text) => numberOf(text, /^(0(\.\d{1,3})?|1)$/),
    ({ swipe, compare }) => (compare === "" || swipe === 0.5 ? "" : round(swipe, 3)),
  ],
  panel: ["panel", (text) => oneOf(PANELS, text), ({ panel }) => panel],
  style: ["style", (text) => oneOf(STYLES, text), ({ style }) => style],
  open: ["open", (text, index) => (index.targetOf(`place:${text}`) ? text : undefined), ({ open }) => open],
  // The length is counted in code points, because half of a surrogate pair cannot be written to a URL.
  find: ["find", (text) => [...text].slice(0, MAX_SEARCH_LENGTH).join(""), ({ find }) => find],
  sort: ["sort", readSorting, ({ sort: { by, down } }) => (by === "kind" && !down ? "" : `${down ? "-" : ""}${by}`)],
  page: ["page", (text) => numberOf(text, /^[1-9]\d{0,5}$/), ({ page }) => (page > 1 ? String(page) : "")],
  singleKeys: ["keys", (text) => (text === "off" ? text : undefined), ({ singleKeys }) => singleKeys],
  mapView: ["map", readMapView, ({ mapView }) => (mapView ? writtenMapView(mapView) : "")],
};

/**
 * Replace the "world" of a URL from the first edition by the strand. Version 0.1 treated contested and partisan claims
 * as a world of their own, "disputed".
 */
function replaceWorld(query: URLSearchParams, index: PayloadIndex): void {
  const { name: strands } = index.payload.strands;
  const world = query.get("world");
  const strand = world === "fiction" ? strands.find((name) => index.isFiction(name)) : MAIN_STRAND;
  const isKnown = strand !== undefined && ["record", "disputed", "fiction"].includes(world ?? "");
  if (isKnown && !strands.includes(query.get("strand") ?? "")) query.set("strand", strand);
  if (world === "disputed" && !query.has("only")) query.set("only", ONLY.join(","));
}

/** The state of a hash. Missing and invalid values come from the defaults. */
export function parseHash(hash: string, defaults: State, index: PayloadIndex): State {
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  replaceWorld(query, index);
  const state = { ...defaults };
  for (const [name, [key, read]] of Object.entries(FIELDS)) {
    const text = query.get(key);
    const value = text === null ? undefined : read(text, index);
    if (value !== undefined) Object.assign(state, { [name]: value });
  }
  const { year, month } = state;
  state.from = [state.from, defaults.from].find((from) => from !== null && from <= year) ?? null;
  // A range has no months. If a URL has both, the range is used.
  if (state.from !== null || (month !== null && month > 12)) state.month = null;
  return state;
}

/** The hash of a state. Its parts are always in the same order, and empty ones are omitted. */
export function formatHash(state: State): string {
  const encoded = (value: string) =>
    encodeURIComponent(value).replace(/%3A/g, ":").replace(/%2C/g, ",").replace(/%2F/g, "/");
  // The part for the layers is kept even if it is empty, because showing no layers is a choice too.
  return `#${Object.values(FIELDS)
    .map(([key, , write]) => [key, write(state)] as const)
    .filter(([key, text]) => text !== "" || key === "layers")
    .map(([key, text]) => `${key}=${encoded(text)}`)
    .join("&")}`;
}

/** The state of the page's URL. Missing and invalid values come from the defaults. */
export function stateOfAddress(index: PayloadIndex, defaults: State): State {
  const state = parseHash(location.hash, defaults, index);
  const namesStrand = new URLSearchParams(location.hash.replace(/^#/, "")).has("strand");
  const target = index.targetOf(state.select);
  // A URL from the first edition has two worlds, and may select a target that is now in a separate strand. That strand
  // is shown. A fiction strand opens only if the URL names it.
  if (target && !namesStrand && !index.isFiction(state.strand) && !index.fitsStrand(target, state.strand))
    state.strand = index.strandsOfTarget(target).find((name) => !index.isFiction(name)) ?? state.strand;
  return withSelectionOfStrand(index, state);
}
