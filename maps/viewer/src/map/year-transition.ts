/** Animates what is new in a year, once: a journey travels, an event pulses; while the years play, each at its time. */

import type { Filter, VisibleFeatures } from "../data/visible-features";
import { claimMonth } from "../time/claim-dates";
import { periodDays } from "../time/period";

const TRANSITION_MS = 900;
/** While the years play: the parts of a stop over which departures are spread, and in which one travels. */
const DEPARTURE_SHARE = 0.5;
const DURATION_SHARE = 0.42;
/** Above this many marks and routes a year changes without animation. */
const MAX_ANIMATED = 600;

export class YearTransition {
  /** Claim row -> when it sets out. */
  private readonly startTimes = new Map<number, number>();
  private durationMs = TRANSITION_MS;

  constructor(private readonly visible: VisibleFeatures) {}

  /** What is shown now; null where it is too much to move. */
  currentRows(): ReadonlySet<number> | null {
    const { marks, journeys } = this.visible;
    return marks.length + journeys.length > MAX_ANIMATED ? null : new Set([...marks, ...journeys]);
  }

  /**
   * Set out with what was not there before. While the years play, a stop lasts `stepMs`, else 0: what is dated then
   * moves in its turn.
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

  /** Where the day or month of a claim lies within what is shown, from 0 to 1; 0 for what has none. */
  private dateShare(row: number, shown: Filter): number {
    const { claims } = this.visible.index.payload;
    if (claimMonth(claims, row) === 0) return 0;
    const [first, last] = periodDays(shown);
    return Math.max(0, Math.min(1, (claims.startEarliest[row]! - first) / Math.max(1, last - first)));
  }

  /** Is anything still on its way? */
  isRunning(): boolean {
    const now = performance.now();
    for (const [row, start] of this.startTimes) if (now - start > this.durationMs) this.startTimes.delete(row);
    return this.startTimes.size > 0;
  }

  /** 0 to 1 while something new waits or is on its way, else 1. */
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
