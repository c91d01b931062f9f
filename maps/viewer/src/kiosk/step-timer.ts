/** When the next step of what plays is due: the years while nobody is there, or what a visitor has started. */

import type { KioskDocument } from "../data/payload-schema";

/** The years in attract mode, the years or the tour for a visitor, or nothing. */
export type PlayMode = "attract" | "years" | "tour" | "";

const YEAR_STEP_MS = 1800;

export class StepTimer {
  private lastStepMs = 0;

  constructor(private readonly times: KioskDocument["times"]) {}

  /** Wait for a full step from now on. */
  restart(nowMs: number): void {
    this.lastStepMs = nowMs;
  }

  /** Whether the next step is due. Called at each tick; while nothing plays, the wait does not run. */
  isDue(mode: PlayMode, nowMs: number): boolean {
    if (mode !== "" && nowMs - this.lastStepMs < this.intervalMs(mode)) return false;
    this.lastStepMs = nowMs;
    return mode !== "";
  }

  private intervalMs(mode: Exclude<PlayMode, "">): number {
    switch (mode) {
      case "attract":
        return this.times.attract_step_s * 1000;
      case "tour":
        return this.times.tour_stop_s * 1000;
      case "years":
        return YEAR_STEP_MS;
    }
  }
}
