/** All that holds in the year, as entries that can be sorted: claims, and the lines of liaison between stations. */

import type { Sorting, State } from "../address";
import type { Index } from "../index";
import { Kind, LONG_AGO, Standing, type T } from "../payload";
import { claimsMeet, NOT, POSSIBLY } from "../time";
import type { YearNet } from "../year-net";
import { layerOf } from "../year-net";

/** The parts in which a list stands that is sorted by kind. */
export const PARTS = ["stations", "heads", "people", "journeys", "events", "liaison", "ties"] as const;

/** A claim by its row; or a line of liaison by its number (`line`, else -1), whose row is the station that reports. */
export interface Entry {
  part: number;
  row: number;
  line: number;
}

const PART_OF = { stations: 0, heads: 1, people: 2, couriers: 3, raids: 4, liaison: 5 } as const;
const LIAISON = 5;
const TIES = 6;

/** What holds under the switches of a state (layers aside), in the order of the tables. */
export function entriesOf(index: Index, net: YearNet, state: State): Entry[] {
  const { claims, liaison } = index.payload;
  const entries: Entry[] = [];
  for (let row = 0; row < index.size; row++) {
    if (!net.holdsFor(row, state)) continue;
    const layer = layerOf(index, row);
    if (layer) entries.push({ part: PART_OF[layer], row, line: -1 });
    else if (claims.kind[row] === Kind.tie) entries.push({ part: TIES, row, line: -1 });
  }
  for (let line = 0; line < liaison.from.length; line++) {
    const row = liaison.from[line]!;
    const to = liaison.to[line]!;
    if (!net.admits(row, state) || !net.admits(to, state) || claimsMeet(claims, row, to) === NOT) continue;
    if (state.certainty === "possible" || liaison.sure[line] === 0) entries.push({ part: LIAISON, row, line });
  }
  return entries;
}

/** The place at which an entry stands; of a journey the one from which it goes, else the one to which. */
export function placeOf(index: Index, { row, line }: Entry): number {
  const { claims } = index.payload;
  if (line >= 0 || claims.kind[row] === Kind.tie) return -1;
  return claims.place[row]! >= 0 ? claims.place[row]! : claims.to[row]!;
}

/** Does the map have a place for it? */
export function isOnMap(index: Index, entry: Entry): boolean {
  const { claims } = index.payload;
  if (entry.line >= 0) return true;
  return (
    index.isLocated(claims.place[entry.row]!) || (claims.to[entry.row]! >= 0 && index.isLocated(claims.to[entry.row]!))
  );
}

/** The less sure, the higher: first by what its sources allow, then by whether it may lie in another year, then by dispute. */
function doubtOf(index: Index, net: YearNet, { row, line }: Entry): number {
  const { claims, liaison } = index.payload;
  const certainty = line >= 0 ? liaison.sure[line]! : claims.certainty[row]!;
  const perhaps = line >= 0 ? net.lineHold[line] : net.hold[row];
  return 4 * certainty + 2 * Number(perhaps === POSSIBLY) + Number(claims.standing[row] === Standing.disputed);
}

const NOWHERE = Number.MAX_SAFE_INTEGER;

export class Sorter {
  private readonly collator: Intl.Collator;
  private labels: ReadonlyMap<T, number> | null = null;
  private placeRanks: ReadonlyMap<T, number> | null = null;

  constructor(
    private readonly index: Index,
    language: string,
  ) {
    this.collator = new Intl.Collator(language, { numeric: true });
  }

  /** Comparing two texts by the rules of a language is slow: they are ranked once, and numbers are compared. */
  private rank(texts: readonly T[]): Map<T, number> {
    const order = [...new Set(texts)].sort((a, b) => this.collator.compare(this.index.text(a), this.index.text(b)));
    return new Map(order.map((text, rank) => [text, rank]));
  }

  /** The entries in an order; equal ones stand by kind, date and table. What has no date or place comes last either way. */
  sorted(entries: readonly Entry[], { by, down }: Sorting, net: YearNet): Entry[] {
    const { claims, places } = this.index.payload;
    const since = ({ row, line }: Entry) =>
      line >= 0 || claims.startEarliest[row] === LONG_AGO ? NOWHERE : claims.startEarliest[row]!;
    const measure = ((): ((entry: Entry) => number) => {
      switch (by) {
        case "kind":
          return ({ part }) => part;
        case "date":
          return since;
        case "certainty":
          return (entry) => doubtOf(this.index, net, entry);
        case "name": {
          const ranks = (this.labels ??= this.rank(claims.label));
          return ({ row }) => ranks.get(claims.label[row]!)!;
        }
        case "place": {
          const ranks = (this.placeRanks ??= this.rank(places.name));
          return (entry) => {
            const place = placeOf(this.index, entry);
            return place < 0 ? NOWHERE : ranks.get(places.name[place]!)!;
          };
        }
      }
    })();
    const sign = down ? -1 : 1;
    const keys = new Map(entries.map((entry) => [entry, measure(entry)]));
    const dated = (entry: Entry) => entry.part === PART_OF.couriers || entry.part === PART_OF.raids || by !== "kind";
    return [...entries].sort((a, b) => {
      const [x, y] = [keys.get(a)!, keys.get(b)!];
      if (x !== y) return x === NOWHERE ? 1 : y === NOWHERE ? -1 : sign * (x - y);
      return a.part - b.part || (dated(a) ? since(a) - since(b) : 0) || a.row - b.row || a.line - b.line;
    });
  }
}
