/** The statistics of visits on this device: counted only if kiosk.toml has them on, stored through the shell. */

import type { ShellLink } from "./shell-link";
import { type CounterKind, hourText, VisitCounters } from "./visit-counters";

export class VisitStatistics {
  /** Visits since the page was loaded, counted in any case. */
  sessionCount = 0;
  private readonly counters = new VisitCounters();

  constructor(
    private readonly enabled: boolean,
    private readonly link: ShellLink,
  ) {}

  countSession(): void {
    this.sessionCount += 1;
    this.count("visit");
  }

  count(kind: CounterKind, what = ""): void {
    if (this.enabled) this.counters.increment(hourText(new Date()), kind, what);
  }

  /** Add what was stored before. */
  restore(text: string): void {
    if (this.enabled) this.counters.addJson(text);
  }

  store(): void {
    if (this.enabled) this.link.store(this.counters.toJson());
  }

  clear(): void {
    this.counters.clear();
    this.store();
  }

  download(): void {
    this.link.download("counters.csv", this.counters.toCsv());
  }
}
