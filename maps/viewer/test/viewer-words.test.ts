import { describe, expect, test } from "vitest";
import { monthNames, numberFormats } from "../src/i18n/intl-formats";
import { CATALOGUES, offeredLanguages, type Words, wordsOf } from "../src/i18n/viewer-words";

/** Every word of a catalogue by its path; a sentence with a gap is told for several numbers. */
function told(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") {
    const say = value as (...given: unknown[]) => string;
    return [0, 1, 2, 5, 21].map((number) => [`${path}(${number})`, say(number, number, number)]);
  }
  return Object.entries(value as object).flatMap(([key, each]) => told(each, path ? `${path}.${key}` : key));
}

const others = Object.entries(CATALOGUES).filter(([language]) => language !== "en");
const inEnglish = new Map(told(wordsOf("en")));
/** Words that two languages share, and what is a name or a figure. */
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

describe.each(others)("the catalogue %s", (language, words: Words) => {
  test("has the keys of the English one, no more and no fewer", () => {
    expect(
      told(words)
        .map(([path]) => path)
        .sort(),
    ).toEqual([...inEnglish.keys()].sort());
  });

  test("leaves no word of the English one standing", () => {
    const same = told(words).filter(
      ([path, text]) =>
        text === inEnglish.get(path) &&
        /\p{L}{3}/u.test(text) &&
        !SHARED.has(text) &&
        path !== "direction" &&
        !/\(\d+\)$/.test(path),
    );
    expect(same).toEqual([]);
  });

  test("says in a sentence with a gap something else than the English one, or figures alone", () => {
    const same = told(words).filter(
      ([path, text]) => /\(\d+\)$/.test(path) && text === inEnglish.get(path) && /\p{L}{3}/u.test(text),
    );
    expect(same.filter(([, text]) => !/^\d+ (Station|Stationen)/.test(text))).toEqual([]);
  });

  test("names itself in its own words", () => {
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
  expect(stations(7, 2)).toBe("7 станций, из них 2 под вопросом");
});

test("Chinese counts with a measure word and without a plural", () => {
  expect(wordsOf("zh").counts.stations(7, 2)).toBe("7个站点，其中2个存疑");
});

test("a plural that is not given is told as the others", () => {
  expect(numberFormats("ru").count(5, { one: "год", other: "лет" })).toBe("5 лет");
});

test("months are those of the language", () => {
  expect(monthNames("de", "long")[2]).toBe("März");
  expect(monthNames("zh", "short")).toHaveLength(12);
});

test("a region speaks as its language, and what nobody speaks is told in English", () => {
  expect(wordsOf("de-AT")).toBe(wordsOf("de"));
  expect(wordsOf("eo")).toBe(wordsOf("en"));
});

test("a page offers its own language, spoken or not, and of the others those that the viewer speaks", () => {
  expect(offeredLanguages(["eo", "de", "fi", "zh"])).toEqual(["eo", "de", "zh"]);
});
