/** Lookups over the payload: from a reference to its row and back, and from a row to related rows. */

import { DataLanguages } from "../i18n/data-languages";
import { CATEGORIES_OF_KINDS, MAIN_STRAND } from "./payload-schema";
import { type Disagreement, KIND_NAMES, Kind, type Payload, type TextId } from "./payload-types";

/** What a reference such as `post:mirov-abramov-berlin` means. */
export type Target =
  | { type: "claim"; row: number }
  | { type: "person"; row: number }
  | { type: "place"; row: number }
  | { type: "source"; row: number };

function appendRow<Key>(map: Map<Key, number[]>, key: Key, row: number): void {
  const rows = map.get(key);
  if (!rows) map.set(key, [row]);
  else if (rows[rows.length - 1] !== row) rows.push(row);
}

/** A value that is made when it is first needed. */
function lazy<Value>(make: () => Value): () => Value {
  let cache: { value: Value } | undefined;
  return () => (cache ??= { value: make() }).value;
}

export class PayloadIndex {
  readonly size: number;
  readonly languages: DataLanguages;
  // Lookups that the first drawing does not need are made when they are first needed.
  private readonly targetsByReference = lazy(() => this.buildTargets());
  private readonly byPlace = lazy(() => this.rowsBy((row) => this.placesOf(row)));
  private readonly byPerson = lazy(() => this.rowsBy((row) => this.peopleOf(row)));
  private readonly byStation = lazy(() => this.rowsBy((row) => this.stationsOf(row)));
  private readonly bySource = lazy(() =>
    this.rowsBy((row) =>
      (this.payload.claims.cites[row] ?? []).flatMap(({ source, through }) =>
        through < 0 ? source : [source, through],
      ),
    ),
  );
  private readonly disagreementsByReference = new Map<string, number[]>();
  private readonly strandRows: ReadonlyMap<string, number>;
  private readonly setAside: number[] = [];
  private readonly outrankedByReadings = new WeakMap<ReadonlyMap<string, string>, Set<number>>();

  constructor(readonly payload: Payload) {
    const { claims, disagreements } = payload;
    this.languages = new DataLanguages(payload);
    this.size = claims.id.length;
    this.strandRows = new Map(payload.strands.name.map((name, row) => [name, row]));
    for (let row = 0; row < this.size; row++) if (claims.setAside[row]) this.setAside.push(row);
    disagreements.forEach(({ refs }, number) => {
      for (const reference of refs)
        this.disagreementsByReference.set(reference, [...(this.disagreementsByReference.get(reference) ?? []), number]);
    });
  }

  private buildTargets(): Map<string, Target> {
    const { people, places, sources } = this.payload;
    const targets = new Map<string, Target>();
    for (let row = 0; row < this.size; row++) targets.set(this.reference(row), { type: "claim", row });
    people.id.forEach((id, row) => targets.set(`person:${id}`, { type: "person", row }));
    places.id.forEach((id, row) => targets.set(`place:${id}`, { type: "place", row }));
    sources.forEach(({ key }, row) => targets.set(`source:${key}`, { type: "source", row }));
    return targets;
  }

  private rowsBy(keysOf: (row: number) => number[]): Map<number, number[]> {
    const rows = new Map<number, number[]>();
    for (let row = 0; row < this.size; row++) for (const key of keysOf(row)) appendRow(rows, key, row);
    return rows;
  }

  text(index: TextId | undefined): string {
    return (index === undefined ? undefined : this.payload.texts[index]) ?? "";
  }

