/** What the parts of the kiosk need beside what every part of the viewer does. */

import type { KioskWords } from "../i18n/kiosk-words";
import type { PageContext } from "../page-context";
import type { KioskDocument } from "./kiosk-settings";

/** What lies open: nothing, the card of what is selected, the tour, or a list; of a source, its number, and what it was opened from. */
export type OpenPanel =
  | ""
  | "card"
  | "tour"
  | "index"
  | "show"
  | "legend"
  | "language"
  | { source: number; locator: string; from: "card" | "tour" };

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
  /** Of the index: people or places, and the letter. */
  indexList: "people" | "places";
  indexLetter: string;
}

export interface KioskContext extends PageContext {
  readonly settings: KioskDocument;
  readonly kioskWords: KioskWords;
  readonly ui: KioskUiState;
  changeUi(part: Partial<KioskUiState>): void;
  goToTourStop(stop: number): void;
  zoomBy(steps: number): void;
  showWholeMap(): void;
  startOver(): void;
}
