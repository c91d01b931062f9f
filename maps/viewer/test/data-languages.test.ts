import { expect, test } from "vitest";
import { expandPayload } from "../src/data/payload-expansion";
import { PayloadIndex } from "../src/data/payload-index";
import { type TranslatedTexts, UNBOUNDED } from "../src/data/payload-schema";
import { placeInWords } from "../src/i18n/place-text";
import { wordsOf } from "../src/i18n/viewer-words";
import { dayOf, monthDays, placeNameDay, yearDays } from "../src/time/claim-dates";
import { fixture, fixtureDocument } from "./fixture";

function germanIndex(part: Partial<TranslatedTexts> = {}): PayloadIndex {
  const document = fixtureDocument();
  const [dispute] = document.disagreements;
  const texts = {
    "1": "erstes",
    [document.title]: "Die Bernsteinlinie",
    [document.categories.event.label[0]!]: "Razzia",
    [document.categories.event.label[2]!]: "Sonstiges",
    [dispute!.title]: "Wann?",
  };
  document.languages = ["en", "de"];
  document.translations = { de: { texts, lacks: [2, document.subtitle], ...part } };
  return new PayloadIndex(expandPayload(document));
}

test("a language replaces the texts that it has, and the others stay in the first language", () => {
  const index = germanIndex();
  const { payload, languages } = index;
  const [first, second] = [payload.texts[1]!, payload.texts[2]!];
  languages.setLanguage("de");
  expect([payload.title, payload.texts[1], payload.texts[2], payload.language]).toEqual([
    "Die Bernsteinlinie",
    "erstes",
    second,
    "de",
  ]);
  expect(languages.isUntranslated(second)).toBe(true);
  expect(languages.isUntranslated("erstes")).toBe(false);
  expect(languages.isUntranslated(payload.subtitle)).toBe(true);
  expect(payload.categories.event.map(([, label]) => label)).toEqual(["Razzia", "Founding", "Sonstiges"]);
  expect(payload.disagreements[0]?.title).toBe("Wann?");
  languages.setLanguage("en");
  expect([payload.title, payload.texts[1], payload.language]).toEqual(["The Amber Line", first, "en"]);
  expect(languages.isUntranslated(second)).toBe(false);
});

test("a disagreement is in the current language, however it was looked up", () => {
  const index = germanIndex();
  const reference = index.payload.disagreements[0]!.refs[0]!;
  index.languages.setLanguage("de");
  expect(index.disagreementsOn(reference)[0]?.title).toBe("Wann?");
});

/** A place whose name changes in 1928, in Chinese from no other name. */
function peking(): PayloadIndex {
  const document = fixtureDocument();
  const textId = (text: string) => document.texts.push(text) - 1;
  const [beijing, peking, peiping] = [textId("Beijing"), textId("Peking"), textId("Peiping")];
  document.places.name[0] = beijing;
  document.places.country[0] = 0;
  document.toponyms = {
    place: [0, 0, 0],
    from: [-UNBOUNDED, dayOf(1928, 6, 20), dayOf(1949, 9, 27)],
    name: [peking, peiping, beijing],
  };
  document.languages = ["en", "zh", "ru"];
  document.translations = {
    zh: { texts: { [beijing]: "北京", [peking]: "北京", [peiping]: "北平" }, lacks: [] },
    ru: { texts: {}, lacks: [beijing, peking, peiping] },
  };
  return new PayloadIndex(expandPayload(document));
}

test("a year shows the name of its end, and a dated event the name of its day", () => {
  const index = peking();
  expect(placeInWords(index, wordsOf("en"), 0, dayOf(1928, 12, 31))).toBe("Peiping (today Beijing)");
  expect(placeInWords(index, wordsOf("en"), 0, dayOf(1928, 4, 30))).toBe("Peking (today Beijing)");
});

test("a name falls back to the language's present one, then to the first language's of that time", () => {
  const index = peking();
  index.languages.setLanguage("zh");
  expect(placeInWords(index, wordsOf("zh"), 0, dayOf(1927))).toBe("北京");
  expect(placeInWords(index, wordsOf("zh"), 0, dayOf(1930))).toBe("北平（今北京）");
  index.languages.setLanguage("ru");
  expect(placeInWords(index, wordsOf("ru"), 0, dayOf(1927))).toBe("Peking (ныне Beijing)");
});

test("a claim's place is named by the middle of its days in the year, or by its day nearest to the year", () => {
  const claims = {
    ...fixture().claims,
    startEarliest: Int32Array.of(dayOf(1928, 4), dayOf(1921)),
    endLatest: Int32Array.of(dayOf(1928, 4, 30), dayOf(1939, 12, 31)),
  };
  expect([1925, 1928, 1935].map((year) => placeNameDay(claims, 0, yearDays(year)))).toEqual([
    dayOf(1928, 4),
    dayOf(1928, 4, 15),
    dayOf(1928, 4, 30),
  ]);
  expect([1919, 1935, 1950].map((year) => placeNameDay(claims, 1, yearDays(year)))).toEqual([
    dayOf(1921),
    dayOf(1935, 7, 2),
    dayOf(1939, 12, 31),
  ]);
  expect(placeNameDay(claims, 1, monthDays(1935, 2))).toBe(dayOf(1935, 2, 14));
});
