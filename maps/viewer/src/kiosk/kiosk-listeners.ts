/** The events of the window and the document: size, keys and visibility; and the lockdown of the browser. */

import { blockBrowserActions } from "./browser-lockdown";
import { MAX_TOUCH_MS, type TouchEffect } from "./session-phases";

export interface PageListeners {
  resized(): void;
  /** A key was pressed; only "use" lets it act on the page. */
  keyPressed(): TouchEffect;
  visibilityChanged(): void;
}

export function listenToPage(listeners: PageListeners): void {
  blockBrowserActions(document);
  window.addEventListener("resize", () => listeners.resized());
  let heldMs = -Infinity;
  document.addEventListener(
    "keydown",
    (event) => {
      if (!event.repeat) heldMs = performance.now();
      // As on the screen: a key that is held for so long is not pressed by a hand.
      if (performance.now() - heldMs < MAX_TOUCH_MS && listeners.keyPressed() === "use") return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  document.addEventListener("visibilitychange", () => listeners.visibilityChanged());
}
