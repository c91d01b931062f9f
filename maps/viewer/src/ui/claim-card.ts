/** The card of a claim: its content, date, place, certainty and sources, and where the sources differ. */

import { type Disagreement, KIND_NAMES, Kind } from "../data/payload-types";
import { inPeriodText } from "../i18n/period-text";
import { accuracyInWords, placeInWords } from "../i18n/place-text";
import { capital } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { formatHash } from "../state/url-state";
import { ALL_DAYS, HOLDS_NOT, HOLDS_UNDATED, jointHold, nearestYearHeld, placeNameDay } from "../time/claim-dates";
import { claimHoldsIn, periodDays } from "../time/period";
import { type Choice, choiceGroup } from "./choice-group";
import {
  certaintyInWords,
  citationList,
  claimRow,
  claimSection,
  claimSections,
  inlineReferenceLink,
  plainRow,
  referenceLink,
} from "./claim-rows";
import {
  bidiIsolated,
  button,
  type Card,
  type Child,
  type Children,
  el,
  joinNodes,
  localizedParagraph,
  localizedText,
  nodesOf,
} from "./dom";
import { claimSwatch } from "./swatch";
import { tenureStrip } from "./tenure-strip";

/** A term and its value. Empty if there is no value. */
export function factRow(term: string, ...value: Children[]): HTMLElement[] {
  return nodesOf(value).length > 0 ? [el("dt", {}, term), el("dd", {}, value)] : [];
}

type NodeOfReference = (reference: string, text: string) => Node;

/**
 * The places of a claim, with the accuracy of each. `named` turns the name of a place at that time into an element. If
 * `isBrief`, a journey shows only those of its two ends that are known.
 */
export function placeFacts(
  { index, words, state }: PageContext,
  row: number,
  named: (text: string, place: number) => Node,
  isBrief = false,
): Children[] {
  const { card } = words;
  const { kind, place, to, via } = index.payload.claims;
  const day = placeNameDay(index.payload.claims, row, periodDays(state));
  const placeFact = (term: string, at: number, unknown = "") => {
    if (at < 0) return factRow(term, unknown);
    const accuracy = accuracyInWords(index, words, at, day);
    const name = named(placeInWords(index, words, at, day), at);
    return factRow(term, name, accuracy && el("span", { class: "soft aside" }, accuracy));
  };
  if (kind[row] === Kind.tie) return [];
  if (kind[row] !== Kind.journey) return placeFact(card.where, place[row]!, card.nowhere);
  const stops = isBrief ? [] : (via[row] ?? []);
  return [
    placeFact(capital(card.from), place[row]!, isBrief ? "" : card.unknownOrigin),
    stops.map((stop) => placeFact(capital(card.via), stop)),
    placeFact(capital(card.to), to[row]!, isBrief ? "" : card.unknownDestination),
  ];
}

function peopleFacts(context: PageContext, row: number): Children[] {
  const { index, words } = context;
  const fact = (term: string, references: readonly string[]) => {
    const links = references.map((reference) => referenceLink(context, reference, index.nameOf(reference)));
    return factRow(term, joinNodes(links));
  };
  const people = index.peopleOf(row).map((person) => index.personReference(person));
  const stations = index.stationsOf(row).map((station) => index.reference(station));
  return [fact(words.card.who, people), fact(words.card.at, stations)];
}

/**
 * The limits that follow from other rows. `named` turns the name of each row into an element: a link if there is room
 * to touch it.
 */
export function inferredFact({ index, words }: PageContext, row: number, named: NodeOfReference): HTMLElement[] {
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
  return factRow(words.card.inferred, (parts.length > 0 || rest) && el("bdi", {}, parts, rest));
}

