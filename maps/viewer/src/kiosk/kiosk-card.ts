/** The card for a standing reader: what, when, where, who, how certain; short citations, the full source at a touch. */

import { type Citation, Kind } from "../data/payload-types";
import { locatorText, shortCitation } from "../i18n/citation-text";
import { placeInWords } from "../i18n/place-text";
import { capital } from "../i18n/viewer-words";
import { claimHoldsIn } from "../time/period";
import { claimCardWith, factRow, inferredFact, placeWithAccuracy, referenceRow } from "../ui/claim-card";
import { certaintyInWords, claimRow, plainRow } from "../ui/claim-rows";
import { claimSectionsByKind, claimsInOrder } from "../ui/claim-sections";
import { bidiIsolated, button, el } from "../ui/dom";
import { localizedParagraph, localizedText } from "../ui/localized-text";
import type { Card } from "../ui/panel-content";
import type { KioskContext } from "./kiosk-context";

/** "Meier 2008, p. 101": each a button that opens the full source. */
export function shortCitationList(context: KioskContext, cites: readonly Citation[]): HTMLElement | null {
  const { index, kioskWords } = context;
  const buttons = cites.flatMap((cite) =>
    index.payload.sources[cite.source]
      ? [
          button(
            { class: "cite" },
            () =>
              context.changeUi({
                openPanel: {
                  source: cite.source,
                  locator: locatorText(index, cite),
                  through: cite.through,
                  from: context.ui.openPanel === "tour" ? "tour" : "card",
                },
              }),
            bidiIsolated(shortCitation(index, cite)),
          ),
        ]
      : [],
  );
  return buttons.length > 0
    ? el("section", { class: "cites" }, el("h3", {}, kioskWords.shorter), el("div", { class: "cite-list" }, ...buttons))
    : null;
}

/** A source in full, with the place in it, and the work in which it was read, if that was another one. */
export function fullSourceCard(context: KioskContext, number: number, locator: string, through: number): Card {
  const { index, words, kioskWords } = context;
  const source = index.payload.sources[number]!;
  const goBetween = index.payload.sources[through];
  return {
    kicker: kioskWords.inFull,
    title: source.short,
    picture: null,
    content: [
      el(
        "p",
        { class: "note" },
        bidiIsolated(source.full),
        locator && el("span", { class: "locator" }, " ", bidiIsolated(locator)),
      ),
      el("p", {}, el("span", { class: `source-kind source-${source.kind}` }, words.sourceKinds[source.kind][0])),
      source.note && localizedParagraph(context, source.note),
      goBetween && el("p", { class: "note" }, bidiIsolated(goBetween.full)),
    ],
  };
}

function placeFacts(context: KioskContext, row: number): HTMLElement[] {
  const { claims } = context.index.payload;
  const { card } = context.words;
  const placeFact = (place: number) => placeWithAccuracy(context, place, row, bidiIsolated);
  const from = claims.place[row]!,
    to = claims.to[row]!;
  if (claims.kind[row] === Kind.tie) return [];
  if (claims.kind[row] !== Kind.journey) return factRow(card.where, ...(from >= 0 ? placeFact(from) : [card.nowhere]));
  return [
    ...(from >= 0 ? factRow(capital(card.from), ...placeFact(from)) : []),
    ...(to >= 0 ? factRow(capital(card.to), ...placeFact(to)) : []),
  ];
}

function kioskClaimCard(context: KioskContext, row: number): Card {
  const { index, words, state } = context;
  const { claims } = index.payload;
  const related = claimsInOrder(
    index,
    [
      ...index.stationsOf(row),
      ...(claims.kind[row] === Kind.station
        ? index.claimsAtStation(row)
        : index.peopleOf(row).flatMap((person) => index.claimsOfPerson(person))),
    ],
    state.strand,
  ).filter((other) => other !== row);
  return claimCardWith(
    context,
    row,
    [
      ...inferredFact(context, row, (_, text) => bidiIsolated(text)),
      ...factRow(words.card.inYear(state.year), words.card.holds[claimHoldsIn(claims, row, state)]),
      ...placeFacts(context, row),
      ...factRow(words.card.sure, certaintyInWords(context, row)),
    ],
    [
      shortCitationList(context, claims.cites[row] ?? []),
      ...index
        .disagreementsOn(index.reference(row))
        .map(({ title, note }) =>
          el(
            "section",
            { class: "disagreement" },
            el("h3", { dir: "auto" }, ...localizedText(context, title)),
            localizedParagraph(context, note),
          ),
        ),
      ...index
        .peopleOf(row)
        .map((person) =>
          el(
            "ul",
            { class: "rows" },
            plainRow(context, index.personReference(person), ...localizedText(context, index.personName(person))),
          ),
        ),
      ...(claims.inferredFrom?.[row] ?? []).map((reference) =>
        el("ul", { class: "rows" }, referenceRow(context, reference)),
      ),
      el("ul", { class: "rows" }, ...related.slice(0, MAX_RELATED).map((other) => claimRow(context, other))),
    ],
  );
}

const MAX_RELATED = 12;

function kioskEntityCard(
  context: KioskContext,
  kicker: string,
  title: string,
  note: string,
  rows: readonly number[],
  cites: readonly Citation[],
): Card {
  return {
    kicker,
    title,
    picture: null,
    content: [
      note && localizedParagraph(context, note, "note"),
      ...claimSectionsByKind(context, rows),
      shortCitationList(context, cites),
    ],
  };
}

/** The card of a reference; null if the page does not have it. */
export function kioskCard(context: KioskContext, reference: string): Card | null {
  const { index, kioskWords, words } = context;
  const target = index.targetOf(reference);
  if (!target) return null;
  const { people, places } = index.payload;
  const { row } = target;
  switch (target.type) {
    case "claim":
      return kioskClaimCard(context, row);
    case "person":
      return kioskEntityCard(
        context,
        kioskWords.people,
        index.personName(row),
        index.text(people.note[row]),
        index.claimsOfPerson(row),
        people.cites[row] ?? [],
      );
    case "place":
      return kioskEntityCard(
        context,
        kioskWords.places,
        placeInWords(index, words, row, context.state.year),
        index.text(places.note[row]),
        index.claimsAtPlace(row),
        [],
      );
    case "source":
      return fullSourceCard(context, row, "", -1);
  }
}
