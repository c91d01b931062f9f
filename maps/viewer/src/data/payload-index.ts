/** Lookups over the payload: from a reference to its row and back, and from a row to related rows. */

import { DataLanguages } from "../i18n/data-languages";
import { CATEGORIES_OF_KINDS, MAIN_STRAND } from "./payload-schema";
import { type Disagreement, KIND_NAMES, Kind, type Payload, type TextId } from "./payload-types";

/** The target of a reference such as `post:mirov-abramov-berlin`. */
export interface Target {
  type: "claim" | "person" | "place" | "source";
  row: number;
}

/** The rows by the keys that they name. */
function rowsBy<Key>(count: number, keysOf: (row: number) => readonly Key[]): Map<Key, number[]> {
  const rowsByKey = new Map<Key, number[]>();
  for (let row = 0; row < count; row++) {
    for (const key of keysOf(row)) {
      const rows = rowsByKey.get(key);
      if (!rows) rowsByKey.set(key, [row]);
      else if (rows.at(-1) !== row) rows.push(row);
    }
  }
  return rowsByKey;
}

export class PayloadIndex {
  readonly size: number;
  readonly languages: DataLanguages;
  readonly claimsAtPlace = this.claimsBy((row) => this.placesOf(row));
  readonly claimsOfPerson = this.claimsBy((row) => this.peopleOf(row));
  readonly claimsAtStation = this.claimsBy((row) => this.stationsOf(row));
  readonly claimsOfSource = this.claimsBy((row) =>
    this.payload.claims.cites[row]!.flatMap(({ source, through }) => (through < 0 ? source : [source, through])),
  );
  private targetsByReference: Map<string, Target> | undefined;
  private readonly disagreementNumbers: ReadonlyMap<string, number[]>;
  private readonly outrankedByReadings = new WeakMap<ReadonlyMap<string, string>, Set<number>>();

  constructor(readonly payload: Payload) {
    this.languages = new DataLanguages(payload);
    this.size = payload.claims.id.length;
    this.disagreementNumbers = rowsBy(payload.disagreements.length, (number) => payload.disagreements[number]!.refs);
  }

  /** A lookup that is built on first use, because the first drawing does not need it. */
  private claimsBy(keysOf: (row: number) => readonly number[]): (key: number) => readonly number[] {
    let rows: ReadonlyMap<number, number[]> | undefined;
    return (key) => (rows ??= rowsBy(this.size, keysOf)).get(key) ?? [];
  }

  private buildTargets(): Map<string, Target> {
    const { people, places, sources } = this.payload;
    const targets = new Map<string, Target>();
    for (let row = 0; row < this.size; row++) targets.set(this.reference(row), { type: "claim", row });
    people.id.forEach((_, row) => targets.set(this.personReference(row), { type: "person", row }));
    places.id.forEach((_, row) => targets.set(this.placeReference(row), { type: "place", row }));
    sources.forEach((_, row) => targets.set(this.sourceReference(row), { type: "source", row }));
    return targets;
  }

  text(index: TextId | undefined): string {
    return (index !== undefined && this.payload.texts[index]) || "";
  }

  targetOf(reference: string): Target | undefined {
    if (reference === "") return undefined;
    this.targetsByReference ??= this.buildTargets();
    return this.targetsByReference.get(reference);
  }

  reference(row: number): string {
    return `${KIND_NAMES[this.payload.claims.kind[row]!]}:${this.payload.claims.id[row]}`;
  }

  personReference(row: number): string {
    return `person:${this.payload.people.id[row]}`;
  }

  placeReference(row: number): string {
    return `place:${this.payload.places.id[row]}`;
  }

  sourceReference(row: number): string {
    return `source:${this.payload.sources[row]!.key}`;
  }

  label(row: number): string {
    return this.text(this.payload.claims.label[row]);
  }

  personName(row: number): string {
    return this.text(this.payload.people.name[row]);
  }

  /** The name of a person, a place or a claim; empty if the page does not contain it. */
  nameOf(reference: string): string {
    const target = this.targetOf(reference);
    if (target?.type === "person") return this.personName(target.row);
    if (target?.type === "place") return this.text(this.payload.places.name[target.row]);
    return target?.type === "claim" ? this.label(target.row) : "";
  }

  /** All people that a claim names. */
  peopleOf(row: number): number[] {
    const { person, other, people } = this.payload.claims;
    return [person[row]!, other[row]!, ...people[row]!].filter((related) => related >= 0);
  }

  /** All stations that a claim names. */
  stationsOf(row: number): number[] {
    const { station, stations } = this.payload.claims;
    return [station[row]!, ...stations[row]!].filter((related) => related >= 0);
  }

  /** All places that a claim names; for a journey, its stops in order. */
  placesOf(row: number): number[] {
    const { place, to, via } = this.payload.claims;
    return [place[row]!, ...via[row]!, to[row]!].filter((related) => related >= 0);
  }

  /** The claims about a target: the claim itself, or those of a person, at a place or from a source. */
  claimsOfTarget({ type, row }: Target): readonly number[] {
    const { claimsOfPerson: person, claimsAtPlace: place, claimsOfSource: source } = this;
    return type === "claim" ? [row] : { person, place, source }[type](row);
  }

