/** The events of the page as a whole: its size, keys, visibility and fonts; and what the browser must not do. */

import { clearTextWidths } from "../paint/canvas-text";
import { blockBrowserActions } from "./browser-lockdown";
import { MAX_TOUCH_MS, type TouchEffect } from "./session-phases";

export interface PageListeners {
  resized(): void;
  /** A key was pressed; only "use" lets it act on the page. */
  keyPressed(): TouchEffect;
  visibilityChanged(): void;
  /** Fonts have loaded; the widths measured before are forgotten. */
  fontsLoaded(): void;
}

export function listenToPage(listeners: PageListeners): void {
  blockBrowserActions(document);
  window.addEventListener("resize", () => listeners.resized());
  let heldMs = -Infinity;
  document.addEventListener(
    "keydown",
    (event) => {
      if (!event.repeat) heldMs = performance.now();
      // As on the screen: what rests on a key for so long is no hand.
      if (performance.now() - heldMs < MAX_TOUCH_MS && listeners.keyPressed() === "use") return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  document.addEventListener("visibilitychange", () => listeners.visibilityChanged());
  document.fonts.addEventListener("loadingdone", () => {
    clearTextWidths();
    listeners.fontsLoaded();
  });
}
