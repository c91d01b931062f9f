/**
 * The legend below a poster's map. It covers all years, so that one legend serves posters side by side. Only the entry
 * for clusters depends on the year.
 */

import { DisplayList, drawnList } from "../scene/display-list";
import type { LegendSection } from "../scene/legend";
import type { Palette } from "../scene/palette";
import { type RecordedItem, recordedItems } from "../scene/recorded-list";
import { font, type TextMeasurer } from "../scene/text-styles";
import { textWidth } from "./text-wrapping";

const BOX = { x: 41, y: 848, width: 1124, height: 84 };
/** Font sizes, tried from the largest, and the distance between rows; samples scale with them. */
const SIZES = [11.5, 10.8, 10, 9.2, 8.4, 7.6, 6.8, 6];
const ROW_HEIGHT_EM = 1.95;
/** The scale of a sample, per pixel of font size. */
const SAMPLE_SCALE_EM = 0.06;
const ENTRY_GAP_EM = 1.3;

/** The position of each heading and entry in the rows of the box. */
function placedEntries(sections: readonly LegendSection[], measurer: TextMeasurer, size: number) {
  const [textFont, headingFont] = [font("sans", size), font("serif", size * 1.12, { italic: true })];
  let [x, row] = [BOX.x, 0];
  return sections.flatMap(({ title, entries }) => {
    const placed = entries.flatMap(({ sample, text }, i) => {
      const lead = i === 0 ? textWidth(measurer, headingFont, title) + 0.8 * size : 0;
      const sampleWidth = sample.width * SAMPLE_SCALE_EM * size + 0.3 * size;
      const width = lead + sampleWidth + textWidth(measurer, textFont, text);
      if (x > BOX.x && x + width > BOX.x + BOX.width) [x, row] = [BOX.x, row + 1];
      const heading = { x, row, sample: null, text: title, font: headingFont };
      const entry = { x: x + lead, row, sample, text, font: textFont };
      x += width + ENTRY_GAP_EM * size;
      return i === 0 ? [heading, entry] : [entry];
    });
    x += ENTRY_GAP_EM * size;
    return placed;
  });
}

export function recordedLegend(sections: LegendSection[], measurer: TextMeasurer, palette: Palette): RecordedItem[] {
  const rowsIn = (each: number) => 1 + (placedEntries(sections, measurer, each).at(-1)?.row ?? 0);
  const size = SIZES.find((each) => rowsIn(each) * each * ROW_HEIGHT_EM <= BOX.height) ?? SIZES.at(-1)!;
  const placed = placedEntries(sections, measurer, size);
  const rows = rowsIn(size);
  const step = Math.min(size * ROW_HEIGHT_EM, BOX.height / rows);
  const first = BOX.y + (BOX.height - step * (rows - 1)) / 2;
  const scale = SAMPLE_SCALE_EM * size;
  const list = new DisplayList();
  const samples: RecordedItem[] = [];
  for (const { x, row, sample, text, font: textFont } of placed) {
    const middle = first + step * row;
    let left = x;
    if (sample) {
      const y = middle - (sample.height * scale) / 2;
      samples.push({ op: "symbol", x, y, scale, items: recordedItems(drawnList(sample.draw)) });
      left += sample.width * scale + 0.3 * size;
    }
    list.text(text, textFont, left, middle + 0.33 * size, sample ? palette.inkSoft : palette.ink);
  }
  return [...samples, ...recordedItems(list)];
}
