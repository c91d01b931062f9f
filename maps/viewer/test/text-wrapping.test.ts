/** Lines of a width, with characters that are all as wide as a half of the font's size. */

import { expect, test } from "vitest";
import { joinedLocators } from "../src/i18n/locators";
import { wordsOf } from "../src/i18n/viewer-words";
import { longestFitting, textWidth, truncateText, wrapText } from "../src/poster/text-wrapping";
import { font } from "../src/scene/text-styles";

const measurer = { version: 0, width: ({ size }: { size: number }, text: string) => 0.5 * size * [...text].length };
const FONT = font("sans", 10);

test("lines are no wider than asked, and no word is lost", () => {
  const text = "Chinese police raid the office of the Soviet military attaché in Peking";
  for (let width = 50; width < 400; width += 10) {
    const lines = wrapText(measurer, FONT, text, width);
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(textWidth(measurer, FONT, line)).toBeLessThanOrEqual(width);
  }
});

test("the first line gives way to an indent, and is left empty where its word has no room beside it", () => {
  expect(wrapText(measurer, FONT, "one two three", 50, 30)).toEqual(["one", "two three"]);
  expect(wrapText(measurer, FONT, "seventeen", 50, 30)).toEqual(["", "seventeen"]);
});

test("a word that is longer than a line is broken, and loses no character", () => {
  const word = "x".repeat(5000);
  const lines = wrapText(measurer, FONT, word, 50);
  expect(lines.join("")).toBe(word);
  expect(Math.max(...lines.map((line) => line.length))).toBe(10);
  expect(wrapText(measurer, FONT, "🙂🙂🙂", 6)).toEqual(["🙂", "🙂", "🙂"]);
});

test("Chinese breaks between characters, and no line begins with a mark that closes, or ends with one that opens", () => {
  const text = "雅可夫·鲁德尼克，牛兰事件中的（国际联络部）特工；《上海》。";
  for (let width = 20; width < 120; width += 5) {
    const lines = wrapText(measurer, FONT, text, width);
    expect(lines.join("")).toBe(text);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，；。）》]/u);
      expect(line).not.toMatch(/[（《]$/u);
    }
  }
});

test("a text without a word has no line", () => {
  expect(wrapText(measurer, FONT, " \n ", 50)).toEqual([]);
});

test("a text that is too long for a line ends in an ellipsis", () => {
  expect(truncateText(measurer, FONT, "short", 60)).toBe("short");
  expect(truncateText(measurer, FONT, "Chinese police raid the office", 80)).toBe("Chinese police…");
  expect(truncateText(measurer, FONT, "x".repeat(100), 50)).toBe(`${"x".repeat(9)}…`);
});

test("the greatest number that fits is found, and that none does", () => {
  for (let most = 0; most < 12; most++)
    for (let limit = -1; limit <= most; limit++) expect(longestFitting(most, (count) => count <= limit)).toBe(limit);
});

test("the places in a work stand together, each unit once", () => {
  expect(joinedLocators(["p. 29", "p. 61"], wordsOf("en").poster)).toBe("pp. 29, 61");
  expect(joinedLocators(["p. 7", "pp. 100–101"], wordsOf("en").poster)).toBe("pp. 7, 100–101");
  expect(joinedLocators(["pp. 100–101"], wordsOf("en").poster)).toBe("pp. 100–101");
  expect(joinedLocators(["p. xxix"], wordsOf("en").poster)).toBe("p. xxix");
  expect(joinedLocators(["p. 7", "sentence 4", "sentence 9", "folio 3"], wordsOf("en").poster)).toBe(
    "p. 7, sentences 4, 9, folio 3",
  );
  expect(joinedLocators([], wordsOf("en").poster)).toBe("");
  expect(joinedLocators(["第3页", "第5–6页"], wordsOf("zh").poster)).toBe("第3页、第5–6页");
});