  targetOf(reference: string): Target | undefined {
    return reference === "" ? undefined : this.targetsByReference().get(reference);
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

  /** What a person, a place or a claim is called; empty for what the page does not have. */
  nameOf(reference: string): string {
    const target = this.targetOf(reference);
    switch (target?.type) {
      case "person":
        return this.personName(target.row);
      case "place":
        return this.text(this.payload.places.name[target.row]);
      case "claim":
        return this.label(target.row);
      default:
        return "";
    }
  }

  /** All people that a claim names. */
  peopleOf(row: number): number[] {
    const { person, other, people } = this.payload.claims;
    return [person[row]!, other[row]!, ...(people[row] ?? [])].filter((related) => related >= 0);
  }

  /** All stations that a claim names. */
  stationsOf(row: number): number[] {
    const { station, stations } = this.payload.claims;
    return [station[row]!, ...(stations[row] ?? [])].filter((related) => related >= 0);
  }

  /** All places that a claim names; for a journey its stops in order. */
  placesOf(row: number): number[] {
    const { place, to, via } = this.payload.claims;
    return [place[row]!, ...(via[row] ?? []), to[row]!].filter((related) => related >= 0);
  }

  claimsAtPlace(place: number): readonly number[] {
    return this.byPlace().get(place) ?? [];
  }

  claimsOfPerson(person: number): readonly number[] {
    return this.byPerson().get(person) ?? [];
  }

  claimsAtStation(station: number): readonly number[] {
    return this.byStation().get(station) ?? [];
  }

  claimsOfSource(source: number): readonly number[] {
    return this.bySource().get(source) ?? [];
  }

  /** The claims about the target of a reference: the claim itself, those of a person, at a place or from a source. */
  claimsOfTarget({ type, row }: Target): readonly number[] {
    switch (type) {
      case "claim":
        return [row];
      case "person":
        return this.claimsOfPerson(row);
      case "place":
        return this.claimsAtPlace(row);
      case "source":
        return this.claimsOfSource(row);
    }
  }

  /** The name of the strand of a claim. */
  strandOf(row: number): string {
    return this.payload.strands.name[this.payload.claims.strand[row]!]!;
  }

  isOfStrand(row: number, strand: string): boolean {
    return this.payload.claims.strand[row] === this.strandRows.get(strand);
  }

  /** Whether all claims of a strand rest on fiction. */
  isFiction(strand: string): boolean {
    return this.payload.strands.fiction[this.strandRows.get(strand) ?? -1] === 1;
  }

  strandTitle(strand: string): string {
    return this.text(this.payload.strands.title[this.strandRows.get(strand) ?? -1]);
  }

  /** The sentence that says what a strand is. */
  strandNote(strand: string): string {
    return this.text(this.payload.strands.note[this.strandRows.get(strand) ?? -1]);
  }

  /** The names of the strands to which the claims about a target belong, the main one first; none without claims. */
  strandsOfTarget(target: Target): string[] {
    const strands = new Set(this.claimsOfTarget(target).map((row) => this.strandOf(row)));
    return this.payload.strands.name.filter((name) => strands.has(name));
  }

  /** Whether a target has claims in a strand. What no claim names fits any. */
  fitsStrand(target: Target, strand: string): boolean {
    const rows = this.claimsOfTarget(target);
    return rows.length === 0 || rows.some((row) => this.isOfStrand(row, strand));
  }

  /** Whether a strand may name a station: one of its own, or of the main strand. */
  mayName(strand: string, station: number): boolean {
    return this.isOfStrand(station, strand) || this.isOfStrand(station, MAIN_STRAND);
  }

  /**
   * The claims that a rival outranks: by the reading that the reader chose for a disagreement, else by the ranks that
   * the author gave.
   */
  outrankedRows(readings: ReadonlyMap<string, string>): ReadonlySet<number> {
    let rows = this.outrankedByReadings.get(readings);
    if (rows) return rows;
    rows = new Set(this.setAside);
    for (const { id, refs } of this.payload.disagreements) {
      const reading = readings.get(id);
      const chosen = reading === undefined ? undefined : this.targetOf(reading);
      if (chosen?.type !== "claim") continue;
      for (const reference of refs) {
        const target = this.targetOf(reference);
        if (target?.type !== "claim" || !this.isOfStrand(target.row, this.strandOf(chosen.row))) continue;
        // A claim that two disagreements name is outranked where either reading is another claim.
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
    // By number, for the texts of a disagreement change with the language.
    return (this.disagreementsByReference.get(reference) ?? []).map((number) => this.payload.disagreements[number]!);
  }

  /** The value (not the label) of a claim's category: `raid`, `headquarters`, `head`; empty without one. */
  category(row: number): string {
    return this.categoryEntry(row)?.[0] ?? "";
  }

  categoryLabel(row: number): string {
    return this.categoryEntry(row)?.[1] ?? "";
  }

  /** How a claim is drawn: a value of its symbol. */
  symbol<Name extends keyof Payload["symbols"]>(name: Name, row: number): Payload["symbols"][Name][number] {
    return this.payload.symbols[name][this.payload.claims.symbol[row]!]!;
  }

  /** Whether a claim is a raid or an arrest, which are red. */
  isRaid(row: number): boolean {
    return this.symbol("colour", row) === "raid";
  }

  private categoryEntry(row: number): [string, string] | undefined {
    const { claims, categories } = this.payload;
    return categories[CATEGORIES_OF_KINDS[claims.kind[row]!]!][claims.category[row]!];
  }

  isKind(row: number, kind: keyof typeof Kind): boolean {
    return this.payload.claims.kind[row] === Kind[kind];
  }

  isCountry(place: number): boolean {
    const kind = this.payload.places.kind[place];
    return kind !== undefined && this.payload.categories.placeKind[kind]?.[0] === "country";
  }

  /** Whether only a wide area is known, a country or an area as large. Then no mark may suggest a point. */
  isVague(place: number): boolean {
    return this.payload.places.vague[place] === 1;
  }

  isLocated(place: number): boolean {
    const { lon, lat } = this.payload.places;
    return place >= 0 && lon[place] != null && lat[place] != null;
  }

  /** What a place is called on a day, in the page's language. */
  placeName(place: number, day: number): string {
    const { places } = this.payload;
    const step = places.toponyms[place]?.findLast(([from]) => from <= day);
    return this.text(step ? step[1] : places.name[place]);
  }

  /** What the state of a place is called on a day, in the page's language; empty where none is known. */
  stateName(place: number, day: number): string {
    const { places } = this.payload;
    const step = places.states[place]?.findLast(([from]) => from <= day);
    return this.text(step ? step[1] : places.country[place]);
  }

  /** What a place is called at any time between two days. */
  placeNamesWithin(place: number, first: number, last: number): string[] {
    const steps = this.payload.places.toponyms[place] ?? [];
    return steps
      .filter(([from], i) => from <= last && (steps[i + 1]?.[0] ?? Infinity) > first)
      .map(([, name]) => this.text(name));
  }
}