/** Whether the claim holds in the shown period. If not, a link to the nearest year in which it does. */
function periodFact(context: PageContext, row: number): Children[] {
  const { index, words, state } = context;
  const { claims, period, year: onlyYear } = index.payload;
  const hold = claimHoldsIn(claims, row, state);
  const linkTo = (year: number): Node => {
    if (onlyYear === null)
      return button({ class: "link" }, () => context.changeState({ year }, true), words.card.showYear(year));
    const hash = formatHash({ ...state, year, select: index.reference(row), mapView: null });
    return el("a", { href: `../atlas.html${hash}` }, words.card.inAtlas);
  };
  const otherYear = hold === HOLDS_NOT ? nearestYearHeld(claims, row, state.year, period) : null;
  return factRow(inPeriodText(context), words.card.holds[hold], otherYear !== null && [". ", linkTo(otherYear)]);
}

function disagreementSections(context: PageContext, row: number): Children[] {
  const { index, words } = context;
  const reference = index.reference(row);
  const sections = index.disagreementsOn(reference).map((disagreement) => {
    const others = disagreement.refs.filter((other) => other !== reference);
    return el("section", { class: "disagreement" }, [
      el("h4", { dir: "auto" }, localizedText(context, disagreement.title)),
      el("p", { class: "kicker" }, capital(index.payload.categories.disagreement[disagreement.kind]?.[1] ?? "")),
      localizedParagraph(context, disagreement.note),
      el("ul", { class: "rows" }, [others.map((other) => referenceRow(context, other))]),
      readingRadioGroup(context, disagreement),
      disagreement.cites.length > 0 && citationList(context, disagreement.cites, words.card.also),
    ]);
  });
  return sections.length > 0 ? [el("h3", {}, words.card.others), sections] : [];
}

/** Radio buttons for the reading of a disagreement that the map uses: the author's ranks, or one claim alone. */
function readingRadioGroup(context: PageContext, { id, refs }: Disagreement): HTMLElement | null {
  const { index, words, state } = context;
  const readings = refs.flatMap((reference): Choice<string>[] => {
    const target = index.targetOf(reference);
    return target?.type === "claim" && index.isOfStrand(target.row, state.strand)
      ? [[reference, words.card.takeReading(index.label(target.row))]]
      : [];
  });
  if (readings.length < 2) return null;
  const choices = [["", words.card.authorsReading] as const, ...readings];
  return choiceGroup(words.card.reading, `reading-${id}`, choices, state.readings.get(id) ?? "", (reference) => {
    const chosen = new Map(context.state.readings).set(id, reference);
    if (!reference) chosen.delete(id);
    context.changeState({ readings: chosen }, true);
  });
}

/** The row for the target of a reference; null if the page does not have it. */
export function referenceRow(context: PageContext, reference: string): HTMLElement | null {
  const { index } = context;
  const target = index.targetOf(reference);
  if (!target) return null;
  if (target.type !== "claim") return plainRow(context, reference, localizedText(context, index.nameOf(reference)));
  const strand = index.strandOf(target.row);
  return claimRow(context, target.row, strand === context.state.strand ? "" : index.strandTitle(strand));
}

/**
 * The lists of related claims. A station has the claims that name it. A post has the other claims about its person, and
 * the people at the station at that time. A journey or an event has the claims about its people at that time. A tie has
 * the claims that name both people.
 */
