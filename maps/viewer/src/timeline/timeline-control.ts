/**
 * The timeline along the foot: a real slider named "Year" under a chart of the counts of each year; play, steps and
 * speed; a range with a slider for its first year; and the months of the year.
 */

import { countParts, countsInWords } from "../i18n/counts-text";
import type { PageContext } from "../page-context";
import { SPEEDS } from "../state/screen-state";
import type { HistoryStep } from "../state/url-history";
import { type Period, spokenPeriodName } from "../time/period";
import { Playback } from "../time/playback";
import { button, el, ICONS, icon, setText } from "../ui/dom";
import { updateCountsLine } from "../ui/heading";
import { TrayLink } from "../ui/list-panel";
import { Calendar } from "./calendar";
import { DatedClaims } from "./dated-claims";
import { MonthScale } from "./month-scale";
import { nearestRangeEnd, periodAtStart, rangeAround, steppedPeriod, withRangeEnd } from "./period-steps";
import { YearAxis } from "./year-axis";
import { type YearCounts, yearCounts } from "./year-counts";

/** A larger network is drawn before its years are counted. */
const MAX_CLAIMS_COUNTED_AT_ONCE = 5000;
/** How long a year and a month are shown at the normal speed. */
const YEAR_MS = 1900;
const MONTH_MS = 1100;

export class Timeline {
  readonly element: HTMLElement;
  /** The slider of the year, or of the last year of a range. */
  readonly slider: HTMLInputElement;
  private readonly firstSlider: HTMLInputElement;
  private readonly controls: Record<"back" | "play" | "forward" | "speed" | "range" | "months", HTMLButtonElement>;
  private readonly axis: YearAxis;
  private readonly months: MonthScale;
  private readonly playback: Playback;
  private readonly calendar: Calendar;
  private datedClaims: DatedClaims | null = null;
  private isCountDeferred: boolean;
  private readonly countsLine = el("p", { class: "counts" });
  private readonly trayLink: TrayLink;
  private counts: YearCounts | null = null;
  private countsKey = "";
  private draggedEnd: "from" | "year" = "year";

  constructor(
    private readonly context: PageContext,
    private readonly onPlaying: (playing: boolean) => void,
  ) {
    const { words, index } = context;
    const [first, last] = index.payload.period;
    this.calendar = new Calendar(first, last);
    this.isCountDeferred = index.size > MAX_CLAIMS_COUNTED_AT_ONCE;
    this.slider = this.rangeSlider("year", words.year);
    this.firstSlider = this.rangeSlider("from", words.time.firstYear);
    const roundButton = (name: string, label: string, action: (event?: Event) => void, ...children: Node[]) => {
      const element = button({ class: `round ${name}`, "aria-label": label, title: label }, () => {}, ...children);
      element.addEventListener("click", action);
      return element;
    };
    this.controls = {
      back: roundButton("back", words.back, () => this.step(-1), icon(ICONS.back)),
      play: roundButton("play", words.play, (event) => this.togglePlayback(event), icon(ICONS.play)),
      forward: roundButton("forward", words.forward, () => this.step(1), icon(ICONS.forward)),
      speed: roundButton("speed", "", () => this.nextSpeed()),
      range: roundButton("range", words.time.rangeButton, () => this.switchRange(), icon(ICONS.range)),
      months: roundButton("months-switch", words.time.monthsButton, () => this.switchMonths(), icon(ICONS.months)),
    };
    this.controls.months.setAttribute("aria-controls", "liaison-months");
    this.axis = new YearAxis(first, last, [this.firstSlider, this.slider], words.yearText, {
      yearPicked: (year, started) => {
        if (started) this.draggedEnd = nearestRangeEnd(context.state, year);
        this.changePeriod(withRangeEnd(context.state, this.draggedEnd, year));
      },
      released: () => context.changeState({}, true),
    });
    this.months = new MonthScale(context);
    this.trayLink = new TrayLink(context);
    this.countsLine.append(this.trayLink.element);
    this.element = el(
      "section",
      { class: "timeline", "aria-label": words.timeline },
      el("div", { class: "steps" }, ...Object.values(this.controls)),
      el("div", { class: "track" }, this.countsLine, this.axis.element, this.months.element),
    );
    // A finger on the timeline never moves the map.
    for (const event of ["pointerdown", "touchstart", "mousedown", "wheel"])
      this.element.addEventListener(event, (e) => e.stopPropagation(), { passive: true });
    this.playback = new Playback({
      advance: () => this.advance(1, false),
      hasNext: () => steppedPeriod(context.state, 1, index.payload.period) !== null,
      rewind: () => context.changeState(periodAtStart(context.state, index.payload.period)),
      stepMs: () => this.stepMs(),
      onPlayingChange: (playing) => this.playingChanged(playing),
    });
    const { play, speed } = this.controls;
    this.playback.stopOnInteraction(
      document,
      (target) => target instanceof Node && (play.contains(target) || speed.contains(target)),
    );
  }

  private rangeSlider(end: "from" | "year", label: string): HTMLInputElement {
    const { context } = this;
    const [first, last] = context.index.payload.period;
    const input = el("input", {
      type: "range",
      min: first,
      max: last,
      step: 1,
      "aria-label": label,
      class: `end-${end}`,
    });
    // A drag becomes a history entry when it is released; presses of a key are one entry together.
    let isDragged = false;
    input.addEventListener("pointerdown", () => (isDragged = true));
    input.addEventListener("keydown", () => (isDragged = false));
    const applyValue = () => {
      this.changePeriod(withRangeEnd(context.state, end, Number(input.value)), isDragged ? false : { run: end });
      // At the other end of a range the thumb stops, though the finger goes on.
      this.setSliderValue(input, end);
    };
    input.addEventListener("input", applyValue);
    input.addEventListener("change", () => {
      applyValue();
      if (isDragged) context.changeState({}, true);
    });
    return input;
  }

