/** The marks and colours that page and posters share. */
import { expect, test } from "vitest";
import marks from "../src/marks.json";
import palette from "../src/palette.json";

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};
const styles = Object.entries(palette);

test("every mark is a closed path on the grid of 24", () => {
  for (const { d } of Object.values(marks)) {
    expect(d).toMatch(/^M[\d\s.,\-MLHVCSQTAZhv]*Z$/);
    for (const number of d.match(/\d+(\.\d+)?/g) ?? []) expect(Number(number)).toBeLessThanOrEqual(24);
  }
});

test("both styles have the same colours by name", () => {
  expect(Object.keys(palette.dark)).toEqual(Object.keys(palette.light));
});

test.each(styles)("text can be read on every ground (%s)", (_, colours) => {
  for (const text of [colours.ink, colours.inkSoft]) {
    for (const ground of [colours.paper, colours.card, colours.control, colours.land, colours.sea, colours.fictionPaper, colours.fictionCard]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(colours.fictionBanner, colours.fictionOnBanner)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colours.polity, colours.land)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colours.seaName, colours.sea)).toBeGreaterThanOrEqual(4.5);
});

test.each(styles)("marks stand out from land and sea (%s)", (_, colours) => {
  for (const mark of [colours.station, colours.head, colours.courier, colours.liaison, colours.raid, colours.event]) {
    for (const ground of [colours.land, colours.sea]) expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3);
  }
  for (const ground of [colours.fictionLand, colours.fictionSea]) expect(contrast(colours.fiction, ground)).toBeGreaterThanOrEqual(3);
});

test.each(styles)("red belongs to raids and arrests alone (%s)", (_, colours) => {
  const red = (hex: string) => parseInt(hex.slice(1, 3), 16) > 1.6 * Math.max(parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16));
  expect(Object.entries(colours).filter(([name, hex]) => red(hex) && name !== "head" && name !== "person").map(([name]) => name)).toEqual(["raid", "arrest"]);
});
