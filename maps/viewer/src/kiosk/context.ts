/** What the parts of the kiosk need beside what every part of the viewer does. */

import type { Context } from "../parts/context";
import type { KioskWords } from "../words/kiosk";
import type { KioskDocument } from "./config";

/** What lies open: nothing, the card of what is selected, the tour, or a list; of a source, its number, and what it was opened from. */
export type Open =
  | ""
  | "card"
  | "tour"
  | "index"
  | "show"
  | "legend"
  | "language"
  | { source: number; locator: string; from: "card" | "tour" };

/** What only a kiosk has, beside the state that it shares with the atlas. */
export interface Ui {
  open: Open;
  /** The stop of the tour, from 0. */
  stop: number;
  playing: "" | "years" | "tour";
  contrast: boolean;
  large: boolean;
  /** Turned to the other side of the table. */
  turned: boolean;
  /** Of the index: people or places, and the letter. */
  list: "people" | "places";
  letter: string;
}

export interface KioskContext extends Context {
  readonly house: KioskDocument;
  readonly kiosk: KioskWords;
  readonly ui: Ui;
  arrange(part: Partial<Ui>): void;
  goTo(stop: number): void;
  zoomBy(steps: number): void;
  wholeMap(): void;
  startOver(): void;
}
