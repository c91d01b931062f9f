/** Citations in full, with their locator and what kind of source it is. */

import { el, quoted } from "../dom";
import type { Cite, SourceKind } from "../payload";
import type { Context } from "./context";
import { link } from "./rows";
import { said } from "./said";

export function citations(context: Context, cites: readonly Cite[], title = context.words.card.sources): HTMLElement {
  const { index, words } = context;
  const items = cites.map(([number, locator]) => {
    const source = index.payload.sources[number];
    if (!source) return null;
    const where = index.text(locator);
    return el(
      "li",
      {},
      quoted(source.full),
      where && el("span", { class: "locator" }, " ", quoted(where)),
      el("span", { class: `source-kind source-${source.kind}` }, kindName(words.sourceKinds, source.kind)),
      source.note && el("span", { class: "soft source-note", dir: "auto" }, ...said(context, source.note)),
      " ",
      link(context, index.sourceReference(number), words.card.allOf),
    );
  });
  return el(
    "section",
    {},
    el("h3", {}, title),
    items.length > 0 ? el("ul", { class: "sources" }, ...items) : el("p", { class: "soft" }, words.card.noSources),
  );
}

function kindName(names: Readonly<Record<SourceKind, readonly [string, string]>>, kind: SourceKind): string {
  return names[kind][0];
}
