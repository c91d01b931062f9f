/** A person's way through the years: where the claims about them lie, one after another. */

import type { State } from "./address";
import type { Index } from "./index";
import { FAR_AHEAD, Kind, LONG_AGO } from "./payload";
import { lastDay, yearOf } from "./time";
import { inWorld } from "./year-net";

/** A place where someone was, from the year that is told, or the first that is possible: then it is not `sure`. */
export interface LifeStop {
  place: number;
  year: number;
  row: number;
  sure: boolean;
}

/**
 * The stops of a life in order of time: posts, journeys and events that have a place on the map and a date. Two
 * claims about one place that follow each other are one stop. What another claim comes before is left out.
 */
export function lifeOf(
  index: Index,
  person: number,
  { world, readings }: Pick<State, "world" | "readings">,
): LifeStop[] {
  const { claims } = index.payload;
  const aside = index.setAside(readings);
  const told: LifeStop[] = [];
  for (const row of index.claimsOfPerson(person)) {
    if (claims.kind[row] === Kind.tie || aside.has(row) || !inWorld(claims.standing[row]!, world)) continue;
    const start = claims.startEarliest[row]!;
    if (start === LONG_AGO || start === FAR_AHEAD) continue;
    const year = yearOf(start);
    const sure = claims.certainty[row] !== 2 && claims.startLatest[row]! <= lastDay(year);
    for (const place of index.placesOf(row)) if (index.isLocated(place)) told.push({ place, year, row, sure });
  }
  const order = told.sort((a, b) => claims.startEarliest[a.row]! - claims.startEarliest[b.row]! || a.row - b.row);
  return order.filter(({ place }, i) => i === 0 || place !== order[i - 1]!.place);
}
