/** A row that stands for a claim, a person or a place: a button that selects and shows it. */

import { Standing } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { formatHash } from "../state/url-state";
import { HOLDS_NOT, HOLDS_POSSIBLE } from "../time/claim-dates";
import { bidiIsolated, button, type Child, el } from "./dom";
import { localizedText } from "./localized-text";
import { claimSwatch } from "./swatch";

/** How certain a claim is; for fiction, that this is so within the story only. */
export function certaintyInWords(
  {
    index: {
      payload: { claims },
    },
    words,
  }: Pick<PageContext, "index" | "words">,
  row: number,
): string {
  const certainty = words.card.certainty[claims.certainty[row]!]!;
  return claims.standing[row] === Standing.fiction ? words.card.inStory(certainty) : certainty;
}

/**
 * The remarks on a claim: that it may lie in another year (none, if `possibleText` is ""), is contested, rests on partisan sources
 * alone, or is outranked.
 */
export function claimRemarks(
  { index, network, words, state }: PageContext,
  row: number,
  possibleText = words.listParts.perhaps,
): string[] {
  const { claims } = index.payload;
  return [
    claims.undated[row] ? words.listParts.undated : network.visible.hold[row] === HOLDS_POSSIBLE && possibleText,
    claims.contested[row] === 1 && words.listParts.contested,
    claims.standing[row] === Standing.partisan && words.listParts.partisan,
    index.outrankedRows(state.readings).has(row) && words.listParts.setAside,
  ].filter((remark): remark is string => typeof remark === "string");
}

/** The row of a claim: its mark, its label, its date and its remarks. */
export function claimRow(context: PageContext, row: number, ...notes: string[]): HTMLElement {
  const { index, network, words, state } = context;
  const { claims } = index.payload;
  const hold = network.visible.listedHold(row);
  // A doubtful date says so itself.
  const remarks = [...claimRemarks(context, row, claims.doubtful[row] ? "" : words.listParts.perhaps), ...notes];
  const reference = index.reference(row);
  return el(
    "li",
    {},
    button(
      {
        class: `row${hold === HOLDS_NOT ? " elsewhen" : ""}`,
        "aria-current": state.select === reference ? "true" : undefined,
        "data-reference": reference,
      },
      () => context.focusOn(reference),
      claimSwatch(context, row),
      el(
        "span",
        { class: "row-text" },
        el("span", { class: "row-label" }, ...localizedText(context, index.label(row))),
        el("span", { class: "row-note" }, [index.text(claims.when[row]), ...remarks].filter(Boolean).join(" · ")),
      ),
    ),
  );
}

/** A plain row for a person or a place. */
export function plainRow(context: PageContext, reference: string, ...children: Child[]): HTMLElement {
  return el(
    "li",
    {},
    button(
      { class: "row", "data-reference": reference },
      () => context.focusOn(reference),
      el("span", { class: "row-text" }, ...children),
    ),
  );
}

/** A link in a sentence to a person or a place. */
export function referenceLink(context: PageContext, reference: string, text: string): HTMLElement {
  return button({ class: "link", "data-reference": reference }, () => context.focusOn(reference), bidiIsolated(text));
}

/** The same within a text of several lines: a button would not break with it. */
export function inlineReferenceLink(context: PageContext, reference: string, text: string): HTMLElement {
  const href = formatHash({ ...context.state, select: reference });
  const link = el("a", { class: "link", href, "data-reference": reference }, bidiIsolated(text));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    context.focusOn(reference);
  });
  return link;
}

const CHUNK_SIZE = 300;

/** A titled list; a very long one is shown in chunks. */
export function rowSection(
  title: string,
  rows: readonly (() => Node)[],
  moreLabel: (rest: number) => string,
): HTMLElement | null {
  if (rows.length === 0) return null;
  const list = el("ul", { class: "rows" });
  const section = el("section", {}, el("h3", {}, title), list);
  let shown = 0;
  const more = button({ class: "more" }, () => add());
  function add(): void {
    list.append(...rows.slice(shown, shown + CHUNK_SIZE).map((make) => make()));
    shown = Math.min(rows.length, shown + CHUNK_SIZE);
    more.textContent = moreLabel(rows.length - shown);
    if (shown >= rows.length) more.remove();
    else section.append(more);
  }
  add();
  return section;
}
