/** Pseudo-random numbers and claims, the same at every run. */

import { type Claims, OPEN_END_DAY, OPEN_START_DAY, type Sighting, type Spans } from "../src/data/payload-types";

export function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

type Bounds = [number, number, number, number];

/** Four bounds as Python writes them: ordered, open, unknown or doubtful; between `first` and `last`. */
export function randomBounds(next: () => number, first: number, last: number): Bounds {
  const day = () => Math.round(first + next() * (last - first));
  const [a, b, c, d] = [day(), day(), day(), day()].sort((x, y) => x - y) as Bounds;
  switch (Math.floor(next() * 7)) {
    case 0:
      return [a, b, a, b]; // one date, known to lie within a stretch
    case 1:
      return [a, a, a, a];
    case 2:
      return [OPEN_START_DAY, OPEN_END_DAY, OPEN_START_DAY, OPEN_END_DAY];
    case 3:
      return [a, b, OPEN_END_DAY, OPEN_END_DAY]; // it went on
    case 4:
      return [a, b, a, OPEN_END_DAY]; // its end is not known
    case 5:
      return [a, OPEN_END_DAY, OPEN_START_DAY, d]; // doubtful
    default:
      return [a, b, c, d];
  }
}

/** Give every claim other dates, some of them sets; some claims are undated, and some are seen at a date apart. */
export function shuffleDates(claims: Claims, seed: number, first: number, last: number): Claims {
  const next = numbers(seed);
  const spans: (Spans | undefined)[] = claims.id.map(() => undefined);
  claims.id.forEach((_, row) => {
    const members = Array.from({ length: next() < 0.25 ? 3 : 1 }, () => randomBounds(next, first, last));
    claims.startEarliest[row] = Math.min(...members.map(([day]) => day));
    claims.startLatest[row] = Math.max(...members.map(([, day]) => day));
    claims.endEarliest[row] = Math.min(...members.map(([, , day]) => day));
    claims.endLatest[row] = Math.max(...members.map(([, , , day]) => day));
    if (members.length > 1) spans[row] = { all: next() < 0.5, bounds: members };
  });
  const chance = numbers(seed + 1);
  const day = () => Math.round(first + chance() * (last - first));
  const undated = Uint8Array.from(claims.id, () => Number(chance() < 0.1));
  const sightings = claims.id.map((_, row): Sighting[] | undefined => {
    if (undated[row] || chance() < 0.8) return undefined;
    const since = day();
    return [[since + Math.round(chance() * 400), since]];
  });
  return Object.assign(claims, { spans, undated, sightings });
}
