/** The index of people and places by their first letters, in place of a search: nobody types on a kiosk screen. */

import type { PayloadIndex } from "../data/payload-index";
import { isAskedFor } from "../data/visible-features";
import type { State } from "../state/screen-state";
import { firstDay, lastDay } from "../time/claim-dates";
import { plainRow } from "../ui/claim-rows";
import { button, el } from "../ui/dom";
import { localizedText } from "../ui/localized-text";
import type { Panel } from "../ui/panel-content";
import { choiceButton, choiceGroup } from "./display-panels";
import type { KioskContext } from "./kiosk-state";

/** The text by which a name is sorted: for people the last word first, a surname in most languages of these tables. */
function sortName(name: string, list: "people" | "places"): string {
  const words = name.trim().split(/\s+/);
  return list === "people" ? `${words.at(-1)} ${name}` : name;
}

/** The letter under which a name is listed, without accents and punctuation. */
export function indexLetter(name: string, list: "people" | "places", language: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(sortName(name, list).normalize("NFKD"))?.[0] ?? "#";
  return letter.toLocaleUpperCase(language);
}

/** The names by which a visitor may look for a place: the present one, and those of the years of the atlas. */
function searchedNames(index: PayloadIndex, place: number): string[] {
  const { places, period } = index.payload;
  const names = index.placeNamesWithin(place, firstDay(period[0]), lastDay(period[1]));
  return [...new Set([index.text(places.name[place]), ...names])];
}

/** The people or places that have claims in what is shown, in the alphabetical order of a language. */
export function alphabetEntries(
  index: PayloadIndex,
  list: "people" | "places",
  shown: Pick<State, "strand" | "only">,
  language: string,
): { reference: string; name: string }[] {
  const { people, places } = index.payload;
  const isShown = (rows: readonly number[]): boolean => rows.some((row) => isAskedFor(index, row, shown));
  const entries =
    list === "people"
      ? [...people.id.keys()]
          .filter((row) => isShown(index.claimsOfPerson(row)))
          .map((row) => ({ reference: index.personReference(row), name: index.personName(row) }))
      : [...places.id.keys()]
          .filter((row) => isShown(index.claimsAtPlace(row)))
          .flatMap((row) => searchedNames(index, row).map((name) => ({ reference: index.placeReference(row), name })));
  const collator = new Intl.Collator(language);
  return entries.sort((a, b) => collator.compare(sortName(a.name, list), sortName(b.name, list)));
}

export function alphabetPanel(context: KioskContext): Panel {
  const { index, kioskWords, ui, state } = context;
  const entries = alphabetEntries(index, ui.indexList, state, state.language);
  const letterOf = ({ name }: { name: string }) => indexLetter(name, ui.indexList, state.language);
  const letters = [...new Set(entries.map(letterOf))];
  const letter = letters.includes(ui.indexLetter) ? ui.indexLetter : letters[0];
  const tab = (list: "people" | "places") =>
    choiceButton(ui.indexList === list, () => context.changeUi({ indexList: list, indexLetter: "" }), kioskWords[list]);
  const letterButton = (choice: string) =>
    button(
      { class: "letter", "aria-pressed": String(choice === letter) },
      () => context.changeUi({ indexLetter: choice }),
      choice,
    );
  const rows = entries
    .filter((entry) => letterOf(entry) === letter)
    .map(({ reference, name }) => plainRow(context, reference, ...localizedText(context, name)));
  return {
    title: kioskWords.index,
    content: [
      choiceGroup(tab("people"), tab("places")),
      el("div", { class: "letters", role: "group", "aria-label": kioskWords.letters }, letters.map(letterButton)),
      el("ul", { class: "rows" }, rows),
    ],
  };
}
