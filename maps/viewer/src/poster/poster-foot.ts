/** The foot of a poster: the sources of the drawn claims; below them the number of undated claims and the imprint. */

import type { Words } from "../i18n/viewer-words";
import type { DisplayList } from "../scene/display-list";
import type { Palette } from "../scene/palette";
import { font, type TextMeasurer } from "../scene/text-styles";
import { longestFitting, textWidth, truncateText, wrapText } from "./text-wrapping";

/** The first baseline, and the maximum number of lines. */
const BOX = { x: 41, y: 948, width: 1518, lines: 4 };
const SIZE = 8.6;
const LINE_HEIGHT = 11.6;

export function drawFoot(
  list: DisplayList,
  works: readonly string[],
  imprint: readonly string[],
  measurer: TextMeasurer,
  palette: Palette,
  words: Words,
  posterWords: Words["poster"],
): void {
  const textFont = font("sans", SIZE);
  const labelFont = font("serif", SIZE + 1.4, { italic: true });
  const indent = textWidth(measurer, labelFont, words.printParts.sources) + 8;
  const lines = (shown: number): string[] => {
    const rest = works.length - shown;
    const text = [...works.slice(0, shown), ...(rest > 0 ? [posterWords.more(rest)] : [])].join("; ");
    return wrapText(measurer, textFont, text, BOX.width - indent);
  };
  const shown = longestFitting(works.length, (count) => lines(count).length < BOX.lines);
  if (works.length > 0 && shown > 0) {
    list.text(words.printParts.sources, labelFont, BOX.x, BOX.y, palette.inkSoft);
    lines(shown).forEach((line, i) => {
      list.text(line, textFont, BOX.x + indent, BOX.y + LINE_HEIGHT * i, palette.inkSoft);
    });
  }
  const last = truncateText(measurer, textFont, imprint.filter(Boolean).join(" · "), BOX.width);
  list.text(last, textFont, BOX.x, BOX.y + LINE_HEIGHT * (BOX.lines - 1) + 3, palette.inkSoft);
}
