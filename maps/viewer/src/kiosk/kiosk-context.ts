/** What the parts of the kiosk need in addition to the page context of the viewer. */

import type { KioskDocument } from "../data/payload-schema";
import type { Words } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import type { KioskUiState } from "./kiosk-state";

export interface KioskContext extends PageContext {
  readonly settings: KioskDocument;
  readonly kioskWords: Words["kiosk"];
  readonly ui: KioskUiState;
  changeUi(part: Partial<KioskUiState>): void;
  goToTourStop(stop: number): void;
  zoomBy(steps: number): void;
  showWholeMap(): void;
  startOver(): void;
}
