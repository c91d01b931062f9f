/** Rows, links and citations for a claim, a person, a place or a source. Pressing one selects and shows its target. */

import type { PayloadIndex } from "../data/payload-index";
import { type Citation, type Kind, type SourceKind, Standing } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { formatHash } from "../state/url-state";
import { HOLDS_NOT, HOLDS_POSSIBLE } from "../time/claim-dates";
import {
  type Attributes,
  bidiIsolated,
  button,
  type Child,
  type Children,
  el,
  list,
  localizedText,
  section,
} from "./dom";
import { claimSwatch } from "./swatch";

/** The certainty of a claim in words; for fiction, the certainty within the story. */
export function certaintyInWords({ index, words }: Pick<PageContext, "index" | "words">, row: number): string {
  const { claims } = index.payload;
  const certainty = words.card.certainty[claims.certainty[row]!]!;
  return claims.standing[row] === Standing.fiction ? words.card.inStory(certainty) : certainty;
}

/**
 * The remarks on a claim: that it is undated or may lie in another year, is contested, rests on partisan sources alone,
 * or is outranked.
 *
 * @param possibleText the remark that the claim may lie in another year; empty for no remark
 */
export function claimRemarks(
  context: PageContext,
  row: number,
  possibleText = context.words.listParts.perhaps,
): string[] {
  const { index, network, words, state } = context;
  const { claims } = index.payload;
  return [
    claims.undated[row] ? words.listParts.undated : network.visible.hold[row] === HOLDS_POSSIBLE && possibleText,
    claims.contested[row] === 1 && words.listParts.contested,
    claims.standing[row] === Standing.partisan && words.listParts.partisan,
    index.outrankedRows(state.readings).has(row) && words.listParts.setAside,
  ].filter((remark): remark is string => typeof remark === "string");
}

/** A button that selects the target of a reference and shows it. */
export function referenceButton(
  context: PageContext,
  reference: string,
  attributes: Attributes,
  ...children: Children[]
): HTMLButtonElement {
  return button({ "data-reference": reference, ...attributes }, () => context.focusOn(reference), children);
}

/** The row of a claim: its mark, label, date and remarks. */
export function claimRow(context: PageContext, row: number, note = ""): HTMLElement {
  const { index, network, words, state } = context;
  const { claims } = index.payload;
  const reference = index.reference(row);
  const attributes = {
    class: network.visible.listedHold(row) === HOLDS_NOT ? "row elsewhen" : "row",
    "aria-current": state.select === reference ? "true" : undefined,
  };
  // The text of a doubtful date already says that it is doubtful.
  const remarks = claimRemarks(context, row, claims.doubtful[row] ? "" : words.listParts.perhaps);
  const texts = el("span", { class: "row-text" }, [
    el("span", { class: "row-label" }, localizedText(context, index.label(row))),
    el("span", { class: "row-note" }, [index.text(claims.when[row]), ...remarks, note].filter(Boolean).join(" · ")),
  ]);
  return el("li", {}, referenceButton(context, reference, attributes, claimSwatch(context, row), texts));
}

/** A plain row for a person or a place. */
export function plainRow(context: PageContext, reference: string, ...children: Children[]): HTMLElement {
  return el("li", {}, [
    referenceButton(context, reference, { class: "row" }, el("span", { class: "row-text" }, children)),
  ]);
}

/** A link to a person or a place, for use in a sentence. */
export function referenceLink(context: PageContext, reference: string, text: string): HTMLElement {
  return referenceButton(context, reference, { class: "link" }, bidiIsolated(text));
}

/** A link for use in a text of several lines, where a button would not wrap. */
export function inlineReferenceLink(context: PageContext, reference: string, text: string): HTMLElement {
  const href = formatHash({ ...context.state, select: reference });
  const onclick = (event: Event) => {
    event.preventDefault();
    context.focusOn(reference);
  };
  return el("a", { class: "link", href, "data-reference": reference, onclick }, bidiIsolated(text));
}

/** A list of full citations, each with its locator and the kind of the source. */
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
  const noSources = el("p", { class: "soft" }, words.card.noSources);
  return section(title, items.length > 0 ? list(items, { class: "sources" }) : noSources);
}

const CHUNK_SIZE = 300;

/** The claims of one strand in chronological order, without duplicates. */
export function claimsInOrder(index: PayloadIndex, rows: readonly number[], strand: string): number[] {
  const { startEarliest } = index.payload.claims;
  return [...new Set(rows)]
    .filter((row) => index.isOfStrand(row, strand))
    .sort((a, b) => startEarliest[a]! - startEarliest[b]! || a - b);
}

/** A titled list of claims, each with its note. A very long list is shown in chunks. */
export function claimSection(
  context: PageContext,
  title: string,
  rows: readonly number[],
  notes: readonly string[] = [],
): HTMLElement | null {
  if (rows.length === 0) return null;
  const list = el("ul", { class: "rows" });
  const more = button({ class: "more" }, addChunk);
  function addChunk(): void {
    const shown = list.childElementCount;
    const chunk = rows.slice(shown, shown + CHUNK_SIZE);
    list.append(...chunk.map((row, i) => claimRow(context, row, notes[shown + i])));
    more.textContent = context.words.listParts.more(rows.length - list.childElementCount);
    if (list.childElementCount === rows.length) more.remove();
  }
  const claims = section(title, [list, more]);
  addChunk();
  return claims;
}

type Titles = Readonly<Partial<Record<keyof typeof Kind, string>>>;

/** The claims of a strand in sections, one for each kind that has a title. */
export function claimSections(context: PageContext, strand: string, rows: readonly number[], titles: Titles): Child[] {
  const { index } = context;
  const inOrder = claimsInOrder(index, rows, strand);
  const kinds = Object.keys(titles) as (keyof typeof titles)[];
  return kinds.map((kind) => {
    const ofKind = inOrder.filter((row) => index.isKind(row, kind));
    return claimSection(context, titles[kind]!, ofKind);
  });
}

/** The claims of the current strand, in sections by kind. */
export function claimSectionsByKind(context: PageContext, rows: readonly number[]): Child[] {
  const { stations, posts, journeys, events, ties } = context.words.card;
  const titles = { station: stations, post: posts, journey: journeys, event: events, tie: ties };
  return claimSections(context, context.state.strand, rows, titles);
}
