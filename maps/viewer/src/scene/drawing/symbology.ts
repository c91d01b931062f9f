/** How a claim of the year is drawn. Everything but its certainty style is defined in `maps/payload/symbology.py`. */

import type { PayloadIndex } from "../../data/payload-index";
import { CERTAINTY_STYLE_OF } from "../../data/payload-schema";
import { Standing } from "../../data/payload-types";
import type { ColourName } from "../palette";
import type { CertaintyStyle, MarkName } from "./marks";
import type { Sign } from "./signs";

/** The certainty style, from how the claim holds in the year and from the claim's own certainty. */
export function certaintyStyleOf(hold: number, certainty: number): CertaintyStyle {
  return CERTAINTY_STYLE_OF[hold]![certainty]!;
}

export function markNameOf(index: PayloadIndex, row: number): MarkName {
  return index.symbol("mark", row) as MarkName;
}

export function colourNameOf(index: PayloadIndex, row: number): ColourName {
  return index.symbol("colour", row) as ColourName;
}

/** Width in pixels at the page's default size. */
export function markSizePx(index: PayloadIndex, row: number): number {
  return index.symbol("sizePx", row);
}

const SIGNS = [[], ["contested"], ["partisan"], ["contested", "partisan"]] as const satisfies readonly Sign[][];

/** The signs of a claim: it is named in a disagreement, rests on partisan sources only, or both. */
export function signsOf({ payload: { claims } }: PayloadIndex, row: number): readonly Sign[] {
  return SIGNS[claims.contested[row]! + 2 * Number(claims.standing[row] === Standing.partisan)]!;
}
