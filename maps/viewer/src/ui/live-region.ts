/** What a screen reader is told without being asked. */

import { el } from "./dom";

const DELAY_MS = 400;

export class LiveRegion {
  readonly element = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
  private timer = 0;

  /** Say what holds when nothing new has come for a moment; an empty text leaves what was said. */
  announceDebounced(text: () => string): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      const announcement = text();
      if (announcement) this.element.textContent = announcement;
    }, DELAY_MS);
  }
}
