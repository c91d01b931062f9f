/** The card of a claim: what is claimed, when, where, how certain, by whom, and where its sources differ. */

import { type Disagreement, KIND_NAMES, Kind } from "../data/payload-types";
import { inPeriodText } from "../i18n/period-text";
import { accuracyInWords, placeInWords } from "../i18n/place-text";
import { capital } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { formatHash } from "../state/url-state";
import { ALL_DAYS, HOLDS_NOT, HOLDS_UNDATED, jointHold, nearestYearHeld, placeNameDay } from "../time/claim-dates";
import { claimHoldsIn, periodDays } from "../time/period";
import { citationList } from "./citation-list";
import { certaintyInWords, claimRow, inlineReferenceLink, plainRow, referenceLink, rowSection } from "./claim-rows";
import { claimSection, claimsInOrder } from "./claim-sections";
import { bidiIsolated, button, type Child, el } from "./dom";
import { localizedParagraph, localizedText } from "./localized-text";
import type { Card } from "./panel-content";
import { type RadioOption, radioGroup } from "./radio-group";
import { claimSwatch } from "./swatch";
import { tenureStrip } from "./tenure-strip";

export const factRow = (term: string, ...value: Child[]): HTMLElement[] =>
  value.some(Boolean) ? [el("dt", {}, term), el("dd", {}, ...value)] : [];

/** Nodes with a separator between each two. */
export function joinNodes(nodes: readonly Node[], separator: string): Child[] {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [separator, node]));
}

/** A place under its name at the time of a claim, which `named` makes an element, with its accuracy. */
export function placeWithAccuracy(
  { index, words, state }: PageContext,
  place: number,
  row: number,
  named: (text: string) => Node,
): Child[] {
  const day = placeNameDay(index.payload.claims, row, periodDays(state));
  const accuracy = accuracyInWords(index, words, place, day);
  return [named(placeInWords(index, words, place, day)), accuracy && el("span", { class: "soft aside" }, accuracy)];
}

function placeFact(context: PageContext, place: number, row: number): Child[] {
  const reference = context.index.placeReference(place);
  return placeWithAccuracy(context, place, row, (text) => referenceLink(context, reference, text));
}

function placeFacts(context: PageContext, row: number): HTMLElement[] {
  const { index, words } = context;
  const { claims } = index.payload;
  const place = claims.place[row]!;
  if (claims.kind[row] === Kind.tie) return [];
  if (claims.kind[row] !== Kind.journey)
    return factRow(words.card.where, ...(place >= 0 ? placeFact(context, place, row) : [words.card.nowhere]));
  const to = claims.to[row]!;
  return [
    ...factRow(capital(words.card.from), ...(place >= 0 ? placeFact(context, place, row) : [words.card.unknownOrigin])),
    ...(claims.via[row] ?? []).flatMap((stop) => factRow(capital(words.card.via), ...placeFact(context, stop, row))),
    ...factRow(capital(words.card.to), ...(to >= 0 ? placeFact(context, to, row) : [words.card.unknownDestination])),
  ];
}

function peopleFacts(context: PageContext, row: number): HTMLElement[] {
  const { index, words } = context;
  const people = index
    .peopleOf(row)
    .map((person) => referenceLink(context, index.personReference(person), index.personName(person)));
  const stations = index
    .stationsOf(row)
    .map((station) => referenceLink(context, index.reference(station), index.label(station)));
  return [
    ...factRow(words.card.who, ...joinNodes(people, ", ")),
    ...factRow(words.card.at, ...joinNodes(stations, ", ")),
  ];
}

/**
 * The limits that follow from other rows. `named` makes the name of each row an element: a link, where there is room to
 * touch it.
 */
export function inferredFact(
  { index, words }: PageContext,
  row: number,
  named: (reference: string, text: string) => Node,
): HTMLElement[] {
  const { claims } = index.payload;
  let rest = index.text(claims.inferred[row]);
  const parts: Child[] = [];
  for (const reference of claims.inferredFrom?.[row] ?? []) {
    const name = index.nameOf(reference);
    const at = name ? rest.indexOf(name) : -1;
    if (at < 0) continue;
    parts.push(rest.slice(0, at), named(reference, name));
    rest = rest.slice(at + name.length);
  }
  return factRow(words.card.inferred, parts.length > 0 ? el("bdi", {}, ...parts, rest) : rest && bidiIsolated(rest));
}

