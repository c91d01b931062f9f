/** The index of people and places by their first letters, in place of a search: nobody types on a wall. */

import { button, el, type Child } from "../dom";
import { plainRow } from "../parts/rows";
import { said } from "../parts/said";
import { inWorld } from "../year-net";
import type { Index } from "../index";
import type { State } from "../address";
import type { KioskContext } from "./context";

export interface Entry { reference: string; name: string }

/** A name as an index has it: people by the last word of theirs, which is a surname in most tongues of these tables. */
function sortName(name: string, list: "people" | "places"): string {
  const words = name.trim().split(/\s+/);
  return list === "people" ? `${words[words.length - 1]} ${name}` : name;
}

/** The letter under which a name stands, without its accents and signs. */
export function letterOf(name: string, list: "people" | "places", language: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(sortName(name, list).normalize("NFKD"))?.[0] ?? "#";
  return letter.toLocaleUpperCase(language);
}

/** The people or places of which a world says something, in the order of a language. */
export function entriesOf(index: Index, list: "people" | "places", world: State["world"], language: string): Entry[] {
  const { claims, people, places } = index.payload;
  const ofWorld = (rows: readonly number[]): boolean => rows.some((row) => inWorld(claims.standing[row]!, world));
  const entries = list === "people"
    ? people.id.map((_, row): [Entry, readonly number[]] => [{ reference: index.personReference(row), name: index.person(row) }, index.claimsOfPerson(row)])
    : places.id.map((_, row): [Entry, readonly number[]] => [{ reference: index.placeReference(row), name: index.text(places.name[row]) }, index.claimsAtPlace(row)]);
  const collator = new Intl.Collator(language);
  return entries.filter(([, rows]) => ofWorld(rows)).map(([entry]) => entry).sort((a, b) => collator.compare(sortName(a.name, list), sortName(b.name, list)));
}

export function lettersPanel(context: KioskContext): { title: string; content: Child[] } {
  const { index, kiosk, ui, state } = context;
  const entries = entriesOf(index, ui.list, state.world, state.language);
  const letters = [...new Set(entries.map(({ name }) => letterOf(name, ui.list, state.language)))];
  const letter = letters.includes(ui.letter) ? ui.letter : letters[0] ?? "";
  const tab = (list: "people" | "places") =>
    button({ class: "choice-button", "aria-pressed": String(ui.list === list) }, () => context.arrange({ list, letter: "" }), kiosk[list]);
  return {
    title: kiosk.index,
    content: [
      el("div", { class: "choices" }, tab("people"), tab("places")),
      el("div", { class: "letters", role: "group", "aria-label": kiosk.letters }, ...letters.map((each) =>
        button({ class: "letter", "aria-pressed": String(each === letter) }, () => context.arrange({ letter: each }), each))),
      el("ul", { class: "rows" }, ...entries.filter(({ name }) => letterOf(name, ui.list, state.language) === letter).map(({ reference, name }) => plainRow(context, reference, ...said(context, name)))),
    ],
  };
}
