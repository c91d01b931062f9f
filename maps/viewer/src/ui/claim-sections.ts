/** Claims in order of time, and in sections by their kind. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind, Standing } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { claimRow, rowSection } from "./claim-rows";
import type { Child } from "./dom";

/** Claims in order of time, each once. Worlds do not mix: they are those of the fiction, or those of the record. */
export function claimsInOrder({ payload }: PayloadIndex, rows: readonly number[], isFiction: boolean): number[] {
  const { standing, startEarliest } = payload.claims;
  return [...new Set(rows)]
    .filter((row) => (standing[row] === Standing.fiction) === isFiction)
    .sort((a, b) => startEarliest[a]! - startEarliest[b]! || a - b);
}

export function claimSection(context: PageContext, title: string, rows: readonly number[]): HTMLElement | null {
  return rowSection(
    title,
    rows.map((row) => () => claimRow(context, row)),
    context.words.listParts.more,
  );
}

/** The claims of the world that is shown, in sections by kind. */
export function claimSectionsByKind(context: PageContext, rows: readonly number[]): Child[] {
  const { index, state } = context;
  const { card } = context.words;
  const inOrder = claimsInOrder(index, rows, state.world === "fiction");
  const ofKind = (kind: number) => inOrder.filter((row) => index.payload.claims.kind[row] === kind);
  return [
    claimSection(context, card.stations, ofKind(Kind.station)),
    claimSection(context, card.posts, ofKind(Kind.post)),
    claimSection(context, card.journeys, ofKind(Kind.journey)),
    claimSection(context, card.events, ofKind(Kind.event)),
    claimSection(context, card.ties, ofKind(Kind.tie)),
  ];
}
