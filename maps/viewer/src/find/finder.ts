/**
 * Finds stations, people, places, events, journeys, posts, ties and sources by what they are called.
 *
 * Every word of a query must be found: in the thing's own names, or in the names of its people, places, stations and
 * category, which count for less; a year is also found in a claim's dates. Making the keys is the work of a moment:
 * make a finder when somebody begins to search, and keep it.
 */

import type { Index } from "../index";
import { FAR_AHEAD, KIND_NAMES, LONG_AGO, Standing, type T } from "../payload";
import { firstDay, lastDay } from "../time";
import { bonus, type Key, keyOf, match, NO_MATCH, type Query, queryOf } from "./match";

export const FIND_KINDS = ["station", "person", "place", "event", "journey", "post", "tie", "source"] as const;
export type FindKind = (typeof FIND_KINDS)[number];

/** `by` is the name that was found, where it is not the one that it is shown by. */
export interface Hit {
  reference: string;
  row: number;
  label: string;
  by: string;
  score: number;
}
/** `total` may be more than there are hits. `other` tells that they belong to the world that is not shown. */
export interface Group {
  kind: FindKind;
  other: boolean;
  hits: Hit[];
  total: number;
}

/** What a match in something that a claim names is worth, beside one in its own name. */
const BESIDE = 0.25;
const IN_YEAR = 2;
/** Who types a name means who bears it, before what a sentence tells of them. */
const THINGS: ReadonlySet<FindKind> = new Set(["station", "person", "place"]);
const A_THING = 3;
const YEAR = /^\d{4}$/;

interface Name {
  key: Key;
  text: string;
}
interface Found {
  row: number;
  score: number;
  by: string;
}

export class Finder {
  private readonly keys = new Map<T, Key>();
  private readonly people: Name[][];
  private readonly places: Name[][];
  private readonly sources: Name[][];
  private readonly labels: Key[];
  private readonly categories: Key[][];
  /** For people, places and sources: do all of their claims belong to the fiction? */
  private readonly invented: Record<"person" | "place" | "source", Uint8Array>;

  constructor(private readonly index: Index) {
    const { claims, people, places, sources, categories } = index.payload;
    const name = (text: T): Name => ({ key: this.key(text), text: index.text(text) });
    this.labels = claims.label.map((label) => this.key(label));
    // What another language calls a person or a place is found too.
    const others = (text: T): Name[] =>
      index.tongues.otherwise(text).map((other) => ({ key: keyOf(other), text: other }));
    this.people = people.name.map((own, row) => [name(own), ...(people.aliases[row] ?? []).map(name), ...others(own)]);
    this.places = places.name.map((own, row) => [
      name(own),
      ...(places.names[row] ?? []).map(([text]) => name(text)),
      ...others(own),
    ]);
    this.sources = sources.map(({ short, full, key }) =>
      [short, full, key].map((text) => ({ key: keyOf(text), text })),
    );
    const lists = [categories.function, categories.role, categories.means, categories.event, categories.relation];
    this.categories = lists.map((list) => list.map(([, label]) => keyOf(label)));
    const invented = (type: "person" | "place" | "source", count: number) =>
      Uint8Array.from({ length: count }, (_, row) => Number(!index.fitsWorld({ type, row }, false)));
    this.invented = {
      person: invented("person", people.id.length),
      place: invented("place", places.id.length),
      source: invented("source", sources.length),
    };
  }

  private key(text: T): Key {
    let key = this.keys.get(text);
    if (!key) this.keys.set(text, (key = keyOf(this.index.text(text))));
    return key;
  }

  /** What a query finds, by kind, the best first; at most `most` of a kind. */
  find(text: string, fiction: boolean, most: number): Group[] {
    const query = queryOf(text);
    if (query.words.length === 0) return [];
    const { claims, sources } = this.index.payload;
    const named = (names: Name[][]) => names.flatMap((own, row): Found[] => this.named(own, row, query));
    const byKind: Record<FindKind, Found[]> = {
      station: [],
      event: [],
      journey: [],
      post: [],
      tie: [],
      person: named(this.people),
      place: named(this.places),
      source: named(this.sources),
    };
    this.claims(query, (found) => byKind[KIND_NAMES[claims.kind[found.row]!]!].push(found));
    const groups: Group[] = [];
    for (const other of [false, true]) {
      for (const kind of FIND_KINDS) {
        const isInvented = (row: number) =>
          kind === "person" || kind === "place" || kind === "source"
            ? this.invented[kind][row] === 1
            : claims.standing[row] === Standing.fiction;
        const found = byKind[kind].filter(({ row }) => (isInvented(row) === fiction) !== other);
        if (found.length === 0) continue;
        const order = kind === "source" ? (row: number) => sources[row]!.key : null;
        const best = foremost(
          found,
          most,
          (a, b) =>
            b.score - a.score ||
            (order
              ? compare(order(a.row), order(b.row))
              : this.since(kind, a.row) - this.since(kind, b.row) || a.row - b.row),
        );
        groups.push({ kind, other, total: found.length, hits: best.map((each) => this.hit(kind, each)) });
      }
    }
    // The kind of the best comes first, and what is of the other world last.
    const best = ({ kind, hits }: Group) => hits[0]!.score + (THINGS.has(kind) ? A_THING : 0);
    return groups.sort((a, b) => Number(a.other) - Number(b.other) || best(b) - best(a));
  }

