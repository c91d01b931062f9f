/**
 * The session of a kiosk: it waits for a visitor, wakes up, is used, asks whether anyone is still there, and starts
 * again. One tick drives everything that takes time, by a clock that never jumps back.
 */

import type { KioskDocument, KioskTimes } from "../data/payload-schema";
import { el } from "../ui/dom";
import type { KioskContext } from "./kiosk-state";
import { SessionPhases, type TouchEffect } from "./session-phases";

const TICK_MS = 200;
const YEAR_STEP_MS = 1800;

/** The sequence that plays: the years in attract mode, or the years or the tour for a visitor. */
export type PlayMode = "attract" | "years" | "tour";

/** The methods that a session calls. */
export interface SessionHost extends KioskContext {
  /** Called at the first touch. */
  sessionStarted(): void;
  /** Called at the end of the countdown. */
  sessionEnded(): void;
  /** Called when a new phase begins. */
  phaseChanged(): void;
  /** Called when the next step of the sequence that plays is due. */
  advance(mode: PlayMode): void;
  /** Called at each tick while no finger is on the screen. */
  tick(nowMs: number): void;
}

/** Decides when the next step of the sequence that plays is due. */
export class StepTimer {
  /** The time from which the wait for the next step counts. */
  lastStepMs = 0;
  private readonly intervalsMs: Readonly<Record<PlayMode, number>>;

  constructor({ attract_step_s, tour_stop_s }: KioskTimes) {
    this.intervalsMs = { attract: attract_step_s * 1000, tour: tour_stop_s * 1000, years: YEAR_STEP_MS };
  }

  /** Whether the next step is due. Called at each tick; while nothing plays, each tick restarts the wait. */
  isDue(mode: PlayMode | "", nowMs: number): mode is PlayMode {
    if (mode !== "" && nowMs - this.lastStepMs < this.intervalsMs[mode]) return false;
    this.lastStepMs = nowMs;
    return mode !== "";
  }
}

/** Whether a time of day, such as "08:30", is within the quiet hours. They may extend past midnight. */
export function isQuiet(quietHours: KioskDocument["quiet"], clock: string): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

export class KioskSession extends SessionPhases {
  /** The countdown to the reset, in the visitor's language. Any touch stops it. */
  readonly warning = el("section", { class: "warning", role: "alertdialog", hidden: true });
  /** The dark screen of the quiet hours. */
  readonly quietScreen = el("div", { class: "quiet", hidden: true });
  private readonly stepTimer: StepTimer;
  private shownPhase = "";
  private shownSeconds = -1;

  constructor(private readonly host: SessionHost) {
    super(host.settings.times, performance.now());
    this.stepTimer = new StepTimer(host.settings.times);
  }

  start(): void {
    setInterval(() => this.beat(performance.now()), TICK_MS);
  }

  /** Restart the wait for the next step. */
  restartStep(): void {
    this.stepTimer.lastStepMs = performance.now();
  }

  override down(finger: number, nowMs: number): TouchEffect {
    const effect = super.down(finger, nowMs);
    if (effect === "wake") this.host.sessionStarted();
    if (effect !== "use") this.showPhase();
    return effect;
  }

  private beat(nowMs: number): void {
    if (this.tick(nowMs)) this.host.sessionEnded();
    this.showWarning(this.secondsLeft(nowMs));
    if (this.shownPhase !== this.phase) this.showPhase();
    else this.updateQuietScreen();
    // Nothing plays during the countdown, because a visitor would miss what moves behind the question.
    const modes = { attract: "attract", active: this.host.ui.playing, warning: "" } as const;
    const mode = modes[this.phase];
    if (this.stepTimer.isDue(mode, nowMs) && !(mode === "attract" && !this.quietScreen.hidden)) this.host.advance(mode);
    if (!this.isTouched(nowMs)) this.host.tick(nowMs);
  }

  showPhase(): void {
    this.shownPhase = this.phase;
    document.documentElement.dataset.state = this.phase;
    this.updateQuietScreen();
    this.host.phaseChanged();
  }

  private showWarning(secondsLeft: number): void {
    this.warning.hidden = secondsLeft === 0;
    if (secondsLeft === this.shownSeconds) return;
    this.shownSeconds = secondsLeft;
    const { stillThere, backIn, touchToStay } = this.host.kioskWords;
    this.warning.setAttribute("aria-label", stillThere);
    const lines = el("div", { class: "lines" }, [
      el("h2", {}, stillThere),
      el("p", { class: "seconds", "aria-hidden": "true" }, String(secondsLeft)),
      el("p", {}, backIn(secondsLeft)),
      el("p", { class: "call" }, touchToStay),
    ]);
    this.warning.replaceChildren(lines);
  }

  /** Darken the screen in the quiet hours, unless a visitor is there. The hours follow the machine's clock. */
  private updateQuietScreen(): void {
    const clock = new Date().toTimeString().slice(0, 5);
    this.quietScreen.hidden = this.phase !== "attract" || !isQuiet(this.host.settings.quiet, clock);
  }
}
