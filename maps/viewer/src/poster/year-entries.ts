/** What a poster lists of a year beside its map: what happened, and the posts that began. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind, OPEN_END_DAY, OPEN_START_DAY } from "../data/payload-types";
import type { VisibleFeatures } from "../data/visible-features";
import type { Words } from "../i18n/viewer-words";
import { claimMonth, HOLDS_POSSIBLE, monthDays, placeNameDay, yearDays, yearOf } from "../time/claim-dates";

/** An entry: the claim whose mark stands beside it, its month or "perhaps", what happened, and where. */
export interface YearEntry {
  row: number;
  when: string;
  text: string;
}

/** A post that may have begun in any of more years than this is not said to begin in one of them. */
const MAX_START_YEARS = 3;

/** The month (1-12) of a year in which a claim began, or 0. */
function startMonth({ payload: { claims } }: PayloadIndex, row: number, year: number): number {
  const [earliest, latest] = [claims.startEarliest[row]!, claims.startLatest[row]!];
  for (let month = 1; month <= 12; month++) {
    const [first, last] = monthDays(year, month);
    if (earliest >= first && latest <= last) return month;
  }
  return 0;
}

/** The place of a claim, unless its label names it already. */
function textWithPlace(index: PayloadIndex, row: number, year: number, words: Words["poster"]): string {
  const { claims } = index.payload;
  const label = index.label(row);
  const place = claims.kind[row] === Kind.journey ? -1 : claims.place[row]!;
  const name = place < 0 ? "" : index.placeName(place, placeNameDay(claims, row, yearDays(year)));
  return name && !label.toLowerCase().includes(name.toLowerCase()) ? words.inPlace(label, name) : label;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Events and journeys of a year by month, then those without a known month, then those that are possibly of it. */
export function yearEvents(
  visible: VisibleFeatures,
  rows: readonly number[],
  year: number,
  words: Words,
  posterWords: Words["poster"],
): YearEntry[] {
  const { index } = visible;
  const { claims } = index.payload;
  const entries = rows
    .filter((row) => index.isKind(row, "event") || index.isKind(row, "journey"))
    .map((row) => {
      const month = claimMonth(claims, row) || startMonth(index, row, year);
      const isPossible = visible.hold[row] === HOLDS_POSSIBLE;
      const date = claims.oldStyle[row] ? index.text(claims.when[row]) : month > 0 ? words.month(month) : "";
      const when = isPossible ? words.listParts.perhaps : date;
      return { row, when, text: textWithPlace(index, row, year, posterWords), isPossible, month: month || 13 };
    });
  return entries.sort(
    (a, b) =>
      Number(a.isPossible) - Number(b.isPossible) ||
      a.month - b.month ||
      Number(index.isKind(a.row, "journey")) - Number(index.isKind(b.row, "journey")) ||
      compareTexts(a.text, b.text) ||
      a.row - b.row,
  );
}

/** Posts that began in a year, then those that possibly did. */
export function newPosts(
  visible: VisibleFeatures,
  rows: readonly number[],
  year: number,
  words: Words,
  posterWords: Words["poster"],
): YearEntry[] {
  const { index } = visible;
  const { claims } = index.payload;
  const entries = rows.flatMap((row): YearEntry[] => {
    const [earliest, latest] = [claims.startEarliest[row]!, claims.startLatest[row]!];
    if (!index.isKind(row, "post") || earliest === OPEN_START_DAY || latest === OPEN_END_DAY) return [];
    const [first, last] = [yearOf(earliest), yearOf(latest)];
    if (year < first || year > last || last - first >= MAX_START_YEARS) return [];
    const isSure = first === last && visible.hold[row] !== HOLDS_POSSIBLE;
    return [{ row, when: isSure ? "" : words.listParts.perhaps, text: textWithPlace(index, row, year, posterWords) }];
  });
  return entries.sort(
    (a, b) => Number(a.when !== "") - Number(b.when !== "") || compareTexts(a.text, b.text) || a.row - b.row,
  );
}
