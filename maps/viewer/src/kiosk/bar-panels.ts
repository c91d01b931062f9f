/** The panels that the bar opens: people and places by letter, display options, undated claims, and languages. */

import type { PayloadIndex } from "../data/payload-index";
import { isAskedFor, undatedClaims } from "../data/visible-features";
import { wordsOf } from "../i18n/viewer-words";
import { CERTAINTIES, LAYERS, type State } from "../state/screen-state";
import { firstDay, lastDay } from "../time/claim-dates";
import { claimSectionsByKind, plainRow } from "../ui/claim-rows";
import { button, type Children, el, localizedText, type Panel } from "../ui/dom";
import { toggleLayer, toggleOnly } from "../ui/layers-panel";
import type { KioskContext } from "./kiosk-state";

/** A large switch that shows whether it is on. */
const choiceButton = (pressed: boolean, action: () => void, ...children: Children[]): HTMLElement =>
  button({ class: "choice-button", "aria-pressed": String(pressed) }, action, children);

const choiceGroup = (...buttons: Children[]): HTMLElement => el("div", { class: "choices" }, buttons);

/** A group of switches for one field of the state; the switch of its current value is on. */
function stateChoices<Name extends "certainty" | "strand" | "language">(
  context: KioskContext,
  name: Name,
  values: readonly State[Name][],
  label: (value: State[Name]) => Children,
): HTMLElement[] {
  return values.map((value) =>
    choiceButton(context.state[name] === value, () => context.changeState({ [name]: value }), label(value)),
  );
}

/** The display options: layers, certainty, kinds of claims and strand. */
export function displayPanel(context: KioskContext): Panel {
  const { state, words, kioskWords, settings, index } = context;
  const { strands, claims } = index.payload;
  const text = words.layers;
  const group = (title: string, buttons: HTMLElement[]) =>
    buttons.length > 0 ? [el("h3", {}, title), choiceGroup(buttons)] : [];
  const layers = LAYERS.map((layer) =>
    choiceButton(state.layers.has(layer), () => toggleLayer(context, layer), text[layer]),
  );
  const certainties = CERTAINTIES.filter((certainty) => certainty !== "undated" || claims.undated.includes(1));
  const certaintyChoices = stateChoices(context, "certainty", certainties, (certainty) => text[certainty]);
  const only = settings.only.map((kind) =>
    choiceButton(state.only.has(kind), () => toggleOnly(context, kind), text.onlyKinds[kind]),
  );
  const strandNames = strands.name.length > 1 ? strands.name : [];
  const strandTitle = (strand: string) => localizedText(context, index.strandTitle(strand));
  return {
    title: kioskWords.show,
    content: [
      ...group(text.group, layers),
      ...group(text.certaintyGroup, certaintyChoices),
      ...group(text.onlyGroup, only),
      ...group(text.strandGroup, stateChoices(context, "strand", strandNames, strandTitle)),
    ],
  };
}

/** The tray: the claims that no source dates, and the switch that draws them. */
export function undatedPanel(context: KioskContext): Panel {
  const { index, state, words } = context;
  const text = words.listParts;
  const rows = undatedClaims(index, state);
  const isDrawn = state.certainty === "undated";
  const toggle = () => context.changeState({ certainty: isDrawn ? "possible" : "undated" });
  return {
    title: text.tray(rows.length),
    content: [
      el("p", { class: "soft" }, text.trayText),
      choiceGroup(choiceButton(isDrawn, toggle, text.drawTray)),
      ...claimSectionsByKind(context, rows),
    ],
  };
}

/** The languages, each by its own name and without a flag. */
export function kioskLanguagePanel(context: KioskContext): Panel {
  const { words, settings } = context;
  const ownName = (language: string) => el("span", { lang: language }, wordsOf(language).ownName);
  const buttons = stateChoices(context, "language", settings.languages, ownName);
  return { title: words.language, content: [choiceGroup(buttons)] };
}

/** The sort key of a name. For people the last word comes first: in most languages of these tables the surname. */
function sortName(name: string, list: "people" | "places"): string {
  const words = name.trim().split(/\s+/);
  return list === "people" ? `${words.at(-1)} ${name}` : name;
}

/** The letter under which a name is listed, ignoring accents and punctuation. */
export function indexLetter(name: string, list: "people" | "places", language: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(sortName(name, list).normalize("NFKD"))?.[0] ?? "#";
  return letter.toLocaleUpperCase(language);
}

/** The names by which a visitor may look for a place: its present name, and its names in the years of the atlas. */
function searchedNames(index: PayloadIndex, place: number): string[] {
  const { places, period } = index.payload;
  const names = index.placeNamesWithin(place, firstDay(period[0]), lastDay(period[1]));
  return [...new Set([index.text(places.name[place]), ...names])];
}

/** The people or places with claims among those shown, in the alphabetical order of a language. */
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

/** The index by letter. It replaces the search, because nobody types on a kiosk screen. */
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
