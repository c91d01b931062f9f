/**
 * The session of a kiosk: it waits for a visitor, is woken, is used, asks whether anyone is still there, and starts
 * again. One tick, by a clock that never jumps back, drives everything that takes time.
 */

import type { KioskDocument } from "../data/payload-schema";
import type { Words } from "../i18n/viewer-words";
import { el } from "../ui/dom";
import { IdleWarning } from "./idle-warning";
import { clockTime, isQuiet } from "./kiosk-settings";
import { SessionPhases, type TouchEffect } from "./session-phases";
import { type PlayMode, StepTimer } from "./step-timer";
import type { TouchGate } from "./touch-screen";

const TICK_MS = 200;

/** What a session calls. */
export interface SessionHost {
  readonly kioskWords: Words["kiosk"];
  /** What a visitor is playing. */
  readonly ui: { readonly playing: "" | "years" | "tour" };
  /** Called at the first touch. */
  sessionStarted(): void;
  /** Called at the end of the count-down. */
  sessionEnded(): void;
  /** Called in a new phase. */
  phaseChanged(): void;
  /** Called when the next step of what plays is due. */
  advance(mode: Exclude<PlayMode, "">): void;
  /** Called at each tick while no finger is on the screen. */
  tick(nowMs: number): void;
}

export class KioskSession {
  readonly warning = new IdleWarning();
  /** The dark screen of the quiet hours. */
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

  /** What plays waits for a full step from now on. */
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

  /** A key counts as a touch. */
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

  /** Nothing plays during the count-down: a visitor would miss what moves behind the question. */
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

  /** Dark within the quiet hours, unless a visitor is there. They begin and end by the machine's clock. */
  private updateQuietScreen(): void {
    this.quietScreen.hidden = this.phase !== "attract" || !isQuiet(this.settings.quiet, clockTime(new Date()));
  }
}
