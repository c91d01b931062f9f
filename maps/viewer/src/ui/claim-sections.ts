/** Claims in order of time, and in sections by their kind. */

import type { PayloadIndex } from "../data/payload-index";
import type { Kind } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { claimRow } from "./claim-rows";
import { button, el, section } from "./dom";

const CHUNK_SIZE = 300;

/** Claims of one strand in order of time, each once. */
export function claimsInOrder(index: PayloadIndex, rows: readonly number[], strand: string): number[] {
  const { startEarliest } = index.payload.claims;
  return [...new Set(rows)]
    .filter((row) => index.isOfStrand(row, strand))
    .sort((a, b) => startEarliest[a]! - startEarliest[b]! || a - b);
}

/** A titled list of claims, each with its note; a very long one is shown in chunks. */
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

/** The claims of a strand in sections, one for each kind that has a title. */
export function claimSections(
  context: PageContext,
  strand: string,
  rows: readonly number[],
  titles: Readonly<Partial<Record<keyof typeof Kind, string>>>,
): (HTMLElement | null)[] {
  const { index } = context;
  const inOrder = claimsInOrder(index, rows, strand);
  const kinds = Object.keys(titles) as (keyof typeof titles)[];
  return kinds.map((kind) => {
    const ofKind = inOrder.filter((row) => index.isKind(row, kind));
    return claimSection(context, titles[kind]!, ofKind);
  });
}

/** The claims of the strand that is shown, in sections by kind. */
export function claimSectionsByKind(context: PageContext, rows: readonly number[]): (HTMLElement | null)[] {
  const { stations, posts, journeys, events, ties } = context.words.card;
  const titles = { station: stations, post: posts, journey: journeys, event: events, tie: ties };
  return claimSections(context, context.state.strand, rows, titles);
}