  private since(kind: FindKind, row: number): number {
    return kind === "person" || kind === "place" ? 0 : this.index.payload.claims.startEarliest[row]!;
  }

  private hit(kind: FindKind, { row, score, by }: Found): Hit {
    const { index } = this;
    switch (kind) {
      case "person":
        return { reference: index.personReference(row), row, score, by, label: index.person(row) };
      case "place":
        return {
          reference: index.placeReference(row),
          row,
          score,
          by,
          label: index.text(index.payload.places.name[row]),
        };
      case "source":
        return { reference: index.sourceReference(row), row, score, by: "", label: index.payload.sources[row]!.short };
      default:
        return { reference: index.reference(row), row, score, by, label: index.label(row) };
    }
  }

  /** A thing with several names: all the words in one of them, or spread over them. */
  private named(names: readonly Name[], row: number, query: Query): Found[] {
    let score = 0;
    for (const word of query.words) {
      let best: number = NO_MATCH;
      for (const { key } of names) best = Math.max(best, match(key, word));
      if (best === NO_MATCH) return [];
      score += best;
    }
    let by = 0;
    let [most, further] = [-1, 0];
    names.forEach(({ key }, i) => {
      const own = query.words.reduce((sum, word) => sum + match(key, word), 0);
      const extra = bonus(key, query);
      further = Math.max(further, extra);
      if (own + extra > most) [most, by] = [own + extra, i];
    });
    return [{ row, score: score + further - (by > 0 ? 1 : 0), by: by > 0 ? names[by]!.text : "" }];
  }

  private claims(query: Query, put: (found: Found) => void): void {
    const { claims } = this.index.payload;
    const size = this.index.size;
    const sums = new Float32Array(size);
    const open = new Uint8Array(size).fill(1);
    for (const word of query.words) {
      const best = (names: readonly Name[]) =>
        names.reduce((most, { key }) => Math.max(most, match(key, word)), NO_MATCH);
      const people = Float32Array.from(this.people, best);
      const places = Float32Array.from(this.places, best);
      const categories = this.categories.map((list) => list.map((key) => match(key, word)));
      const day = YEAR.test(word.plain) ? ([firstDay(Number(word.plain)), lastDay(Number(word.plain))] as const) : null;
      const at = (scores: Float32Array, rows: readonly number[] | undefined, most: number) =>
        (rows ?? []).reduce((max, row) => Math.max(max, scores[row]!), most);
      for (let row = 0; row < size; row++) {
        if (open[row] === 0) continue;
        let score = match(this.labels[row]!, word);
        if (score === NO_MATCH) {
          let beside = categories[claims.kind[row]!]?.[claims.category[row]!] ?? NO_MATCH;
          if (claims.person[row]! >= 0) beside = Math.max(beside, people[claims.person[row]!]!);
          if (claims.other[row]! >= 0) beside = Math.max(beside, people[claims.other[row]!]!);
          if (claims.place[row]! >= 0) beside = Math.max(beside, places[claims.place[row]!]!);
          if (claims.to[row]! >= 0) beside = Math.max(beside, places[claims.to[row]!]!);
          if (claims.station[row]! >= 0) beside = Math.max(beside, match(this.labels[claims.station[row]!]!, word));
          beside = at(places, claims.via[row], at(people, claims.people[row], beside));
          for (const station of claims.stations[row] ?? [])
            beside = Math.max(beside, match(this.labels[station]!, word));
          score = beside * BESIDE;
          if (score === NO_MATCH && day && this.mayHold(row, day[0], day[1])) score = IN_YEAR;
        }
        if (score === NO_MATCH) open[row] = 0;
        else sums[row] = sums[row]! + score;
      }
    }
    for (let row = 0; row < size; row++)
      if (open[row] === 1) put({ row, score: sums[row]! + bonus(this.labels[row]!, query), by: "" });
  }

  /** A claim without any date may hold at any time: it is not found by a year. */
  private mayHold(row: number, first: number, last: number): boolean {
    const { startEarliest, endLatest } = this.index.payload.claims;
    const [from, to] = [startEarliest[row]!, endLatest[row]!];
    return from <= last && to >= first && (from !== LONG_AGO || to !== FAR_AHEAD);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The first of a list in an order, without sorting all of a very long one. */
function foremost(all: Found[], most: number, order: (a: Found, b: Found) => number): Found[] {
  if (all.length <= 4 * most) return all.sort(order).slice(0, most);
  // Few of a very long list come first: those that score as much as its best ones do.
  const floor = all.map(({ score }) => score).sort((a, b) => b - a)[most - 1]!;
  return all
    .filter(({ score }) => score >= floor)
    .sort(order)
    .slice(0, most);
}
