/**
 * Everything that holds in the year, as sortable entries: claims, and the liaison links between stations. The tray
 * follows: the claims that no source dates, whichever year is shown.
 */

import { signsOf } from "../scene/drawing/symbology";
import type { Sorting, State } from "../state/screen-state";
import { HOLDS_NOT, HOLDS_POSSIBLE } from "../time/claim-dates";
import type { PayloadIndex } from "./payload-index";
import { Kind, OPEN_START_DAY, type TextId } from "./payload-types";
import { layerOf, undatedClaims, type VisibleFeatures } from "./visible-features";

/** The sections of a list that is sorted by kind. */
export const LIST_SECTIONS = ["stations", "heads", "people", "journeys", "events", "liaison", "ties", "tray"] as const;

/** A claim by its row, or a liaison link by its number (`link`, else -1); its row is the station that reports. */
export type ListEntry = Record<"section" | "row" | "link", number>;

const SECTION_OF_LAYER = { stations: 0, heads: 1, people: 2, couriers: 3, raids: 4, liaison: 5 } as const;
const TIES_SECTION = 6;
const TRAY_SECTION = 7;

export const isInTray = ({ section }: ListEntry): boolean => section === TRAY_SECTION;

/** The entries that hold and pass the switches of a state (layers aside), in the order of the tables; then the tray. */
export function listEntries(index: PayloadIndex, visible: VisibleFeatures, state: State): ListEntry[] {
  const { claims, liaison } = index.payload;
  const entries: ListEntry[] = [];
  for (let row = 0; row < index.size; row++) {
    if (claims.undated[row] || !visible.passesFilter(row, state)) continue;
    const layer = layerOf(index, row);
    if (layer) entries.push({ section: SECTION_OF_LAYER[layer], row, link: -1 });
    else if (claims.kind[row] === Kind.tie) entries.push({ section: TIES_SECTION, row, link: -1 });
  }
  for (let link = 0; link < liaison.from.length; link++) {
    if (visible.linkHold[link] !== HOLDS_NOT)
      entries.push({ section: SECTION_OF_LAYER.liaison, row: liaison.from[link]!, link });
  }
  for (const row of undatedClaims(index, state)) entries.push({ section: TRAY_SECTION, row, link: -1 });
  return entries;
}

/** The place of an entry; for a journey its origin, else its destination; -1 without a place. */
export function entryPlace(index: PayloadIndex, { row, link }: ListEntry): number {
  const { claims } = index.payload;
  if (link >= 0 || claims.kind[row] === Kind.tie) return -1;
  return claims.place[row]! >= 0 ? claims.place[row]! : claims.to[row]!;
}

/** Whether the map can show an entry. */
export function isOnMap(index: PayloadIndex, { row, link }: ListEntry): boolean {
  const { place, to } = index.payload.claims;
  return link >= 0 || index.isLocated(place[row]!) || index.isLocated(to[row]!);
}

/**
 * A rank that is higher for less certain entries: first by the certainty of its sources, then by whether it may belong
 * to another year, then by a sign (contested or partisan).
 */
function uncertaintyRank(index: PayloadIndex, visible: VisibleFeatures, { row, link }: ListEntry): number {
  const { claims, liaison } = index.payload;
  const certainty = link >= 0 ? liaison.sure[link]! : claims.certainty[row]!;
  const hold = link >= 0 ? visible.linkHold[link] : visible.hold[row];
  return 4 * certainty + 2 * Number(hold === HOLDS_POSSIBLE) + Number(signsOf(index, row).length > 0);
}

const SORTS_LAST = Number.MAX_SAFE_INTEGER;

export class EntrySorter {
  private readonly collator: Intl.Collator;
  private readonly ranksByColumn = new Map<readonly TextId[], ReadonlyMap<TextId, number>>();

  constructor(
    private readonly index: PayloadIndex,
    language: string,
  ) {
    this.collator = new Intl.Collator(language, { numeric: true });
  }

  /**
   * The rank of a text in its column. Comparing texts by the rules of a language is slow, so each column is ranked once
   * and its ranks are compared.
   */
  private rankOf(column: readonly TextId[], row: number): number {
    let ranks = this.ranksByColumn.get(column);
    if (!ranks) {
      const inOrder = [...new Set(column)].sort((a, b) =>
        this.collator.compare(this.index.text(a), this.index.text(b)),
      );
      ranks = new Map(inOrder.map((text, rank) => [text, rank]));
      this.ranksByColumn.set(column, ranks);
    }
    return ranks.get(column[row]!)!;
  }

  /**
   * The sorted entries. Equal entries are in order of kind, date and table. Entries without a date or place come last
   * in either direction, and the tray comes after all others.
   */
  sorted(entries: readonly ListEntry[], { by, down }: Sorting, visible: VisibleFeatures): ListEntry[] {
    const { index } = this;
    const { claims, places } = index.payload;
    const startDay = ({ row, link }: ListEntry) =>
      link >= 0 || claims.undated[row] || claims.startEarliest[row] === OPEN_START_DAY
        ? SORTS_LAST
        : claims.startEarliest[row]!;
    const placeRank = (place: number) => (place < 0 ? SORTS_LAST : this.rankOf(places.name, place));
    const sortKeys: Record<Sorting["by"], (entry: ListEntry) => number> = {
      kind: ({ section }) => section,
      date: startDay,
      certainty: (entry) => uncertaintyRank(index, visible, entry),
      name: ({ row }) => this.rankOf(claims.label, row),
      place: (entry) => placeRank(entryPlace(index, entry)),
    };
    const sign = down ? -1 : 1;
    const keys = new Map(entries.map((entry) => [entry, sortKeys[by](entry)]));
    const sortsByDate = ({ section }: ListEntry) =>
      section === SECTION_OF_LAYER.couriers || section === SECTION_OF_LAYER.raids || by !== "kind";
    return entries.toSorted((a, b) => {
      if (isInTray(a) !== isInTray(b)) return Number(isInTray(a)) - Number(isInTray(b));
      const [x, y] = [keys.get(a)!, keys.get(b)!];
      if (x !== y) return x === SORTS_LAST ? 1 : y === SORTS_LAST ? -1 : sign * (x - y);
      return (
        a.section - b.section || (sortsByDate(a) ? startDay(a) - startDay(b) : 0) || a.row - b.row || a.link - b.link
      );
    });
  }
}
