/** The path of a person's life: the places of the claims about them, in chronological order. */

import { claimHolds, HOLDS_SEEN, yearDays, yearOf } from "../time/claim-dates";
import type { PayloadIndex } from "./payload-index";
import { Kind, OPEN_END_DAY, OPEN_START_DAY } from "./payload-types";
import { type ClaimFilter, isAskedFor } from "./visible-features";

/** A place where someone was, from the recorded year, or from the first possible one if it is not `certain`. */
export type LifeStop = ReturnType<typeof lifePathOf>[number];

/**
 * The stops of a life in chronological order: posts, journeys and events that have a place on the map and a date.
 * Consecutive claims about one place are one stop. Outranked claims are left out.
 */
export function lifePathOf(index: PayloadIndex, person: number, filter: ClaimFilter) {
  const { claims } = index.payload;
  const outranked = index.outrankedRows(filter.readings);
  const stops = index.claimsOfPerson(person).flatMap((row) => {
    const start = claims.startEarliest[row]!;
    if (claims.kind[row] === Kind.tie || outranked.has(row) || !isAskedFor(index, row, filter)) return [];
    if (start === OPEN_START_DAY || start === OPEN_END_DAY) return [];
    const year = yearOf(start);
    const certain = claims.certainty[row] !== 2 && claimHolds(claims, row, yearDays(year)) === HOLDS_SEEN;
    const located = index.placesOf(row).filter((place) => index.isLocated(place));
    return located.map((place) => ({ place, year, row, certain }));
  });
  const inOrder = stops.sort((a, b) => claims.startEarliest[a.row]! - claims.startEarliest[b.row]! || a.row - b.row);
  return inOrder.filter(({ place }, i) => i === 0 || place !== inOrder[i - 1]!.place);
}
