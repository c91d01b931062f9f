/** Type on the map: the fonts of its texts, how they are measured, and how they are broken into lines. */

import type { SceneFont } from "../data/payload-schema";

/**
 * A font in pixels; `spacing` is added between two characters. Figures are those of tables, as a canvas draws them,
 * unless they are `oldStyle`; those, and `display`, are for the titles of sheets.
 */
export type Font = Readonly<SceneFont>;

/** Measures texts, each way of drawing in its own manner. */
export interface TextMeasurer {
  /** Width of a line in pixels. */
  width(font: Font, text: string): number;
  /** A number that changes when widths measured so far no longer hold. */
  readonly version: number;
}

export type TextStyle = "place" | "region" | "item" | "event" | "stop" | "traveller";

const STYLES: Readonly<Record<TextStyle, Pick<Font, "family" | "size" | "weight" | "italic">>> = {
  place: { family: "serif", size: 14.5, weight: 600, italic: false },
  region: { family: "serif", size: 13.5, weight: 400, italic: true },
  item: { family: "sans", size: 12.5, weight: 400, italic: false },
  traveller: { family: "sans", size: 12.5, weight: 400, italic: false },
  event: { family: "sans", size: 12.5, weight: 400, italic: true },
  stop: { family: "serif", size: 12.5, weight: 600, italic: false },
};

/** A font in tenths of a pixel. */
export function font(
  family: Font["family"],
  size: number,
  { weight = 400, italic = false, spacing = 0, oldStyle = false }: Partial<Omit<Font, "family" | "size">> = {},
): Font {
  return { family, size: Math.round(size * 10) / 10, weight, italic, spacing, oldStyle };
}

/** The font of a text style, in a size that grows with the page. */
export function fontFor(textStyle: TextStyle, uiScale: number): Font {
  const { family, size, weight, italic } = STYLES[textStyle];
  return font(family, size * uiScale, { weight, italic });
}

export function lineHeightPx(textStyle: TextStyle, uiScale: number): number {
  return (textStyle === "place" || textStyle === "region" ? 17 : 14.5) * uiScale;
}

/** How far the base line lies below the middle of a line, as a part of the font's size. */
const BASELINE_BELOW_MIDDLE = { serif: 0.256, sans: 0.219, display: 0.25 } as const;

/** The base line of a text whose middle is at a height. */
export function baselineAt(middle: number, { family, size }: Font): number {
  return middle + BASELINE_BELOW_MIDDLE[family] * size;
}

const MAX_LINE_CHARS = 26;

const MAX_LINES = 4;

/** A text as lines, uncut: of a word that is longer than a line, the line is longer too. */
export function wrappedLines(text: string, maxChars = MAX_LINE_CHARS): string[] {
  const lines: string[] = [];
  for (const word of text.replace(/\s+/gu, " ").trim().split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= maxChars) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const truncated = (line: string): string =>
  line.length > MAX_LINE_CHARS
    ? `${[...line]
        .slice(0, MAX_LINE_CHARS - 1)
        .join("")
        .trimEnd()}…`
    : line;

/** A text as one line, its end cut off where it is longer. */
export function truncatedLine(text: string): string {
  return truncated(wrappedLines(text).join(" "));
}

/** A text as one or two lines; what is longer ends in an ellipsis, for the card has it in full. */
export function twoLines(text: string): string[] {
  const [first = "", ...rest] = wrappedLines(text);
  return rest.length > 0 ? [truncated(first), truncated(rest.join(" "))] : [truncated(first)];
}

/** A text in full, in as few lines as it takes; or null where it takes too many. */
export function untruncatedLines(text: string): string[] | null {
  const lines = wrappedLines(text);
  return lines.length <= MAX_LINES && lines.every((line) => line.length <= MAX_LINE_CHARS) ? lines : null;
}
