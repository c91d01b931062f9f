/**
 * Other years, drawn in idle moments where nobody sees them: the pictures of their marks and names are then there, and
 * their texts measured, when the years are asked for. Nothing depends on it but the time that a year takes to change.
 */

import type { Box } from "./boxes";
import { Network, type Shown, type Sight } from "./network";

/** A larger network shares few pictures between its years, and takes too long to draw in a moment. */
const MOST_CLAIMS = 2000;
/** What a year may take; and what is left of a moment, so that a finger that comes is answered. */
const YEAR_MS = 8;
const LEFT_MS = 20;
/** How long it waits where the browser tells of no idle moments. */
const WAIT_MS = 250;

class Unseen extends Network {
  private readonly pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
  private from: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

  protected override sight(): Box {
    return this.from;
  }

  draw(shown: Shown, { window, sight, ratio, unit, palette, words }: Sight): void {
    this.unit = unit;
    this.from = sight;
    this.recolour(palette);
    this.reword(words);
    this.show(shown);
    this.pen?.setTransform(ratio, 0, 0, ratio, 0, 0);
    // What is drawn once is kept from the second time on.
    for (let time = 0; time < 2 && this.pen; time++) this.paint(this.pen, window);
  }
}

const whenIdle = (act: (leftMs: () => number) => void): void => {
  if ("requestIdleCallback" in window) requestIdleCallback((deadline) => act(() => deadline.timeRemaining()));
  else setTimeout(() => act(() => YEAR_MS), WAIT_MS);
};

export class Rehearsal {
  private unseen: Unseen | null = null;
  private years: number[] = [];
  private waits = false;

  constructor(
    private readonly network: Network,
    private readonly make: () => ConstructorParameters<typeof Network>,
  ) {}

  /** Draw all years, the nearest first; those that were still to be drawn are drawn as they look now. */
  begin(): void {
    const { index } = this.network.net;
    if (index.size > MOST_CLAIMS || index.payload.year !== null) return;
    const [first, last] = index.payload.period;
    const { year } = this.network.shown;
    this.years = Array.from({ length: last - first + 1 }, (_, i) => first + i).sort(
      (a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b,
    );
    this.goOn();
  }

  private goOn(): void {
    if (this.waits || this.years.length === 0) return;
    this.waits = true;
    whenIdle((leftMs) => {
      this.waits = false;
      if (leftMs() >= YEAR_MS) this.draw(this.years.shift()!);
      while (this.years.length > 0 && leftMs() >= YEAR_MS + LEFT_MS) this.draw(this.years.shift()!);
      this.goOn();
    });
  }

  private draw(year: number): void {
    this.unseen ??= new Unseen(...this.make());
    this.unseen.draw({ ...this.network.shown, year, from: null, month: null, open: "" }, this.network.look);
  }
}
