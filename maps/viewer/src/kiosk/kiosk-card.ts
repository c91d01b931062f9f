/**
 * The card for a standing reader: what, when, where, who and how certain. Citations are short; a touch opens the full
 * source.
 */

import { type Citation, Kind } from "../data/payload-types";
import { locatorText, shortCitation } from "../i18n/citation-text";
import { placeInWords } from "../i18n/place-text";
import { claimHoldsIn } from "../time/period";
import { claimCardWith, factRow, inferredFact, placeFacts, referenceRow } from "../ui/claim-card";
import { certaintyInWords, claimSectionsByKind, claimsInOrder } from "../ui/claim-rows";
import { bidiIsolated, button, type Card, el, localizedParagraph, localizedText } from "../ui/dom";
import type { KioskContext } from "./kiosk-state";

const MAX_RELATED = 12;

/** Short citations such as "Meier 2008, p. 101", each a button that opens the full source. */
export function shortCitationList(context: KioskContext, cites: readonly Citation[]): HTMLElement | null {
  const { index, kioskWords, ui } = context;
  const citedIn = ui.openPanel === "tour" ? "tour" : "card";
  const showSource = (citation: Citation) => context.changeUi({ openPanel: "source", citation, citedIn });
  const buttons = cites
    .filter(({ source }) => index.payload.sources[source])
    .map((cite) => button({ class: "cite" }, () => showSource(cite), bidiIsolated(shortCitation(index, cite))));
  if (buttons.length === 0) return null;
  const list = el("div", { class: "cite-list" }, buttons);
  return el("section", { class: "cites" }, el("h3", {}, kioskWords.shorter), list);
}

/** A source in full. For a citation, also its locator, and the work in which it was read if that is another one. */
export function sourceCard(context: KioskContext, row: number, citation?: Citation): Card {
  const { index, words, kioskWords } = context;
  const { sources } = index.payload;
  const { kind, short, full, note } = sources[row]!;
  const locator = citation && locatorText(index, citation);
  const through = citation && sources[citation.through];
  return {
    kicker: kioskWords.inFull,
    title: short,
    content: [
      el("p", { class: "note" }, [
        bidiIsolated(full),
        locator && el("span", { class: "locator" }, " ", bidiIsolated(locator)),
      ]),
      el("p", {}, el("span", { class: `source-kind source-${kind}` }, words.sourceKinds[kind][0])),
      localizedParagraph(context, note),
      through && el("p", { class: "note" }, bidiIsolated(through.full)),
    ],
  };
}

function kioskClaimCard(context: KioskContext, row: number): Card {
  const { index, words, state } = context;
  const { claims } = index.payload;
  const people = index.peopleOf(row);
  const isStation = claims.kind[row] === Kind.station;
  const claimsOfPeople = people.flatMap((person) => index.claimsOfPerson(person));
  const nearby = [...index.stationsOf(row), ...(isStation ? index.claimsAtStation(row) : claimsOfPeople)];
  const related = claimsInOrder(index, nearby, state.strand).filter((other) => other !== row);
  const references = [
    ...people.map((person) => index.personReference(person)),
    ...(claims.inferredFrom?.[row] ?? []),
    ...related.slice(0, MAX_RELATED).map((other) => index.reference(other)),
  ];
  const rows = references.map((reference) => referenceRow(context, reference));
  const disagreements = index
    .disagreementsOn(index.reference(row))
    .map(({ title, note }) =>
      el("section", { class: "disagreement" }, [
        el("h3", { dir: "auto" }, localizedText(context, title)),
        localizedParagraph(context, note),
      ]),
    );
  const facts = [
    inferredFact(context, row, (_, text) => bidiIsolated(text)),
    factRow(words.card.inYear(state.year), words.card.holds[claimHoldsIn(claims, row, state)]),
    placeFacts(context, row, bidiIsolated, true),
    factRow(words.card.sure, certaintyInWords(context, row)),
  ];
  const cites = shortCitationList(context, claims.cites[row] ?? []);
  return claimCardWith(context, row, facts, [cites, disagreements, el("ul", { class: "rows" }, rows)]);
}

/** The card of a reference; null if the page does not contain it. */
export function kioskCard(context: KioskContext, reference: string): Card | null {
  const { index, kioskWords, words, state } = context;
  const target = index.targetOf(reference);
  if (!target) return null;
  const { people, places } = index.payload;
  const { row } = target;
  const content = (note: string, claims: readonly number[], cites: readonly Citation[] = []) => [
    localizedParagraph(context, note, "note"),
    ...claimSectionsByKind(context, claims),
    shortCitationList(context, cites),
  ];
  switch (target.type) {
    case "claim":
      return kioskClaimCard(context, row);
    case "source":
      return sourceCard(context, row);
    case "person":
      return {
        kicker: kioskWords.people,
        title: index.personName(row),
        content: content(index.text(people.note[row]), index.claimsOfPerson(row), people.cites[row]),
      };
    case "place":
      return {
        kicker: kioskWords.places,
        title: placeInWords(index, words, row, state.year),
        content: content(index.text(places.note[row]), index.claimsAtPlace(row)),
      };
  }
}
