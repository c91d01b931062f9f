/**
 * The timeline along the foot: a real slider named "Year" under a chart of what each year holds; play, steps and speed;
 * a range with a slider for its first year; and the months of the year.
 */

import { SPEEDS } from "../address";
import { button, el, ICONS, icon, tell } from "../dom";
import type { Context } from "../parts/context";
import { countsInWords, countsOf, tellCounts } from "../parts/heading";
import { type Period, periodSpoken } from "../period";
import { Playback } from "../playback";
import type { Settling } from "../trail";
import { Axis } from "./axis";
import { Calendar } from "./calendar";
import { countYears, type YearCounts } from "./counting";
import { DatedClaims } from "./dated";
import { Months } from "./months";
import { asRange, nearerEnd, rewound, stepped, withEnd } from "./moves";

/** A larger network is shown before its years are counted. */
const COUNTED_AT_ONCE = 5000;
/** How long a year stays at the ordinary speed, and a month. */
const YEAR_MS = 1900;
const MONTH_MS = 1100;

export class Timeline {
  readonly element: HTMLElement;
  /** The year, or the last of a range. */
  readonly slider: HTMLInputElement;
  private readonly firstSlider: HTMLInputElement;
  private readonly controls: Record<"back" | "play" | "forward" | "speed" | "range" | "months", HTMLButtonElement>;
  private readonly axis: Axis;
  private readonly months: Months;
  private readonly playback: Playback;
  private readonly calendar: Calendar;
  private dated: DatedClaims | null = null;
  private waiting: boolean;
  private readonly counted = el("p", { class: "counts" });
  private counts: YearCounts | null = null;
  private countedFor = "";
  private picked: "from" | "year" = "year";

  constructor(
    private readonly context: Context,
    private readonly onPlaying: (playing: boolean) => void,
  ) {
    const { words, index } = context;
    const [first, last] = index.payload.period;
    this.calendar = new Calendar(first, last);
    this.waiting = index.size > COUNTED_AT_ONCE;
    this.slider = this.end("year", words.year);
    this.firstSlider = this.end("from", words.time.firstYear);
    const round = (name: string, label: string, action: (event?: Event) => void, ...children: Node[]) => {
      const made = button({ class: `round ${name}`, "aria-label": label, title: label }, () => {}, ...children);
      made.addEventListener("click", action);
      return made;
    };
    this.controls = {
      back: round("back", words.back, () => this.step(-1), icon(ICONS.back)),
      play: round("play", words.play, (event) => this.toggle(event), icon(ICONS.play)),
      forward: round("forward", words.forward, () => this.step(1), icon(ICONS.forward)),
      speed: round("speed", "", () => this.faster()),
      range: round("range", words.time.rangeButton, () => this.switchRange(), icon(ICONS.range)),
      months: round("months-switch", words.time.monthsButton, () => this.switchMonths(), icon(ICONS.months)),
    };
    this.controls.months.setAttribute("aria-controls", "liaison-months");
    this.axis = new Axis(first, last, [this.firstSlider, this.slider], {
      at: (year, begun) => {
        if (begun) this.picked = nearerEnd(context.state, year);
        this.move(withEnd(context.state, this.picked, year));
      },
      done: () => context.change({}, true),
    });
    this.months = new Months(context);
    this.element = el(
      "section",
      { class: "timeline", "aria-label": words.timeline },
      el("div", { class: "steps" }, ...Object.values(this.controls)),
      el("div", { class: "track" }, this.counted, this.axis.element, this.months.element),
    );
    // A finger on the timeline never moves the map.
    for (const event of ["pointerdown", "touchstart", "mousedown", "wheel"])
      this.element.addEventListener(event, (e) => e.stopPropagation(), { passive: true });
    this.playback = new Playback({
      advance: () => this.advance(1, false),
      more: () => stepped(context.state, 1, index.payload.period) !== null,
      rewind: () => context.change(rewound(context.state, index.payload.period)),
      stopMs: () => this.stopMs(),
      changed: (playing) => this.playingChanged(playing),
    });
    const { play, speed } = this.controls;
    this.playback.stopOnInteraction(
      document,
      (target) => target instanceof Node && (play.contains(target) || speed.contains(target)),
    );
  }

  private end(which: "from" | "year", label: string): HTMLInputElement {
    const { context } = this;
    const [first, last] = context.index.payload.period;
    const input = el("input", {
      type: "range",
      min: first,
      max: last,
      step: 1,
      "aria-label": label,
      class: `end-${which}`,
    });
    // A drag settles when it is let go; presses of a key come one by one, and are one step together.
    let byPointer = false;
    input.addEventListener("pointerdown", () => (byPointer = true));
    input.addEventListener("keydown", () => (byPointer = false));
    const take = () => {
      this.move(withEnd(context.state, which, Number(input.value)), byPointer ? false : { run: which });
      // At the other end of a range the thumb stops, though the finger goes on.
      this.place(input, which);
    };
    input.addEventListener("input", take);
    input.addEventListener("change", () => {
      take();
      if (byPointer) context.change({}, true);
    });
    return input;
  }

