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
  /** While the years play, how long a stop lasts: what is dated then moves in its turn. Else 0. */
  stepMs = 0;
  private durationMs = TRANSITION_MS;

  constructor(private readonly visible: VisibleFeatures) {}

  private get isTooLarge(): boolean {
    return this.visible.markCount + this.visible.journeyCount > MAX_ANIMATED;
  }

  private *rows(): Iterable<number> {
    for (let i = 0; i < this.visible.markCount; i++) yield this.visible.marks[i]!;
    for (let i = 0; i < this.visible.journeyCount; i++) yield this.visible.journeys[i]!;
  }

  /** What is shown now; null where it is too much to move. */
  currentRows(): ReadonlySet<number> | null {
    return this.isTooLarge ? null : new Set(this.rows());
  }

  /** Set out with what was not there before. */
  start(before: ReadonlySet<number>, shown: Filter): void {
    this.startTimes.clear();
    if (this.isTooLarge) return;
    const now = performance.now();
    const { index } = this.visible;
    this.durationMs = this.stepMs > 0 ? Math.min(TRANSITION_MS, this.stepMs * DURATION_SHARE) : TRANSITION_MS;
    for (const row of this.rows()) {
      if (!before.has(row) && (index.isKind(row, "journey") || index.isKind(row, "event")))
        this.startTimes.set(row, now + this.delayOf(row, shown));
    }
  }

  /** How long what is new waits while the years play: by its day or month within the stop. */
  private delayOf(row: number, shown: Filter): number {
    const { claims } = this.visible.index.payload;
    if (this.stepMs === 0 || claimMonth(claims, row) === 0) return 0;
    const [first, last] = periodDays(shown);
    const share = (claims.startEarliest[row]! - first) / Math.max(1, last - first);
    return Math.max(0, Math.min(1, share)) * DEPARTURE_SHARE * this.stepMs;
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
