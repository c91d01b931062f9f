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
  const kindChip = (kind: SourceKind) =>
    el("span", { class: `source-kind source-${kind}` }, sourceKindName(words.sourceKinds, kind));
  const items = cites.map((cite) => {
    const source = index.payload.sources[cite.source];
    const goBetween = index.payload.sources[cite.through];
    if (!source) return null;
    const locatorText = index.text(cite.locator);
    return el("li", {}, [
      bidiIsolated(source.full),
      locatorText && el("span", { class: "locator" }, " ", bidiIsolated(locatorText)),
      kindChip(source.kind),
      goBetween &&
        el("span", { class: "go-between" }, [
          referenceLink(context, index.sourceReference(cite.through), index.text(cite.citedAfter)),
          kindChip(goBetween.kind),
        ]),
      source.note && el("span", { class: "soft source-note", dir: "auto" }, ...localizedText(context, source.note)),
      " ",
      referenceLink(context, index.sourceReference(cite.source), words.card.allOf),
    ]);
  });
  return el("section", {}, [
    el("h3", {}, title),
    items.length > 0 ? el("ul", { class: "sources" }, ...items) : el("p", { class: "soft" }, words.card.noSources),
  ]);
}

function sourceKindName(names: Readonly<Record<SourceKind, readonly [string, string]>>, kind: SourceKind): string {
  return names[kind][0];
}
