/** Blocks what a browser can do and a kiosk must not: menus, selection, page zoom, printing, going back. */

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
] as const;
/**
 * The keys by which the page is used; all others are for the browser or for text fields, which a kiosk does not have.
 */
const ALLOWED_KEYS = new Set([
  "Tab",
  "Enter",
  " ",
  "Escape",
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "PageUp",
  "PageDown",
]);

export function blockBrowserActions(root: Document): void {
  const refuse = (event: Event): void => event.preventDefault();
  for (const type of BLOCKED_EVENTS) root.addEventListener(type, refuse, { capture: true });
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || !ALLOWED_KEYS.has(event.key)) refuse(event);
    },
    { capture: true },
  );
  // Ctrl and the wheel zoom the page; a pinch on a touchpad arrives as the same event.
  root.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey) refuse(event);
    },
    { capture: true, passive: false },
  );
  root.addEventListener(
    "touchmove",
    (event) => {
      if (event.touches.length > 1 && event.cancelable) refuse(event);
    },
    { capture: true, passive: false },
  );
  window.history.replaceState(null, "", location.pathname);
}
