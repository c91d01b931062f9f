import { expect, test } from "vitest";
import { twoLines, untruncatedLines } from "../src/scene/text-styles";

const LONG = "Apr: Chinese police raid the office of the Soviet military attaché";

test("a long title is complete if there is room, and cut after two lines if there is not", () => {
  expect(untruncatedLines(LONG)!.join(" ")).toBe(LONG);
  expect(untruncatedLines(LONG)!.every((line) => line.length <= 26)).toBe(true);
  expect(twoLines(LONG)).toHaveLength(2);
  expect(twoLines(LONG)[1]).toMatch(/…$/);
});

test("a short title is one line, and spaces are one", () => {
  expect(twoLines("  Police   raid ")).toEqual(["Police raid"]);
  expect(untruncatedLines("Police raid")).toEqual(["Police raid"]);
  expect(twoLines("")).toEqual([""]);
});

test("a title that takes too many lines, or has a word too long for a line, is not shown in full", () => {
  expect(untruncatedLines("word ".repeat(60))).toBeNull();
  expect(untruncatedLines("x".repeat(40))).toBeNull();
});