/** Whether the claim holds in the shown year; if not, a link to one in which it does. */
function periodFact(context: PageContext, row: number): HTMLElement[] {
  const { index, words, state } = context;
  const { claims, period, year: onlyYear } = index.payload;
  const hold = claimHoldsIn(claims, row, state);
  const otherYear = hold === HOLDS_NOT ? nearestYearHeld(claims, row, state.year, period) : null;
  const otherYearLink =
    otherYear === null
      ? null
      : onlyYear === null
        ? button({ class: "link" }, () => context.changeState({ year: otherYear }, true), [
            words.card.showYear(otherYear),
          ])
        : el(
            "a",
            {
              href: `../atlas.html${formatHash({ ...state, year: otherYear, select: index.reference(row), mapView: null })}`,
            },
            [words.card.inAtlas],
          );
  return factRow(inPeriodText(context), words.card.holds[hold], otherYearLink && ". ", otherYearLink);
}

function disagreementSections(context: PageContext, row: number): Child[] {
  const { index, words } = context;
  const reference = index.reference(row);
  const sections = index.disagreementsOn(reference).map((disagreement) =>
    el("section", { class: "disagreement" }, [
      el("h4", { dir: "auto" }, ...localizedText(context, disagreement.title)),
      el("p", { class: "kicker" }, capital(index.payload.categories.disagreement[disagreement.kind]?.[1] ?? "")),
      disagreement.note && localizedParagraph(context, disagreement.note),
      el(
        "ul",
        { class: "rows" },
        disagreement.refs.filter((other) => other !== reference).map((other) => referenceRow(context, other)),
      ),
      readingRadioGroup(context, disagreement),
      disagreement.cites.length > 0 && citationList(context, disagreement.cites, words.card.also),
    ]),
  );
  return sections.length > 0 ? [el("h3", {}, words.card.others), ...sections] : [];
}

/** The reading of a disagreement that the map uses: the author's ranks, or one claim alone. */
function readingRadioGroup(context: PageContext, { id, refs }: Disagreement): HTMLElement | null {
  const { index, words, state } = context;
  const claims = refs.flatMap((reference) => {
    const target = index.targetOf(reference);
    return target?.type === "claim" && index.isOfStrand(target.row, state.strand)
      ? [{ reference, label: index.label(target.row) }]
      : [];
  });
  if (claims.length < 2) return null;
  return radioGroup(
    words.card.reading,
    `reading-${id}`,
    [
      ["", words.card.authorsReading],
      ...claims.map(({ reference, label }): RadioOption<string> => [reference, words.card.takeReading(label)]),
    ],
    state.readings.get(id) ?? "",
    (reference) => {
      const readings = new Map(context.state.readings);
      if (reference) readings.set(id, reference);
      else readings.delete(id);
      context.changeState({ readings }, true);
    },
  );
}

/** A row for whatever a reference names; null where the page does not have it. */
export function referenceRow(context: PageContext, reference: string): HTMLElement | null {
  const { index } = context;
  const target = index.targetOf(reference);
  if (!target) return null;
  if (target.type === "claim") {
    const strand = index.strandOf(target.row);
    return claimRow(context, target.row, ...(strand === context.state.strand ? [] : [index.strandTitle(strand)]));
  }
  return plainRow(context, reference, ...localizedText(context, index.nameOf(reference)));
}

/** Whether two claims may hold at one time. An undated claim overlaps with nothing. */
function mayOverlapInTime(context: PageContext, a: number, b: number): boolean {
  const { claims } = context.index.payload;
  return jointHold(claims, a, b, ALL_DAYS) > HOLDS_UNDATED;
}

/**
 * The lists of related claims: for a station, what names it; for a post, what else its person did, and who was at the
 * station then; for a journey or an event, what its people did at that time; for a tie, what names both.
 */
