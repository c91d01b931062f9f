/** The live region: changes that a screen reader announces by itself. */

import { el } from "./dom";

const DELAY_MS = 400;

export class LiveRegion {
  readonly element = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
  private timer = 0;

  /** Announce a text once no other has come for a moment; an empty text keeps the last one. */
  announceDebounced(text: () => string): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const announcement = text();
      if (announcement) this.element.textContent = announcement;
    }, DELAY_MS);
  }
}
