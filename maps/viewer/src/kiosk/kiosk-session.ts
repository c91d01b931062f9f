/**
 * The rhythm of a day on the wall: it waits for somebody, is woken, is used, asks whether anyone is still there, and
 * begins again. One heartbeat, by a clock that never jumps back, drives everything that takes time.
 */

import type { KioskWords } from "../i18n/kiosk-words";
import { el } from "../ui/dom";
import { IdleWarning } from "./idle-warning";
import { clockTime, isQuiet, type KioskDocument } from "./kiosk-settings";
import { SessionPhases, type TouchEffect } from "./session-phases";
import { type PlayMode, StepTimer } from "./step-timer";
import type { TouchGate } from "./touch-screen";

const TICK_MS = 200;

/** What happens in it. */
export interface SessionHost {
  readonly kioskWords: KioskWords;
  /** What a visitor has set going. */
  readonly ui: { readonly playing: "" | "years" | "tour" };
  /** The first touch. */
  sessionStarted(): void;
  /** The count-down has come to its end. */
  sessionEnded(): void;
  /** Another phase. */
  phaseChanged(): void;
  /** The next step of what plays. */
  advance(plays: Exclude<PlayMode, "">): void;
  /** Whatever else wants to be looked after. */
  tick(nowMs: number): void;
}

export class KioskSession {
  readonly warning = new IdleWarning();
  /** The dark page of the quiet hours. */
  readonly quietScreen = el("div", { class: "quiet", hidden: true });
  private readonly phases: SessionPhases;
  private readonly stepTimer: StepTimer;
  private shownPhase = "";

  constructor(
    private readonly settings: KioskDocument,
    private readonly host: SessionHost,
  ) {
    const { idle_s, countdown_s } = settings.times;
    this.phases = new SessionPhases({ idleMs: idle_s * 1000, countdownMs: countdown_s * 1000 }, performance.now());
    this.stepTimer = new StepTimer(settings.times);
  }

  get phase(): SessionPhases["phase"] {
    return this.phases.phase;
  }

  start(): void {
    setInterval(() => this.tick(performance.now()), TICK_MS);
  }

  /** What plays waits for a whole step from now on. */
  restartStep(): void {
    this.stepTimer.restart(performance.now());
  }

  get touchGate(): TouchGate {
    return {
      down: (finger, nowMs) => this.touchHappened(this.phases.down(finger, nowMs)),
      move: (finger, nowMs) => this.phases.move(finger, nowMs),
      up: (finger, nowMs) => this.phases.up(finger, nowMs),
    };
  }

  /** A key is as good as a touch. */
  keyPressed(): TouchEffect {
    return this.touchHappened(this.phases.keyPressed(performance.now()));
  }

  private touchHappened(effect: TouchEffect): TouchEffect {
    if (effect === "wake") this.host.sessionStarted();
    if (effect !== "use") this.showPhase();
    return effect;
  }

  private tick(nowMs: number): void {
    if (this.phases.tick(nowMs)) this.host.sessionEnded();
    this.warning.show(this.phases.secondsLeft(nowMs), this.host.kioskWords);
    if (this.shownPhase !== this.phase) this.showPhase();
    else this.updateQuietScreen();
    const mode = this.playMode;
    if (this.stepTimer.isDue(mode, nowMs) && mode !== "" && !(mode === "attract" && !this.quietScreen.hidden))
      this.host.advance(mode);
    if (!this.phases.isTouched(nowMs)) this.host.tick(nowMs);
  }

  /** Nothing plays while it is asked whether anyone is there: what moves behind a question is missed. */
  private get playMode(): PlayMode {
    if (this.phase === "attract") return "attract";
    return this.phase === "active" ? this.host.ui.playing : "";
  }

  showPhase(): void {
    this.shownPhase = this.phase;
    document.documentElement.dataset.state = this.phase;
    this.updateQuietScreen();
    this.host.phaseChanged();
  }

  /** Dark within the quiet hours, unless somebody is there. They begin and end by the machine's clock, whatever else happens. */
  private updateQuietScreen(): void {
    this.quietScreen.hidden = this.phase !== "attract" || !isQuiet(this.settings.quiet, clockTime(new Date()));
  }
}
