/**
 * Hourly counters of visits, years, stations and languages. They identify no person and no device. They stay on the
 * machine, and only staff can save them as a file.
 */

const HOUR_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}$/;
const KEY_PATTERN = /^(visit|year|station|language) /;
/** Ninety days of opening hours. The oldest are dropped first. */
const MAX_HOURS = 1500;
const MAX_KEYS_PER_HOUR = 400;
export const MAX_TEXT_CHARS = 380_000;

export class VisitCounters {
  /** The counts by hour, then by key: a kind, a space, and an id. */
  private readonly hours = new Map<string, Map<string, number>>();

  /** Create the counters; if they are off, they stay empty. */
  constructor(private readonly isOn = true) {}

  increment(kind: "visit" | "year" | "station" | "language", what = "", hour = hourText(new Date())): void {
    this.add(hour, `${kind} ${what}`, 1);
  }

  private add(hour: string, key: string, number: number): void {
    if (!this.isOn) return;
    const counts = this.hours.get(hour) ?? new Map<string, number>();
    if (counts.size < MAX_KEYS_PER_HOUR || counts.has(key)) counts.set(key, (counts.get(key) ?? 0) + number);
    this.hours.set(hour, counts);
    if (this.hours.size > MAX_HOURS) this.hours.delete(this.hours.keys().next().value!);
  }

  clear(): void {
    this.hours.clear();
  }

  /** The text to store: the latest hours, as many as there is room for. */
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

  /** Add stored counts; entries that cannot be read are left out. */
  addJson(text: string): void {
    let stored: unknown;
    try {
      stored = JSON.parse(text);
    } catch {
      return;
    }
    for (const pair of Array.isArray(stored) ? stored : []) {
      const [hour, counts] = Array.isArray(pair) ? (pair as unknown[]) : [];
      if (typeof hour !== "string" || !HOUR_PATTERN.test(hour)) continue;
      for (const [key, number] of Object.entries(counts ?? {}) as [string, unknown][])
        if (KEY_PATTERN.test(key) && Number.isSafeInteger(number) && Number(number) > 0)
          this.add(hour, key, Number(number));
    }
  }

  /** A table for a spreadsheet. Its texts are ids of the data set, which a spreadsheet cannot mistake for formulas. */
  toCsv(): string {
    const lines = [...this.hours].flatMap(([hour, counts]) =>
      [...counts].map(([key, number]) => `${hour},${key.replace(" ", ",")},${number}\n`),
    );
    return `hour,counted,what,number\n${lines.join("")}`;
  }
}

/** The hour of the machine's clock, such as "2026-11-23T16". The counters store no finer time. */
export function hourText(date: Date): string {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 13);
}
