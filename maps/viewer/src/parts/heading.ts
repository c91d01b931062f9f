/** The title and the year, what the year holds in words, and the banner of another world. */

import { el, tell } from "../dom";
import { periodName } from "../period";
import type { ChartKind } from "../timeline/counting";
import type { Count } from "../year-net";
import type { Context } from "./context";
import { said } from "./said";

/** A part of the counts, and the kind that it counts. */
type Counted = { kind: ChartKind; text: string };

export function countsOf({ network, state, words }: Context): Counted[] {
  const { stations, heads, people, couriers, raids } = network.net.counts(state);
  const parts: [ChartKind, Count, (all: number, perhaps: number) => string][] = [
    ["stations", stations, words.counts.stations],
    ["people", heads, words.counts.heads],
    ["people", people, words.counts.people],
    ["journeys", couriers, words.counts.journeys],
    ["events", raids, words.counts.events],
  ];
  return parts
    .filter(([, { all }]) => all > 0)
    .map(([kind, { all, perhaps }, say]) => ({ kind, text: say(all, perhaps) }));
}

/** "7 stations, 2 of them perhaps · 4 heads" */
export function countsInWords(context: Context, parts = countsOf(context)): string {
  return parts.map(({ text }) => text).join(" · ") || context.words.counts.nothing;
}

/** The counts as a line whose parts do not break; each names its kind, so that the timeline can key its chart by it. */
export function countsLine(context: Context): HTMLElement {
  const line = el("p", { class: "counts" });
  tellCounts(line, context);
  return line;
}

/** Let such a line tell the counts of now. */
export function tellCounts(line: HTMLElement, context: Context, parts = countsOf(context)): void {
  const told = parts.length > 0 ? parts : [{ kind: undefined, text: context.words.counts.nothing }];
  told.forEach(({ kind, text }, i) => {
    let part = line.children[i];
    if (part?.getAttribute("data-kind") !== (kind ?? null)) {
      const made = el("span", { "data-kind": kind });
      if (part) part.replaceWith(made);
      else line.append(made);
      part = made;
    }
    tell(part!, text);
  });
  while (line.children.length > told.length) line.lastElementChild!.remove();
}

/** What is said of all that is shown where it is not the record; else nothing. */
export function bannerOf({ state, words }: Pick<Context, "state" | "words">): string {
  return state.world === "fiction" ? words.fictionBanner : state.world === "disputed" ? words.disputedBanner : "";
}

export class Heading {
  readonly element: HTMLElement;
  private readonly year = el("p", { class: "year" });
  private readonly banner = el("p", { class: "banner", hidden: true });

  constructor(private readonly context: Context) {
    const { payload } = context.index;
    this.element = el(
      "header",
      { class: "heading" },
      el("h1", { dir: "auto" }, ...said(context, payload.title)),
      el("p", { class: "subtitle", dir: "auto" }, ...said(context, payload.subtitle)),
      this.year,
      this.banner,
    );
  }

  update(): void {
    const { state, words } = this.context;
    const name = periodName(state, words);
    tell(this.year, name);
    this.year.classList.toggle("long", name.length > 5);
    const banner = bannerOf(this.context);
    tell(this.banner, banner);
    this.banner.hidden = banner === "";
  }
}
