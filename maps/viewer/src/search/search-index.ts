/**
 * Finds stations, people, places, events, journeys, posts, ties and sources by their names.
 *
 * Every word of a query must match: an entry's own names, or the names of its people, places, stations and category,
 * which count less. A year also matches a claim's dates. Creating the keys takes a moment, so create the index when
 * someone begins to search, and keep it.
 */

import type { PayloadIndex } from "../data/payload-index";
import { CATEGORIES_OF_KINDS } from "../data/payload-schema";
import { KIND_NAMES, type TextId } from "../data/payload-types";
import { searchedYear, withJoinedEras } from "../i18n/year-text";
import { claimHolds, HOLDS_UNDATED, yearDays } from "../time/claim-dates";
import { matchScore, NO_MATCH, parseQuery, phraseBonus, type Query, type SearchKey, searchKey } from "./match-score";

const SEARCH_KINDS = ["station", "person", "place", "event", "journey", "post", "tie", "source"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** `matchedName` is the name that matched if it is not the label, otherwise empty. */
interface ScoredRow {
  row: number;
  score: number;
  matchedName: string;
}
export interface SearchResult extends ScoredRow {
  reference: string;
  label: string;
}
/** The results of a kind in a strand. `total` may exceed the number of `results`. */
export interface ResultGroup {
  kind: SearchKind;
  strand: string;
  results: SearchResult[];
  total: number;
}

/** The weight of a match in a name that a claim refers to, relative to a match in its own label. */
const RELATED_WEIGHT = 0.25;
const YEAR_SCORE = 2;
/** These kinds come first when a name is searched for, before the claims about its bearer. */
const NAMED_KINDS: ReadonlySet<SearchKind> = new Set(["station", "person", "place"]);
const NAMED_KIND_BONUS = 3;

interface SearchName {
  key: SearchKey;
  text: string;
}
/** The kinds that are found by their own names alone. The first name is the label. */
type EntityKind = "person" | "place" | "source";

export class SearchIndex {
  private readonly keys: SearchKey[] = [];
  private readonly names: Readonly<Record<EntityKind, readonly SearchName[][]>>;
  private readonly labels: SearchKey[];
  private readonly categories: SearchKey[][];
  /** The strands in which people, places and sources have claims, cached when they are first found. */
  private readonly strandsOfEntities: Record<EntityKind, string[][]> = { person: [], place: [], source: [] };

  constructor(private readonly index: PayloadIndex) {
    const { claims, people, places, sources, categories } = index.payload;
    this.labels = claims.label.map((label) => this.keyFor(label));
    // Names of people and places in other languages are found too.
    const namesOf = (name: TextId, others: readonly TextId[]): SearchName[] => [
      ...[name, ...others].map((text) => ({ key: this.keyFor(text), text: index.text(text) })),
      ...index.languages.textInOtherLanguages(name).map((text) => ({ key: searchKey(text), text })),
    ];
    this.names = {
      person: people.name.map((name, row) => namesOf(name, people.aliases[row] ?? [])),
      place: places.name.map((name, row) =>
        namesOf(
          name,
          (places.names[row] ?? []).map(([text]) => text),
        ),
      ),
      source: sources.map(({ short, full, key }) => [short, full, key].map((text) => ({ key: searchKey(text), text }))),
    };
    this.categories = CATEGORIES_OF_KINDS.map((name) => categories[name].map(([, label]) => searchKey(label)));
  }

  private keyFor(text: TextId): SearchKey {
    return (this.keys[text] ??= searchKey(this.index.text(text)));
  }

  /**
   * The results of a query in groups by kind and strand, the best first, at most `maxPerKind` per group. The groups of
   * the shown strand come before others.
   */
  search(text: string, shownStrand: string, maxPerKind: number): ResultGroup[] {
    const query = parseQuery(withJoinedEras(text));
    if (query.words.length === 0) return [];
    const { claims, strands } = this.index.payload;
    const found = new Map<string, { kind: SearchKind; strand: string; rows: ScoredRow[] }>();
    const add = (kind: SearchKind, scored: ScoredRow) => {
      const strand = this.strandOf(kind, scored.row, shownStrand);
      const key = `${kind} ${strand}`;
      const group = found.get(key);
      if (group) group.rows.push(scored);
      else found.set(key, { kind, strand, rows: [scored] });
    };
    this.scoreClaims(query, (scored) => add(KIND_NAMES[claims.kind[scored.row]!]!, scored));
    for (const kind of ["person", "place", "source"] as const)
      this.names[kind].forEach((names, row) => {
        const scored = scoreNames(names, row, query);
        if (scored) add(kind, scored);
      });
    const groups = [...found.values()].map(({ kind, strand, rows }): ResultGroup => {
      const startDay = (row: number) => (isEntityKind(kind) ? 0 : claims.startEarliest[row]!);
      const order = (a: ScoredRow, b: ScoredRow) =>
        b.score - a.score || startDay(a.row) - startDay(b.row) || a.row - b.row;
      const best = topRows(rows, maxPerKind, order);
      return { kind, strand, total: rows.length, results: best.map((scored) => this.resultOf(kind, scored)) };
    });
    // The shown strand comes before others; within a strand, the kind with the best result comes first.
    const strandOrder = ({ strand }: ResultGroup) => (strand === shownStrand ? -1 : strands.name.indexOf(strand));
    const best = ({ kind, results }: ResultGroup) => results[0]!.score + (NAMED_KINDS.has(kind) ? NAMED_KIND_BONUS : 0);
    const kindOrder = ({ kind }: ResultGroup) => SEARCH_KINDS.indexOf(kind);
    return groups.sort((a, b) => strandOrder(a) - strandOrder(b) || best(b) - best(a) || kindOrder(a) - kindOrder(b));
  }

  /** The strand of an entry; for a person, a place or a source, the shown strand if it has claims about them. */
  private strandOf(kind: SearchKind, row: number, shownStrand: string): string {
    if (!isEntityKind(kind)) return this.index.strandOf(row);
    const strands = (this.strandsOfEntities[kind][row] ??= this.index.strandsOfTarget({ type: kind, row }));
    return strands.includes(shownStrand) ? shownStrand : (strands[0] ?? shownStrand);
  }

  private resultOf(kind: SearchKind, scored: ScoredRow): SearchResult {
    const { index } = this;
    const { row } = scored;
    if (!isEntityKind(kind)) return { ...scored, reference: index.reference(row), label: index.label(row) };
    const references = {
      person: () => index.personReference(row),
      place: () => index.placeReference(row),
      source: () => index.sourceReference(row),
    };
    return { ...scored, reference: references[kind](), label: this.names[kind][row]![0]!.text };
  }

  private scoreClaims(query: Query, onMatch: (found: ScoredRow) => void): void {
    const { claims } = this.index.payload;
    const { size } = this.index;
    const sums = new Float32Array(size);
    const stillMatching = new Uint8Array(size).fill(1);
    for (const word of query.words) {
      const best = (names: readonly SearchName[]) => bestScore(names, word);
      const people = Float32Array.from(this.names.person, best);
      const places = Float32Array.from(this.names.place, best);
      const categories = this.categories.map((list) => list.map((key) => matchScore(key, word)));
      const year = searchedYear(word.folded);
      const days = year === null ? null : yearDays(year);
      const scoreOf = (scores: Float32Array, row: number): number => (row < 0 ? NO_MATCH : scores[row]!);
      const labelScore = (row: number) => (row < 0 ? NO_MATCH : matchScore(this.labels[row]!, word));
      const relatedScore = (row: number) => {
        let score = Math.max(
          categories[claims.kind[row]!]?.[claims.category[row]!] ?? NO_MATCH,
          scoreOf(people, claims.person[row]!),
          scoreOf(people, claims.other[row]!),
          scoreOf(places, claims.place[row]!),
          scoreOf(places, claims.to[row]!),
          labelScore(claims.station[row]!),
        );
        claims.people[row]?.forEach((person) => (score = Math.max(score, people[person]!)));
        claims.via[row]?.forEach((stop) => (score = Math.max(score, places[stop]!)));
        claims.stations[row]?.forEach((station) => (score = Math.max(score, labelScore(station))));
        return score * RELATED_WEIGHT;
      };
      for (let row = 0; row < size; row++) {
        if (stillMatching[row] === 0) continue;
        // A match of the year counts only if nothing else matches. A year does not match an undated claim.
        const score =
          labelScore(row) ||
          relatedScore(row) ||
          (days && claimHolds(claims, row, days) > HOLDS_UNDATED ? YEAR_SCORE : NO_MATCH);
        if (score === NO_MATCH) stillMatching[row] = 0;
        else sums[row] = sums[row]! + score;
      }
    }
    for (let row = 0; row < size; row++)
      if (stillMatching[row] === 1)
        onMatch({ row, score: sums[row]! + phraseBonus(this.labels[row]!, query), matchedName: "" });
  }
}

const isEntityKind = (kind: SearchKind): kind is EntityKind =>
  kind === "person" || kind === "place" || kind === "source";

/** The best score of a word over several names. */
function bestScore(names: readonly SearchName[], word: SearchKey): number {
  return names.reduce((best, { key }) => Math.max(best, matchScore(key, word)), NO_MATCH);
}

/** The score of an entry with several names, each word matched in any of them; null if a word does not match. */
function scoreNames(names: readonly SearchName[], row: number, query: Query): ScoredRow | null {
  let score = 0;
  for (const word of query.words) {
    const best = bestScore(names, word);
    if (best === NO_MATCH) return null;
    score += best;
  }
  const bonuses = names.map(({ key }) => phraseBonus(key, query));
  const nameScores = names.map(({ key }, i) =>
    query.words.reduce((sum, word) => sum + matchScore(key, word), bonuses[i]!),
  );
  const bestName = nameScores.indexOf(Math.max(...nameScores));
  return {
    row,
    score: score + Math.max(...bonuses) - (bestName > 0 ? 1 : 0),
    matchedName: bestName > 0 ? names[bestName]!.text : "",
  };
}

/** The first `count` rows in an order. A very long list is not sorted completely. */
function topRows(all: ScoredRow[], count: number, compareRows: (a: ScoredRow, b: ScoredRow) => number): ScoredRow[] {
  if (all.length <= 4 * count) return all.sort(compareRows).slice(0, count);
  // Only rows that score at least as high as the last of the best ones can be among the first.
  const minScore = all.map(({ score }) => score).sort((a, b) => b - a)[count - 1]!;
  return all
    .filter(({ score }) => score >= minScore)
    .sort(compareRows)
    .slice(0, count);
}
