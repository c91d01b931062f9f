/** The card for a standing reader: what, when, where, who, how certain; short citations, the full source at a touch. */

import { type Citation, KIND_NAMES, Kind } from "../data/payload-types";
import { inWorld } from "../data/visible-features";
import { accuracyInWords, placeInWords } from "../i18n/place-text";
import { capital } from "../i18n/viewer-words";
import { lastDay, placeNameDay } from "../time/claim-dates";
import { claimHoldsIn } from "../time/period";
import { certaintyInWords, claimRow, plainRow, rowSection } from "../ui/claim-rows";
import { bidiIsolated, button, type Child, el } from "../ui/dom";
import { localizedParagraph, localizedText } from "../ui/localized-text";
import type { Card } from "../ui/panel-content";
import { claimSwatch } from "../ui/swatch";
import type { KioskContext } from "./kiosk-context";

const factRow = (term: string, ...value: Child[]): HTMLElement[] =>
  value.some(Boolean) ? [el("dt", {}, term), el("dd", {}, ...value)] : [];

/** "Meier 2008, p. 101": each a button that opens the full source. */
export function shortCitationList(context: KioskContext, cites: readonly Citation[]): HTMLElement | null {
  const { index, kioskWords } = context;
  const buttons = cites.flatMap(([number, locator]) => {
    const source = index.payload.sources[number];
    const locatorText = index.text(locator);
    return source
      ? [
          button(
            { class: "cite" },
            () =>
              context.changeUi({
                openPanel: {
                  source: number,
                  locator: locatorText,
                  from: context.ui.openPanel === "tour" ? "tour" : "card",
                },
              }),
            bidiIsolated(locatorText ? `${source.short}, ${locatorText}` : source.short),
          ),
        ]
      : [];
  });
  return buttons.length > 0
    ? el("section", { class: "cites" }, el("h3", {}, kioskWords.shorter), el("div", { class: "cite-list" }, ...buttons))
    : null;
}

export function fullSourceCard(context: KioskContext, number: number, locator: string): Card {
  const { index, words, kioskWords } = context;
  const source = index.payload.sources[number]!;
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
    ],
  };
}

function kioskClaimCard(context: KioskContext, row: number): Card {
  const { index, words, state } = context;
  const { claims } = index.payload;
  const day = placeNameDay(claims, row, state.year);
  const placeFact = (placeRow: number): Child[] => {
    const accuracy = accuracyInWords(index, words, placeRow);
    return [
      bidiIsolated(placeInWords(index, words, placeRow, day)),
      accuracy && el("span", { class: "soft aside" }, accuracy),
    ];
  };
  const from = claims.place[row]!,
    to = claims.to[row]!;
  const placeFacts =
    claims.kind[row] === Kind.tie
      ? []
      : claims.kind[row] === Kind.journey
        ? [
            ...(from >= 0 ? factRow(capital(words.card.from), ...placeFact(from)) : []),
            ...(to >= 0 ? factRow(capital(words.card.to), ...placeFact(to)) : []),
          ]
        : factRow(words.card.where, ...(from >= 0 ? placeFact(from) : [words.card.nowhere]));
  const standing = claims.standing[row]!;
  const reason = index.text(claims.standingReason[row]);
  const disagreements = index.disagreementsOn(index.reference(row));
  const relatedRows = new Set([
    ...index.stationsOf(row),
    ...(claims.kind[row] === Kind.station
      ? index.claimsAtStation(row)
      : index.peopleOf(row).flatMap((person) => index.claimsOfPerson(person))),
  ]);
  relatedRows.delete(row);
  const related = [...relatedRows]
    .filter((other) => inWorld(claims.standing[other]!, state.world === "fiction" ? "fiction" : "record"))
    .sort((a, b) => claims.startEarliest[a]! - claims.startEarliest[b]! || a - b);
  return {
    kicker: [words.kinds[KIND_NAMES[claims.kind[row]!]!], capital(index.categoryLabel(row))]
      .filter((word, i, all) => word && all.indexOf(word) === i)
      .join(" · "),
    title: index.label(row),
    picture: claimSwatch(context, row, 30),
    content: [
      el(
        "dl",
        { class: "facts" },
        ...factRow(
          words.card.when,
          index.text(claims.when[row]) ? bidiIsolated(index.text(claims.when[row])) : words.card.noDate,
        ),
        ...factRow(words.card.inYear(state.year), words.card.holds[claimHoldsIn(claims, row, state)]),
        ...placeFacts,
        ...factRow(words.card.sure, certaintyInWords(context, row)),
        ...factRow(
          words.card.standing,
          el("strong", { class: `standing-${standing}` }, words.card.standings[standing]),
          reason && ": ",
          reason && bidiIsolated(reason),
        ),
      ),
      index.text(claims.note[row]) && localizedParagraph(context, index.text(claims.note[row]), "note"),
      shortCitationList(context, claims.cites[row] ?? []),
      ...disagreements.map((disagreement) =>
        el(
          "section",
          { class: "disagreement" },
          el("h3", { dir: "auto" }, ...localizedText(context, disagreement.title)),
          localizedParagraph(context, disagreement.note),
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
      el("ul", { class: "rows" }, ...related.slice(0, MAX_RELATED).map((other) => claimRow(context, other))),
    ],
  };
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
  const { index, words, state } = context;
  const { claims } = index.payload;
  const world = state.world === "fiction" ? "fiction" : "record";
  const inOrder = [...new Set(rows)]
    .filter((row) => inWorld(claims.standing[row]!, world))
    .sort((a, b) => claims.startEarliest[a]! - claims.startEarliest[b]! || a - b);
  const sectionOfKind = (kind: number, heading: string) =>
    rowSection(
      heading,
      inOrder.filter((row) => claims.kind[row] === kind).map((row) => () => claimRow(context, row)),
      words.listParts.more,
    );
  const { card } = words;
  return {
    kicker,
    title,
    picture: null,
    content: [
      note && localizedParagraph(context, note, "note"),
      sectionOfKind(Kind.station, card.stations),
      sectionOfKind(Kind.post, card.posts),
      sectionOfKind(Kind.journey, card.journeys),
      sectionOfKind(Kind.event, card.events),
      sectionOfKind(Kind.tie, card.ties),
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
        placeInWords(index, words, row, lastDay(context.state.year)),
        index.text(places.note[row]),
        index.claimsAtPlace(row),
        [],
      );
    case "source":
      return fullSourceCard(context, row, "");
  }
}
