/** What plays by itself, and when its next step is due: the years while nobody is there, or what a visitor has set going. */

import type { KioskDocument } from "./config";

/** The years for whoever passes by, the years or the tour for a visitor, or nothing. */
export type Plays = "attract" | "years" | "tour" | "";

const YEAR_MS = 1800;

export class Playing {
  private steppedMs = 0;

  constructor(private readonly times: KioskDocument["times"]) {}

  /** Wait for a whole step from now on. */
  restart(nowMs: number): void {
    this.steppedMs = nowMs;
  }

  /** Is the next step of what plays due? It is asked again and again; where nothing plays, no time passes. */
  isDue(plays: Plays, nowMs: number): boolean {
    if (plays !== "" && nowMs - this.steppedMs < this.everyMs(plays)) return false;
    this.steppedMs = nowMs;
    return plays !== "";
  }

  private everyMs(plays: Exclude<Plays, "">): number {
    switch (plays) {
      case "attract":
        return this.times.attract_step_s * 1000;
      case "tour":
        return this.times.tour_stop_s * 1000;
      case "years":
        return YEAR_MS;
    }
  }
}