  /** The name of the strand of a claim. */
  strandOf(row: number): string {
    return this.payload.strands.name[this.payload.claims.strand[row]!]!;
  }

  isOfStrand(row: number, strand: string): boolean {
    return this.strandOf(row) === strand;
  }

  /** Whether all claims of a strand rest on fiction. */
  isFiction(strand: string): boolean {
    const { name, fiction } = this.payload.strands;
    return fiction[name.indexOf(strand)] === 1;
  }

  strandTitle(strand: string): string {
    const { name, title } = this.payload.strands;
    return this.text(title[name.indexOf(strand)]);
  }

  /** The sentence that describes a strand. */
  strandNote(strand: string): string {
    const { name, note } = this.payload.strands;
    return this.text(note[name.indexOf(strand)]);
  }

  /** The strands of the claims about a target, the main one first; none if it has no claims. */
  strandsOfTarget(target: Target): string[] {
    const strands = new Set(this.claimsOfTarget(target).map((row) => this.strandOf(row)));
    return this.payload.strands.name.filter((name) => strands.has(name));
  }

  /** Whether a target has claims in a strand. A target without claims fits any strand. */
  fitsStrand(target: Target, strand: string): boolean {
    const rows = this.claimsOfTarget(target);
    return rows.length === 0 || rows.some((row) => this.isOfStrand(row, strand));
  }

  /** Whether a strand may name a station: the station must be of that strand or of the main one. */
  mayName(strand: string, station: number): boolean {
    return this.isOfStrand(station, strand) || this.isOfStrand(station, MAIN_STRAND);
  }

  /**
   * The claims that a rival outranks, by the reading that the reader chose for a disagreement, else by the ranks that
   * the author gave.
   */
  outrankedRows(readings: ReadonlyMap<string, string>): ReadonlySet<number> {
    let rows = this.outrankedByReadings.get(readings);
    if (rows) return rows;
    rows = new Set(this.payload.claims.setAside.flatMap((aside, row) => (aside ? row : [])));
    for (const { id, refs } of this.payload.disagreements) {
      const chosen = this.targetOf(readings.get(id) ?? "");
      if (chosen?.type !== "claim") continue;
      for (const reference of refs) {
        const target = this.targetOf(reference);
        if (target?.type !== "claim" || !this.isOfStrand(target.row, this.strandOf(chosen.row))) continue;
        // A claim in two disagreements is outranked if the reading of either is another claim.
        const isOutranked = this.disagreementsOn(reference).some(
          (dispute) => (readings.get(dispute.id) ?? reference) !== reference,
        );
        if (isOutranked) rows.add(target.row);
        else rows.delete(target.row);
      }
    }
    this.outrankedByReadings.set(readings, rows);
    return rows;
  }

  disagreementsOn(reference: string): readonly Disagreement[] {
    // Look up by number, because the texts of a disagreement change with the language.
    return (this.disagreementNumbers.get(reference) ?? []).map((number) => this.payload.disagreements[number]!);
  }

  /** The label of a claim's category; empty if it has none. */
  categoryLabel(row: number): string {
    const { claims, categories } = this.payload;
    return categories[CATEGORIES_OF_KINDS[claims.kind[row]!]!][claims.category[row]!]?.[1] ?? "";
  }

  /** A property of the symbol that draws a claim. */
  symbol<Name extends keyof Payload["symbols"]>(name: Name, row: number): Payload["symbols"][Name][number] {
    return this.payload.symbols[name][this.payload.claims.symbol[row]!]!;
  }

  /** Whether a claim is a raid or an arrest; both are red. */
  isRaid(row: number): boolean {
    return this.symbol("colour", row) === "raid";
  }

  isKind(row: number, kind: keyof typeof Kind): boolean {
    return this.payload.claims.kind[row] === Kind[kind];
  }

  isCountry(place: number): boolean {
    const { places, categories } = this.payload;
    return categories.placeKind[places.kind[place]!]?.[0] === "country";
  }

  /** Whether only a wide area is known, such as a country. Its mark must not suggest a point. */
  isVague(place: number): boolean {
    return this.payload.places.vague[place] === 1;
  }

  isLocated(place: number): boolean {
    const { lon, lat } = this.payload.places;
    return place >= 0 && lon[place] != null && lat[place] != null;
  }

  /** The name of a place on a day, in the page's language. */
  placeName(place: number, day: number): string {
    const { toponyms, name } = this.payload.places;
    return this.text(toponyms[place]?.findLast(([from]) => from <= day)?.[1] ?? name[place]);
  }

  /** The name of the state of a place on a day, in the page's language; empty if none is known. */
  stateName(place: number, day: number): string {
    const { states, country } = this.payload.places;
    return this.text(states[place]?.findLast(([from]) => from <= day)?.[1] ?? country[place]);
  }

  /** All names that a place has at some time between two days. */
  placeNamesWithin(place: number, first: number, last: number): string[] {
    const steps = this.payload.places.toponyms[place] ?? [];
    return steps
      .filter(([from], i) => from <= last && (steps[i + 1]?.[0] ?? Infinity) > first)
      .map(([, name]) => this.text(name));
  }
}
