/** The card of the selection: a claim, a person, a place or a source, with everything that the sources say about it. */

import { lifePathOf } from "../data/life-path";
import { Kind, type TextId } from "../data/payload-types";
import { accuracyInWords, namesInWords, placeInWords } from "../i18n/place-text";
import { capital } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { middleDay } from "../time/claim-dates";
import { periodDays } from "../time/period";
import { claimCard, factRow } from "./claim-card";
import { citationList, claimSectionsByKind } from "./claim-rows";
import { bidiIsolated, type Card, el, joinNodes, list, localizedParagraph, section } from "./dom";
import { markSwatch } from "./swatch";
import { tenureStrip } from "./tenure-strip";

/** A claim about a person without the person's name: "Head, Berlin headquarters". */
function labelWithoutPerson({ index }: PageContext, row: number): string {
  const { claims, places } = index.payload;
  if (claims.kind[row] !== Kind.post) return index.label(row);
  const role = index.categoryLabel(row);
  const [station, place] = [claims.station[row]!, claims.place[row]!];
  const location = station >= 0 ? index.label(station) : place >= 0 ? index.text(places.name[place]) : "";
  return [capital(role), location].filter(Boolean).join(", ");
}

function personCard(context: PageContext, person: number): Card {
  const { index, words, palette } = context;
  const { people } = index.payload;
  const claims = index.claimsOfPerson(person);
  const texts = (ids: readonly TextId[] = []) => joinNodes(ids.map((id) => bidiIsolated(index.text(id))));
  const life = index.text(people.life[person]);
  return {
    kicker: words.kinds.person,
    title: index.personName(person),
    picture: markSwatch(palette, "person", "person", {}, 30),
    content: [
      el("dl", { class: "facts" }, [
        factRow(words.card.life, life && bidiIsolated(life)),
        factRow(words.card.aliases, texts(people.aliases[person])),
        factRow(words.card.identifiers, texts(people.identifiers[person])),
      ]),
      localizedParagraph(context, index.text(people.note[person]), "note"),
      tenureStrip(context, words.card.strip, claims, (row) => labelWithoutPerson(context, row)),
      lifePathOf(index, person, context.state).length > 1 && el("p", { class: "soft" }, words.card.lifeLine),
      ...claimSectionsByKind(context, claims),
      citationList(context, people.cites[person] ?? []),
    ],
  };
}

function placeCard(context: PageContext, place: number): Card {
  const { index, words, state } = context;
  const { places, categories } = index.payload;
  const day = middleDay(periodDays(state));
  const names = namesInWords(index, words, place);
  return {
    kicker: [words.kinds.place, categories.placeKind[places.kind[place]!]?.[1]].filter(Boolean).join(" · "),
    title: placeInWords(index, words, place, day),
    content: [
      el("p", { class: "soft" }, accuracyInWords(index, words, place, day)),
      names.length > 0 && section(words.card.names, list(names.map(bidiIsolated))),
      localizedParagraph(context, index.text(places.note[place]), "note"),
      ...claimSectionsByKind(context, index.claimsAtPlace(place)),
    ],
  };
}

/** The card of a source: the full citation, the reliability of its kind, and all claims that cite it. */
function sourceCard(context: PageContext, source: number): Card {
  const { index, words } = context;
  const { short, full, kind, note } = index.payload.sources[source]!;
  const [kindName, kindNote] = words.sourceKinds[kind];
  return {
    kicker: `${words.kinds.source} · ${kindName}`,
    title: short,
    content: [
      el("p", {}, bidiIsolated(full)),
      note && el("p", { class: "note", dir: "auto" }, note),
      el("p", { class: "soft" }, kindNote),
      ...claimSectionsByKind(context, index.claimsOfSource(source)),
    ],
  };
}

export function selectionCard(context: PageContext, reference: string): Card | null {
  const target = context.index.targetOf(reference);
  if (!target) return null;
  const card = { claim: claimCard, person: personCard, place: placeCard, source: sourceCard }[target.type];
  return card(context, target.row);
}
