/** On a page of one year: its neighbours, and the way to the whole atlas. */

import { el } from "../dom";
import { countsLine } from "../parts/heading";
import type { Context } from "../parts/context";

export class Neighbours {
  readonly element: HTMLElement;
  private counted: HTMLElement = el("p");

  constructor(private readonly context: Context) {
    const { index, words, state } = context;
    const [first, last] = index.payload.period;
    const neighbour = (year: number) =>
      year >= first && year <= last ? el("a", { href: `${year}.html`, class: "neighbour" }, String(year)) : el("span", { class: "neighbour" });
    this.element = el("section", { class: "timeline neighbours", "aria-label": words.timeline },
      this.counted,
      el("nav", { "aria-label": words.otherYears },
        neighbour(state.year - 1),
        el("a", { href: `../atlas.html#year=${state.year}`, class: "whole" }, words.wholeAtlas),
        neighbour(state.year + 1),
      ),
    );
  }

  update(): void {
    const counted = countsLine(this.context);
    this.counted.replaceWith(counted);
    this.counted = counted;
  }
}
