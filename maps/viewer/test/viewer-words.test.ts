import { describe, expect, test } from "vitest";
import { monthNames, numberFormats } from "../src/i18n/intl-formats";
import { CATALOGUES, offeredLanguages, type Words, wordsOf } from "../src/i18n/viewer-words";

/** Every text of a catalogue by its path; a sentence with a gap is filled with several numbers. */
function textsByPath(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const format = value as (...values: unknown[]) => string;
    return [0, 1, 2, 5, 21].map((number) => [`${path}(${number})`, format(number, number, number)]);
  }
  return Object.entries(value as object).flatMap(([key, member]) => textsByPath(member, path ? `${path}.${key}` : key));
}

const otherCatalogues = Object.entries(CATALOGUES).filter(([language]) => language !== "en");
const englishTexts = new Map(textsByPath(wordsOf("en")));
/** Words that two languages share. */
const SHARED = new Set([
  "April",
  "August",
  "September",
  "November",
  "Name",
  "Station",
  "Person",
  "Post",
  "Fiction",
  "Sept",
  "Aug",
  "Nov",
  "Apr",
  "Feb",
  "Jan",
  "Okt",
  "Stationen",
]);

describe.each(otherCatalogues)("the catalogue %s", (language, words: Words) => {
  test("has the keys of the English one, no more and no fewer", () => {
    expect(
      textsByPath(words)
        .map(([path]) => path)
        .sort(),
    ).toEqual([...englishTexts.keys()].sort());
  });

  test("leaves no English text untranslated", () => {
    const untranslated = textsByPath(words).filter(
      ([path, text]) =>
        text === englishTexts.get(path) &&
        /\p{L}{3}/u.test(text) &&
        !SHARED.has(text) &&
        path !== "direction" &&
        !/\(\d+\)$/.test(path),
    );
    expect(untranslated).toEqual([]);
  });

  test("differs from the English one in sentences with a gap, or contains figures alone", () => {
    const untranslated = textsByPath(words).filter(
      ([path, text]) => /\(\d+\)$/.test(path) && text === englishTexts.get(path) && /\p{L}{3}/u.test(text),
    );
    expect(untranslated.filter(([, text]) => !/^\d+ (Station|Stationen)/.test(text))).toEqual([]);
  });

  test("names itself in its own language", () => {
    expect(words.ownName).not.toBe("English");
    expect(words.writtenIn["en"]).toBeTruthy();
    expect(new Intl.DisplayNames(language, { type: "language" }).of(language)?.toLocaleLowerCase(language)).toBe(
      words.ownName.toLocaleLowerCase(language),
    );
  });
});

test("Russian counts in the three forms of its plural", () => {
  const { stations } = wordsOf("ru").counts;
  expect([1, 2, 5, 11, 21, 22].map((n) => stations(n, 0))).toEqual([
    "1 станция",
    "2 станции",
    "5 станций",
    "11 станций",
    "21 станция",
    "22 станции",
  ]);
  expect(stations(7, 2)).toBe("7 станций, 2 из них – возможно");
});

test("Chinese counts with a measure word and without a plural", () => {
  expect(wordsOf("zh").counts.stations(7, 2)).toBe("7个站点，其中2个为可能");
});

test("a missing plural form falls back to `other`", () => {
  expect(numberFormats("ru").count(5, { one: "год", other: "лет" })).toBe("5 лет");
});

test("months are those of the language", () => {
  expect(monthNames("de", "long")[2]).toBe("März");
  expect(monthNames("zh", "short")).toHaveLength(12);
});

test("a region uses the words of its language, and an unknown language those of English", () => {
  expect(wordsOf("de-AT")).toBe(wordsOf("de"));
  expect(wordsOf("eo")).toBe(wordsOf("en"));
});

test("a page offers its own language in any case, and of the others those that the viewer has words for", () => {
  expect(offeredLanguages(["eo", "de", "fi", "zh"])).toEqual(["eo", "de", "zh"]);
});
