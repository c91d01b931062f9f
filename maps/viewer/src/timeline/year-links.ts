/** Replaces the timeline on a page of one year: links to the years before and after, and to the complete atlas. */

import { yearPageFile } from "../i18n/year-text";
import type { PageContext } from "../page-context";
import { formatHash } from "../state/url-state";
import { el } from "../ui/dom";
import { CountsWithTray } from "../ui/list-panel";

export class YearLinks {
  readonly element: HTMLElement;
  private readonly countsLine: CountsWithTray;
  /** The links to other pages. Each keeps the state of this page except for the year. */
  private readonly links: { link: HTMLAnchorElement; file: string; year: number }[] = [];

  constructor(private readonly context: PageContext) {
    const { index, words, state } = context;
    const [first, last] = index.payload.period;
    this.countsLine = new CountsWithTray(context);
    const pageLink = (file: string, year: number, name: string, text: string) => {
      const link = el("a", { href: file, class: name }, text);
      this.links.push({ link, file, year });
      return link;
    };
    const yearLink = (year: number) =>
      year >= first && year <= last
        ? pageLink(yearPageFile(year), year, "neighbour", words.yearText(year))
        : el("span", { class: "neighbour" });
    this.element = el("section", { class: "timeline neighbours", "aria-label": words.timeline }, [
      this.countsLine.element,
      el("nav", { "aria-label": words.otherYears }, [
        yearLink(state.year - 1),
        pageLink("../atlas.html", state.year, "whole", words.wholeAtlas),
        yearLink(state.year + 1),
      ]),
    ]);
  }

  update(): void {
    this.countsLine.update();
    for (const { link, file, year } of this.links) link.href = `${file}${formatHash({ ...this.context.state, year })}`;
  }
}
