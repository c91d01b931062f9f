/** Creates the parts of the page around the map in its language, and lays them out. */

import { countsInWords } from "../i18n/counts-text";
import type { PageContext } from "../page-context";
import { spokenPeriodName } from "../time/period";
import { Timeline } from "../timeline/timeline-control";
import { YearLinks } from "../timeline/year-links";
import { button, el, setAttributes } from "./dom";
import { Heading } from "./heading";
import { focusSelector, SideSheet } from "./side-sheet";
import { Toolbar } from "./toolbar";

const ANNOUNCE_DELAY_MS = 400;
const root = document.documentElement;

export class PageLayout {
  sheet!: SideSheet;
  /** Null on a page of one year. */
  timeline: Timeline | null = null;
  /** The changes that a screen reader announces automatically. */
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

  /** Add the parts to the document, with `overlays` over the map. */
  mount(...overlays: readonly HTMLElement[]): void {
    const main = el("main", { class: "stage" }, this.mapContainer, overlays);
    const [heading, toolbar, timelineBar, sheet] = this.parts;
    document.body.prepend(heading.element, toolbar.element, main, timelineBar.element, sheet.element, this.liveRegion);
    document.body.classList.add("liaison");
  }

  /** Rebuild the parts in another language. Each replaces the previous one; `restoreFocus` then restores the focus. */
  rebuild(): void {
    const before = this.parts;
    this.focusToRestore = focusSelector(document.activeElement);
    this.createParts();
    this.parts.forEach(({ element }, i) => before[i]!.element.replaceWith(element));
  }

  /** Update all parts to the current state. */
  update(): void {
    for (const part of this.parts) part.update();
  }

  /** Update only the sheet, after a change that only an open panel shows. */
  updatePanel(): void {
    this.sheet.update();
  }

  /** Call this after the parts have been rebuilt and updated. */
  restoreFocus(): void {
    if (this.focusToRestore) document.querySelector<HTMLElement>(this.focusToRestore)?.focus({ preventScroll: true });
    this.focusToRestore = null;
  }

  /**
   * Announce the period once it has not changed for a moment. Nothing is announced while a slider has the focus,
   * because a screen reader then reads its value.
   */
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
