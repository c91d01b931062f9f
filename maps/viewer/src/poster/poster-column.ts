/** The column next to a poster's map: title, year, counts, events and new posts, in the largest type that fits. */

import type { VisibleFeatures } from "../data/visible-features";
import type { Words } from "../i18n/viewer-words";
import { DisplayList, type Item } from "../scene/display-list";
import { drawClaimMark } from "../scene/drawing/map-symbols";
import type { Palette } from "../scene/palette";
import { Path } from "../scene/path";
import { type Font, font, type TextMeasurer } from "../scene/text-styles";
import { longestFitting, textWidth, wrapText } from "./text-wrapping";
import type { YearEntry } from "./year-entries";

const COLUMN = { x: 1204, y: 41, width: 355, height: 870 };
const RIGHT = COLUMN.x + COLUMN.width;
const BOTTOM = COLUMN.y + COLUMN.height;
/** Font sizes, tried from the largest; the last is used however long the list is. */
const SIZES = [14, 13.2, 12.4, 11.6, 10.8, 10, 9.2, 8.4, 7.6, 6.8, 6];
const SMALLEST = SIZES[SIZES.length - 1]!;
/** There is no room for half as many, and trying more takes long. */
const MAX_ENTRIES = 100;
const MAX_TITLE_LINES = 3;

/** The content of the column, and what is needed to draw it. */
export interface ColumnContent {
  visible: VisibleFeatures;
  title: string;
  subtitle: string;
  year: string;
  counts: string;
  events: readonly YearEntry[];
  posts: readonly YearEntry[];
  measurer: TextMeasurer;
  palette: Palette;
  words: Words["poster"];
}

/** Draw the column. If space is short, omit posts first; omit events only if they do not fit in the smallest type. */
export function drawColumn(list: DisplayList, content: ColumnContent): void {
  const { events, posts } = content;
  const top = drawHead(list, content);
  const body = (size: number, eventsShown: number, postsShown: number): { items: Item[]; fits: boolean } => {
    const drawn = new DisplayList();
    const bottom = drawBody(drawn, content, top, size, eventsShown, postsShown);
    return { items: drawn.items, fits: bottom <= BOTTOM };
  };
  const most = (entries: readonly YearEntry[], fits: (count: number) => boolean): number =>
    Math.max(0, longestFitting(Math.min(entries.length, MAX_ENTRIES), fits));
  const areTooMany = Math.max(events.length, posts.length) > MAX_ENTRIES;
  const size = areTooMany ? undefined : SIZES.find((each) => body(each, events.length, posts.length).fits);
  const eventsShown = size ? events.length : most(events, (count) => body(SMALLEST, count, 0).fits);
  const postsShown = size
    ? posts.length
    : eventsShown < events.length
      ? 0
      : most(posts, (count) => body(SMALLEST, eventsShown, count).fits);
  list.items.push(...body(size ?? SMALLEST, eventsShown, postsShown).items);
}

/** Draw lines below each other; return the baseline below them. */
function drawLines(
  list: DisplayList,
  lines: readonly string[],
  textFont: Font,
  [x, y]: readonly [number, number],
  step: number,
  colour: string,
): number {
  lines.forEach((line, i) => list.text(line, textFont, x, y + step * i, colour));
  return y + step * lines.length;
}

/** Draw title, subtitle, year and counts; return the baseline below them. */
function drawHead(list: DisplayList, content: ColumnContent): number {
  const { title, subtitle, year, counts, measurer, palette } = content;
  const { x, width } = COLUMN;
  const wrapped = (textFont: Font, text: string, most = Infinity) =>
    wrapText(measurer, textFont, text, width).slice(0, most);
  const titleFont = (each: number) => font("serif", each, { weight: 600, oldStyle: true });
  const size = [40, 34, 28, 24].find((each) => textWidth(measurer, titleFont(each), title) <= width) ?? 20;
  const titleLines = wrapped(titleFont(size), title, MAX_TITLE_LINES);
  const step = size * 1.12;
  let y = drawLines(list, titleLines, titleFont(size), [x, COLUMN.y + size * 0.72], step, palette.ink) + 23 - step;
  const subtitleFont = font("serif", 14.5, { italic: true, oldStyle: true });
  const subtitleLines = wrapped(subtitleFont, subtitle, MAX_TITLE_LINES);
  y = drawLines(list, subtitleLines, subtitleFont, [x, y], 18.5, palette.inkSoft) + 112;
  const yearFont = (each: number) => font("display", each, { oldStyle: true });
  const yearSize = [150, 120, 96, 76, 60].find((each) => measurer.width(yearFont(each), year) <= width) ?? 50;
  list.text(year, yearFont(yearSize), x - 4, y, palette.ink);
  const countsFont = font("sans", 12.5);
  return drawLines(list, wrapped(countsFont, counts), countsFont, [x, y + 52], 16, palette.inkSoft);
}

/** Draw the headings and entries in one size; return the last baseline. */
function drawBody(
  list: DisplayList,
  content: ColumnContent,
  top: number,
  size: number,
  eventsShown: number,
  postsShown: number,
): number {
  const { measurer, palette, words, events, posts } = content;
  const section = (title: string, entries: readonly YearEntry[], shown: number, from: number): number => {
    list.stroke(new Path().polyline([COLUMN.x, from - 4, RIGHT, from - 4]), palette.inkSoft, 0.6);
    list.text(title, font("serif", 17, { italic: true }), COLUMN.x, from + 17, palette.ink);
    let y = from + 40;
    for (const entry of entries.slice(0, shown)) y = drawEntry(list, content, entry, y, size);
    const rest = entries.length - shown;
    const restFont = font("serif", size, { italic: true });
    const more = rest > 0 ? [words.more(rest)] : [];
    return drawLines(list, more, restFont, [COLUMN.x + size * 1.75, y], size * 1.3, palette.inkSoft);
  };
  let y = section(words.inThisYear, events, eventsShown, top);
  const quietFont = font("sans", size);
  const quiet = events.length === 0 ? wrapText(measurer, quietFont, words.quiet, COLUMN.width) : [];
  y = drawLines(list, quiet, quietFont, [COLUMN.x, y], size * 1.3, palette.inkSoft);
  return (posts.length > 0 ? section(words.newPosts, posts, postsShown, y) : y) - size;
}

/** Draw a mark, the month or "perhaps" in italics, and the entry's text; return the next baseline. */
function drawEntry(
  list: DisplayList,
  { visible, measurer, palette }: ColumnContent,
  { row, when, text }: YearEntry,
  top: number,
  size: number,
): number {
  const mark = size * 1.22;
  drawClaimMark(list, visible, row, COLUMN.x + mark / 2, top - size * 0.36, mark, palette);
  const left = COLUMN.x + size * 1.85;
  const whenFont = font("serif", size, { italic: true });
  const indent = when ? textWidth(measurer, whenFont, when) + size * 0.6 : 0;
  if (when) list.text(when, whenFont, left, top, palette.inkSoft);
  const textFont = font("sans", size);
  const [first = "", ...rest] = wrapText(measurer, textFont, text, RIGHT - left, indent);
  const step = size * 1.24;
  drawLines(list, [first], textFont, [left + indent, top], step, palette.ink);
  return drawLines(list, rest, textFont, [left, top + step], step, palette.ink) + size * 0.34;
}
