/** The entries of a year that a poster lists next to its map: events, journeys, and the posts that began. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind, OPEN_END_DAY, OPEN_START_DAY } from "../data/payload-types";
import type { VisibleFeatures } from "../data/visible-features";
import type { Words } from "../i18n/viewer-words";
import { claimMonth, type Days, HOLDS_POSSIBLE, monthDays, placeNameDay, yearDays, yearOf } from "../time/claim-dates";

/** An entry: the claim whose mark is drawn next to it, its month or "perhaps", and its text with the place. */
export interface YearEntry {
  row: number;
  when: string;
  text: string;
}

/** A post with more possible start years than this is not listed in any of them. */
const MAX_START_YEARS = 3;

/** The month (1-12) of a year in which a claim began, or 0. */
function startMonth({ payload: { claims } }: PayloadIndex, row: number, year: number): number {
  const isWithin = ([first, last]: Days) => claims.startEarliest[row]! >= first && claims.startLatest[row]! <= last;
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find((month) => isWithin(monthDays(year, month))) ?? 0;
}

/** The label of a claim, with its place unless the label already names it. */
function textWithPlace(index: PayloadIndex, row: number, year: number, words: Words["poster"]): string {
  const { claims } = index.payload;
  const label = index.label(row);
  const place = claims.kind[row] === Kind.journey ? -1 : claims.place[row]!;
  const name = place < 0 ? "" : index.placeName(place, placeNameDay(claims, row, yearDays(year)));
  return name && !label.toLowerCase().includes(name.toLowerCase()) ? words.inPlace(label, name) : label;
}

const byText = (a: YearEntry, b: YearEntry): number =>
  Number(a.text > b.text) - Number(a.text < b.text) || a.row - b.row;

/**
 * Select from some claims the events and journeys of a year, and the posts that began in it. Events and journeys are
 * sorted by month, those without a known month last. Claims that possibly belong to the year come after all others.
 */
export function yearEntries(
  { index, hold }: VisibleFeatures,
  rows: readonly number[],
  year: number,
  words: Words,
  posterWords: Words["poster"],
): { events: YearEntry[]; posts: YearEntry[] } {
  const { claims } = index.payload;
  const perhaps = words.listParts.perhaps;
  const entries = rows.map((row) => ({
    row,
    isJourney: Number(index.isKind(row, "journey")),
    isPossible: Number(hold[row] === HOLDS_POSSIBLE),
    text: textWithPlace(index, row, year, posterWords),
  }));
  const events = entries
    .filter(({ row, isJourney }) => isJourney || index.isKind(row, "event"))
    .map((entry) => {
      const { row } = entry;
      const month = claimMonth(claims, row) || startMonth(index, row, year);
      const date = claims.oldStyle[row] ? index.text(claims.when[row]) : month > 0 ? words.month(month) : "";
      return { ...entry, when: entry.isPossible ? perhaps : date, month: month || 13 };
    })
    .sort((a, b) => a.isPossible - b.isPossible || a.month - b.month || a.isJourney - b.isJourney || byText(a, b));
  const posts = entries.flatMap((entry): YearEntry[] => {
    const { row, isPossible } = entry;
    const [earliest, latest] = [claims.startEarliest[row]!, claims.startLatest[row]!];
    if (!index.isKind(row, "post") || earliest === OPEN_START_DAY || latest === OPEN_END_DAY) return [];
    const [first, last] = [yearOf(earliest), yearOf(latest)];
    if (year < first || year > last || last - first >= MAX_START_YEARS) return [];
    return [{ ...entry, when: first === last && !isPossible ? "" : perhaps }];
  });
  return { events, posts: posts.sort((a, b) => Number(a.when !== "") - Number(b.when !== "") || byText(a, b)) };
}
