/** The title and the year, the line of its counts, and the banner of another strand. */

import { MAIN_STRAND } from "../data/payload-schema";
import { countParts } from "../i18n/counts-text";
import type { PageContext } from "../page-context";
import { periodName } from "../time/period";
import { button, el, setText } from "./dom";
import { localizedText } from "./localized-text";

/**
 * The counts as a line whose parts do not break; each has its kind, so that the timeline can colour it like its chart.
 */
export function countsLine(context: PageContext): HTMLElement {
  const line = el("p", { class: "counts" });
  updateCountsLine(line, context);
  return line;
}

/** Update such a line to the current counts; what else stands in it stays behind them. */
export function updateCountsLine(line: HTMLElement, context: PageContext, parts = countParts(context)): void {
  const shownParts = parts.length > 0 ? parts : [{ kind: undefined, text: context.words.counts.nothing }];
  const spans: Element[] = [...line.querySelectorAll("span")];
  shownParts.forEach(({ kind, text }, i) => {
    if (spans[i]?.getAttribute("data-kind") !== (kind ?? null)) {
      const span = el("span", { "data-kind": kind });
      if (spans[i]) spans[i].replaceWith(span);
      else if (i > 0) spans[i - 1]!.after(span);
      else line.prepend(span);
      spans[i] = span;
    }
    setText(spans[i]!, text);
  });
  for (const span of spans.slice(shownParts.length)) span.remove();
}

/**
 * What the banner says: the title of a strand other than the main one and what it is, and which of its claims are
 * shown alone; empty for all claims of the main strand.
 */
export function bannerTexts({ index, state, words }: Pick<PageContext, "index" | "state" | "words">): string[] {
  const strand = state.strand === MAIN_STRAND ? [] : [index.strandTitle(state.strand), index.strandNote(state.strand)];
  const [only, other] = state.only;
  return [...strand, only !== undefined && words.onlyBanner[other === undefined ? only : "both"]].filter(isText);
}

const isText = (text: string | false): text is string => typeof text === "string" && text !== "";

export class Heading {
  readonly element: HTMLElement;
  private readonly year = el("p", { class: "year" });
  private readonly banner = el("div", { class: "banner", hidden: true });
  private bannerKey = "";

  constructor(private readonly context: PageContext) {
    const { payload } = context.index;
    this.element = el("header", { class: "heading" }, [
      el("h1", { dir: "auto" }, ...localizedText(context, payload.title)),
      el("p", { class: "subtitle", dir: "auto" }, ...localizedText(context, payload.subtitle)),
      this.year,
      this.banner,
    ]);
  }

  update(): void {
    const { state, words } = this.context;
    const name = periodName(state, words);
    setText(this.year, name);
    this.year.classList.toggle("long", name.length > 5);
    this.updateBanner();
  }

  private updateBanner(): void {
    const texts = bannerTexts(this.context);
    const key = texts.join("\n");
    if (key === this.bannerKey) return;
    this.bannerKey = key;
    const { context } = this;
    const lines = texts.map((text, i) =>
      el("span", { class: i === 0 ? "banner-title" : undefined, dir: "auto" }, ...localizedText(context, text)),
    );
    const back = button({ class: "link" }, () => context.changeState({ strand: MAIN_STRAND, only: new Set() }, true));
    back.append(context.words.backToStrand(context.index.strandTitle(MAIN_STRAND)));
    this.banner.replaceChildren(...lines, back);
    this.banner.hidden = texts.length === 0;
  }
}
