/** The title and the year, what the year holds in words, and the banner of another world. */

import { el } from "../dom";
import { said } from "./said";
import type { Context } from "./context";

/** "7 stations, 2 of them perhaps · 4 heads" */
export function countsInWords({ network, state, words }: Context): string {
  const counts = network.net.counts(state);
  const parts = [
    counts.stations.all > 0 && words.counts.stations(counts.stations.all, counts.stations.perhaps),
    counts.heads.all > 0 && words.counts.heads(counts.heads.all, counts.heads.perhaps),
    counts.people.all > 0 && words.counts.people(counts.people.all, counts.people.perhaps),
    counts.couriers.all > 0 && words.counts.journeys(counts.couriers.all, counts.couriers.perhaps),
    counts.raids.all > 0 && words.counts.events(counts.raids.all, counts.raids.perhaps),
  ].filter((part): part is string => typeof part === "string");
  return parts.length > 0 ? parts.join(" · ") : words.counts.nothing;
}

/** The counts as a line whose parts do not break. */
export function countsLine(context: Context): HTMLElement {
  return el("p", { class: "counts" }, ...countsInWords(context).split(" · ").map((part) => el("span", {}, part)));
}

export class Heading {
  readonly element: HTMLElement;
  private readonly year = el("p", { class: "year" });
  private readonly banner = el("p", { class: "banner", hidden: true });

  constructor(private readonly context: Context) {
    const { payload } = context.index;
    this.element = el("header", { class: "heading" },
      el("h1", { dir: "auto" }, ...said(context, payload.title)),
      el("p", { class: "subtitle", dir: "auto" }, ...said(context, payload.subtitle)),
      this.year, this.banner,
    );
  }

  update(): void {
    const { state, words } = this.context;
    this.year.textContent = String(state.year);
    const banner = state.world === "fiction" ? words.fictionBanner : state.world === "disputed" ? words.disputedBanner : "";
    this.banner.textContent = banner;
    this.banner.hidden = banner === "";
  }
}
