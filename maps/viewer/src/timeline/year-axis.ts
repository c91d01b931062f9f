/**
 * The axis of the years: the chart, under it the line with its thumbs, and the labels of the years.
 *
 * All of it follows a mouse or a finger, except for the thumbs, which are real sliders and move by themselves.
 */

import type { Palette } from "../scene/palette";
import { el } from "../ui/dom";
import { labelledYears } from "./axis-ticks";
import { columnX, drawYearChart, nearestYear, type SelectedYears } from "./year-chart";
import type { YearCounts } from "./year-counts";

/** Room that the label of a year needs, in rem: around it, and for each of its characters. */
const LABEL_SPACE_REM = 2.2;
const LABEL_CHARACTER_REM = 0.5;

export interface AxisEvents {
  /** A finger or a mouse is on a year; `started`: it has just been pressed. */
  yearPicked(year: number, started: boolean): void;
  /** It has been lifted. */
  released(): void;
}

export class YearAxis {
  readonly element: HTMLElement;
  private readonly chart = el("canvas", { class: "chart", "aria-hidden": "true" });
  private readonly ticks = el("div", { class: "ticks", "aria-hidden": "true" });
  private size = { width: 0, height: 0, ratio: 1, rem: 16 };
  private requested: { counts: YearCounts; palette: Palette; chosen: SelectedYears } | null = null;
  /** What the canvas shows, if it can be repainted in parts. */
  private painted: typeof this.requested = null;

  constructor(
    private readonly first: number,
    private readonly last: number,
    sliders: readonly HTMLElement[],
    private readonly yearText: (year: number) => string,
    private readonly events: AxisEvents,
  ) {
    this.element = el("div", { class: "scale" }, this.chart, el("div", { class: "sliders" }, ...sliders), this.ticks);
    new ResizeObserver(() => this.measure()).observe(this.element);
    // A canvas that lost its context is empty.
    this.chart.addEventListener("contextrestored", () => {
      this.painted = null;
      this.paint();
    });
    this.listenToPointer();
  }

  /** Half of the thumb's width: the slider's ends are that far from the edge. */
  private get inset(): number {
    return 0.8 * this.size.rem * this.size.ratio;
  }

  draw(counts: YearCounts, palette: Palette, chosen: SelectedYears): void {
    this.requested = { counts, palette, chosen };
    this.paint();
  }

  private measure(): void {
    // With little room the chart is left out, and the years stay.
    const { clientWidth: width } = this.element,
      { clientHeight: height } = this.chart;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    this.painted = null;
    this.size = { width, height, ratio: window.devicePixelRatio || 1, rem };
    this.writeTicks();
    this.paint();
  }

  private chartBox(): { width: number; height: number; inset: number; unit: number } {
    const { width, height, ratio, rem } = this.size;
    return {
      width: Math.round(width * ratio),
      height: Math.round(height * ratio),
      inset: this.inset,
      unit: (ratio * rem) / 16,
    };
  }

  private paint(): void {
    const box = this.chartBox();
    if (!this.requested || box.width === 0 || box.height === 0) return;
    if (this.chart.width !== box.width) this.chart.width = box.width;
    if (this.chart.height !== box.height) this.chart.height = box.height;
    const ctx = this.chart.getContext("2d");
    const { counts, palette, chosen } = this.requested;
    const isSameChart = this.painted?.counts === counts && this.painted.palette === palette;
    if (ctx) drawYearChart(ctx, counts, box, palette, chosen, isSameChart ? this.painted!.chosen : null);
    this.painted = ctx && this.requested;
  }

  /** The labelled years; between them a tick for each year if there is room. */
  private writeTicks(): void {
    const { width, rem, ratio } = this.size;
    const { first, last } = this;
    const years = last - first + 1;
    const box = { width, inset: this.inset / ratio };
    const characters = Math.max(this.yearText(first).length, this.yearText(last).length);
    const labelWidth = rem * (LABEL_SPACE_REM + LABEL_CHARACTER_REM * characters);
    const labelled = new Set(labelledYears(first, last, Math.max(2, Math.floor(width / labelWidth))));
    const ticks: HTMLElement[] = [];
    const hasYearTicks = width / years > 5;
    for (let year = first; year <= last; year += 1) {
      if (!hasYearTicks && !labelled.has(year)) continue;
      const tick = el(
        "span",
        { class: labelled.has(year) ? "tick long" : "tick" },
        labelled.has(year) && el("span", {}, this.yearText(year)),
      );
      tick.style.left = `${columnX(year - first, years, box)}px`;
      ticks.push(tick);
    }
    this.ticks.replaceChildren(...ticks);
  }

  private listenToPointer(): void {
    const { element, events } = this;
    const pickYear = (event: PointerEvent, started: boolean) => {
      const { width } = this.size;
      const x = event.clientX - element.getBoundingClientRect().left;
      events.yearPicked(
        this.first + nearestYear(x, this.last - this.first + 1, { width, inset: this.inset / this.size.ratio }),
        started,
      );
    };
    // Only the thumb of a slider takes the pointer (timeline.css).
    const isOnThumb = (event: Event) => event.target instanceof HTMLInputElement;
    element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || isOnThumb(event)) return;
      element.setPointerCapture(event.pointerId);
      pickYear(event, true);
    });
    // A press leaves the focus where it is. Chromium's touch adjustment, too, considers only elements that listen to
    // the mouse: without this a touch on the labels of the years went to the button under them.
    element.addEventListener("mousedown", (event) => {
      if (!isOnThumb(event)) event.preventDefault();
    });
    element.addEventListener("pointermove", (event) => {
      if (element.hasPointerCapture(event.pointerId)) pickYear(event, false);
    });
    element.addEventListener("lostpointercapture", (event) => {
      if (!isOnThumb(event)) events.released();
    });
  }
}
