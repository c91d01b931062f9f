/**
 * The phases of a session: attract, active, warning, and back to the start. They depend only on fingers and a clock.
 *
 * The caller passes the time, in milliseconds of a clock that never jumps back (`performance.now`).
 * These laws hold: the first touch only wakes the page; nothing is reset while a finger is on the screen; a countdown
 * is shown for its full length, and any touch stops it.
 */

import type { KioskTimes } from "../data/payload-schema";

/** The effect of a new touch: it only wakes the page, only stops the countdown, or uses the page. */
export type TouchEffect = "wake" | "stay" | "use";

/** A touch that does not move for this long is not a finger. */
export const MAX_TOUCH_MS = 600_000;

export class SessionPhases {
  phase: "attract" | "active" | "warning" = "attract";
  /** The time when each finger last touched or moved. */
  private readonly fingers = new Map<number, number>();
  /** Fingers that woke the page or stopped the countdown. They have no further effect until they leave the screen. */
  private readonly ignoredFingers = new Set<number>();
  private warningStartMs = 0;

  constructor(
    private readonly times: Pick<KioskTimes, "idle_s" | "countdown_s">,
    private lastTouchMs: number,
  ) {}

  down(finger: number, nowMs: number): TouchEffect {
    const effect = ({ attract: "wake", warning: "stay", active: "use" } as const)[this.phase];
    this.phase = "active";
    this.fingers.set(finger, nowMs);
    if (effect !== "use") this.ignoredFingers.add(finger);
    else this.ignoredFingers.delete(finger);
    this.lastTouchMs = nowMs;
    return effect;
  }

  /** Record that a finger moved; returns whether it may act. */
  move(finger: number, nowMs: number): boolean {
    if (!this.fingers.has(finger)) return false;
    this.fingers.set(finger, nowMs);
    this.lastTouchMs = nowMs;
    return !this.ignoredFingers.has(finger);
  }

  /** Record that a finger left; returns whether it may act. */
  up(finger: number, nowMs: number): boolean {
    if (!this.fingers.delete(finger)) return false;
    this.lastTouchMs = nowMs;
    return !this.ignoredFingers.delete(finger);
  }

  /** Record a key, or a button pressed by a screen reader: it counts as a touch. */
  keyPressed(nowMs: number): TouchEffect {
    const effect = this.down(-1, nowMs);
    this.up(-1, nowMs);
    return effect;
  }

  /** Whether a finger is on the screen. */
  isTouched(nowMs: number): boolean {
    for (const [finger, seenMs] of this.fingers) {
      if (nowMs - seenMs < MAX_TOUCH_MS) return true;
      this.fingers.delete(finger);
      this.ignoredFingers.delete(finger);
    }
    return false;
  }

  /** Advance the clock; returns whether to reset everything now. */
  tick(nowMs: number): boolean {
    if (this.phase === "attract") return false;
    if (this.isTouched(nowMs)) {
      this.lastTouchMs = nowMs;
      return false;
    }
    if (this.phase === "active" && nowMs - this.lastTouchMs >= this.times.idle_s * 1000) {
      // Count from now, not from when it was due, so that the visitor sees all of it even after the machine slept.
      this.phase = "warning";
      this.warningStartMs = nowMs;
    } else if (this.phase === "warning" && nowMs - this.warningStartMs >= this.times.countdown_s * 1000) {
      this.phase = "attract";
      return true;
    }
    return false;
  }

  /** Seconds left of the countdown, rounded up. */
  secondsLeft(nowMs: number): number {
    if (this.phase !== "warning") return 0;
    return Math.max(0, Math.ceil(this.times.countdown_s - (nowMs - this.warningStartMs) / 1000));
  }
}
