/** The card for someone who stands: what, when, where, who, how sure; its sources in short, in full behind a touch. */

import { button, type Child, el, quoted } from "../dom";
import type { Card } from "../parts/card";
import { accuracyInWords, placeInWords } from "../parts/places";
import { claimRow, plainRow, section, sureInWords } from "../parts/rows";
import { said, saidParagraph } from "../parts/said";
import { claimSwatch } from "../parts/swatch";
import { type Cite, KIND_NAMES, Kind } from "../payload";
import { claimHoldsIn } from "../period";
import { daysWithin } from "../time";
import { capital } from "../words";
import { inWorld } from "../year-net";
import type { KioskContext } from "./context";

const fact = (term: string, ...value: Child[]): HTMLElement[] =>
  value.some(Boolean) ? [el("dt", {}, term), el("dd", {}, ...value)] : [];

/** "Meier 2008, p. 101": a button each, that opens the source in full. */
export function shortSources(context: KioskContext, cites: readonly Cite[]): HTMLElement | null {
  const { index, kiosk } = context;
  const buttons = cites.flatMap(([number, locator]) => {
    const source = index.payload.sources[number];
    const where = index.text(locator);
    return source
      ? [
          button(
            { class: "cite" },
            () =>
              context.arrange({
                open: { source: number, locator: where, from: context.ui.open === "tour" ? "tour" : "card" },
              }),
            quoted(where ? `${source.short}, ${where}` : source.short),
          ),
        ]
      : [];
  });
  return buttons.length > 0
    ? el("section", { class: "cites" }, el("h3", {}, kiosk.shorter), el("div", { class: "cite-list" }, ...buttons))
    : null;
}

export function sourceInFull(context: KioskContext, number: number, locator: string): Card {
  const { index, words, kiosk } = context;
  const source = index.payload.sources[number]!;
  return {
    kicker: kiosk.inFull,
    title: source.short,
    picture: null,
    content: [
      el(
        "p",
        { class: "note" },
        quoted(source.full),
        locator && el("span", { class: "locator" }, " ", quoted(locator)),
      ),
      el("p", {}, el("span", { class: `source-kind source-${source.kind}` }, words.sourceKinds[source.kind][0])),
      source.note && saidParagraph(context, source.note),
    ],
  };
}

function claim(context: KioskContext, row: number): Card {
  const { index, words, state } = context;
  const { claims } = index.payload;
  const days = daysWithin(claims, row, state.year);
  const place = (at: number): Child[] => {
    const accuracy = accuracyInWords(index, words, at);
    return [quoted(placeInWords(index, words, at, days)), accuracy && el("span", { class: "soft aside" }, accuracy)];
  };
  const from = claims.place[row]!,
    to = claims.to[row]!;
  const where =
    claims.kind[row] === Kind.tie
      ? []
      : claims.kind[row] === Kind.journey
        ? [
            ...(from >= 0 ? fact(capital(words.card.from), ...place(from)) : []),
            ...(to >= 0 ? fact(capital(words.card.to), ...place(to)) : []),
          ]
        : fact(words.card.where, ...(from >= 0 ? place(from) : [words.card.nowhere]));
  const standing = claims.standing[row]!;
  const reason = index.text(claims.standingReason[row]);
  const others = index.disagreementsOn(index.reference(row));
  const near = new Set([
    ...index.stationsOf(row),
    ...(claims.kind[row] === Kind.station
      ? index.claimsAtStation(row)
      : index.peopleOf(row).flatMap((person) => index.claimsOfPerson(person))),
  ]);
  near.delete(row);
  const related = [...near]
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
        ...fact(
          words.card.when,
          index.text(claims.when[row]) ? quoted(index.text(claims.when[row])) : words.card.noDate,
        ),
        ...fact(words.card.inYear(state.year), words.card.holds[claimHoldsIn(claims, row, state)]),
        ...where,
        ...fact(words.card.sure, sureInWords(context, row)),
        ...fact(
          words.card.standing,
          el("strong", { class: `standing-${standing}` }, words.card.standings[standing]),
          reason && ": ",
          reason && quoted(reason),
        ),
      ),
      index.text(claims.note[row]) && saidParagraph(context, index.text(claims.note[row]), "note"),
      shortSources(context, claims.cites[row] ?? []),
      ...others.map((each) =>
        el(
          "section",
          { class: "disagreement" },
          el("h3", { dir: "auto" }, ...said(context, each.title)),
          saidParagraph(context, each.note),
        ),
      ),
      ...index
        .peopleOf(row)
        .map((person) =>
          el(
            "ul",
            { class: "rows" },
            plainRow(context, index.personReference(person), ...said(context, index.person(person))),
          ),
        ),
      el("ul", { class: "rows" }, ...related.slice(0, MOST_RELATED).map((other) => claimRow(context, other))),
    ],
  };
}

const MOST_RELATED = 12;

function ofClaims(
  context: KioskContext,
  kicker: string,
  title: string,
  note: string,
  rows: readonly number[],
  cites: readonly Cite[],
): Card {
  const { index, words, state } = context;
  const { claims } = index.payload;
  const world = state.world === "fiction" ? "fiction" : "record";
  const order = [...new Set(rows)]
    .filter((row) => inWorld(claims.standing[row]!, world))
    .sort((a, b) => claims.startEarliest[a]! - claims.startEarliest[b]! || a - b);
  const of = (kind: number, heading: string) =>
    section(
      heading,
      order.filter((row) => claims.kind[row] === kind).map((row) => () => claimRow(context, row)),
      words.listParts.more,
    );
  const { card } = words;
  return {
    kicker,
    title,
    picture: null,
    content: [
      note && saidParagraph(context, note, "note"),
      of(Kind.station, card.stations),
      of(Kind.post, card.posts),
      of(Kind.journey, card.journeys),
      of(Kind.event, card.events),
      of(Kind.tie, card.ties),
      shortSources(context, cites),
    ],
  };
}

/** The card of a reference; of what is not in the page, none. */
export function kioskCard(context: KioskContext, reference: string): Card | null {
  const { index, kiosk, words } = context;
  const target = index.find(reference);
  if (!target) return null;
  const { people, places } = index.payload;
  const { row } = target;
  switch (target.type) {
    case "claim":
      return claim(context, row);
    case "person":
      return ofClaims(
        context,
        kiosk.people,
        index.person(row),
        index.text(people.note[row]),
        index.claimsOfPerson(row),
        people.cites[row] ?? [],
      );
    case "place":
      return ofClaims(
        context,
        kiosk.places,
        placeInWords(index, words, row, context.state.year),
        index.text(places.note[row]),
        index.claimsAtPlace(row),
        [],
      );
    case "source":
      return sourceInFull(context, row, "");
  }
}
