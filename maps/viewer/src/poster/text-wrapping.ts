/** Wraps texts into lines of a given width. */

import type { Font, TextMeasurer } from "../scene/text-styles";

const IDEOGRAPH = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const OPENING = String.raw`[\p{Ps}\p{Pi}]*`;
/** The pieces of a word: each ideograph with the punctuation that may not begin or end a line, and the text between. */
const PIECES = new RegExp(
  String.raw`${OPENING}[${IDEOGRAPH}][\p{Pe}\p{Pf}\p{Pd}\p{Po}]*|[^${IDEOGRAPH}]+?(?=${OPENING}[${IDEOGRAPH}]|$)`,
  "gu",
);

/** A piece that is not divided, and whether a space precedes it. */
interface Piece {
  text: string;
  spaced: boolean;
}

function piecesOf(text: string): Piece[] {
  return text
    .split(/\s+/u)
    .filter(Boolean)
    .flatMap((word) => (word.match(PIECES) ?? []).map((piece, i) => ({ text: piece, spaced: i === 0 })));
}

/** The width of a text as the sum of its pieces, so that few distinct texts have to be measured. */
export function textWidth(measurer: TextMeasurer, font: Font, text: string): number {
  const space = measurer.width(font, " ");
  return piecesOf(text).reduce(
    (width, piece, i) => width + (piece.spaced && i > 0 ? space : 0) + measurer.width(font, piece.text),
    0,
  );
}

/** The longest prefix of a word that fits into `width`, of at least one character. */
function fittingBeginning(measurer: TextMeasurer, font: Font, word: string, width: number): string {
  let fitting = "";
  let used = 0;
  for (const character of word) {
    used += measurer.width(font, character);
    if (fitting && used > width) break;
    fitting += character;
  }
  return fitting;
}

/** Wrap a text into as many lines as it needs, the first shorter by `indent`. Words longer than a line are broken. */
export function wrapText(measurer: TextMeasurer, font: Font, text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  const space = measurer.width(font, " ");
  let line = "";
  let used = indent;
  const pieces = piecesOf(text).reverse();
  for (let piece = pieces.pop(); piece; piece = pieces.pop()) {
    const ownWidth = measurer.width(font, piece.text);
    const gap = line && piece.spaced ? space : 0;
    if (used + gap + ownWidth <= width) {
      line += (gap ? " " : "") + piece.text;
      used += gap + ownWidth;
    } else if (line || used > 0) {
      lines.push(line);
      [line, used] = ["", 0];
      pieces.push(piece);
    } else {
      const beginning = fittingBeginning(measurer, font, piece.text, width);
      lines.push(beginning);
      const rest = piece.text.slice(beginning.length);
      if (rest) pieces.push({ text: rest, spaced: false });
    }
  }
  return line ? [...lines, line] : lines;
}

/** Truncate a text to one line, which ends in an ellipsis if the text is too long. */
export function truncateText(measurer: TextMeasurer, font: Font, text: string, width: number): string {
  if (textWidth(measurer, font, text) <= width) return text;
  const [beginning = ""] = wrapText(measurer, font, text, width - measurer.width(font, "…"));
  return `${beginning.replace(/[\s,;.·-]+$/u, "")}…`;
}

/** The greatest number up to `most` that fits, or -1 if not even 0 does. If a number fits, all below it must fit. */
export function longestFitting(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [-1, most + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}
