/**
 * What the kiosk is doing, from fingers and a clock alone: attract, active, warning, and back to the start.
 *
 * Pure: whoever asks brings the time, in milliseconds of a clock that never jumps back (`performance.now`).
 * The laws: the first touch only wakes; nobody is reset under a finger; a count-down is shown for its whole length and
 * any touch stops it.
 */

export type Phase = "attract" | "active" | "warning";

export interface Times {
  idleMs: number;
  countdownMs: number;
}

/** What a finger's coming means: it wakes or stops the count-down, and does nothing else, or it uses the page. */
export type Touch = "wake" | "stay" | "use";

/** So long without a move, what lies on the screen is no finger. */
export const LONGEST_TOUCH_MS = 600_000;

export class Phases {
  private current: Phase = "attract";
  /** When each finger was last heard of. */
  private readonly fingers = new Map<number, number>();
  /** Fingers whose coming woke the page, or stopped the count-down: they act on nothing until they have left. */
  private readonly spent = new Set<number>();
  private lastMs: number;
  private warnedMs = 0;

  constructor(
    private readonly times: Times,
    nowMs: number,
  ) {
    this.lastMs = nowMs;
  }

  get phase(): Phase {
    return this.current;
  }

  down(finger: number, nowMs: number): Touch {
    const touch = ({ attract: "wake", warning: "stay", active: "use" } as const)[this.current];
    this.current = "active";
    this.fingers.set(finger, nowMs);
    if (touch !== "use") this.spent.add(finger);
    else this.spent.delete(finger);
    this.lastMs = nowMs;
    return touch;
  }

  /** A finger moved; true if it may act. */
  move(finger: number, nowMs: number): boolean {
    if (!this.fingers.has(finger)) return false;
    this.fingers.set(finger, nowMs);
    this.lastMs = nowMs;
    return !this.spent.has(finger);
  }

  /** A finger left; true if it may act. */
  up(finger: number, nowMs: number): boolean {
    if (!this.fingers.delete(finger)) return false;
    this.lastMs = nowMs;
    return !this.spent.delete(finger);
  }

  /** A key, or a voice that presses a button, is as good as a touch. */
  pressed(nowMs: number): Touch {
    const touch = this.down(-1, nowMs);
    this.up(-1, nowMs);
    return touch;
  }

  /** Is a finger on the screen? */
  touched(nowMs: number): boolean {
    for (const [finger, heardMs] of this.fingers) {
      if (nowMs - heardMs < LONGEST_TOUCH_MS) return true;
      this.fingers.delete(finger);
      this.spent.delete(finger);
    }
    return false;
  }

  /** Let time pass; true if everything is to return to the start now. */
  tick(nowMs: number): boolean {
    if (this.current === "attract") return false;
    if (this.touched(nowMs)) {
      this.lastMs = nowMs;
      return false;
    }
    if (this.current === "active" && nowMs - this.lastMs >= this.times.idleMs) {
      // From now, not from when it was due: after a sleep too the visitor sees all of it.
      this.current = "warning";
      this.warnedMs = nowMs;
    } else if (this.current === "warning" && nowMs - this.warnedMs >= this.times.countdownMs) {
      this.current = "attract";
      return true;
    }
    return false;
  }

  /** Whole seconds left of the count-down. */
  secondsLeft(nowMs: number): number {
    return this.current === "warning"
      ? Math.max(0, Math.ceil((this.warnedMs + this.times.countdownMs - nowMs) / 1000))
      : 0;
  }
}
