/** Blocks browser functions that a kiosk must not offer: menus, selection, page zoom, printing, going back. */

import { MAX_TOUCH_MS, type TouchEffect } from "./session-phases";

const BLOCKED_EVENTS = [
  "contextmenu",
  "selectstart",
  "dragstart",
  "drop",
  "auxclick",
  "dblclick",
  "gesturestart",
  "gesturechange",
  "copy",
  "cut",
  "paste",
];
/** The keys that operate the page. All others are for the browser, or for text fields, which a kiosk does not have. */
const ALLOWED_KEYS = /^(Tab|Enter| |Escape|Arrow(Left|Right|Up|Down)|Home|End|PageUp|PageDown)$/;

/** Block them. `keyPressed` is called for each key that a hand presses; the key acts only if it returns "use". */
export function lockDownBrowser(keyPressed: () => TouchEffect): void {
  const options = { capture: true, passive: false };
  const refuse = (event: Event): void => {
    if (event.cancelable) event.preventDefault();
  };
  for (const type of BLOCKED_EVENTS) document.addEventListener(type, refuse, options);
  let heldMs = -Infinity;
  const filterKey = (event: KeyboardEvent): void => {
    if (!event.repeat) heldMs = performance.now();
    // As with touches: a key that is held for so long is not pressed by a hand.
    const acts = performance.now() - heldMs < MAX_TOUCH_MS && keyPressed() === "use";
    if (!acts) event.stopPropagation();
    if (!acts || event.ctrlKey || event.altKey || event.metaKey || !ALLOWED_KEYS.test(event.key)) refuse(event);
  };
  document.addEventListener("keydown", filterKey, options);
  // Ctrl with the wheel zooms the page. A pinch on a touchpad arrives as the same event.
  document.addEventListener("wheel", (event) => event.ctrlKey && refuse(event), options);
  document.addEventListener("touchmove", (event) => event.touches.length > 1 && refuse(event), options);
  window.history.replaceState(null, "", location.pathname);
}
