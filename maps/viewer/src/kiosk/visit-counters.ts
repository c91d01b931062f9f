/**
 * Counters by the hour: visits, years, stations and languages. They hold no person and no device. They stay on the
 * machine, and only staff can save them as a file. Pure: the caller passes the hour.
 */

export type CounterKind = "visit" | "year" | "station" | "language";

const COUNTER_KINDS: readonly CounterKind[] = ["visit", "year", "station", "language"];
const HOUR_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}$/;
/** Ninety days of opening hours; the oldest are dropped first. */
const MAX_HOURS = 1500;
const MAX_KEYS_PER_HOUR = 400;
export const MAX_TEXT_CHARS = 380_000;

export class VisitCounters {
  private readonly hours = new Map<string, Map<string, number>>();

  get empty(): boolean {
    return this.hours.size === 0;
  }

  increment(hour: string, kind: CounterKind, what = ""): void {
    let counts = this.hours.get(hour);
    if (!counts) this.hours.set(hour, (counts = new Map()));
    const key = `${kind} ${what}`;
    if (counts.size < MAX_KEYS_PER_HOUR || counts.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
    while (this.hours.size > MAX_HOURS) this.hours.delete(this.hours.keys().next().value!);
  }

  clear(): void {
    this.hours.clear();
  }

  /** The text to store: from the latest hour back, as many hours as there is room for. */
  toJson(): string {
    const lines: string[] = [];
    let length = 2;
    for (const [hour, counts] of [...this.hours].reverse()) {
      const pair = JSON.stringify([hour, Object.fromEntries(counts)]);
      length += pair.length + 1;
      if (length > MAX_TEXT_CHARS) this.hours.delete(hour);
      else lines.push(pair);
    }
    return `[${lines.reverse().join(",")}]`;
  }

  /** Add what was stored; what cannot be read is left out. */
  addJson(text: string): void {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      return;
    }
    if (!Array.isArray(parsed)) return;
    for (const pair of parsed.slice(-MAX_HOURS) as unknown[]) {
      if (
        !Array.isArray(pair) ||
        typeof pair[0] !== "string" ||
        !HOUR_PATTERN.test(pair[0]) ||
        typeof pair[1] !== "object" ||
        pair[1] === null
      )
        continue;
      const counts = this.hours.get(pair[0]) ?? new Map<string, number>();
      for (const [key, value] of Object.entries(pair[1] as object).slice(0, MAX_KEYS_PER_HOUR)) {
        const number: unknown = value;
        if (
          COUNTER_KINDS.includes(key.split(" ")[0] as CounterKind) &&
          Number.isSafeInteger(number) &&
          (number as number) > 0
        )
          counts.set(key, (counts.get(key) ?? 0) + (number as number));
      }
      this.hours.set(pair[0], counts);
    }
  }

  /** A table for a spreadsheet. Its texts are ids of the data set, which a spreadsheet cannot take for formulas. */
  toCsv(): string {
    const lines = ["hour,counted,what,number"];
    for (const [hour, counts] of this.hours)
      for (const [key, number] of counts) {
        const space = key.indexOf(" ");
        lines.push([hour, key.slice(0, space), key.slice(space + 1), number].join(","));
      }
    return `${lines.join("\n")}\n`;
  }
}

/** "2026-11-23T16": the hour of the machine's clock; the counters know no finer time. */
export function hourText(date: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}T${twoDigits(date.getHours())}`;
}
