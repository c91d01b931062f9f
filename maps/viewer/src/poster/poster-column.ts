/** The column beside the map of a poster: title, year, counts, and what happened, in the largest type that fits. */

import type { VisibleFeatures } from "../data/visible-features";
import type { PosterWords } from "../i18n/poster-words";
import { DisplayList } from "../scene/display-list";
import { drawClaimMark } from "../scene/drawing/map-symbols";
import type { Palette } from "../scene/palette";
import { Path } from "../scene/path";
import { font, type TextMeasurer } from "../scene/text-styles";
import { longestFitting, textWidth, wrapText } from "./text-wrapping";
import type { YearEntry } from "./year-entries";

const COLUMN = { x: 1204, y: 41, width: 355, height: 870 };
const RIGHT = COLUMN.x + COLUMN.width;
const BOTTOM = COLUMN.y + COLUMN.height;
/** Sizes of type, tried from the largest; the last is used however long the list is. */
const SIZES = [14, 13.2, 12.4, 11.6, 10.8, 10, 9.2, 8.4, 7.6, 6.8, 6];
const SMALLEST = SIZES[SIZES.length - 1]!;
/** There is no room for half as many, and to try more takes long. */
const MAX_ENTRIES = 100;
const MAX_TITLE_LINES = 3;

/** What stands in the column. */
export interface ColumnContent {
  visible: VisibleFeatures;
  title: string;
  subtitle: string;
  year: string;
  counts: string;
  events: readonly YearEntry[];
  posts: readonly YearEntry[];
}

export interface PosterColumnStyle {
  measurer: TextMeasurer;
  palette: Palette;
  words: PosterWords;
}

/** Draw the column. Posts are left out first where room is short; events only where they do not fit in the smallest type. */
export function drawColumn(list: DisplayList, content: ColumnContent, style: PosterColumnStyle): void {
  const { events, posts } = content;
  const top = drawHead(list, content, style);
  const body = (size: number, eventsShown: number, postsShown: number): { drawn: DisplayList; fits: boolean } => {
    const drawn = new DisplayList();
    const bottom = drawBody(drawn, content, style, { top, size, eventsShown, postsShown });
    return { drawn, fits: bottom <= BOTTOM };
  };
  const [mostEvents, mostPosts] = [Math.min(events.length, MAX_ENTRIES), Math.min(posts.length, MAX_ENTRIES)];
  for (const size of mostEvents < events.length || mostPosts < posts.length ? [] : SIZES) {
    const { drawn, fits } = body(size, events.length, posts.length);
    if (!fits) continue;
    list.items.push(...drawn.items);
    return;
  }
  const eventsShown = Math.max(
    0,
    longestFitting(mostEvents, (count) => body(SMALLEST, count, 0).fits),
  );
  const postsShown =
    eventsShown < events.length
      ? 0
      : Math.max(
          0,
          longestFitting(mostPosts, (count) => body(SMALLEST, eventsShown, count).fits),
        );
  list.items.push(...body(SMALLEST, eventsShown, postsShown).drawn.items);
}

/** Draw title, subtitle, year and counts; return the base line below them. */
function drawHead(list: DisplayList, content: ColumnContent, { measurer, palette }: PosterColumnStyle): number {
  const { title, subtitle, year, counts } = content;
  const titleFont = (size: number) => font("serif", size, { weight: 600, oldStyle: true });
  const size = [40, 34, 28, 24].find((each) => textWidth(measurer, titleFont(each), title) <= COLUMN.width) ?? 20;
  let y = COLUMN.y + size * 0.72;
  const lines = wrapText(measurer, titleFont(size), title, COLUMN.width).slice(0, MAX_TITLE_LINES);
  for (const line of lines) {
    list.text(line, titleFont(size), COLUMN.x, y, palette.ink);
    y += size * 1.12;
  }
  y += 23 - size * 1.12;
  const subtitleFont = font("serif", 14.5, { italic: true, oldStyle: true });
  for (const line of wrapText(measurer, subtitleFont, subtitle, COLUMN.width).slice(0, MAX_TITLE_LINES)) {
    list.text(line, subtitleFont, COLUMN.x, y, palette.inkSoft);
    y += 18.5;
  }
  const yearFont = (each: number) => font("display", each, { oldStyle: true });
  const yearSize = [150, 120, 96, 76, 60].find((each) => measurer.width(yearFont(each), year) <= COLUMN.width) ?? 50;
  y += 112;
  list.text(year, yearFont(yearSize), COLUMN.x - 4, y, palette.ink);
  y += 52;
  const countsFont = font("sans", 12.5);
  for (const line of wrapText(measurer, countsFont, counts, COLUMN.width)) {
    list.text(line, countsFont, COLUMN.x, y, palette.inkSoft);
    y += 16;
  }
  return y;
}

interface BodySettings {
  top: number;
  size: number;
  eventsShown: number;
  postsShown: number;
}

/** Draw the headings and entries in one size; return the last base line. */
function drawBody(
  list: DisplayList,
  content: ColumnContent,
  style: PosterColumnStyle,
  { top, size, eventsShown, postsShown }: BodySettings,
): number {
  const { measurer, palette, words } = style;
  const { events, posts } = content;
  const section = (title: string, entries: readonly YearEntry[], shown: number, from: number): number => {
    let y = drawHeading(list, title, palette, from);
    for (const entry of entries.slice(0, shown)) y = drawEntry(list, content, entry, style, y, size);
    if (shown < entries.length) {
      const textFont = font("serif", size, { italic: true });
      list.text(words.more(entries.length - shown), textFont, COLUMN.x + size * 1.75, y, palette.inkSoft);
      y += size * 1.3;
    }
    return y;
  };
  let y = section(words.inThisYear, events, eventsShown, top);
  if (events.length === 0) {
    const textFont = font("sans", size);
    for (const line of wrapText(measurer, textFont, words.quiet, COLUMN.width)) {
      list.text(line, textFont, COLUMN.x, y, palette.inkSoft);
      y += size * 1.3;
    }
  }
  if (posts.length > 0) y = section(words.newPosts, posts, postsShown, y);
  return y - size;
}

function drawHeading(list: DisplayList, text: string, palette: Palette, y: number): number {
  const rule = new Path();
  rule.moveTo(COLUMN.x, y - 4);
  rule.lineTo(RIGHT, y - 4);
  list.stroke(rule, palette.inkSoft, 0.6);
  list.text(text, font("serif", 17, { italic: true }), COLUMN.x, y + 17, palette.ink);
  return y + 40;
}

/** Draw a mark, the month or "perhaps" in italics, and what happened; return the next base line. */
function drawEntry(
  list: DisplayList,
  { visible }: ColumnContent,
  { row, when, text }: YearEntry,
  { measurer, palette }: PosterColumnStyle,
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
  let y = top;
  wrapText(measurer, textFont, text, RIGHT - left, indent).forEach((line, i) => {
    list.text(line, textFont, left + (i === 0 ? indent : 0), y, palette.ink);
    y += size * 1.24;
  });
  return y + size * 0.34;
}
