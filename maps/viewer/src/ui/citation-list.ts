/** Full citations, with their locator and the kind of the source. */

import type { Citation, SourceKind } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { referenceLink } from "./claim-rows";
import { bidiIsolated, el, list, section } from "./dom";
import { localizedText } from "./localized-text";

export function citationList(
  context: PageContext,
  cites: readonly Citation[],
  title = context.words.card.sources,
): HTMLElement {
  const { index, words } = context;
  const { sources } = index.payload;
  const kindChip = (kind: SourceKind) =>
    el("span", { class: `source-kind source-${kind}` }, words.sourceKinds[kind][0]);
  const items = cites.flatMap((cite) => {
    const source = sources[cite.source];
    const goBetween = sources[cite.through];
    if (!source) return [];
    const locatorText = index.text(cite.locator);
    return [
      [
        bidiIsolated(source.full),
        locatorText && el("span", { class: "locator" }, " ", bidiIsolated(locatorText)),
        kindChip(source.kind),
        goBetween &&
          el("span", { class: "go-between" }, [
            referenceLink(context, index.sourceReference(cite.through), index.text(cite.citedAfter)),
            kindChip(goBetween.kind),
          ]),
        source.note && el("span", { class: "soft source-note", dir: "auto" }, localizedText(context, source.note)),
        " ",
        referenceLink(context, index.sourceReference(cite.source), words.card.allOf),
      ],
    ];
  });
  return section(
    title,
    items.length > 0 ? list(items, { class: "sources" }) : el("p", { class: "soft" }, words.card.noSources),
  );
}