function relatedSections(context: PageContext, row: number): Child[] {
  const { index, words } = context;
  const { claims, liaison } = index.payload;
  const { card } = words;
  const strand = index.strandOf(row);
  const sectionOf = (title: string, rows: readonly number[], kind: number) =>
    claimSection(
      context,
      title,
      claimsInOrder(index, rows, strand).filter((other) => other !== row && claims.kind[other] === kind),
    );
  const people = index.peopleOf(row);
  const claimsOfPeople = people.flatMap((person) => index.claimsOfPerson(person));
  const claimsThen = claimsOfPeople.filter((other) => mayOverlapInTime(context, row, other));
  switch (claims.kind[row]) {
    case Kind.station: {
      const claimsHere = index.claimsAtStation(row);
      const liaisonRows = (nearEnds: number[], otherEnds: number[]) =>
        nearEnds.flatMap((station, link) =>
          station === row && index.mayName(strand, otherEnds[link]!)
            ? [() => claimRow(context, otherEnds[link]!, card.liaisonSure[liaison.sure[link]!] ?? "")]
            : [],
        );
      return [
        sectionOf(card.people, claimsHere, Kind.post),
        rowSection(card.reports, liaisonRows(liaison.from, liaison.to), words.listParts.more),
        rowSection(card.reportsFrom, liaisonRows(liaison.to, liaison.from), words.listParts.more),
        sectionOf(card.events, claimsHere, Kind.event),
        sectionOf(card.journeys, claimsHere, Kind.journey),
      ];
    }
    case Kind.post: {
      const colleagues = index
        .stationsOf(row)
        .flatMap((station) => index.claimsAtStation(station))
        .filter(
          (other) =>
            mayOverlapInTime(context, row, other) && !index.peopleOf(other).some((person) => people.includes(person)),
        );
      return [
        sectionOf(card.otherPosts, claimsOfPeople, Kind.post),
        sectionOf(card.colleagues, colleagues, Kind.post),
        sectionOf(card.events, claimsOfPeople, Kind.event),
        sectionOf(card.journeys, claimsOfPeople, Kind.journey),
        sectionOf(card.ties, claimsOfPeople, Kind.tie),
      ];
    }
    case Kind.tie: {
      const claimsOfBoth = index
        .claimsOfPerson(claims.person[row]!)
        .filter((other) => index.peopleOf(other).includes(claims.other[row]!));
      return [
        sectionOf(card.amongTwo, claimsOfBoth, Kind.tie),
        sectionOf(card.events, claimsOfBoth, Kind.event),
        sectionOf(card.journeys, claimsOfBoth, Kind.journey),
      ];
    }
    default:
      return [
        sectionOf(card.postsThen, claimsThen, Kind.post),
        sectionOf(card.eventsThen, claimsThen, Kind.event),
        sectionOf(card.journeysThen, claimsThen, Kind.journey),
      ];
  }
}

/** That a claim is contested, and over what. */
function contestedFact({ index, words }: PageContext, row: number): HTMLElement[] {
  if (index.payload.claims.contested[row] !== 1) return [];
  const titles = index.disagreementsOn(index.reference(row)).map(({ title }) => bidiIsolated(title));
  return factRow(words.card.contested, words.card.sourcesDiffer, ...joinNodes(titles, " · "));
}

/** The card of a claim: its date, `facts`, its standing and its note, and then `rest`. */
export function claimCardWith(context: PageContext, row: number, facts: readonly Child[], rest: Child[]): Card {
  const { index, words } = context;
  const { claims } = index.payload;
  const kind = words.kinds[KIND_NAMES[claims.kind[row]!]!];
  const standing = claims.standing[row]!;
  const date = index.text(claims.when[row]);
  const reason = index.text(claims.standingReason[row]);
  const note = index.text(claims.note[row]);
  return {
    kicker: [...new Set([kind, capital(index.categoryLabel(row))])].filter(Boolean).join(" · "),
    title: index.label(row),
    picture: claimSwatch(context, row, 30),
    content: [
      el("dl", { class: "facts" }, [
        factRow(words.card.when, date ? bidiIsolated(date) : words.card.noDate),
        facts,
        factRow(
          words.card.standing,
          el("strong", { class: `standing-${standing}` }, words.card.standings[standing]),
          reason && ": ",
          reason && bidiIsolated(reason),
        ),
        contestedFact(context, row),
      ]),
      note && localizedParagraph(context, note, "note"),
      ...rest,
    ],
  };
}

export function claimCard(context: PageContext, row: number): Card {
  const { index, words } = context;
  const { claims } = index.payload;
  const rank = words.card.rank[claims.rank[row]!];
  return claimCardWith(
    context,
    row,
    [
      ...inferredFact(context, row, (reference, text) => inlineReferenceLink(context, reference, text)),
      ...periodFact(context, row),
      ...placeFacts(context, row),
      ...peopleFacts(context, row),
      ...factRow(words.card.sure, certaintyInWords(context, row), rank && `. ${rank}`),
    ],
    [
      citationList(context, claims.cites[row] ?? []),
      ...disagreementSections(context, row),
      claims.kind[row] === Kind.station &&
        tenureStrip(
          context,
          words.card.stationStrip,
          index.claimsAtStation(row).filter((other) => other !== row && claims.kind[other] === Kind.post),
          (other) => index.personName(claims.person[other]!),
        ),
      ...relatedSections(context, row),
    ],
  );
}
