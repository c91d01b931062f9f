/** The parts of the page around the map, made in its language and put in their places. */

import { countsInWords } from "../i18n/counts-text";
import type { PageContext } from "../page-context";
import { spokenPeriodName } from "../time/period";
import { Timeline } from "../timeline/timeline-control";
import { YearLinks } from "../timeline/year-links";
import { button, el, setAttributes } from "./dom";
import { Heading } from "./heading";
import { focusSelector, restoreFocus, SideSheet } from "./side-sheet";
import { Toolbar } from "./toolbar";

const ANNOUNCE_DELAY_MS = 400;
const root = document.documentElement;

export class PageLayout {
  sheet!: SideSheet;
  /** Null on a page of one year. */
  timeline: Timeline | null = null;
  /** Changes that a screen reader announces by itself. */
  private readonly liveRegion = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
  private announceTimer = 0;
  private toolbar!: Toolbar;
  private parts!: [Heading, Toolbar, Timeline | YearLinks, SideSheet];
  private focusToRestore: string | null = null;

  constructor(
    private readonly context: PageContext,
    private readonly mapContainer: HTMLElement,
    private readonly zoomBy: (steps: number) => void,
    private readonly showAll: () => void,
  ) {
    this.createParts();
  }

  private createParts(): void {
    const { context } = this;
    const { words, index } = context;
    const heading = new Heading(context);
    this.toolbar = new Toolbar(context, this.zoomBy, this.showAll);
    this.sheet = new SideSheet(context);
    const setPlayingState = (playing: boolean) => (root.dataset.state = playing ? "playing" : "ready");
    this.timeline = index.payload.year === null ? new Timeline(context, setPlayingState) : null;
    this.parts = [heading, this.toolbar, this.timeline ?? new YearLinks(context), this.sheet];
    const skip = () => {
      context.changeState({ panel: "list" }, true);
      this.sheet.element.querySelector("h2")?.focus();
    };
    heading.element.prepend(button({ class: "skip" }, skip, words.skip));
    setAttributes(this.mapContainer, { role: "group", "aria-label": words.map });
  }

  /** Put the parts into the document, and `overlays` over the map. */
  mount(...overlays: readonly HTMLElement[]): void {
    const main = el("main", { class: "stage" }, this.mapContainer, overlays);
    const [heading, toolbar, timelineBar, sheet] = this.parts;
    document.body.prepend(heading.element, toolbar.element, main, timelineBar.element, sheet.element, this.liveRegion);
    document.body.classList.add("liaison");
  }

  /** Make the parts again in another language: each replaces the one before, and `restoreFocus` finds the focus again. */
  rebuild(): void {
    const before = this.parts;
    this.focusToRestore = focusSelector(document.activeElement);
    this.createParts();
    this.parts.forEach(({ element }, i) => before[i]!.element.replaceWith(element));
  }

  /** Show the state. */
  update(): void {
    for (const part of this.parts) part.update();
  }

  /** Show what only an open panel shows of the state. */
  updatePanel(): void {
    this.sheet.update();
  }

  /** After the parts were rebuilt and updated. */
  restoreFocus(): void {
    if (this.focusToRestore) restoreFocus(document.body, this.focusToRestore);
    this.focusToRestore = null;
  }

  /** Announce the period once it has not changed for a moment. A slider that has the focus says the year itself. */
  announcePeriod(): void {
    clearTimeout(this.announceTimer);
    this.announceTimer = window.setTimeout(() => {
      const { state, words } = this.context;
      if (!this.timeline?.sliderHasFocus)
        this.liveRegion.textContent = words.time.value(spokenPeriodName(state, words), countsInWords(this.context));
    }, ANNOUNCE_DELAY_MS);
  }

  closeSheet(): void {
    this.sheet.close();
    if (document.activeElement === document.body)
      this.toolbar.element.querySelector("button")?.focus({ preventScroll: true });
  }
}
