/** The keys that are commands independent of the focus: Escape, "/" to search, space to play. */

export interface ShortcutCommands {
  /** Close what is open; false if nothing is. */
  close: () => boolean;
  openSearch: () => void;
  play: (event: KeyboardEvent) => void;
  /** Whether single keys are commands. People who use speech input turn them off. */
  singleKeysAllowed: () => boolean;
  /** Whether the page has years to play. */
  hasPlayback: () => boolean;
}

const TEXT_FIELDS = "input:not([type=radio], [type=checkbox], [type=range]), select, textarea";
const SPACE_KEY_TARGETS = "button, a, input, select, textarea, summary, [tabindex='0'] pre";

export function listenForShortcuts(commands: ShortcutCommands): void {
  document.addEventListener("keydown", (event) => {
    if (handleKey(event, commands)) event.preventDefault();
  });
}

function handleKey(
  event: KeyboardEvent,
  { close, openSearch, play, singleKeysAllowed, hasPlayback }: ShortcutCommands,
): boolean {
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  if (event.key === "Escape") return close();
  if (!singleKeysAllowed()) return false;
  if (event.key === "/" && !event.ctrlKey && !event.altKey && !event.metaKey && !target.closest(TEXT_FIELDS)) {
    openSearch();
    return true;
  }
  if (event.key === " " && hasPlayback() && !target.closest(SPACE_KEY_TARGETS)) {
    play(event);
    return true;
  }
  return false;
}
