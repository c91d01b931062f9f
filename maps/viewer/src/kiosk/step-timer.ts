/** What plays by itself, and when its next step is due: the years while nobody is there, or what a visitor has set going. */

import type { KioskDocument } from "./kiosk-settings";

/** The years for whoever passes by, the years or the tour for a visitor, or nothing. */
export type PlayMode = "attract" | "years" | "tour" | "";

const YEAR_STEP_MS = 1800;

export class StepTimer {
  private lastStepMs = 0;

  constructor(private readonly times: KioskDocument["times"]) {}

  /** Wait for a whole step from now on. */
  restart(nowMs: number): void {
    this.lastStepMs = nowMs;
  }

  /** Is the next step of what plays due? It is asked again and again; where nothing plays, no time passes. */
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
