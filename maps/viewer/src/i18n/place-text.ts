/** Places in words: the name on a day, the present name, and how accurately the place is known. */

import type { PayloadIndex } from "../data/payload-index";
import { OPEN_END_DAY, OPEN_START_DAY } from "../data/payload-types";
import { yearOf } from "../time/claim-dates";
import type { Words } from "./viewer-words";

/** Round a distance to its significant digits: 250 m, 4 km, 650 km. */
export function roundedMetres(metres: number): number {
  if (metres < 100) return Math.max(10, Math.round(metres / 10) * 10);
  const digits = 10 ** Math.floor(Math.log10(metres) - (metres < 1000 ? 0 : 1));
  const step = metres < 1000 ? 50 : Math.max(1000, digits);
  return Math.round(metres / step) * step;
}

/** "Constantinople (today Istanbul), Turkey": the names of a place and of its state on a day. */
export function placeInWords(index: PayloadIndex, words: Words, place: number, day: number): string {
  const { places } = index.payload;
  const historicalName = index.placeName(place, day);
  const currentName = index.text(places.name[place]);
  const country = index.stateName(place, day);
  const name = historicalName === currentName ? currentName : words.card.renamed(historicalName, currentName);
  return country && country !== historicalName && !index.isCountry(place) ? words.card.inCountry(name, country) : name;
}

/** "within about 250 m", or "somewhere in Austria" with its name on that day; empty if the ledger gives no accuracy. */
export function accuracyInWords(index: PayloadIndex, words: Words, place: number, day: number): string {
  const { places } = index.payload;
  if (!index.isLocated(place)) return words.card.notLocated;
  if (index.isCountry(place)) return words.card.somewhere(index.placeName(place, day));
  const accuracy = places.accuracy_m[place];
  if (accuracy == null) return "";
  const metres = roundedMetres(accuracy);
  return words.card.within(metres < 1000 ? words.card.metres(metres) : words.card.kilometres(metres / 1000));
}

/** "Peiping, 1928–1949" */
export function namesInWords(index: PayloadIndex, words: Words, place: number): string[] {
  return (index.payload.places.names[place] ?? []).map(([name, language, from, to]) => {
    const span =
      from === OPEN_START_DAY
        ? to === OPEN_END_DAY
          ? ""
          : words.card.until(yearOf(to))
        : to === OPEN_END_DAY
          ? words.card.since(yearOf(from))
          : words.card.between(yearOf(from), yearOf(to));
    const languageName = index.text(language);
    return [index.text(name), languageName && languageName !== index.payload.language ? `(${languageName})` : "", span]
      .filter(Boolean)
      .join(" ");
  });
}
