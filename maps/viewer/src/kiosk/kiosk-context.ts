/** What the parts of the kiosk need in addition to the page context of the viewer. */

import type { KioskDocument } from "../data/payload-schema";
import type { KioskWords } from "../i18n/kiosk-words";
import type { PageContext } from "../page-context";
import type { KioskUiState } from "./kiosk-state";

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
