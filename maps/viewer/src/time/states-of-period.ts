/** Selects the states that a map names in a period. */

import type { PolityColumns } from "../data/payload-schema";
import { type Days, middleDay } from "./claim-dates";

/**
 * The rows of the states that existed on any of these days, the oldest first. States that share a seat follow one
 * another: if one of them existed on the middle day, only that one is named.
 */
export function statesIn({ from, to, seat }: PolityColumns, days: Days): number[] {
  const [first, last] = days;
  const middle = middleDay(days);
  const standing = [...seat.keys()].filter((row) => from[row]! <= last && to[row]! >= first);
  const inTheMiddle = (row: number) => from[row]! <= middle && to[row]! >= middle;
  const taken = new Set(standing.filter(inTheMiddle).map((row) => seat[row]!));
  return standing.filter((row) => inTheMiddle(row) || !taken.has(seat[row]!));
}
