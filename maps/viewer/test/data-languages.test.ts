import { expect, test } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import type { LanguageOverrides } from "../src/data/payload-types";
import { placeInWords } from "../src/i18n/place-text";
import { wordsOf } from "../src/i18n/viewer-words";
import { dayOf, placeNameDays } from "../src/time/claim-dates";
import { fixture } from "./fixture";

function germanIndex(part: Partial<LanguageOverrides> = {}): PayloadIndex {
  const payload = fixture();
  const texts = payload.texts;
  const overrides: LanguageOverrides = {
    package: { title: "Die Bernsteinlinie", subtitle: null, description: null },
    categories: { event: ["Razzia", null, "Sonstiges"] },
    sources: payload.sources.map(() => null),
    disagreements: payload.disagreements.map(() => ["Wann?", null]),
    texts: { "1": "erstes" },
    lacks: texts.length > 2 ? [2] : [],
    ...part,
  };
  payload.languages = ["en", "de"];
  payload.tongues = { de: overrides };
  return new PayloadIndex(payload);
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

test("an empty text counts as translated in every language", () => {
  const index = germanIndex({ package: { title: "T", subtitle: "", description: "" } });
  index.payload.subtitle = "";
  index.languages.setLanguage("de");
  expect(index.languages.isUntranslated("")).toBe(false);
});

test("a disagreement is in the current language, however it was looked up", () => {
  const index = germanIndex();
  const reference = index.payload.disagreements[0]!.refs[0]!;
  index.languages.setLanguage("de");
  expect(index.disagreementsOn(reference)[0]?.title).toBe("Wann?");
});

/** A place whose names in two languages change in 1928. */
function peking(): PayloadIndex {
  const payload = fixture();
  const textId = (text: string) =>
    payload.texts.includes(text) ? payload.texts.indexOf(text) : payload.texts.push(text) - 1;
  const change = dayOf(1928, 6, 20);
  payload.places.name[0] = textId("Beijing");
  payload.places.country[0] = 0;
  payload.places.names[0] = [
    [textId("Peking"), textId("en"), -2147483647, change - 1],
    [textId("Peiping"), textId("en"), change, dayOf(1949, 9, 26)],
    [textId("北平"), textId("zh"), change, dayOf(1949, 9, 26)],
  ];
  const overridesFor = (name: string | null): LanguageOverrides => ({
    package: { title: null, subtitle: null, description: null },
    categories: {},
    sources: [],
    disagreements: [],
    texts: name ? { [textId("Beijing")]: name } : {},
    lacks: name ? [] : [textId("Beijing")],
  });
  payload.languages = ["en", "zh", "ru"];
  payload.tongues = { zh: overridesFor("北京"), ru: overridesFor(null) };
  return new PayloadIndex(payload);
}

test("a year shows the name of its end, and a dated event the name of its day", () => {
  const index = peking();
  expect(placeInWords(index, wordsOf("en"), 0, 1928)).toBe("Peiping (today Beijing)");
  expect(placeInWords(index, wordsOf("en"), 0, [dayOf(1928, 4), dayOf(1928, 4, 30)])).toBe("Peking (today Beijing)");
});

test("a name falls back to the language's present one, then to the first language's of that time", () => {
  const index = peking();
  index.languages.setLanguage("zh");
  expect(placeInWords(index, wordsOf("zh"), 0, 1927)).toBe("北京");
  expect(placeInWords(index, wordsOf("zh"), 0, 1930)).toBe("北平（今北京）");
  index.languages.setLanguage("ru");
  expect(placeInWords(index, wordsOf("ru"), 0, 1927)).toBe("Peking (ныне Beijing)");
});

test("the days by which a claim's place is named are its own where it is dated, else those of the year", () => {
  const {
    payload: { claims },
  } = new PayloadIndex(fixture());
  Object.assign(claims, {
    startEarliest: [dayOf(1928, 4), dayOf(1921)],
    endLatest: [dayOf(1928, 4, 30), dayOf(1939, 12, 31)],
  });
  expect(placeNameDays(claims, 0, 1935)).toEqual([dayOf(1928, 4), dayOf(1928, 4, 30)]);
  expect(placeNameDays(claims, 1, 1935)).toEqual([dayOf(1935), dayOf(1935, 12, 31)]);
  expect(placeNameDays(claims, 1, 1950)).toEqual([dayOf(1950), dayOf(1950, 12, 31)]);
});
