/**
 * The state of the kiosk: what every visitor begins with, and what the parts of the page need.
 *
 * The state is the atlas's, without a URL; `KioskUiState` holds what only a kiosk has.
 */

import { type KioskDocument, type KioskTourStop, MAIN_STRAND } from "../data/payload-schema";
import type { Citation, Payload } from "../data/payload-types";
import type { Words } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { defaultState, LAYERS, type State } from "../state/screen-state";
import type { KioskMap } from "./kiosk-map";

/** The open panel: none, the card of the selection, the tour, a list, or a source in full. */
export type OpenPanel = "" | "card" | "tour" | "index" | "undated" | "show" | "legend" | "language" | "source";

/** What only a kiosk has, beside the state that it shares with the atlas. */
export type KioskUiState = ReturnType<typeof initialUiState>;

/** What the parts of the kiosk need in addition to the page context of the viewer. */
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
    /** The citation whose source is shown in full, and the panel it was opened from. */
    citation: null as Citation | null,
    citedIn: "card" as "card" | "tour",
    /** The stop of the tour, from 0. */
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
    // The main strand where the page has no claim of the one in the settings.
    strand: payload.strands.name.includes(start.strand) ? start.strand : MAIN_STRAND,
    only: new Set(start.only),
    style: "light",
    singleKeys: "off",
  };
}

/** A text of the tour in a language, or in the first language that has it, and which one that is. */
export function textInLanguage(texts: KioskTourStop["title"], language: string): { text: string; language: string } {
  const translated = texts[language];
  if (translated !== undefined) return { text: translated, language };
  const [firstLanguage, text] = Object.entries(texts)[0] ?? [language, ""];
  return { text, language: firstLanguage };
}
