/** A row that stands for a claim, a person or a place: a button that selects and shows it. */

import { button, type Child, el, quoted } from "../dom";
import { Standing } from "../payload";
import { NOT, POSSIBLY } from "../time";
import type { Context } from "./context";
import { said } from "./said";
import { claimSwatch } from "./swatch";

/** How sure a claim is; of fiction, that it is so within the story alone. */
export function sureInWords(
  {
    index: {
      payload: { claims },
    },
    words,
  }: Pick<Context, "index" | "words">,
  row: number,
): string {
  const sure = words.card.certainty[claims.certainty[row]!]!;
  return claims.standing[row] === Standing.fiction ? words.card.inStory(sure) : sure;
}

/** What must be said of a claim at once: that it may lie in another year (nothing, where "" is given), is disputed, or is set aside. */
export function remarksOn(
  { index, network, words, state }: Context,
  row: number,
  perhaps = words.listParts.perhaps,
): string[] {
  const { claims } = index.payload;
  return [
    index.text(claims.when[row]) === "" ? words.listParts.undated : network.net.hold[row] === POSSIBLY && perhaps,
    claims.standing[row] === Standing.disputed && words.listParts.disputed,
    index.setAside(state.readings).has(row) && words.listParts.setAside,
  ].filter((remark): remark is string => typeof remark === "string");
}

/** A claim: its mark, its label, its date, and what must be said of it at once. */
export function claimRow(context: Context, row: number, ...notes: string[]): HTMLElement {
  const { index, network, words, state } = context;
  const { claims } = index.payload;
  const hold = network.net.hold[row]!;
  // A date that is in doubt says so itself.
  const remarks = [...remarksOn(context, row, claims.doubtful?.has(row) ? "" : words.listParts.perhaps), ...notes];
  const reference = index.reference(row);
  return el(
    "li",
    {},
    button(
      {
        class: `row${hold === NOT ? " elsewhen" : ""}`,
        "aria-current": state.select === reference ? "true" : undefined,
        "data-reference": reference,
      },
      () => context.reveal(reference),
      claimSwatch(context, row),
      el(
        "span",
        { class: "row-text" },
        el("span", { class: "row-label" }, ...said(context, index.label(row))),
        el("span", { class: "row-note" }, [index.text(claims.when[row]), ...remarks].filter(Boolean).join(" · ")),
      ),
    ),
  );
}

/** A plain row for a person or a place. */
export function plainRow(context: Context, reference: string, ...children: Child[]): HTMLElement {
  return el(
    "li",
    {},
    button(
      { class: "row", "data-reference": reference },
      () => context.reveal(reference),
      el("span", { class: "row-text" }, ...children),
    ),
  );
}

/** A word in a sentence that leads to a person or a place. */
export function link(context: Context, reference: string, text: string): HTMLElement {
  return button({ class: "link", "data-reference": reference }, () => context.reveal(reference), quoted(text));
}

const AT_ONCE = 300;

/** A titled list; a very long one is shown piece by piece. */
export function section(
  title: string,
  rows: readonly (() => Node)[],
  moreWords: (rest: number) => string,
): HTMLElement | null {
  if (rows.length === 0) return null;
  const list = el("ul", { class: "rows" });
  const part = el("section", {}, el("h3", {}, title), list);
  let shown = 0;
  const more = button({ class: "more" }, () => add());
  function add(): void {
    list.append(...rows.slice(shown, shown + AT_ONCE).map((make) => make()));
    shown = Math.min(rows.length, shown + AT_ONCE);
    more.textContent = moreWords(rows.length - shown);
    if (shown >= rows.length) more.remove();
    else part.append(more);
  }
  add();
  return part;
}