function relatedSections(context: PageContext, row: number): Children[] {
  const { index, words } = context;
  const { claims, liaison } = index.payload;
  const { card } = words;
  const strand = index.strandOf(row);
  const sections = (rows: readonly number[], titles: Parameters<typeof claimSections>[3]) => {
    const others = rows.filter((other) => other !== row);
    return claimSections(context, strand, others, titles);
  };
  // An undated claim does not overlap in time with any other.
  const mayOverlapInTime = (other: number) => jointHold(claims, row, other, ALL_DAYS) > HOLDS_UNDATED;
  const people = index.peopleOf(row);
  const claimsOfPeople = people.flatMap((person) => index.claimsOfPerson(person));
  switch (claims.kind[row]) {
    case Kind.station: {
      const claimsHere = index.claimsAtStation(row);
      const liaisonSection = (title: string, nearEnds: number[], otherEnds: number[]) => {
        const isShown = (link: number) => nearEnds[link] === row && index.mayName(strand, otherEnds[link]!);
        const links = [...nearEnds.keys()].filter(isShown);
        const notes = links.map((link) => card.liaisonSure[liaison.sure[link]!] ?? "");
        const stations = links.map((link) => otherEnds[link]!);
        return claimSection(context, title, stations, notes);
      };
      return [
        sections(claimsHere, { post: card.people }),
        liaisonSection(card.reports, liaison.from, liaison.to),
        liaisonSection(card.reportsFrom, liaison.to, liaison.from),
        sections(claimsHere, { event: card.events, journey: card.journeys }),
      ];
    }
    case Kind.post: {
      const colleagues = index
        .stationsOf(row)
        .flatMap((station) => index.claimsAtStation(station))
        .filter((other) => mayOverlapInTime(other) && !index.peopleOf(other).some((person) => people.includes(person)));
      return [
        sections(claimsOfPeople, { post: card.otherPosts }),
        sections(colleagues, { post: card.colleagues }),
        sections(claimsOfPeople, { event: card.events, journey: card.journeys, tie: card.ties }),
      ];
    }
    case Kind.tie: {
      const namesBoth = (claim: number) => people.every((person) => index.peopleOf(claim).includes(person));
      return sections(claimsOfPeople.filter(namesBoth), {
        tie: card.amongTwo,
        event: card.events,
        journey: card.journeys,
      });
    }
    default: {
      const titles = { post: card.postsThen, event: card.eventsThen, journey: card.journeysThen };
      return sections(claimsOfPeople.filter(mayOverlapInTime), titles);
    }
  }
}

/** States that a claim is contested, with the titles of its disagreements; empty if it is not. */
function contestedFact({ index, words }: PageContext, row: number): Children[] {
  if (index.payload.claims.contested[row] !== 1) return [];
  const titles = index.disagreementsOn(index.reference(row)).map(({ title }) => bidiIsolated(title));
  return factRow(words.card.contested, words.card.sourcesDiffer, joinNodes(titles, " · "));
}

/** The card of a claim: its date, `facts`, its standing and its note, followed by `rest`. */
export function claimCardWith(context: PageContext, row: number, facts: Children, rest: Children): Card {
  const { index, words } = context;
  const { claims } = index.payload;
  const kind = words.kinds[KIND_NAMES[claims.kind[row]!]!];
  const standing = claims.standing[row]!;
  const date = index.text(claims.when[row]);
  const reason = index.text(claims.standingReason[row]);
  return {
    kicker: [...new Set([kind, capital(index.categoryLabel(row))])].filter(Boolean).join(" · "),
    title: index.label(row),
    picture: claimSwatch(context, row, 30),
    content: nodesOf([
      el("dl", { class: "facts" }, [
        factRow(words.card.when, date ? bidiIsolated(date) : words.card.noDate),
        facts,
        factRow(words.card.standing, [
          el("strong", { class: `standing-${standing}` }, words.card.standings[standing]),
          reason && [": ", bidiIsolated(reason)],
        ]),
        contestedFact(context, row),
      ]),
      localizedParagraph(context, index.text(claims.note[row]), "note"),
      rest,
    ]),
  };
}

export function claimCard(context: PageContext, row: number): Card {
  const { index, words } = context;
  const { claims } = index.payload;
  const rank = words.card.rank[claims.rank[row]!];
  const isPost = (other: number) => other !== row && claims.kind[other] === Kind.post;
  const personOf = (post: number) => index.personName(claims.person[post]!);
  const facts = [
    inferredFact(context, row, (reference, text) => inlineReferenceLink(context, reference, text)),
    periodFact(context, row),
    placeFacts(context, row, (text, place) => referenceLink(context, index.placeReference(place), text)),
    peopleFacts(context, row),
    factRow(words.card.sure, certaintyInWords(context, row), rank && `. ${rank}`),
  ];
  return claimCardWith(context, row, facts, [
    citationList(context, claims.cites[row] ?? []),
    disagreementSections(context, row),
    claims.kind[row] === Kind.station &&
      tenureStrip(context, words.card.stationStrip, index.claimsAtStation(row).filter(isPost), personOf),
    relatedSections(context, row),
  ]);
}
