/** What is new in a year travels once, if it is a journey, and rings once, if it strikes; in a stop of playing each at its time. */

import { daysOf } from "./period";
import { monthOf } from "./time";
import type { Filter, YearNet } from "./year-net";

const TRAVEL_MS = 900;
/** While the years play: the parts of a stop over which departures are spread, and in which one travels. */
const SPREAD = 0.5;
const JOURNEY = 0.42;
/** Above this many marks and ways a year changes without travel: the picture is the message. */
const MOST_MOVING = 600;

export class Travel {
  /** Claim row -> when it sets out. */
  private readonly started = new Map<number, number>();
  /** While the years play, how long a stop lasts: what is dated then moves in its turn. Else 0. */
  stopMs = 0;
  private lastsMs = TRAVEL_MS;

  constructor(private readonly net: YearNet) {}

  private get tooMany(): boolean {
    return this.net.markCount + this.net.journeyCount > MOST_MOVING;
  }

  private *rows(): Iterable<number> {
    for (let i = 0; i < this.net.markCount; i++) yield this.net.marks[i]!;
    for (let i = 0; i < this.net.journeyCount; i++) yield this.net.journeys[i]!;
  }

  /** What is shown now; null where it is too much to move. */
  before(): ReadonlySet<number> | null {
    return this.tooMany ? null : new Set(this.rows());
  }

  /** Set out with what was not there before. */
  begin(before: ReadonlySet<number>, shown: Filter): void {
    this.started.clear();
    if (this.tooMany) return;
    const now = performance.now();
    const { index } = this.net;
    this.lastsMs = this.stopMs > 0 ? Math.min(TRAVEL_MS, this.stopMs * JOURNEY) : TRAVEL_MS;
    for (const row of this.rows()) {
      if (!before.has(row) && (index.isKind(row, "journey") || index.isKind(row, "event")))
        this.started.set(row, now + this.delayOf(row, shown));
    }
  }

  /** How long what is new waits while the years play: by its day or month within the stop. */
  private delayOf(row: number, shown: Filter): number {
    const { claims } = this.net.index.payload;
    if (this.stopMs === 0 || monthOf(claims, row) === 0) return 0;
    const [first, last] = daysOf(shown);
    const share = (claims.startEarliest[row]! - first) / Math.max(1, last - first);
    return Math.max(0, Math.min(1, share)) * SPREAD * this.stopMs;
  }

  /** Is anything still on its way? */
  goesOn(): boolean {
    const now = performance.now();
    for (const [row, start] of this.started) if (now - start > this.lastsMs) this.started.delete(row);
    return this.started.size > 0;
  }

  /** 0 to 1 while something new waits or is on its way, else 1. */
  progress(row: number): number {
    const start = this.started.get(row);
    if (start === undefined) return 1;
    const t = Math.max(0, Math.min(1, (performance.now() - start) / this.lastsMs));
    return 1 - (1 - t) ** 3;
  }

  clear(): void {
    this.started.clear();
  }
}
