/** Years as historians number them: in words, in ranges, on the axis, in names of files and in the search. */

import { expect, test } from "vitest";
import { wordsOf } from "../src/i18n/viewer-words";
import { searchedYear, withJoinedEras, yearPageFile } from "../src/i18n/year-text";
import { periodName, spokenPeriodName } from "../src/time/period";
import { labelledYears } from "../src/timeline/year-axis";

const [en, de, ru, zh] = ["en", "de", "ru", "zh"].map(wordsOf) as [
  ReturnType<typeof wordsOf>,
  ReturnType<typeof wordsOf>,
  ReturnType<typeof wordsOf>,
  ReturnType<typeof wordsOf>,
];
const all = [en, de, ru, zh];

test("a year before Christ has its era in every language, and there is no year 0", () => {
  expect(all.map((words) => words.yearText(-46))).toEqual(["47 BC", "47 v. Chr.", "47 до н. э.", "公元前47年"]);
  expect(all.map((words) => words.yearText(0))).toEqual(["1 BC", "1 v. Chr.", "1 до н. э.", "公元前1年"]);
});

test("a year after Christ is plain", () => {
  for (const words of all) expect([1, 14, 1927].map(words.yearText)).toEqual(["1", "14", "1927"]);
});

test("sentences with a year before Christ are those of the language", () => {
  expect(all.map((words) => words.card.inYear(-46))).toEqual([
    "In 47 BC",
    "Im Jahr 47 v. Chr.",
    "В 47 году до н. э.",
    "公元前47年",
  ]);
  expect(all.map((words) => words.listParts.title(-46))).toEqual([
    "All that holds in 47 BC",
    "Alles im Jahr 47 v. Chr.",
    "Всё за 47 год до н. э.",
    "公元前47年的全部内容",
  ]);
  expect(all.map((words) => words.time.monthOf(words.month(3), -43))).toEqual([
    "March 44 BC",
    "März 44 v. Chr.",
    "март 44 до н. э.",
    "公元前44年三月",
  ]);
});

test("sentences with a year after Christ are as they were", () => {
  expect(all.map((words) => words.card.inYear(1927))).toEqual(["In 1927", "Im Jahr 1927", "В 1927 году", "1927年"]);
  expect(all.map((words) => words.time.range(1921, 1927))).toEqual(Array(4).fill("1921–1927"));
  expect(ru.time.rangeSpoken(1921, 1927)).toBe("с 1921 по 1927 год");
});

test("of two years before Christ the era stands once, and on both sides of the turn each has its own", () => {
  const range = (from: number, year: number) => all.map((words) => periodName({ year, from, month: null }, words));
  expect(range(-46, -43)).toEqual(["47–44 BC", "47–44 v. Chr.", "47–44 до н. э.", "公元前47年–公元前44年"]);
  expect(range(-46, 10)).toEqual(["47 BC–10", "47 v. Chr.–10", "47 до н. э.–10", "公元前47年–10"]);
  const spoken = all.map((words) => spokenPeriodName({ year: -43, from: -46, month: null }, words));
  expect(spoken).toEqual([
    "47 BC to 44 BC",
    "47 v. Chr. bis 44 v. Chr.",
    "с 47 до н. э. по 44 год до н. э.",
    "公元前47年至公元前44年",
  ]);
});

test("the round years of an axis are those that historians call so", () => {
  expect(labelledYears(-49, 10, 8).map(en.yearText)).toEqual(["50 BC", "40 BC", "30 BC", "20 BC", "10 BC", "10"]);
});

test("the page of a year is called as Python calls it", () => {
  expect([1927, 1, 0, -46].map(yearPageFile)).toEqual(["1927.html", "1.html", "1-bc.html", "47-bc.html"]);
});

test("a year before Christ is found as each language writes it", () => {
  for (const text of ["47 BC", "47bc", "47 B.C.", "47 BCE", "47 v. Chr.", "47 v.Chr", "47 до н. э.", "公元前47年"])
    expect(withJoinedEras(`raid ${text} Rome`).trim().split(/\s+/)).toEqual(["raid", "47bc", "Rome"]);
  expect(["47bc", "1bc", "1927", "47", "rome"].map(searchedYear)).toEqual([-46, 0, 1927, null, null]);
  expect(withJoinedEras("1927 bcd, 12 Bcharles")).toBe("1927 bcd, 12 Bcharles");
});