  private place(input: HTMLInputElement, which: "from" | "year"): void {
    const value = String(this.context.state[which] ?? this.context.state.year);
    if (input.value !== value) input.value = value;
  }

  // --- moving ---------------------------------------------------------------------------------------------

  private move(period: Period, settle: Settling = false): void {
    this.stop();
    this.context.change(period, settle);
  }

  private advance(by: number, settle: boolean): boolean {
    const next = stepped(this.context.state, by, this.context.index.payload.period);
    if (next) this.context.change(next, settle);
    return next !== null;
  }

  step(by: number): void {
    this.stop();
    this.advance(by, true);
  }

  /** Whether what holds the focus says the year itself whenever it moves. */
  get speaks(): boolean {
    return document.activeElement === this.slider || document.activeElement === this.firstSlider;
  }

  private switchRange(): void {
    const { state, index } = this.context;
    this.context.change(
      state.from === null ? asRange(state, index.payload.period) : { from: null, year: state.year },
      true,
    );
  }

  private switchMonths(): void {
    const { month } = this.context.state;
    if (this.controls.months.getAttribute("aria-disabled") === "true") return;
    this.context.change(month === null ? { month: 0, from: null } : { month: null }, true);
  }

  // --- playing --------------------------------------------------------------------------------------------

  toggle(by?: Event): void {
    this.playback.toggle(by);
  }

  stop(): void {
    this.playback.stop();
  }

  private stopMs(): number {
    const { month, speed } = this.context.state;
    return (month ? MONTH_MS : YEAR_MS) / speed;
  }

  private faster(): void {
    const { speed } = this.context.state;
    this.context.change({ speed: SPEEDS[(SPEEDS.indexOf(speed) + 1) % SPEEDS.length]! });
    this.context.network.stopMs = this.playback.playing ? this.stopMs() : 0;
    this.playback.retime();
  }

  private playingChanged(playing: boolean): void {
    const { words, network } = this.context;
    const label = playing ? words.pause : words.play;
    const { play } = this.controls;
    play.setAttribute("aria-label", label);
    play.title = label;
    play.replaceChildren(icon(playing ? ICONS.pause : ICONS.play));
    network.stopMs = playing ? this.stopMs() : 0;
    this.onPlaying(playing);
    if (!playing) this.context.change({}, true);
  }

  // --- showing --------------------------------------------------------------------------------------------

  update(): void {
    const { state, words } = this.context;
    const { from, year } = state;
    const range = from !== null;
    const counts = countsOf(this.context);
    this.element.classList.toggle("ranged", range);
    this.firstSlider.hidden = !range;
    this.place(this.slider, "year");
    this.place(this.firstSlider, "from");
    // Where both thumbs meet, the one on top is the one that can still move.
    this.element.classList.toggle("low", range && from - this.calendar.first < this.calendar.last - year);
    const spoken = words.time.value(periodSpoken(state, words), countsInWords(this.context, counts));
    for (const slider of [this.slider, this.firstSlider]) slider.setAttribute("aria-valuetext", spoken);
    tellCounts(this.counted, this.context, counts);
    if (this.waiting) requestAnimationFrame(() => setTimeout(() => this.counting()));
    else this.updateCounts();
  }

  private counting(): void {
    this.waiting = false;
    this.updateCounts();
  }

  private updateCounts(): void {
    const { index, state, palette } = this.context;
    this.dated ??= new DatedClaims(index, this.calendar);
    const dated = this.dated.inYear(state.year, state);
    this.updateControls(dated.length > 0);
    this.months.update(dated);
    this.count();
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
    tell(speed, `${state.speed === 0.5 ? "½" : state.speed}×`);
    range.setAttribute("aria-pressed", String(state.from !== null));
    // A year without a dated event has no months to show; where the scale is open it stays, so that nothing jumps.
    const without = state.month === null && !hasDated;
    months.setAttribute("aria-expanded", String(state.month !== null));
    months.setAttribute("aria-disabled", String(without));
    const label = without ? words.time.noMonths : words.time.monthsButton;
    months.setAttribute("aria-label", label);
    months.title = label;
  }

  private count(): void {
    const { index, state } = this.context;
    const key = `${state.world} ${state.certainty} ${[...index.setAside(state.readings)].join()}`;
    if (this.counts && key === this.countedFor) return;
    this.countedFor = key;
    this.counts = countYears(index, state, this.calendar);
  }
}
