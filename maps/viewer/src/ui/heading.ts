/** The title and the year, the line of counts, and the banner for another strand or a narrowed view. */

import { MAIN_STRAND } from "../data/payload-schema";
import { countParts } from "../i18n/counts-text";
import type { PageContext } from "../page-context";
import { periodName } from "../time/period";
import { button, el, localizedText, setText } from "./dom";

/**
 * The counts as one line whose parts do not wrap. Each part carries its kind, so that the timeline can colour it like
 * its chart.
 */
export function countsLine(context: PageContext): HTMLElement {
  const line = el("p", { class: "counts" });
  updateCountsLine(line, context);
  return line;
}

/** Update a line of counts. Other content of the line is kept and follows the counts. */
export function updateCountsLine(line: HTMLElement, context: PageContext, parts = countParts(context)): void {
  const shown = parts.length > 0 ? parts : [{ kind: undefined, text: context.words.counts.nothing }];
  let spans = [...line.querySelectorAll("span")];
  if (spans.length !== shown.length || shown.some(({ kind }, i) => kind !== spans[i]!.dataset.kind)) {
    for (const span of spans) span.remove();
    spans = shown.map(({ kind }) => el("span", { "data-kind": kind }));
    line.prepend(...spans);
  }
  spans.forEach((span, i) => setText(span, shown[i]!.text));
}

/**
 * The texts of the banner: the title and the note of a strand other than the main one, and the kinds of claims to which
 * the view is restricted. Empty if all claims of the main strand are shown.
 */
export function bannerTexts({ index, state, words }: Pick<PageContext, "index" | "state" | "words">): string[] {
  const strand = state.strand === MAIN_STRAND ? [] : [index.strandTitle(state.strand), index.strandNote(state.strand)];
  const [only, other] = state.only;
  return [...strand, only ? words.onlyBanner[other ? "both" : only] : ""].filter(Boolean);
}

export class Heading {
  readonly element: HTMLElement;
  private readonly year = el("p", { class: "year" });
  private readonly banner = el("div", { class: "banner", hidden: true });
  private bannerKey = "";

  constructor(private readonly context: PageContext) {
    const { payload } = context.index;
    this.element = el("header", { class: "heading" }, [
      el("h1", { dir: "auto" }, localizedText(context, payload.title)),
      el("p", { class: "subtitle", dir: "auto" }, localizedText(context, payload.subtitle)),
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
      el("span", { class: i === 0 ? "banner-title" : undefined, dir: "auto" }, localizedText(context, text)),
    );
    const goBack = () => context.changeState({ strand: MAIN_STRAND, only: new Set() }, true);
    const label = context.words.backToStrand(context.index.strandTitle(MAIN_STRAND));
    this.banner.replaceChildren(...lines, button({ class: "link" }, goBack, label));
    this.banner.hidden = texts.length === 0;
  }
}
