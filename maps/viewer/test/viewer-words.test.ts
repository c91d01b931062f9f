import { describe, expect, test } from "vitest";
import { LANGUAGES, offeredLanguages, wordsOf } from "../src/i18n/viewer-words";

/** Every text by its path; a sentence with a gap is filled with several numbers. */
function textsByPath(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const format = value as (...values: unknown[]) => string;
    return [0, 1, 2, 5, 21].map((number) => [`${path}(${number})`, format(number, number, number)]);
  }
  return Object.entries(value as object).flatMap(([key, member]) => textsByPath(member, path ? `${path}.${key}` : key));
}

const englishTexts = new Map(textsByPath(wordsOf("en")));
/** Texts that two languages share. */
const SHARED = /^(?:Name|Station|Person|Stationen|Code|Jan|Feb|ltr|\d+ MB)$/;

describe.each(LANGUAGES.filter((language) => language !== "en"))("the texts in %s", (language) => {
  const words = wordsOf(language);

  test("leave nothing in English", () => {
    const untranslated = textsByPath(words).filter(
      ([path, text]) => text === englishTexts.get(path) && /\p{L}{3}/u.test(text) && !SHARED.test(text),
    );
    expect(untranslated).toEqual([]);
  });

  test("have every message, and no gap that is not filled", () => {
    const texts = textsByPath(words);
    expect(texts.map(([path]) => path).sort()).toEqual([...englishTexts.keys()].sort());
    expect(texts.filter(([, text]) => /[{}$]|undefined|null|NaN/.test(text))).toEqual([]);
  });

  test("name the language in itself", () => {
    expect(words.ownName).not.toBe("English");
    expect(words.writtenIn("en")).not.toBe("en");
    expect(new Intl.DisplayNames(language, { type: "language" }).of(language)?.toLocaleLowerCase(language)).toBe(
      words.ownName.toLocaleLowerCase(language),
    );
  });

  test("have the months that Intl has", () => {
    for (const [length, name] of [
      ["long", words.month],
      ["short", words.monthShort],
    ] as const) {
      const { format } = new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" });
      const months = Array.from({ length: 12 }, (_, i) => format(Date.UTC(2001, i, 15)));
      expect(months.map((_, i) => name(i + 1))).toEqual(months);
    }
  });
});

test("Russian counts in the three forms of its plural", () => {
  const { stations, somePerhaps } = wordsOf("ru").counts;
  expect([1, 2, 5, 11, 21, 22].map(stations)).toEqual([
    "1 станция",
    "2 станции",
    "5 станций",
    "11 станций",
    "21 станция",
    "22 станции",
  ]);
  expect(somePerhaps(stations(7), 2, "stations")).toBe("7 станций, 2 из них – возможно");
});

test("Chinese counts with a measure word and without a plural", () => {
  const { stations, heads, somePerhaps, allPerhaps } = wordsOf("zh").counts;
  expect(somePerhaps(stations(7), 2, "stations")).toBe("7个站点，其中2个为可能");
  expect(somePerhaps(heads(7), 2, "people")).toBe("7位负责人，其中2位为可能");
  expect([1, 2].map((all) => allPerhaps(stations(all), all))).toEqual(["1个站点，为可能", "2个站点，均为可能"]);
});

test("Russian has a month in its case", () => {
  const { time } = wordsOf("ru");
  expect(time.heldIn.month(5, 1927)).toBe("В мае 1927 года");
  expect(time.monthButton(3, -46, 0)).toBe("март 47 до н. э., дат нет");
});

test("large counts are grouped as the language does, years never", () => {
  expect(["en", "de", "zh"].map((language) => wordsOf(language).listParts.tray(30412))).toEqual([
    "Undated: no source says when (30,412)",
    "Undatiert: keine Quelle sagt, wann (30.412)",
    "无日期：没有来源说明时间（30,412项）",
  ]);
  for (const language of LANGUAGES) expect(wordsOf(language).card.inYear(1927)).toContain("1927");
});

test("English has an article before the countries that need it", () => {
  const { somewhere } = wordsOf("en").card;
  expect(["Austria", "Soviet Union", "Dutch East Indies", "United Kingdom"].map(somewhere)).toEqual([
    "somewhere in Austria",
    "somewhere in the Soviet Union",
    "somewhere in the Dutch East Indies",
    "somewhere in the United Kingdom",
  ]);
});

test("a text of the data is inserted as it is, whatever it looks like in Fluent", () => {
  const hostile = [
    "{ $year }",
    "{ card-at }",
    "{ YEAR(1) }",
    '{"\\u0041"}',
    " [one] *[other]\n    .a = b",
    "one",
    "<b>&amp;",
  ];
  for (const language of LANGUAGES) {
    const { card, counts, compare, writtenIn } = wordsOf(language);
    for (const text of hostile) {
      expect(card.placeOf(text)).toBe(card.placeOf("*").replace("*", () => text));
      expect(card.renamed(text, text).split(text)).toHaveLength(3);
      expect(card.somewhere(text)).toContain(text);
      expect(compare.only(text)).toContain(text);
      expect(counts.somePerhaps(text, 2, text)).toContain(text);
      expect(writtenIn(text)).toBe(text);
    }
  }
});

test("a region uses the texts of its language, and an unknown language those of English", () => {
  expect(wordsOf("de-AT")).toBe(wordsOf("de"));
  expect(wordsOf("eo")).toBe(wordsOf("en"));
  expect(wordsOf("constructor")).toBe(wordsOf("en"));
});

test("a page offers its own language in any case, and of the others those that the viewer has texts for", () => {
  expect(offeredLanguages(["eo", "de", "fi", "zh"])).toEqual(["eo", "de", "zh"]);
});
