/** The state of the screen: everything that determines what is shown. */

import { PAGE_LAYERS as LAYERS, MAIN_STRAND, type MapView, ONLY } from "../data/payload-schema";
import type { Payload } from "../data/payload-types";

export type { MapView };
export { LAYERS, ONLY };
export type LayerName = (typeof LAYERS)[number];
/** Which claims are drawn: certain ones; possible ones too; undated ones too. */
export const CERTAINTIES = ["certain", "possible", "undated"] as const;
export const PANELS = ["find", "list", "network", "compare", "layers", "legend", "language", "about", "share"] as const;
export const VIEW_MODES = ["map", "network"] as const;
export const STYLES = ["light", "dark"] as const;
export const COLUMNS = ["kind", "name", "place", "date", "certainty"] as const;
export type Column = (typeof COLUMNS)[number];
/** The column by which the list is sorted, and whether the order is descending. */
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
   * 1 to 12: only that month of the year is shown. 0: the scale of months is open, and the full year is shown. Null:
   * the scale is closed.
   */
  month: number | null;
  /** The playback speed. */
  speed: (typeof SPEEDS)[number];
  language: string;
  /** The selection: a reference such as `post:mirov-abramov-berlin`, `person:...` or `place:...`, or empty. */
  select: string;
  layers: ReadonlySet<LayerName>;
  certainty: (typeof CERTAINTIES)[number];
  /** The name of the strand that is shown. Only one is shown at a time. */
  strand: string;
  /** The kinds of claims that are shown: contested ones, partisan ones, or either. Empty for all claims. */
  only: ReadonlySet<(typeof ONLY)[number]>;
  /** The reader's readings where they differ from the author's: the id of each disagreement, and a reference. */
  readings: ReadonlyMap<string, string>;
  /** Whether the page shows the map of the year or its network as a graph. */
  viewMode: (typeof VIEW_MODES)[number];
  /** The comparison: another year, "certain" to compare certain with possible claims, or empty for none. */
  compare: string;
  /** The position of the line between the two compared networks, from 0 to 1. */
  swipe: number;
  panel: (typeof PANELS)[number] | "";
  /** Empty to follow the system's preference. */
  style: (typeof STYLES)[number] | "";
  /** The id of the place whose cluster is expanded, or empty. */
  open: string;
  /** The text of the search field. */
  find: string;
  sort: Sorting;
  /** The page of the list that is open, from 1. */
  page: number;
  /** Whether keys without Ctrl or Alt are commands. Users of speech input turn them off. */
  singleKeys: "" | "off";
  /** Null until the view of the map has been set. */
  mapView: MapView | null;
}

/** The fields that only a panel shows. Changing them does not change the map. */
export const PANEL_ONLY_FIELDS: ReadonlySet<keyof State> = new Set(["find", "sort", "page", "singleKeys"]);

/** The default values, used where the hash of a URL has none. */
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

/** The state before a reader chooses anything. Its year is the middle of the period. */
export function initialState(payload: Payload): State {
  const [first, last] = payload.period;
  return { ...defaultState(payload), year: payload.year ?? Math.round((first + last) / 2) };
}
