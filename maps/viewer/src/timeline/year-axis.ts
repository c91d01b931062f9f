/**
 * The axis of the years: the chart, the line with its thumbs below it, and the labels of the years.
 *
 * All of it responds to a mouse or a finger. The thumbs are those of native sliders, which move on their own.
 */

import type { PageContext } from "../page-context";
import type { Palette } from "../scene/palette";
import { el } from "../ui/dom";
import type { YearCounts } from "./timeline-claims";
import { columnX, drawYearChart, nearestYear, type SelectedYears } from "./year-chart";

/** The space that the label of a year needs, in rem: around it, and for each of its characters. */
const LABEL_SPACE_REM = 2.2;
const LABEL_CHARACTER_REM = 0.5;
const ROUND_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

/** The number that historians use for a year: the year -49 is 50 BC, which is round. */
const historicalNumber = (year: number): number => (year > 0 ? year : 1 - year);

/**
 * The years to label on an axis with room for `maxLabels`: the two ends, and the round years between them that are not
 * too close to the ends.
 */
export function labelledYears(first: number, last: number, maxLabels: number): number[] {
  const span = last - first;
  if (span <= 0) return [first];
  const maxSteps = Math.max(1, maxLabels - 1);
  const step = ROUND_STEPS.find((years) => span / years <= maxSteps) ?? 1000 * Math.ceil(span / 1000 / maxSteps);
  const minGap = (0.95 * span) / maxSteps;
  const between = Array.from({ length: span - 1 }, (_, i) => first + 1 + i).filter(
    (year) => historicalNumber(year) % step === 0 && year - first >= minGap && last - year >= minGap,
  );
  return [first, ...between, last];
}

export class YearAxis {
  readonly element: HTMLElement;
  private readonly chart = el("canvas", { class: "chart", "aria-hidden": "true" });
  private readonly ticks = el("div", { class: "ticks", "aria-hidden": "true" });
  private readonly first: number;
  private readonly yearCount: number;
  /** Device pixels per CSS pixel. */
  private ratio = 1;
  private box = { width: 0, height: 0, inset: 0, unit: 1 };
  private requested: { counts: YearCounts; palette: Palette; selected: SelectedYears } | null = null;
  /** The drawing that the canvas shows; null if it cannot be repainted in parts. */
  private painted: typeof this.requested = null;

  /**
   * @param onPick called when a pressed pointer is on a year; `started` if it has just been pressed
   * @param onRelease called when the pointer is released
   */
  constructor(
    private readonly context: PageContext,
    sliders: readonly HTMLElement[],
    private readonly onPick: (year: number, started: boolean) => void,
    private readonly onRelease: () => void,
  ) {
    const [first, last] = context.index.payload.period;
    this.first = first;
    this.yearCount = last - first + 1;
    // A canvas whose context was lost is empty.
    this.chart.addEventListener("contextrestored", () => {
      this.painted = null;
      this.paint();
    });
    this.element = el("div", { class: "scale" }, this.chart, el("div", { class: "sliders" }, sliders), this.ticks);
    new ResizeObserver(() => this.measure()).observe(this.element);
    this.listenToPointer();
  }

  draw(counts: YearCounts, palette: Palette, selected: SelectedYears): void {
    this.requested = { counts, palette, selected };
    this.paint();
  }

  private measure(): void {
    const ratio = window.devicePixelRatio || 1;
    const remPx = ratio * (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
    this.ratio = ratio;
    this.box = {
      width: Math.round(this.element.clientWidth * ratio),
      // If there is little room, the chart is hidden and the years stay.
      height: Math.round(this.chart.clientHeight * ratio),
      // Half of the thumb's width: the distance of the slider's ends from the edge.
      inset: 0.8 * remPx,
      unit: remPx / 16,
    };
    this.painted = null;
    this.writeTicks(remPx);
    this.paint();
  }

  private paint(): void {
    const { box, chart, requested, painted } = this;
    if (!requested || box.width === 0 || box.height === 0) return;
    if (chart.width !== box.width) chart.width = box.width;
    if (chart.height !== box.height) chart.height = box.height;
    const { counts, palette, selected } = requested;
    const previous = painted?.counts === counts && painted.palette === palette ? painted.selected : null;
    const ctx = chart.getContext("2d");
    if (ctx) drawYearChart(ctx, counts, box, palette, selected, previous);
    this.painted = ctx && requested;
  }

  /** Write the labelled years, and a tick for each year between them if there is room. */
  private writeTicks(remPx: number): void {
    const { first, yearCount, ratio, box } = this;
    const { yearText } = this.context.words;
    const last = first + yearCount - 1;
    const characters = Math.max(yearText(first).length, yearText(last).length);
    const labelWidth = remPx * (LABEL_SPACE_REM + LABEL_CHARACTER_REM * characters);
    const labelled = labelledYears(first, last, Math.max(2, Math.floor(box.width / labelWidth)));
    const hasYearTicks = box.width / yearCount > 5 * ratio;
    const years = hasYearTicks ? Array.from({ length: yearCount }, (_, i) => first + i) : labelled;
    const ticks = years.map((year) => {
      const label = labelled.includes(year) && el("span", {}, yearText(year));
      const tick = el("span", { class: label ? "tick long" : "tick" }, label);
      tick.style.left = `${columnX(year - first, yearCount, box) / ratio}px`;
      return tick;
    });
    this.ticks.replaceChildren(...ticks);
  }

  private listenToPointer(): void {
    const { element } = this;
    const pickYear = (event: PointerEvent, started: boolean) => {
      const x = (event.clientX - element.getBoundingClientRect().left) * this.ratio;
      this.onPick(this.first + nearestYear(x, this.yearCount, this.box), started);
    };
    // Only the thumb of a slider takes the pointer (timeline.css).
    const isOnThumb = (event: Event) => event.target instanceof HTMLInputElement;
    element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || isOnThumb(event)) return;
      element.setPointerCapture(event.pointerId);
      pickYear(event, true);
    });
    // A press does not move the focus. This listener is also needed for Chromium's touch adjustment, which considers
    // only elements that listen to the mouse: without it, a touch on the labels of the years went to the button below.
    element.addEventListener("mousedown", (event) => {
      if (!isOnThumb(event)) event.preventDefault();
    });
    element.addEventListener("pointermove", (event) => {
      if (element.hasPointerCapture(event.pointerId)) pickYear(event, false);
    });
    element.addEventListener("lostpointercapture", (event) => {
      if (!isOnThumb(event)) this.onRelease();
    });
  }
}
