/** "34 undated", beside the counts of the year: a button that opens the list at the tray. */

import { isInTray } from "../data/list-entries";
import { undatedClaims } from "../data/undated-claims";
import type { PageContext } from "../page-context";
import { button, setText } from "./dom";
import { PAGE_SIZE, sortedEntries, TRAY_ID } from "./list-panel";

function openTray(context: PageContext): void {
  const first = sortedEntries(context).findIndex(isInTray);
  context.changeState({ panel: "list", page: 1 + Math.floor(first / PAGE_SIZE) }, true);
  const heading = document.getElementById(TRAY_ID);
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

export class TrayLink {
  readonly element: HTMLButtonElement;

  constructor(private readonly context: PageContext) {
    this.element = button({ class: "link tray-link", "data-key": "tray" }, () => openTray(context));
  }

  update(): void {
    const { index, state, words } = this.context;
    const { length } = undatedClaims(index, state);
    setText(this.element, words.counts.undated(length));
    this.element.hidden = length === 0;
  }
}
