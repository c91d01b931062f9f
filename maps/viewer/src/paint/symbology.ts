/** How a claim of the year is drawn: mark, colour, size and certainty style, for the map, the list and the legend. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind, Standing } from "../data/payload-types";
import { HOLDS_CERTAINLY } from "../time/claim-dates";
import { CertaintyStyle, isMark, type MarkName } from "./marks";
import type { ColourName } from "./palette";

/** From how the claim holds in the year, and from the certainty of the claim itself. */
export function certaintyStyleOf(hold: number, certainty: number): CertaintyStyle {
  if (certainty === 2) return CertaintyStyle.dashed;
  if (hold !== HOLDS_CERTAINLY) return CertaintyStyle.hollow;
  return certainty === 1 ? CertaintyStyle.hatched : CertaintyStyle.solid;
}

export function markNameOf(index: PayloadIndex, row: number): MarkName {
  const category = index.category(row);
  switch (index.payload.claims.kind[row]) {
    case Kind.station:
      return isMark(category) ? category : "other";
    case Kind.event:
      return isMark(category) && category !== "other" ? category : "event";
    case Kind.journey:
      return "journey";
    case Kind.tie:
      return "person";
    default:
      return category === "head" ? "head" : "person";
  }
}

export function colourNameOf(index: PayloadIndex, row: number): ColourName {
  const category = index.category(row);
  switch (index.payload.claims.kind[row]) {
    case Kind.station:
      return "station";
    case Kind.event:
      return category === "raid" || category === "arrest" ? "raid" : "event";
    case Kind.journey:
      return "courier";
    case Kind.tie:
      return "inkSoft";
    default:
      return category === "head" ? "head" : "person";
  }
}

/** Width in pixels at the page's ordinary size. */
export function markSizePx(index: PayloadIndex, row: number): number {
  const category = index.category(row);
  switch (index.payload.claims.kind[row]) {
    case Kind.station:
      return category === "headquarters" ? 23 : 18;
    case Kind.event:
      return category === "raid" || category === "arrest" ? 19 : 16;
    default:
      return category === "head" ? 16 : 14;
  }
}

export function isDisputed(index: PayloadIndex, row: number): boolean {
  return index.payload.claims.standing[row] === Standing.disputed;
}
