/**
 * The state of the kiosk: the initial state for every visitor, and the context that the parts of the page need.
 *
 * The state is that of the atlas, without a URL. `KioskUiState` adds the fields that only a kiosk has.
 */

import { type KioskDocument, type KioskTourStop, MAIN_STRAND } from "../data/payload-schema";
import type { Citation, Payload } from "../data/payload-types";
import type { Words } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { defaultState, LAYERS, type State } from "../state/screen-state";
import type { KioskMap } from "./kiosk-map";

/** The open panel: none, the card of the selection, the tour, a list, or a source in full. */
export type OpenPanel = "" | "card" | "tour" | "index" | "undated" | "show" | "legend" | "language" | "source";

/** The fields that only a kiosk has, in addition to the state that it shares with the atlas. */
export type KioskUiState = ReturnType<typeof initialUiState>;

/** The page context of the viewer, with the fields that the parts of the kiosk need in addition. */
export interface KioskContext extends PageContext {
  readonly settings: KioskDocument;
  readonly kioskWords: Words["kiosk"];
  readonly kioskMap: KioskMap;
  readonly ui: KioskUiState;
  changeUi(part: Partial<KioskUiState>): void;
  goToTourStop(stop: number): void;
  startOver(): void;
}

export function initialUiState({ access }: KioskDocument) {
  return {
    openPanel: "" as OpenPanel,
    /** The citation whose full source is shown, and the panel that it was opened from. */
    citation: null as Citation | null,
    citedIn: "card" as "card" | "tour",
    /** The stop of the tour, counted from 0. */
    tourStop: 0,
    playing: "" as "" | "years" | "tour",
    highContrast: access.high_contrast,
    largeType: access.large_type,
    /** Turned to the other side of the table. */
    isRotated: false,
    /** The list and the letter that the alphabetical index shows. */
    indexList: "people" as "people" | "places",
    indexLetter: "",
  };
}

export function initialKioskState({ start, languages }: KioskDocument, payload: Payload): State {
  const [first, last] = payload.period;
  return {
    ...defaultState(payload),
    year: Math.max(first, Math.min(last, start.year ?? first)),
    language: languages[0]!,
    layers: new Set(LAYERS.filter((layer) => start.layers.includes(layer))),
    // Use the main strand if the page has no claim of the strand in the settings.
    strand: payload.strands.name.includes(start.strand) ? start.strand : MAIN_STRAND,
    only: new Set(start.only),
    style: "light",
    singleKeys: "off",
  };
}

/** A text of the tour in a language, else in the first language that has it, with the language used. */
export function textInLanguage(texts: KioskTourStop["title"], language: string): { text: string; language: string } {
  const translated = texts[language];
  if (translated !== undefined) return { text: translated, language };
  const [firstLanguage, text] = Object.entries(texts)[0] ?? [language, ""];
  return { text, language: firstLanguage };
}
