/** What panels and cards hand over to the sheet or the kiosk panel that shows them. */

import type { Child } from "./dom";

export interface Panel {
  title: string;
  kicker?: string;
  picture?: Node | null;
  content: Child[];
  /** Where the focus goes when a reader has opened the panel; the heading by default. */
  initialFocus?: HTMLElement;
  update?(): void;
}

export type Card = Panel & { kicker: string };
