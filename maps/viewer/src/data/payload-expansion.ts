/** From the document that Python writes to what the viewer looks things up in. */

import { citedTogether, localizedParts } from "../i18n/data-languages";
import type { PayloadDocument } from "./payload-schema";
import { Kind, type NamesOverTime, type Payload, type Places, type Sighting, type Spans } from "./payload-types";

/** The payload of a document: shared dates and citations in every row, texts in the first language. */
export function expandPayload(document: PayloadDocument): Payload {
  const { claims, dates, people, citations } = document;
  const { date, cites, via, people: peopleOfClaims, stations, ...columns } = claims;
  const dateColumn = (column: readonly number[]): number[] => date.map((row) => column[row]!);
  const days = (column: readonly number[]) => Int32Array.from(dateColumn(column));
  const cited = citations.source.map((_, row) => citedTogether(citations, row));
  const members = dateMembersByDate(document);
  const sightings = sightingsByDate(document);
  const inferredFrom = referencesByDate(document);
  const doubtful = new Set<number>(),
    oldStyle = new Set<number>();
  date.forEach((row, claim) => {
    if (dates.doubtful[row]) doubtful.add(claim);
    if (dates.oldStyle[row]) oldStyle.add(claim);
  });
  return {
    ...document,
    ...localizedParts(document, document.language),
    document,
    period: [document.firstYear, document.lastYear],
    liaison: liaisonLines(document),
    places: expandedPlaces(document),
    people: { ...people, cites: people.cites.map((row) => cited[row]!) },
    claims: {
      ...columns,
      via: nonEmptyByRow(via),
      people: nonEmptyByRow(peopleOfClaims),
      stations: nonEmptyByRow(stations),
      startEarliest: days(dates.startEarliest),
      startLatest: days(dates.startLatest),
      endEarliest: days(dates.endEarliest),
      endLatest: days(dates.endLatest),
      when: dateColumn(dates.when),
      inferred: dateColumn(dates.inferred),
      ...(document.inferences.date.length > 0 ? { inferredFrom: date.map((row) => inferredFrom[row]) } : {}),
      undated: Uint8Array.from(dateColumn(dates.undated)),
      ...(document.sightings.date.length > 0 ? { sightings: date.map((row) => sightings[row]) } : {}),
      spans: date.map((row) => members[row]),
      doubtful,
      oldStyle,
      cites: cites.map((row) => cited[row]!),
    },
  };
}

function dateMembersByDate({ dates, dateMembers }: PayloadDocument): Record<number, Spans> {
  const { date, startEarliest, startLatest, endEarliest, endLatest } = dateMembers;
  const members: Record<number, Spans> = {};
  date.forEach((row, i) => {
    members[row] ??= { all: dates.allOf[row] === 1, bounds: [] };
    members[row].bounds.push([startEarliest[i]!, startLatest[i]!, endEarliest[i]!, endLatest[i]!]);
  });
  return members;
}

function sightingsByDate({ sightings }: PayloadDocument): Record<number, Sighting[]> {
  const byDate: Record<number, Sighting[]> = {};
  sightings.date.forEach((row, i) => {
    (byDate[row] ??= []).push([sightings.startLatest[i]!, sightings.endEarliest[i]!]);
  });
  return byDate;
}

function referencesByDate({ inferences }: PayloadDocument): Record<number, string[]> {
  const byDate: Record<number, string[]> = {};
  inferences.date.forEach((row, i) => {
    (byDate[row] ??= []).push(inferences.reference[i]!);
  });
  return byDate;
}

function liaisonLines({ edges, claims }: PayloadDocument): Payload["liaison"] {
  const ofLines = (column: readonly number[]) =>
    column.filter((_, edge) => claims.kind[edges.claim[edge]!] === Kind.station);
  return { from: ofLines(edges.from), to: ofLines(edges.to), sure: ofLines(edges.sure) };
}

function expandedPlaces({ places, placeNames, toponyms, states }: PayloadDocument): Places {
  const names: Places["names"] = places.id.map(() => []);
  placeNames.place.forEach((place, i) => {
    names[place]!.push([placeNames.name[i]!, placeNames.language[i]!, placeNames.from[i]!, placeNames.to[i]!]);
  });
  return { ...places, names, toponyms: namesOverTime(toponyms), states: namesOverTime(states) };
}

function namesOverTime(columns: PayloadDocument["toponyms"]): NamesOverTime {
  const byPlace: NamesOverTime = {};
  columns.place.forEach((place, i) => {
    (byPlace[place] ??= []).push([columns.from[i]!, columns.name[i]!]);
  });
  return byPlace;
}

/** The lists that are not empty, by row. */
function nonEmptyByRow(lists: readonly number[][]): Record<string, number[]> {
  const byRow: Record<string, number[]> = {};
  lists.forEach((list, row) => {
    if (list.length > 0) byRow[row] = list;
  });
  return byRow;
}
