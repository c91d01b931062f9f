/** How a claim of the year is drawn; all but its certainty style is decided in `maps/payload/symbology.py`. */

import type { PayloadIndex } from "../data/payload-index";
import { CERTAINTY_STYLE_OF } from "../data/payload-schema";
import { Standing } from "../data/payload-types";
import type { CertaintyStyle, MarkName } from "./marks";
import type { ColourName } from "./palette";

/** From how the claim holds in the year, and from the certainty of the claim itself. */
export function certaintyStyleOf(hold: number, certainty: number): CertaintyStyle {
  return CERTAINTY_STYLE_OF[hold]![certainty]!;
}

export function markNameOf(index: PayloadIndex, row: number): MarkName {
  return index.symbol("mark", row) as MarkName;
}

export function colourNameOf(index: PayloadIndex, row: number): ColourName {
  return index.symbol("colour", row) as ColourName;
}

/** Width in pixels at the page's ordinary size. */
export function markSizePx(index: PayloadIndex, row: number): number {
  return index.symbol("sizePx", row);
}

export function isDisputed(index: PayloadIndex, row: number): boolean {
  return index.payload.claims.standing[row] === Standing.disputed;
}
