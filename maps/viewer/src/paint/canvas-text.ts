/** Type on the canvas: fonts, widths that are measured once, and lines with a halo. */

import type { Palette } from "./palette";

export const SERIF = "'Source Serif 4', 'Noto Sans SC', Georgia, 'Times New Roman', serif";
export const SANS = "'Source Sans 3', 'Noto Sans SC', 'Segoe UI', system-ui, sans-serif";

export type TextStyle = "place" | "item" | "event" | "stop" | "traveller";

/** CSS font of a text style, in a size that grows with the page. */
export function fontFor(textStyle: TextStyle, uiScale: number): string {
  const px = (size: number) => `${(size * uiScale).toFixed(1)}px`;
  switch (textStyle) {
    case "place":
      return `600 ${px(14.5)} ${SERIF}`;
    case "item":
    case "traveller":
      return `400 ${px(12.5)} ${SANS}`;
    case "event":
      return `italic 400 ${px(12.5)} ${SANS}`;
    case "stop":
      return `600 ${px(12.5)} ${SERIF}`;
  }
}

export function lineHeightPx(textStyle: TextStyle, uiScale: number): number {
  return (textStyle === "place" ? 17 : 14.5) * uiScale;
}

const widths = new Map<string, number>();

export function textWidth(ctx: CanvasRenderingContext2D, font: string, text: string): number {
  const key = `${font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    // A bound, so that a page that runs for months does not keep every text in every size.
    if (widths.size > 20_000) widths.clear();
    ctx.font = font;
    width = ctx.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

let widthVersion = 0;

/** Forget widths measured before the fonts were there. */
export function clearTextWidths(): void {
  widths.clear();
  widthVersion++;
}

/** A number that changes when widths measured so far no longer hold. */
export function textWidthVersion(): number {
  return widthVersion;
}

const MAX_LINE_CHARS = 26;

const MAX_LINES = 4;

/** A text as lines, uncut: of a word that is longer than a line, the line is longer too. */
function wrappedLines(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.replace(/\s+/gu, " ").trim().split(" ")) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= MAX_LINE_CHARS) lines[lines.length - 1] = `${last} ${word}`;
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

export function drawText(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour: string,
  palette: Palette,
  halo = 3,
): void {
  ctx.lineJoin = "round";
  ctx.strokeStyle = palette.halo;
  ctx.lineWidth = halo;
  if (halo > 0) ctx.strokeText(text, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
}
