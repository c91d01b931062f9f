/** The parts of the page around the map, made in its language and put in their places. */

import { countsInWords } from "../i18n/counts-text";
import type { PageContext } from "../page-context";
import { spokenPeriodName } from "../time/period";
import { Timeline } from "../timeline/timeline-control";
import { YearLinks } from "../timeline/year-links";
import { button, el } from "./dom";
import { Heading } from "./heading";
import { LiveRegion } from "./live-region";
import { focusSelector, restoreFocus, SideSheet } from "./side-sheet";
import { Toolbar } from "./toolbar";

/** What the parts can do beside changing the state. */
export interface PageActions {
  zoomBy(steps: number): void;
  showAll(): void;
  isDark(): boolean;
  setPlayingState(playing: boolean): void;
}

export class PageLayout {
  sheet!: SideSheet;
  /** Null on a page of one year. */
  timeline: Timeline | null = null;
  private readonly liveRegion = new LiveRegion();
  private heading!: Heading;
  private toolbar!: Toolbar;
  private timelineBar!: Timeline | YearLinks;
  private focusToRestore: string | null = null;

  constructor(
    private readonly context: PageContext,
    private readonly mapContainer: HTMLElement,
    private readonly actions: PageActions,
  ) {
    this.createParts();
  }

  private createParts(): void {
    const { context, actions } = this;
    const { words } = context;
    this.heading = new Heading(context);
    this.toolbar = new Toolbar(
      context,
      (steps) => actions.zoomBy(steps),
      () => actions.showAll(),
      () => actions.isDark(),
    );
    this.sheet = new SideSheet(context);
    this.timeline =
      context.index.payload.year === null ? new Timeline(context, (playing) => actions.setPlayingState(playing)) : null;
    this.timelineBar = this.timeline ?? new YearLinks(context);
    const skipLink = button({ class: "skip" }, () => {
      context.changeState({ panel: "list" }, true);
      this.sheet.element.querySelector("h2")?.focus();
    }, [words.skip]);
    this.heading.element.prepend(skipLink);
    this.mapContainer.setAttribute("role", "group");
    this.mapContainer.setAttribute("aria-label", words.map);
  }

  /** Put the parts into the document, and `overlays` over the map. */
  mount(...overlays: readonly HTMLElement[]): void {
    const main = el("main", { class: "stage" });
    main.append(this.mapContainer, ...overlays);
    document.body.prepend(
      this.heading.element,
      this.toolbar.element,
      main,
      this.timelineBar.element,
      this.sheet.element,
      this.liveRegion.element,
    );
    document.body.classList.add("liaison");
  }

  /** Make the parts again in another language: each replaces the one before, and `restoreFocus` finds the focus again. */
  rebuild(): void {
    const parts = () => [this.heading, this.toolbar, this.timelineBar, this.sheet];
    const before = parts();
    this.focusToRestore = focusSelector(document.activeElement);
    this.createParts();
    parts().forEach((part, i) => before[i]!.element.replaceWith(part.element));
  }

  update(): void {
    this.heading.update();
    this.toolbar.update();
    this.timelineBar.update();
    if (this.sheet.update()) document.documentElement.dataset.sheet = this.sheet.isOpen ? "open" : "";
  }

  updatePanel(): void {
    this.sheet.update();
  }

  /** After the parts were rebuilt and updated. */
  restoreFocus(): void {
    if (this.focusToRestore) restoreFocus(document.body, this.focusToRestore);
    this.focusToRestore = null;
  }

  /** A slider that has the focus says the year itself. */
  announcePeriod(): void {
    this.liveRegion.announceDebounced(() => {
      const { state, words } = this.context;
      return this.timeline?.sliderHasFocus
        ? ""
        : words.time.value(spokenPeriodName(state, words), countsInWords(this.context));
    });
  }

  closeSheet(): void {
    this.sheet.close();
    if (document.activeElement === document.body)
      this.toolbar.element.querySelector("button")?.focus({ preventScroll: true });
  }
}
