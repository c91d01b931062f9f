/**
 * The state of the kiosk: what every visitor begins with, and how it changes. Pure functions.
 *
 * The state is the atlas's, without a URL; `KioskUiState` holds what only a kiosk has.
 */

import type { PayloadIndex } from "../data/payload-index";
import { type KioskDocument, MAIN_STRAND } from "../data/payload-schema";
import type { Payload } from "../data/payload-types";
import { layerChange } from "../state/focus-state";
import { defaultState } from "../state/initial-state";
import { LAYERS, type State } from "../state/screen-state";

/** The open panel: none, the card of the selection, the tour, a list, or a source with the panel it was opened from. */
export type OpenPanel =
  | ""
  | "card"
  | "tour"
  | "index"
  | "undated"
  | "show"
  | "legend"
  | "language"
  | { source: number; locator: string; through: number; from: "card" | "tour" };

/** What only a kiosk has, beside the state that it shares with the atlas. */
export interface KioskUiState {
  openPanel: OpenPanel;
  /** The stop of the tour, from 0. */
  tourStop: number;
  playing: "" | "years" | "tour";
  highContrast: boolean;
  largeType: boolean;
  /** Turned to the other side of the table. */
  isRotated: boolean;
  /** The list and the letter that the alphabetical index shows. */
  indexList: "people" | "places";
  indexLetter: string;
}

/** The strand of the settings; the main one where the page has no claim of it. */
function startStrand({ strand }: KioskDocument["start"], { strands }: Payload): string {
  return strands.name.includes(strand) ? strand : MAIN_STRAND;
}

export function initialKioskState({ start, languages }: KioskDocument, payload: Payload): State {
  const [first, last] = payload.period;
  return {
    ...defaultState(payload),
    year: Math.max(first, Math.min(last, start.year ?? first)),
    language: languages[0]!,
    layers: new Set(LAYERS.filter((layer) => start.layers.includes(layer))),
    strand: startStrand(start, payload),
    only: new Set(start.only),
    style: "light",
    singleKeys: "off",
  };
}

export function initialUiState({ access }: KioskDocument): KioskUiState {
  return {
    openPanel: "",
    tourStop: 0,
    playing: "",
    highContrast: access.high_contrast,
    largeType: access.large_type,
    isRotated: false,
    indexList: "people",
    indexLetter: "",
  };
}

/** The kiosk's own state after a change. Another panel than the tour's stops the tour. */
export function uiAfter(before: KioskUiState, part: Partial<KioskUiState>): KioskUiState {
  const leavesTour = part.openPanel !== undefined && part.openPanel !== "tour" && before.playing === "tour";
  return { ...before, ...(leavesTour ? { playing: "" } : {}), ...part };
}

/**
 * A visitor who starts over keeps what they need to read the screen: its rotation, the contrast, the size of the type.
 */
export function uiAfterStartOver(settings: KioskDocument, before: KioskUiState): KioskUiState {
  return {
    ...initialUiState(settings),
    isRotated: before.isRotated,
    highContrast: before.highContrast,
    largeType: before.largeType,
  };
}

/** The change of state that shows a stop of the tour. */
export function stateAtTourStop(
  { start }: KioskDocument,
  stop: KioskDocument["tour"][number],
  index: PayloadIndex,
  layers: State["layers"],
): Partial<State> {
  return {
    year: stop.year,
    select: stop.select,
    // The tour belongs to the strand of the settings, whatever a visitor has left out before: its stop must be on the
    // map.
    strand: startStrand(start, index.payload),
    only: new Set(),
    certainty: "possible",
    ...layerChange(index, index.targetOf(stop.select), layers),
  };
}
