/** Which states a map names: the period is the reader's choice. */

import type { PolityColumns } from "../data/payload-schema";
import { type Days, middleDay } from "./claim-dates";

/**
 * The rows of the states that stood on any of these days, the oldest first. Of those that share a seat, which follow one
 * another, the one of the middle day is named alone.
 */
export function statesIn({ from, to, seat }: PolityColumns, days: Days): number[] {
  const [first, last] = days;
  const middle = middleDay(days);
  const standing = [...seat.keys()].filter((row) => from[row]! <= last && to[row]! >= first);
  const inTheMiddle = (row: number) => from[row]! <= middle && to[row]! >= middle;
  const taken = new Set(standing.filter(inTheMiddle).map((row) => seat[row]!));
  return standing.filter((row) => inTheMiddle(row) || !taken.has(seat[row]!));
}
