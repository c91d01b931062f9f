/** The state of the screen: everything that is shown. */

import { PAGE_LAYERS as LAYERS, MAIN_STRAND, type MapView, ONLY } from "../data/payload-schema";
import type { Payload } from "../data/payload-types";

export type { MapView };
export { LAYERS, ONLY };
export type LayerName = (typeof LAYERS)[number];
/** What is drawn: what is certain; what is possible, too; what no source dates, too. */
export const CERTAINTIES = ["certain", "possible", "undated"] as const;
export const PANELS = ["find", "list", "network", "compare", "layers", "legend", "language", "about", "share"] as const;
export const VIEW_MODES = ["map", "network"] as const;
export const STYLES = ["light", "dark"] as const;
export const COLUMNS = ["kind", "name", "place", "date", "certainty"] as const;
export type Column = (typeof COLUMNS)[number];
/** By which column the list is sorted, and whether from its end. */
export interface Sorting {
  by: Column;
  down: boolean;
}
export const SPEEDS = [0.5, 1, 2] as const;

export interface State {
  /** The year, or the last of a range. */
  year: number;
  /** The first year of a range; null when one year is shown. */
  from: number | null;
  /**
   * 1 to 12: that month of the year alone. 0: the scale of months is open, all of the year is shown. Null: it is
   * closed.
   */
  month: number | null;
  /** How fast the years play. */
  speed: (typeof SPEEDS)[number];
  language: string;
  /** A reference such as `post:mirov-abramov-berlin`, `person:...`, `place:...`; or empty. */
  select: string;
  layers: ReadonlySet<LayerName>;
  certainty: (typeof CERTAINTIES)[number];
  /** The name of the strand that is shown: one at a time. */
  strand: string;
  /** The claims that are shown, contested ones, partisan ones, or either; empty for all. */
  only: ReadonlySet<(typeof ONLY)[number]>;
  /** The reading that the reader takes of a disagreement, where it is not the author's: its id, and a reference. */
  readings: ReadonlyMap<string, string>;
  /** The map of the year, or its network as a graph. */
  viewMode: (typeof VIEW_MODES)[number];
  /** What the map is compared with: another year, "certain" for the certain beside the possible, or nothing. */
  compare: string;
  /** Where the two networks meet, from 0 to 1. */
  swipe: number;
  panel: (typeof PANELS)[number] | "";
  /** Empty: as the system prefers. */
  style: (typeof STYLES)[number] | "";
  /** The place whose cluster is expanded, by its id; or empty. */
  open: string;
  /** What is searched for. */
  find: string;
  sort: Sorting;
  /** Of a list of many pages, the one that is open, from 1. */
  page: number;
  /** Are keys without Ctrl or Alt taken as commands? Who speaks to the computer turns them off. */
  singleKeys: "" | "off";
  /** Null until the map has been set. */
  mapView: MapView | null;
}

/** What only a panel shows: a change of these leaves the map as it is. */
export const PANEL_ONLY_FIELDS: ReadonlySet<keyof State> = new Set(["find", "sort", "page", "singleKeys"]);

/** The defaults: what the hash of a URL leaves out. */
export function defaultState({ year, period, language, strands }: Payload): State {
  return {
    year: year ?? period[0],
    from: null,
    month: null,
    speed: 1,
    language,
    select: "",
    layers: new Set(LAYERS),
    certainty: "possible",
    strand: strands.name[strands.shown.indexOf(1)] ?? MAIN_STRAND,
    only: new Set(),
    readings: new Map(),
    viewMode: "map",
    compare: "",
    swipe: 0.5,
    panel: "",
    style: "",
    open: "",
    find: "",
    sort: { by: "kind", down: false },
    page: 1,
    singleKeys: "",
    mapView: null,
  };
}

/** Before anything is chosen: the middle of the period. */
export function initialState(payload: Payload): State {
  const [first, last] = payload.period;
  return { ...defaultState(payload), year: payload.year ?? Math.round((first + last) / 2) };
}
