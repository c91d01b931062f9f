/**
 * Finds stations, people, places, events, journeys, posts, ties and sources by their names.
 *
 * Every word of a query must be found: in an entry's own names, or in the names of its people, places, stations and
 * category, which count for less; a year is also found in a claim's dates. Making the keys takes a moment: make the
 * index when somebody begins to search, and keep it.
 */

import type { PayloadIndex } from "../data/payload-index";
import { CATEGORIES_OF_KINDS } from "../data/payload-schema";
import { KIND_NAMES, type TextId } from "../data/payload-types";
import { searchedYear, withJoinedEras } from "../i18n/year-text";
import { claimHolds, type Days, HOLDS_UNDATED, yearDays } from "../time/claim-dates";
import { matchScore, NO_MATCH, parseQuery, phraseBonus, type Query, type SearchKey, searchKey } from "./match-score";

export const SEARCH_KINDS = ["station", "person", "place", "event", "journey", "post", "tie", "source"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** `matchedName` is the name that matched, if it is not the label; else empty. */
export interface SearchResult {
  reference: string;
  row: number;
  label: string;
  matchedName: string;
  score: number;
}
/** The results of a kind in a strand. `total` may be more than `results` holds. */
export interface ResultGroup {
  kind: SearchKind;
  strand: string;
  results: SearchResult[];
  total: number;
}

/** The weight of a match in a name that a claim refers to, compared with one in its own label. */
const RELATED_WEIGHT = 0.25;
const YEAR_SCORE = 2;
/** Searching for a name finds its bearer first, before the sentences about them. */
const NAMED_KINDS: ReadonlySet<SearchKind> = new Set(["station", "person", "place"]);
const NAMED_KIND_BONUS = 3;

interface SearchName {
  key: SearchKey;
  text: string;
}
interface ScoredRow {
  row: number;
  score: number;
  matchedName: string;
}

export class SearchIndex {
  private readonly keys = new Map<TextId, SearchKey>();
  private readonly people: SearchName[][];
  private readonly places: SearchName[][];
  private readonly sources: SearchName[][];
  private readonly labels: SearchKey[];
  private readonly categories: SearchKey[][];
  /** For people, places and sources the strands in which they have claims, once they were found. */
  private readonly strandsOfEntities = new Map<string, readonly string[]>();

  constructor(private readonly index: PayloadIndex) {
    const { claims, people, places, sources, categories } = index.payload;
    const name = (text: TextId): SearchName => ({ key: this.keyFor(text), text: index.text(text) });
    this.labels = claims.label.map((label) => this.keyFor(label));
    // Names of people and places in other languages are found too.
    const otherLanguageNames = (text: TextId): SearchName[] =>
      index.languages.textInOtherLanguages(text).map((other) => ({ key: searchKey(other), text: other }));
    this.people = people.name.map((nameText, row) => [
      name(nameText),
      ...(people.aliases[row] ?? []).map(name),
      ...otherLanguageNames(nameText),
    ]);
    this.places = places.name.map((nameText, row) => [
      name(nameText),
      ...(places.names[row] ?? []).map(([text]) => name(text)),
      ...otherLanguageNames(nameText),
    ]);
    this.sources = sources.map(({ short, full, key }) =>
      [short, full, key].map((text) => ({ key: searchKey(text), text })),
    );
    this.categories = CATEGORIES_OF_KINDS.map((name) => categories[name].map(([, label]) => searchKey(label)));
  }

  private keyFor(text: TextId): SearchKey {
    let key = this.keys.get(text);
    if (!key) this.keys.set(text, (key = searchKey(this.index.text(text))));
    return key;
  }

  /** The results of a query by kind, the best first, those of the shown strand before others; at most `maxPerKind` of a kind. */
  search(text: string, shownStrand: string, maxPerKind: number): ResultGroup[] {
    const query = parseQuery(withJoinedEras(text));
    if (query.words.length === 0) return [];
    const { claims, sources, strands } = this.index.payload;
    const scoreAllNames = (names: SearchName[][]) =>
      names.flatMap((ownNames, row): ScoredRow[] => this.scoreNames(ownNames, row, query));
    const byKind: Record<SearchKind, ScoredRow[]> = {
      station: [],
      event: [],
      journey: [],
      post: [],
      tie: [],
      person: scoreAllNames(this.people),
      place: scoreAllNames(this.places),
      source: scoreAllNames(this.sources),
    };
    this.scoreClaims(query, (found) => byKind[KIND_NAMES[claims.kind[found.row]!]!].push(found));
    const groups: ResultGroup[] = [];
    for (const kind of SEARCH_KINDS) {
      const byStrand = new Map<string, ScoredRow[]>(strands.name.map((name) => [name, []]));
      for (const found of byKind[kind]) byStrand.get(this.strandOf(kind, found.row, shownStrand))!.push(found);
      for (const [strand, found] of byStrand) {
        if (found.length === 0) continue;
        const sourceKey = kind === "source" ? (row: number) => sources[row]!.key : null;
        const best = topRows(
          found,
          maxPerKind,
          (a, b) =>
            b.score - a.score ||
            (sourceKey
              ? compareText(sourceKey(a.row), sourceKey(b.row))
              : this.startDay(kind, a.row) - this.startDay(kind, b.row) || a.row - b.row),
        );
        groups.push({
          kind,
          strand,
          total: found.length,
          results: best.map((each) => this.resultOf(kind, each)),
        });
      }
    }
    // The kind of the best result comes first, and other strands after the one that is shown.
    const order = ({ strand }: ResultGroup) => (strand === shownStrand ? -1 : strands.name.indexOf(strand));
    const best = ({ kind, results }: ResultGroup) => results[0]!.score + (NAMED_KINDS.has(kind) ? NAMED_KIND_BONUS : 0);
    return groups.sort((a, b) => order(a) - order(b) || best(b) - best(a));
  }

  /** The strand of an entry; of a person, a place or a source the one that is shown, where they have claims in it. */
  private strandOf(kind: SearchKind, row: number, shownStrand: string): string {
    if (kind !== "person" && kind !== "place" && kind !== "source") return this.index.strandOf(row);
    const key = `${kind}:${row}`;
    let strands = this.strandsOfEntities.get(key);
    if (!strands) this.strandsOfEntities.set(key, (strands = this.index.strandsOfTarget({ type: kind, row })));
    return strands.includes(shownStrand) ? shownStrand : (strands[0] ?? shownStrand);
  }

  private startDay(kind: SearchKind, row: number): number {
    return kind === "person" || kind === "place" ? 0 : this.index.payload.claims.startEarliest[row]!;
  }

  private resultOf(kind: SearchKind, { row, score, matchedName }: ScoredRow): SearchResult {
    const { index } = this;
    switch (kind) {
      case "person":
        return { reference: index.personReference(row), row, score, matchedName, label: index.personName(row) };
      case "place":
        return {
          reference: index.placeReference(row),
          row,
          score,
          matchedName,
          label: index.text(index.payload.places.name[row]),
        };
      case "source":
        return {
          reference: index.sourceReference(row),
          row,
          score,
          matchedName: "",
          label: index.payload.sources[row]!.short,
        };
      default:
        return { reference: index.reference(row), row, score, matchedName, label: index.label(row) };
    }
  }

  /** The score of an entry with several names: all words in one of them, or spread over them. */
  private scoreNames(names: readonly SearchName[], row: number, query: Query): ScoredRow[] {
    let score = 0;
    for (const word of query.words) {
      let best: number = NO_MATCH;
      for (const { key } of names) best = Math.max(best, matchScore(key, word));
      if (best === NO_MATCH) return [];
      score += best;
    }
    let bestName = 0;
    let [bestScore, bestBonus] = [-1, 0];
    names.forEach(({ key }, i) => {
      const wordScore = query.words.reduce((sum, word) => sum + matchScore(key, word), 0);
      const bonus = phraseBonus(key, query);
      bestBonus = Math.max(bestBonus, bonus);
      if (wordScore + bonus > bestScore) [bestScore, bestName] = [wordScore + bonus, i];
    });
    return [
      {
        row,
        score: score + bestBonus - (bestName > 0 ? 1 : 0),
        matchedName: bestName > 0 ? names[bestName]!.text : "",
      },
    ];
  }

  private scoreClaims(query: Query, onMatch: (found: ScoredRow) => void): void {
    const { claims } = this.index.payload;
    const size = this.index.size;
    const sums = new Float32Array(size);
    const stillMatching = new Uint8Array(size).fill(1);
    for (const word of query.words) {
      const best = (names: readonly SearchName[]) =>
        names.reduce((start, { key }) => Math.max(start, matchScore(key, word)), NO_MATCH);
      const people = Float32Array.from(this.people, best);
      const places = Float32Array.from(this.places, best);
      const categories = this.categories.map((list) => list.map((key) => matchScore(key, word)));
      const year = searchedYear(word.folded);
      const days = year === null ? null : yearDays(year);
      const bestOf = (scores: Float32Array, rows: readonly number[] | undefined, start: number) =>
        (rows ?? []).reduce((max, row) => Math.max(max, scores[row]!), start);
      for (let row = 0; row < size; row++) {
        if (stillMatching[row] === 0) continue;
        let score = matchScore(this.labels[row]!, word);
        if (score === NO_MATCH) {
          let relatedScore = categories[claims.kind[row]!]?.[claims.category[row]!] ?? NO_MATCH;
          if (claims.person[row]! >= 0) relatedScore = Math.max(relatedScore, people[claims.person[row]!]!);
          if (claims.other[row]! >= 0) relatedScore = Math.max(relatedScore, people[claims.other[row]!]!);
          if (claims.place[row]! >= 0) relatedScore = Math.max(relatedScore, places[claims.place[row]!]!);
          if (claims.to[row]! >= 0) relatedScore = Math.max(relatedScore, places[claims.to[row]!]!);
          if (claims.station[row]! >= 0)
            relatedScore = Math.max(relatedScore, matchScore(this.labels[claims.station[row]!]!, word));
          relatedScore = bestOf(places, claims.via[row], bestOf(people, claims.people[row], relatedScore));
          for (const station of claims.stations[row] ?? [])
            relatedScore = Math.max(relatedScore, matchScore(this.labels[station]!, word));
          score = relatedScore * RELATED_WEIGHT;
          if (score === NO_MATCH && days && this.mayHoldWithin(row, days)) score = YEAR_SCORE;
        }
        if (score === NO_MATCH) stillMatching[row] = 0;
        else sums[row] = sums[row]! + score;
      }
    }
    for (let row = 0; row < size; row++)
      if (stillMatching[row] === 1)
        onMatch({ row, score: sums[row]! + phraseBonus(this.labels[row]!, query), matchedName: "" });
  }

  /** Whether a claim may hold between two days. One without any date is not found by a year. */
  private mayHoldWithin(row: number, days: Days): boolean {
    const { claims } = this.index.payload;
    return claimHolds(claims, row, days) > HOLDS_UNDATED;
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first rows of a list in an order, without sorting all of a very long one. */
function topRows(all: ScoredRow[], count: number, compareRows: (a: ScoredRow, b: ScoredRow) => number): ScoredRow[] {
  if (all.length <= 4 * count) return all.sort(compareRows).slice(0, count);
  // Only rows that score as high as the last of the best ones can come first.
  const minScore = all.map(({ score }) => score).sort((a, b) => b - a)[count - 1]!;
  return all
    .filter(({ score }) => score >= minScore)
    .sort(compareRows)
    .slice(0, count);
}
