/** The keys that are commands wherever the focus is: Escape, "/" to search, space to play. */

export interface Commands {
  /** Close what is open; false where nothing is. */
  close: () => boolean;
  seek: () => void;
  play: (event: KeyboardEvent) => void;
  /** Are single keys taken as commands? Who speaks to the computer turns them off. */
  allowed: () => boolean;
  /** Does the page have years to play? */
  plays: () => boolean;
}

const WRITTEN_IN = "input:not([type=radio], [type=checkbox], [type=range]), select, textarea";
const TAKES_SPACE = "button, a, input, select, textarea, summary, [tabindex='0'] pre";

export function listenForKeys(commands: Commands): void {
  document.addEventListener("keydown", (event) => {
    if (done(event, commands)) event.preventDefault();
  });
}

function done(event: KeyboardEvent, { close, seek, play, allowed, plays }: Commands): boolean {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (event.key === "Escape") return close();
  if (!allowed()) return false;
  if (event.key === "/" && !event.ctrlKey && !event.altKey && !event.metaKey && !target.closest(WRITTEN_IN)) {
    seek();
    return true;
  }
  if (event.key === " " && plays() && !target.closest(TAKES_SPACE)) {
    play(event);
    return true;
  }
  return false;
}
