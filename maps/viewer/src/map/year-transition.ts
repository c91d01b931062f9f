/**
 * Animates the new features of a year once: a journey travels, an event pulses. While the years play, each starts at
 * its own date.
 */

import type { Filter, VisibleFeatures } from "../data/visible-features";
import { claimMonth } from "../time/claim-dates";
import { periodDays } from "../time/period";

const TRANSITION_MS = 900;
/** While the years play, the share of a stop over which departures are spread, and the share that one journey takes. */
const DEPARTURE_SHARE = 0.5;
const DURATION_SHARE = 0.42;
/** Above this many marks and routes a year changes without animation. */
const MAX_ANIMATED = 600;

export class YearTransition {
  /** Claim row -> time at which it starts. */
  private readonly startTimes = new Map<number, number>();
  private durationMs = TRANSITION_MS;

  constructor(private readonly visible: VisibleFeatures) {}

  /** The marks and journeys shown now; null if there are too many to animate. */
  currentRows(): ReadonlySet<number> | null {
    const { marks, journeys } = this.visible;
    return marks.length + journeys.length > MAX_ANIMATED ? null : new Set([...marks, ...journeys]);
  }

  /**
   * Animate the features that were not shown before. `stepMs` is the duration of a stop while the years play, else 0;
   * during playback features start in order of their dates.
   */
  start(before: ReadonlySet<number>, shown: Filter, stepMs: number): void {
    const { index } = this.visible;
    const now = performance.now();
    this.startTimes.clear();
    this.durationMs = stepMs > 0 ? Math.min(TRANSITION_MS, stepMs * DURATION_SHARE) : TRANSITION_MS;
    for (const row of this.currentRows() ?? []) {
      if (!before.has(row) && (index.isKind(row, "journey") || index.isKind(row, "event")))
        this.startTimes.set(row, now + stepMs * DEPARTURE_SHARE * this.dateShare(row, shown));
    }
  }

  /** The position of a claim's day or month within the period shown, from 0 to 1; 0 for a claim without one. */
  private dateShare(row: number, shown: Filter): number {
    const { claims } = this.visible.index.payload;
    if (claimMonth(claims, row) === 0) return 0;
    const [first, last] = periodDays(shown);
    return Math.max(0, Math.min(1, (claims.startEarliest[row]! - first) / Math.max(1, last - first)));
  }

  /** Whether any animation is still waiting or running. */
  isRunning(): boolean {
    const now = performance.now();
    for (const [row, start] of this.startTimes) if (now - start > this.durationMs) this.startTimes.delete(row);
    return this.startTimes.size > 0;
  }

  /** The progress of a feature: 0 to 1 while it waits or is animated, else 1. */
  progress(row: number): number {
    const start = this.startTimes.get(row);
    if (start === undefined) return 1;
    const t = Math.max(0, Math.min(1, (performance.now() - start) / this.durationMs));
    return 1 - (1 - t) ** 3;
  }

  clear(): void {
    this.startTimes.clear();
  }
}
