/** The card of a claim: what is claimed, when, where, how surely, by whom, and where its sources differ. */

import { writeAddress } from "../address";
import { button, type Child, el, quoted } from "../dom";
import { type Disagreement, FAR_AHEAD, KIND_NAMES, Kind, LONG_AGO, Standing } from "../payload";
import { claimHoldsIn } from "../period";
import { daysWithin, NOT, yearToShow } from "../time";
import { inPeriod } from "../timeline/sentences";
import { capital } from "../words";
import type { Card } from "./card";
import { type Choice, radios } from "./choices";
import { citations } from "./citations";
import type { Context } from "./context";
import { strip } from "./lives";
import { accuracyInWords, placeInWords } from "./places";
import { claimRow, link, plainRow, section, sureInWords } from "./rows";
import { said, saidParagraph } from "./said";
import { claimSwatch } from "./swatch";

const entry = (term: string, ...value: Child[]): HTMLElement[] =>
  value.some(Boolean) ? [el("dt", {}, term), el("dd", {}, ...value)] : [];

/** Nodes with a word between each two. */
function between(nodes: readonly Node[], separator: string): Child[] {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : [separator, node]));
}

function placeWords(context: Context, place: number, row: number): Child[] {
  const { index, words, state } = context;
  const accuracy = accuracyInWords(index, words, place);
  return [
    link(
      context,
      index.placeReference(place),
      placeInWords(index, words, place, daysWithin(index.payload.claims, row, state.year)),
    ),
    accuracy && el("span", { class: "soft aside" }, accuracy),
  ];
}

function where(context: Context, row: number): HTMLElement[] {
  const { index, words } = context;
  const { claims } = index.payload;
  const place = claims.place[row]!;
  if (claims.kind[row] === Kind.tie) return [];
  if (claims.kind[row] !== Kind.journey)
    return entry(words.card.where, ...(place >= 0 ? placeWords(context, place, row) : [words.card.nowhere]));
  const to = claims.to[row]!;
  return [
    ...entry(capital(words.card.from), ...(place >= 0 ? placeWords(context, place, row) : [words.card.unknownOrigin])),
    ...(claims.via[row] ?? []).flatMap((stop) => entry(capital(words.card.via), ...placeWords(context, stop, row))),
    ...entry(capital(words.card.to), ...(to >= 0 ? placeWords(context, to, row) : [words.card.unknownDestination])),
  ];
}

function who(context: Context, row: number): HTMLElement[] {
  const { index, words } = context;
  const people = index
    .peopleOf(row)
    .map((person) => link(context, index.personReference(person), index.person(person)));
  const stations = index
    .stationsOf(row)
    .map((station) => link(context, index.reference(station), index.label(station)));
  return [...entry(words.card.who, ...between(people, ", ")), ...entry(words.card.at, ...between(stations, ", "))];
}

/** Does it hold in the year on the screen? If not, the way to one in which it does. */
function inYear(context: Context, row: number): HTMLElement[] {
  const { index, words, state } = context;
  const { claims, period, year: onlyYear } = index.payload;
  const hold = claimHoldsIn(claims, row, state);
  const other = hold === NOT ? yearToShow(claims, row, state.year, period) : null;
  const way =
    other === null
      ? null
      : onlyYear === null
        ? button({ class: "link" }, () => context.change({ year: other }, true), words.card.showYear(other))
        : el(
            "a",
            {
              href: `../atlas.html${writeAddress({ ...state, year: other, select: index.reference(row), view: null })}`,
            },
            words.card.inAtlas,
          );
  const undated = hold !== NOT && index.text(claims.when[row]) === "";
  return entry(inPeriod(context), undated ? words.card.undated : words.card.holds[hold], way && ". ", way);
}

function disagreements(context: Context, row: number): Child[] {
  const { index, words } = context;
  const own = index.reference(row);
  const all = index
    .disagreementsOn(own)
    .map((disagreement) =>
      el(
        "section",
        { class: "disagreement" },
        el("h4", { dir: "auto" }, ...said(context, disagreement.title)),
        el("p", { class: "kicker" }, capital(index.payload.categories.disagreement[disagreement.kind]?.[1] ?? "")),
        disagreement.note && saidParagraph(context, disagreement.note),
        el(
          "ul",
          { class: "rows" },
          ...disagreement.refs
            .filter((reference) => reference !== own)
            .map((reference) => targetRow(context, reference)),
        ),
        readingSwitch(context, disagreement),
        disagreement.cites.length > 0 && citations(context, disagreement.cites, words.card.also),
      ),
    );
  return all.length > 0 ? [el("h3", {}, words.card.others), ...all] : [];
}

/** The reading that the map takes of a disagreement: the author's ranks, or one claim alone. */
function readingSwitch(context: Context, { id, refs }: Disagreement): HTMLElement | null {
  const { index, words, state } = context;
  const claims = refs.flatMap((reference) => {
    const target = index.find(reference);
    return target?.type === "claim" ? [{ reference, label: index.label(target.row) }] : [];
  });
  if (claims.length < 2) return null;
  return radios(
    words.card.reading,
    `reading-${id}`,
    [
      ["", words.card.authorsReading],
      ...claims.map(({ reference, label }): Choice<string> => [reference, words.card.takeReading(label)]),
    ],
    state.readings.get(id) ?? "",
    (reference) => {
      const readings = new Map(context.state.readings);
      if (reference) readings.set(id, reference);
      else readings.delete(id);
      context.change({ readings }, true);
    },
  );
}

