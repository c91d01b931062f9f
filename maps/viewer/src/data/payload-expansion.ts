/** Expands the document that Python writes into the payload that the viewer uses. */

import { type CategoryColumns, type CategoryTables, Kind, type PayloadDocument, SOURCE_KINDS } from "./payload-schema";

/** The payload of a document: shared dates and citations are copied to every row; texts are in the first language. */
export function expandPayload(document: PayloadDocument) {
  const { claims, dates, dateMembers, sightings, inferences, people, citations, places, placeNames, edges } = document;
  const { date, cites, ...columns } = claims;
  const ofDates = <Value>(values: Record<number, Value>) => date.map((row) => values[row] as Value);
  const days = (column: readonly number[]) => Int32Array.from(ofDates(column));
  const ofLines = (column: readonly number[]) =>
    column.filter((_, edge) => claims.kind[edges.claim[edge]!] === Kind.station);
  const cited = citations.source.map((_, row) => citedTogether(document, row));
  const bounds = groupedBy(
    dateMembers.date,
    dateMembers.startEarliest,
    dateMembers.startLatest,
    dateMembers.endEarliest,
    dateMembers.endLatest,
  );
  return {
    ...document,
    ...localizedParts(document, document.language),
    /** The document that Python wrote, with the texts of all languages. */
    document,
    period: [document.firstYear, document.lastYear] as [first: number, last: number],
    /** The lines of liaison among the edges, between the rows of two stations. */
    liaison: { from: ofLines(edges.from), to: ofLines(edges.to), sure: ofLines(edges.sure) },
    places: {
      ...places,
      /** The names of each place, by its row, with the first and last day on which each was in use. */
      names: groupedBy(placeNames.place, placeNames.name, placeNames.language, placeNames.from, placeNames.to),
      /** The names of a place, each with its first day, in chronological order; only for places whose name changes. */
      toponyms: groupedBy(document.toponyms.place, document.toponyms.from, document.toponyms.name),
      /** The states of a place, in the same form; only if they are not always the present country. */
      states: groupedBy(document.states.place, document.states.from, document.states.name),
    },
    people: { ...people, cites: people.cites.map((row) => cited[row]!) },
    /** Columns of equal length, with one row for each claim. Rows refer to rows; -1 means none. */
    claims: {
      ...columns,
      startEarliest: days(dates.startEarliest),
      startLatest: days(dates.startLatest),
      endEarliest: days(dates.endEarliest),
      endLatest: days(dates.endLatest),
      when: ofDates(dates.when),
      inferred: ofDates(dates.inferred),
      /** The references of the rows that the limits of a claim are inferred from. */
      inferredFrom: ofDates(groupedBy(inferences.date, inferences.reference)).map((rows) => rows?.flat()),
      /** 1 for claims that no source dates. */
      undated: Uint8Array.from(ofDates(dates.undated)),
      /** The bounds of the dates at which a source sees a claim (see `Sighting`). */
      sightings: ofDates(groupedBy(sightings.date, sightings.startLatest, sightings.endEarliest)),
      /** The members of each set of dates: all of them hold, or one. The columns contain their enclosing bounds. */
      spans: date.map((row) => bounds[row] && { all: dates.allOf[row] === 1, bounds: bounds[row] }),
      doubtful: ofDates(dates.doubtful),
      oldStyle: ofDates(dates.oldStyle),
      cites: cites.map((row) => cited[row]!),
    },
  };
}

/** Group the rows of some columns by the values of a column of keys. */
function groupedBy<Columns extends readonly (readonly unknown[])[]>(keys: readonly number[], ...columns: Columns) {
  type Row = { -readonly [Index in keyof Columns]: Columns[Index][number] };
  const groups: Record<number, Row[] | undefined> = {};
  keys.forEach((key, i) => (groups[key] ??= []).push(columns.map((column) => column[i]) as unknown as Row));
  return groups;
}

/** The sources that are cited together, each with its locator and the work in which it was read. */
function citedTogether({ citations: { source, locator, through, citedAfter } }: PayloadDocument, row: number) {
  return source[row]!.map((number, i) => ({
    source: number,
    locator: locator[row]![i]!,
    /** The source through which this one is cited, -1 if it was read directly; and the same in words. */
    through: through[row]![i]!,
    citedAfter: citedAfter[row]![i]!,
  }));
}

/** The localized parts of a document in a language, or in its first language if it does not have this one. */
export function localizedParts(document: PayloadDocument, language: string) {
  const translation = document.translations[language];
  const texts = [...document.texts];
  for (const [number, text] of Object.entries(translation?.texts ?? {})) texts[Number(number)] = text;
  const text = (number: number) => texts[number]!;
  const labelled = ({ value, label }: CategoryColumns) =>
    value.map((each, i): [value: string, label: string] => [each, text(label[i]!)]);
  const categories = Object.entries(document.categories).map(([name, columns]) => [name, labelled(columns)]);
  return {
    title: text(document.title),
    subtitle: text(document.subtitle),
    description: text(document.description),
    language: translation ? language : document.language,
    texts,
    categories: Object.fromEntries(categories) as Record<keyof CategoryTables, ReturnType<typeof labelled>>,
    sources: document.sources.map((row) => ({ ...row, kind: SOURCE_KINDS[row.kind]!, note: text(row.note) })),
    disagreements: document.disagreements.map((row) => {
      const cites = citedTogether(document, row.cites);
      return { ...row, title: text(row.title), note: text(row.note), cites };
    }),
  };
}
