/**
 * The timeline along the bottom.
 *
 * It has a chart of the counts of each year above a native slider named "Year". Buttons play, step, set the speed, turn
 * on a range, which has a slider for its first year, and open the months of the year.
 */

import { countParts, countsInWords } from "../i18n/counts-text";
import type { PageContext } from "../page-context";
import { SPEEDS } from "../state/screen-state";
import type { HistoryStep } from "../state/url-history";
import {
  nearestRangeEnd,
  type Period,
  periodAtStart,
  type RangeEnd,
  rangeAround,
  spokenPeriodName,
  steppedPeriod,
  withRangeEnd,
} from "../time/period";
import { Playback } from "../time/playback";
import { el, ICONS, icon, iconButton, setText } from "../ui/dom";
import { CountsWithTray } from "../ui/list-panel";
import { MonthScale, setLabel } from "./month-scale";
import { DatedClaims, type YearCounts, yearCounts } from "./timeline-claims";
import { YearAxis } from "./year-axis";

/** The claims of a larger network are counted after it has been drawn. */
const MAX_CLAIMS_COUNTED_AT_ONCE = 5000;
/** The time for which a year or a month is shown at normal speed. */
const YEAR_MS = 1900;
const MONTH_MS = 1100;

export class Timeline {
  readonly element: HTMLElement;
  /** The slider of the year, or of the last year of a range (`year`), and the slider of its first year (`from`). */
  private readonly sliders: Readonly<Record<RangeEnd, HTMLInputElement>>;
  private readonly controls: Record<"back" | "play" | "forward" | "speed" | "range" | "months", HTMLButtonElement>;
  private readonly axis: YearAxis;
  private readonly months: MonthScale;
  readonly playback: Playback;
  private datedClaims: DatedClaims | null = null;
  private isCountDeferred: boolean;
  private readonly countsLine: CountsWithTray;
  private counts: YearCounts | null = null;
  private countsKey = "";
  private draggedEnd: RangeEnd = "year";

  constructor(
    private readonly context: PageContext,
    private readonly onPlaying: (playing: boolean) => void,
  ) {
    const { words, index } = context;
    const { period } = index.payload;
    this.isCountDeferred = index.size > MAX_CLAIMS_COUNTED_AT_ONCE;
    this.sliders = { from: this.rangeSlider("from", words.time.firstYear), year: this.rangeSlider("year", words.year) };
    const control = (name: string, label: string, path: string, onclick: (event: Event) => void) =>
      iconButton(label, path, onclick, { class: `round ${name}` });
    this.controls = {
      back: control("back", words.back, ICONS.back, () => this.step(-1)),
      play: control("play", words.play, ICONS.play, (event) => this.playback.toggle(event)),
      forward: control("forward", words.forward, ICONS.forward, () => this.step(1)),
      speed: control("speed", "", "", () => this.nextSpeed()),
      range: control("range", words.time.rangeButton, ICONS.range, () => this.switchRange()),
      months: control("months-switch", words.time.monthsButton, ICONS.months, () => this.switchMonths()),
    };
    this.controls.months.setAttribute("aria-controls", "liaison-months");
    const pickYear = (year: number, started: boolean): void => {
      if (started) this.draggedEnd = nearestRangeEnd(context.state, year);
      this.changePeriod(withRangeEnd(context.state, this.draggedEnd, year));
    };
    this.axis = new YearAxis(context, Object.values(this.sliders), pickYear, () => context.changeState({}, true));
    this.months = new MonthScale(context);
    this.countsLine = new CountsWithTray(context);
    this.element = el("section", { class: "timeline", "aria-label": words.timeline }, [
      el("div", { class: "steps" }, Object.values(this.controls)),
      el("div", { class: "track" }, this.countsLine.element, this.axis.element, this.months.element),
    ]);
    // Touching the timeline never moves the map.
    for (const event of ["pointerdown", "touchstart", "mousedown", "wheel"])
      this.element.addEventListener(event, (e) => e.stopPropagation(), { passive: true });
    this.playback = new Playback({
      advance: () => this.advance(1, false),
      hasNext: () => steppedPeriod(context.state, 1, period) !== null,
      rewind: () => context.changeState(periodAtStart(context.state, period)),
      stepMs: () => this.stepMs(),
      onPlayingChange: (playing) => this.playingChanged(playing),
    });
    const { play, speed } = this.controls;
    this.playback.stopOnInteraction([play, speed]);
  }

