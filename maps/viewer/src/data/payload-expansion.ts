/** From the document that Python writes to what the viewer looks things up in. */

import { citedTogether, localizedParts } from "../i18n/data-languages";
import type { PayloadDocument, ToponymColumns } from "./payload-schema";
import { Kind, type NamesOverTime, type Payload, type PlaceName, type Sighting, type Spans } from "./payload-types";

/** The payload of a document: shared dates and citations in every row, texts in the first language. */
export function expandPayload(document: PayloadDocument): Payload {
  const { claims, dates, dateMembers, sightings, inferences, people, citations, places, placeNames, edges } = document;
  const { date, cites, ...columns } = claims;
  const ofDates = <Value>(values: Record<number, Value>): Value[] => date.map((row) => values[row]!);
  const days = (column: readonly number[]) => Int32Array.from(ofDates(column));
  const ofLines = (column: readonly number[]) =>
    column.filter((_, edge) => claims.kind[edges.claim[edge]!] === Kind.station);
  const cited = citations.source.map((_, row) => citedTogether(citations, row));
  const bounds = groupedBy(dateMembers.date, (i): Spans["bounds"][number] => [
    dateMembers.startEarliest[i]!,
    dateMembers.startLatest[i]!,
    dateMembers.endEarliest[i]!,
    dateMembers.endLatest[i]!,
  ]);
  const names = groupedBy(
    placeNames.place,
    (i): PlaceName => [placeNames.name[i]!, placeNames.language[i]!, placeNames.from[i]!, placeNames.to[i]!],
  );
  const seen = groupedBy(sightings.date, (i): Sighting => [sightings.startLatest[i]!, sightings.endEarliest[i]!]);
  return {
    ...document,
    ...localizedParts(document, document.language),
    document,
    period: [document.firstYear, document.lastYear],
    liaison: { from: ofLines(edges.from), to: ofLines(edges.to), sure: ofLines(edges.sure) },
    places: { ...places, names, toponyms: namesOverTime(document.toponyms), states: namesOverTime(document.states) },
    people: { ...people, cites: people.cites.map((row) => cited[row]!) },
    claims: {
      ...columns,
      startEarliest: days(dates.startEarliest),
      startLatest: days(dates.startLatest),
      endEarliest: days(dates.endEarliest),
      endLatest: days(dates.endLatest),
      when: ofDates(dates.when),
      inferred: ofDates(dates.inferred),
      inferredFrom: ofDates(groupedBy(inferences.date, (i) => inferences.reference[i]!)),
      undated: Uint8Array.from(ofDates(dates.undated)),
      sightings: ofDates(seen),
      spans: date.map((row) => bounds[row] && { all: dates.allOf[row] === 1, bounds: bounds[row] }),
      doubtful: ofDates(dates.doubtful),
      oldStyle: ofDates(dates.oldStyle),
      cites: cites.map((row) => cited[row]!),
    },
  };
}

const namesOverTime = ({ place, from, name }: ToponymColumns): NamesOverTime =>
  groupedBy(place, (i) => [from[i]!, name[i]!]);

/** The rows of a table by what a column of it points at. */
function groupedBy<Row>(column: readonly number[], rowAt: (i: number) => Row): Record<number, Row[]> {
  const groups: Record<number, Row[]> = {};
  column.forEach((key, i) => (groups[key] ??= []).push(rowAt(i)));
  return groups;
}