function targetRow(context: Context, reference: string): HTMLElement | null {
  const { index } = context;
  const target = index.find(reference);
  if (!target) return null;
  if (target.type === "claim") return claimRow(context, target.row);
  const name = target.type === "person" ? index.person(target.row) : index.text(index.payload.places.name[target.row]);
  return plainRow(context, reference, ...said(context, name));
}

/** May two claims hold at one time? What is undated is no neighbour in time of anything. */
function sameTime(context: Context, a: number, b: number): boolean {
  const { claims } = context.index.payload;
  const dated = (row: number) => claims.startEarliest[row] !== LONG_AGO || claims.endLatest[row] !== FAR_AHEAD;
  return (
    dated(a) &&
    dated(b) &&
    claims.startEarliest[a]! <= claims.endLatest[b]! &&
    claims.startEarliest[b]! <= claims.endLatest[a]!
  );
}

/**
 * What a reader goes on to from here, and no more: of a station, what names it; of a post, what else its person did, and
 * who was at the station then; of a journey or an event, what its people did at that time; of a tie, what names both.
 */
function related(context: Context, row: number): Child[] {
  const { index, words } = context;
  const { claims, liaison } = index.payload;
  const { card } = words;
  // Worlds do not mix: what is fiction stands beside fiction only.
  const sameWorld = (other: number) =>
    (claims.standing[other] === Standing.fiction) === (claims.standing[row] === Standing.fiction);
  const list = (title: string, rows: readonly number[], kind: number) => {
    const chosen = [...new Set(rows)].filter(
      (other) => other !== row && claims.kind[other] === kind && sameWorld(other),
    );
    chosen.sort((a, b) => claims.startEarliest[a]! - claims.startEarliest[b]! || a - b);
    return section(
      title,
      chosen.map((other) => () => claimRow(context, other)),
      words.listParts.more,
    );
  };
  const people = index.peopleOf(row);
  const ofPeople = people.flatMap((person) => index.claimsOfPerson(person));
  const then = ofPeople.filter((other) => sameTime(context, row, other));
  switch (claims.kind[row]) {
    case Kind.station: {
      const here = index.claimsAtStation(row);
      const lines = (one: number[], far: number[]) =>
        one.flatMap((station, line) =>
          station === row ? [() => claimRow(context, far[line]!, card.liaisonSure[liaison.sure[line]!] ?? "")] : [],
        );
      return [
        list(card.people, here, Kind.post),
        section(card.reports, lines(liaison.from, liaison.to), words.listParts.more),
        section(card.reportsFrom, lines(liaison.to, liaison.from), words.listParts.more),
        list(card.events, here, Kind.event),
        list(card.journeys, here, Kind.journey),
      ];
    }
    case Kind.post: {
      const colleagues = index
        .stationsOf(row)
        .flatMap((station) => index.claimsAtStation(station))
        .filter(
          (other) => sameTime(context, row, other) && !index.peopleOf(other).some((person) => people.includes(person)),
        );
      return [
        list(card.otherPosts, ofPeople, Kind.post),
        list(card.colleagues, colleagues, Kind.post),
        list(card.events, ofPeople, Kind.event),
        list(card.journeys, ofPeople, Kind.journey),
        list(card.ties, ofPeople, Kind.tie),
      ];
    }
    case Kind.tie: {
      const both = index
        .claimsOfPerson(claims.person[row]!)
        .filter((other) => index.peopleOf(other).includes(claims.other[row]!));
      return [
        list(card.amongTwo, both, Kind.tie),
        list(card.events, both, Kind.event),
        list(card.journeys, both, Kind.journey),
      ];
    }
    default:
      return [
        list(card.postsThen, then, Kind.post),
        list(card.eventsThen, then, Kind.event),
        list(card.journeysThen, then, Kind.journey),
      ];
  }
}

export function claimCard(context: Context, row: number): Card {
  const { index, words } = context;
  const { claims } = index.payload;
  const kind = words.kinds[KIND_NAMES[claims.kind[row]!]!];
  const standing = claims.standing[row]!;
  const reason = index.text(claims.standingReason[row]);
  return {
    kicker: [kind, capital(index.categoryLabel(row))]
      .filter(Boolean)
      .filter((word, i, all) => all.indexOf(word) === i)
      .join(" · "),
    title: index.label(row),
    picture: claimSwatch(context, row, 30),
    content: [
      el(
        "dl",
        { class: "facts" },
        ...entry(
          words.card.when,
          index.text(claims.when[row]) ? quoted(index.text(claims.when[row])) : words.card.noDate,
        ),
        ...inYear(context, row),
        ...where(context, row),
        ...who(context, row),
        ...entry(
          words.card.sure,
          sureInWords(context, row),
          words.card.rank[claims.rank[row]!] && `. ${words.card.rank[claims.rank[row]!]}`,
        ),
        ...entry(
          words.card.standing,
          el("strong", { class: `standing-${standing}` }, words.card.standings[standing]),
          reason && ": ",
          reason && quoted(reason),
        ),
      ),
      index.text(claims.note[row]) && saidParagraph(context, index.text(claims.note[row]), "note"),
      citations(context, claims.cites[row] ?? []),
      ...disagreements(context, row),
      claims.kind[row] === Kind.station &&
        strip(
          context,
          words.card.stationStrip,
          index.claimsAtStation(row).filter((other) => other !== row && claims.kind[other] === Kind.post),
          (other) => index.person(claims.person[other]!),
        ),
      ...related(context, row),
    ],
  };
}
