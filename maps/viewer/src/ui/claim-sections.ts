/** Claims in order of time, and in sections by their kind. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { claimRow, rowSection } from "./claim-rows";
import type { Child } from "./dom";

/** Claims of one strand in order of time, each once. */
export function claimsInOrder(index: PayloadIndex, rows: readonly number[], strand: string): number[] {
  const { startEarliest } = index.payload.claims;
  return [...new Set(rows)]
    .filter((row) => index.isOfStrand(row, strand))
    .sort((a, b) => startEarliest[a]! - startEarliest[b]! || a - b);
}

export function claimSection(context: PageContext, title: string, rows: readonly number[]): HTMLElement | null {
  return rowSection(
    title,
    rows.map((row) => () => claimRow(context, row)),
    context.words.listParts.more,
  );
}

/** The claims of the strand that is shown, in sections by kind. */
export function claimSectionsByKind(context: PageContext, rows: readonly number[]): Child[] {
  const { index, state } = context;
  const { card } = context.words;
  const inOrder = claimsInOrder(index, rows, state.strand);
  const ofKind = (kind: number) => inOrder.filter((row) => index.payload.claims.kind[row] === kind);
  return [
    claimSection(context, card.stations, ofKind(Kind.station)),
    claimSection(context, card.posts, ofKind(Kind.post)),
    claimSection(context, card.journeys, ofKind(Kind.journey)),
    claimSection(context, card.events, ofKind(Kind.event)),
    claimSection(context, card.ties, ofKind(Kind.tie)),
  ];
}
