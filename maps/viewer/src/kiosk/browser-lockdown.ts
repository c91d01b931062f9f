/** What a browser can do and a kiosk must not: menus, selection, enlarging, printing, going back. */

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
/** The keys by which the page is used; all others belong to the browser or to a text field, and there is none. */
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
  // Together with Ctrl a wheel enlarges the page; a pad does the same by pinching.
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
