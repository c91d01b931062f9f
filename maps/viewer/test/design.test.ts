/** Tests of the marks and colours that page and posters share. */
import { expect, test } from "vitest";
import marks from "../src/scene/drawing/marks.json";
import palette from "../src/scene/palette.json";

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

test.each(styles)("text is readable on every background (%s)", (_, colours) => {
  for (const text of [colours.ink, colours.inkSoft]) {
    for (const background of [
      colours.paper,
      colours.card,
      colours.control,
      colours.land,
      colours.sea,
      colours.fictionPaper,
      colours.fictionCard,
    ])
      expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(colours.fictionBanner, colours.fictionOnBanner)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colours.polity, colours.land)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colours.seaName, colours.sea)).toBeGreaterThanOrEqual(4.5);
});

test.each(styles)("marks stand out from land and sea (%s)", (_, colours) => {
  for (const mark of [colours.station, colours.head, colours.courier, colours.liaison, colours.raid, colours.event]) {
    for (const background of [colours.land, colours.sea]) expect(contrast(mark, background)).toBeGreaterThanOrEqual(3);
  }
  for (const background of [colours.fictionLand, colours.fictionSea])
    expect(contrast(colours.fiction, background)).toBeGreaterThanOrEqual(3);
});

test.each(styles)("red belongs to raids and arrests alone (%s)", (_, colours) => {
  const isRed = (hex: string) =>
    parseInt(hex.slice(1, 3), 16) > 1.6 * Math.max(parseInt(hex.slice(3, 5), 16), parseInt(hex.slice(5, 7), 16));
  expect(
    Object.entries(colours)
      .filter(([name, hex]) => isRed(hex) && name !== "head" && name !== "person")
      .map(([name]) => name),
  ).toEqual(["raid", "arrest"]);
});

/** Simulations of colour vision without one kind of cone, in linear light (Machado, Oliveira and Fernandes 2009). */
const VISIONS: Readonly<Record<string, number[][]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  "no colour at all": [
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
    [0.2126, 0.7152, 0.0722],
  ],
};
const linear = (hex: string): number[] =>
  [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
const simulatedColour = (hex: string, matrix: number[][]): string =>
  `#${matrix
    .map((row) => {
      const light = Math.max(
        0,
        Math.min(
          1,
          row.reduce((sum, part, i) => sum + part * linear(hex)[i]!, 0),
        ),
      );
      const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
      return Math.round(value * 255)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;

test.each(
  styles.flatMap(([style, colours]) =>
    Object.entries(VISIONS).map(([vision, matrix]) => [style, vision, colours, matrix] as const),
  ),
)("marks and text stand out in every kind of colour vision (%s, %s)", (_style, _vision, colours, matrix) => {
  const contrastSeen = (a: string, b: string) => contrast(simulatedColour(a, matrix), simulatedColour(b, matrix));
  for (const mark of [colours.station, colours.head, colours.courier, colours.raid, colours.event]) {
    for (const background of [colours.land, colours.sea])
      expect(contrastSeen(mark, background)).toBeGreaterThanOrEqual(2.8);
  }
  for (const background of [colours.paper, colours.card, colours.land])
    expect(contrastSeen(colours.ink, background)).toBeGreaterThanOrEqual(4.5);
});

test("no two marks have one outline: marks differ in shape, not in colour alone", () => {
  const outlines = Object.values(marks).map(({ d }) => d);
  expect(new Set(outlines).size).toBe(outlines.length);
});
