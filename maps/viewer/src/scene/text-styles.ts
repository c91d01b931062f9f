/** Text styles of the map: the fonts of its texts, their measurement, and line breaking. */

import type { SceneFont } from "../data/payload-schema";

/**
 * A font in pixels; `spacing` is added between characters. Figures are tabular, as a canvas draws them, unless they are
 * `oldStyle`. Old-style figures and the `display` family are for the titles of printed sheets.
 */
export type Font = Readonly<SceneFont>;

/** Measures texts. Each kind of output has its own implementation. */
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

/** A font whose size is rounded to tenths of a pixel. */
export function font(
  family: Font["family"],
  size: number,
  { weight = 400, italic = false, spacing = 0, oldStyle = false }: Partial<Omit<Font, "family" | "size">> = {},
): Font {
  return { family, size: Math.round(size * 10) / 10, weight, italic, spacing, oldStyle };
}

/** The font of a text style, scaled by `uiScale`. */
export function fontFor(textStyle: TextStyle, uiScale: number): Font {
  const { family, size, weight, italic } = STYLES[textStyle];
  return font(family, size * uiScale, { weight, italic });
}

export function lineHeightPx(textStyle: TextStyle, uiScale: number): number {
  return (textStyle === "place" || textStyle === "region" ? 17 : 14.5) * uiScale;
}

/** Distance of the baseline below the middle of a line, as a fraction of the font size. */
const BASELINE_BELOW_MIDDLE = { serif: 0.256, sans: 0.219, display: 0.25 } as const;

/** The baseline of a text that is vertically centred at `middle`. */
export function baselineAt(middle: number, { family, size }: Font): number {
  return middle + BASELINE_BELOW_MIDDLE[family] * size;
}

const MAX_LINE_CHARS = 26;

const MAX_LINES = 4;

/** Wrap a text without truncating it: a word longer than `maxChars` makes a longer line. */
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

/** A text as one line, truncated if it is too long. */
export function truncatedLine(text: string): string {
  return truncated(wrappedLines(text).join(" "));
}

/** A text as one or two lines. Longer text is truncated with an ellipsis, because the card shows it in full. */
export function twoLines(text: string): string[] {
  const [first = "", ...rest] = wrappedLines(text);
  return rest.length > 0 ? [truncated(first), truncated(rest.join(" "))] : [truncated(first)];
}

/** A text in full, in as few lines as possible, or null if it does not fit into the maximum number of lines. */
export function untruncatedLines(text: string): string[] | null {
  const lines = wrappedLines(text);
  return lines.length <= MAX_LINES && lines.every((line) => line.length <= MAX_LINE_CHARS) ? lines : null;
}