  private setSliderValue(input: HTMLInputElement, end: "from" | "year"): void {
    const value = String(this.context.state[end] ?? this.context.state.year);
    if (input.value !== value) input.value = value;
  }

  // --- moving ---------------------------------------------------------------------------------------------

  private changePeriod(period: Period, history: HistoryStep = false): void {
    this.stop();
    this.context.changeState(period, history);
  }

  private advance(by: number, history: boolean): boolean {
    const next = steppedPeriod(this.context.state, by, this.context.index.payload.period);
    if (next) this.context.changeState(next, history);
    return next !== null;
  }

  step(by: number): void {
    this.stop();
    this.advance(by, true);
  }

  /** Whether a slider has the focus: a screen reader then reads its value itself whenever it moves. */
  get sliderHasFocus(): boolean {
    return document.activeElement === this.slider || document.activeElement === this.firstSlider;
  }

  private switchRange(): void {
    const { state, index } = this.context;
    this.context.changeState(
      state.from === null ? rangeAround(state, index.payload.period) : { from: null, year: state.year },
      true,
    );
  }

  private switchMonths(): void {
    const { month } = this.context.state;
    if (this.controls.months.getAttribute("aria-disabled") === "true") return;
    this.context.changeState(month === null ? { month: 0, from: null } : { month: null }, true);
  }

  // --- playing --------------------------------------------------------------------------------------------

  togglePlayback(by?: Event): void {
    this.playback.toggle(by);
  }

  stop(): void {
    this.playback.stop();
  }

  private stepMs(): number {
    const { month, speed } = this.context.state;
    return (month ? MONTH_MS : YEAR_MS) / speed;
  }

  private nextSpeed(): void {
    const { speed } = this.context.state;
    this.context.changeState({ speed: SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]! });
    this.context.network.stepMs = this.playback.playing ? this.stepMs() : 0;
    this.playback.updateStepMs();
  }

  private playingChanged(playing: boolean): void {
    const { words, network } = this.context;
    const label = playing ? words.pause : words.play;
    const { play } = this.controls;
    play.setAttribute("aria-label", label);
    play.title = label;
    play.replaceChildren(icon(playing ? ICONS.pause : ICONS.play));
    network.stepMs = playing ? this.stepMs() : 0;
    this.onPlaying(playing);
    if (!playing) this.context.changeState({}, true);
  }

  // --- showing --------------------------------------------------------------------------------------------

  update(): void {
    const { state, words } = this.context;
    const { from, year } = state;
    const isRange = from !== null;
    const counts = countParts(this.context);
    this.element.classList.toggle("ranged", isRange);
    this.firstSlider.hidden = !isRange;
    this.setSliderValue(this.slider, "year");
    this.setSliderValue(this.firstSlider, "from");
    // Where both thumbs meet, the one on top is the one that can still move.
    this.element.classList.toggle("low", isRange && from - this.calendar.first < this.calendar.last - year);
    const valueText = words.time.value(spokenPeriodName(state, words), countsInWords(this.context, counts));
    for (const slider of [this.slider, this.firstSlider]) slider.setAttribute("aria-valuetext", valueText);
    updateCountsLine(this.countsLine, this.context, counts);
    this.trayLink.update();
    if (this.isCountDeferred) requestAnimationFrame(() => setTimeout(() => this.countDeferred()));
    else this.updateCounts();
  }

  private countDeferred(): void {
    this.isCountDeferred = false;
    this.updateCounts();
  }

  private updateCounts(): void {
    const { index, state, palette } = this.context;
    this.datedClaims ??= new DatedClaims(index, this.calendar);
    const dated = this.datedClaims.inYear(state.year, state);
    this.updateControls(dated.length > 0);
    this.months.update(dated);
    this.recountYears();
    const { first } = this.calendar;
    this.axis.draw(this.counts!, palette, {
      from: (state.from ?? state.year) - first,
      to: state.year - first,
      isRange: state.from !== null,
    });
  }

  private updateControls(hasDated: boolean): void {
    const { state, words } = this.context;
    const { back, forward, speed, range, months } = this.controls;
    const [backLabel, forwardLabel] = state.month
      ? [words.time.previousMonth, words.time.nextMonth]
      : state.from !== null
        ? [words.time.earlier, words.time.later]
        : [words.back, words.forward];
    for (const [control, label] of [
      [back, backLabel],
      [forward, forwardLabel],
    ] as const) {
      control.setAttribute("aria-label", label);
      control.title = label;
    }
    const rate = `${state.speed}`;
    speed.setAttribute("aria-label", words.time.speed(rate));
    speed.title = words.time.speed(rate);
    setText(speed, `${state.speed === 0.5 ? "½" : state.speed}×`);
    range.setAttribute("aria-pressed", String(state.from !== null));
    // A year without dated claims has no months to show; an open scale stays open, so that nothing jumps.
    const hasNoMonths = state.month === null && !hasDated;
    months.setAttribute("aria-expanded", String(state.month !== null));
    months.setAttribute("aria-disabled", String(hasNoMonths));
    const label = hasNoMonths ? words.time.noMonths : words.time.monthsButton;
    months.setAttribute("aria-label", label);
    months.title = label;
  }

  private recountYears(): void {
    const { index, state } = this.context;
    const key = `${state.strand} ${[...state.only]} ${state.certainty} ${[...index.outrankedRows(state.readings)].join()}`;
    if (this.counts && key === this.countsKey) return;
    this.countsKey = key;
    this.counts = yearCounts(index, state);
  }
}