  private rangeSlider(end: RangeEnd, label: string): HTMLInputElement {
    const { context } = this;
    const [min, max] = context.index.payload.period;
    const input = el("input", { type: "range", min, max, "aria-label": label, class: `end-${end}` });
    // A drag becomes a history entry when it is released. A run of key presses is one entry.
    let isDragged = false;
    const applyValue = () => {
      this.changePeriod(withRangeEnd(context.state, end, Number(input.value)), isDragged ? false : { run: end });
      // The thumb stops at the other end of the range, even if the finger continues.
      this.updateSlider(end);
    };
    input.addEventListener("pointerdown", () => (isDragged = true));
    input.addEventListener("keydown", () => (isDragged = false));
    input.addEventListener("input", applyValue);
    input.addEventListener("change", () => {
      applyValue();
      if (isDragged) context.changeState({}, true);
    });
    return input;
  }

  private updateSlider(end: RangeEnd): void {
    const { state } = this.context;
    this.sliders[end].value = String(state[end] ?? state.year);
  }

  // --- moving ---------------------------------------------------------------------------------------------

  private changePeriod(period: Period, history: HistoryStep = false): void {
    this.playback.stop();
    this.context.changeState(period, history);
  }

  private advance(by: number, history: boolean): boolean {
    const next = steppedPeriod(this.context.state, by, this.context.index.payload.period);
    if (next) this.context.changeState(next, history);
    return next !== null;
  }

  private step(by: number): void {
    this.playback.stop();
    this.advance(by, true);
  }

  /** Whether a slider has the focus. A screen reader then reads its value whenever it moves. */
  get sliderHasFocus(): boolean {
    return Object.values(this.sliders).some((slider) => slider === document.activeElement);
  }

  private switchRange(): void {
    const { state, index } = this.context;
    const period = state.from === null ? rangeAround(state, index.payload.period) : { from: null, year: state.year };
    this.context.changeState(period, true);
  }

  private switchMonths(): void {
    const { month } = this.context.state;
    if (this.controls.months.getAttribute("aria-disabled") === "true") return;
    this.context.changeState(month === null ? { month: 0, from: null } : { month: null }, true);
  }

  // --- playing --------------------------------------------------------------------------------------------

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
    const { play } = this.controls;
    setLabel(play, playing ? words.pause : words.play);
    play.replaceChildren(icon(playing ? ICONS.pause : ICONS.play));
    network.stepMs = playing ? this.stepMs() : 0;
    this.onPlaying(playing);
    if (!playing) this.context.changeState({}, true);
  }

  // --- showing --------------------------------------------------------------------------------------------

  update(): void {
    const { state, words, index } = this.context;
    const { from, year } = state;
    const [first, last] = index.payload.period;
    const isRange = from !== null;
    const counts = countParts(this.context);
    this.element.classList.toggle("ranged", isRange);
    // If the thumbs meet, the one with more room to move is on top.
    this.element.classList.toggle("low", isRange && from - first < last - year);
    this.sliders.from.hidden = !isRange;
    const valueText = words.time.value(spokenPeriodName(state, words), countsInWords(this.context, counts));
    for (const end of ["from", "year"] as const) {
      this.updateSlider(end);
      this.sliders[end].setAttribute("aria-valuetext", valueText);
    }
    this.countsLine.update(counts);
    if (this.isCountDeferred) requestAnimationFrame(() => setTimeout(() => this.updateCounts()));
    else this.updateCounts();
  }

  private updateCounts(): void {
    const { index, state, palette } = this.context;
    const { year, from, strand, only, certainty, readings } = state;
    const [first] = index.payload.period;
    this.isCountDeferred = false;
    this.datedClaims ??= new DatedClaims(index);
    const dated = this.datedClaims.inYear(year, state);
    this.updateControls(dated.length > 0);
    this.months.update(dated);
    const key = `${strand} ${[...only]} ${certainty} ${[...index.outrankedRows(readings)]}`;
    if (this.counts === null || key !== this.countsKey) this.counts = yearCounts(index, state);
    this.countsKey = key;
    this.axis.draw(this.counts, palette, { from: (from ?? year) - first, to: year - first, isRange: from !== null });
  }

  private updateControls(hasDated: boolean): void {
    const { month, from, speed } = this.context.state;
    const { time, back, forward } = this.context.words;
    const { controls } = this;
    const stepLabels = from === null ? [back, forward] : [time.earlier, time.later];
    const [backLabel, forwardLabel] = month ? [time.previousMonth, time.nextMonth] : stepLabels;
    setLabel(controls.back, backLabel!);
    setLabel(controls.forward, forwardLabel!);
    setLabel(controls.speed, time.speed(String(speed)));
    setText(controls.speed, `${speed === 0.5 ? "½" : speed}×`);
    controls.range.setAttribute("aria-pressed", String(from !== null));
    // A year without dated claims has no months to show. An open scale stays open, so that the layout does not jump.
    const hasNoMonths = month === null && !hasDated;
    controls.months.setAttribute("aria-expanded", String(month !== null));
    controls.months.setAttribute("aria-disabled", String(hasNoMonths));
    setLabel(controls.months, hasNoMonths ? time.noMonths : time.monthsButton);
  }
}
