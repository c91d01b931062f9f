/** Full citations, with their locator and the kind of the source. */

import type { Citation, SourceKind } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { referenceLink } from "./claim-rows";
import { bidiIsolated, el } from "./dom";
import { localizedText } from "./localized-text";

export function citationList(
  context: PageContext,
  cites: readonly Citation[],
  title = context.words.card.sources,
): HTMLElement {
  const { index, words } = context;
  const items = cites.map((cite) => {
    const source = index.payload.sources[cite.source];
    if (!source) return null;
    const locatorText = index.text(cite.locator);
    return el(
      "li",
      {},
      bidiIsolated(source.full),
      locatorText && el("span", { class: "locator" }, " ", bidiIsolated(locatorText)),
      cite.through >= 0 &&
        el(
          "span",
          { class: "locator" },
          ", ",
          referenceLink(context, index.sourceReference(cite.through), index.text(cite.citedAfter)),
        ),
      el("span", { class: `source-kind source-${source.kind}` }, sourceKindName(words.sourceKinds, source.kind)),
      source.note && el("span", { class: "soft source-note", dir: "auto" }, ...localizedText(context, source.note)),
      " ",
      referenceLink(context, index.sourceReference(cite.source), words.card.allOf),
    );
  });
  return el(
    "section",
    {},
    el("h3", {}, title),
    items.length > 0 ? el("ul", { class: "sources" }, ...items) : el("p", { class: "soft" }, words.card.noSources),
  );
}

function sourceKindName(names: Readonly<Record<SourceKind, readonly [string, string]>>, kind: SourceKind): string {
  return names[kind][0];
}
