/** The part of the legend that explains the timeline. The code of the timeline draws its samples. */

import type { PageContext } from "../page-context";
import type { Palette } from "../scene/palette";
import { type Child, el, section } from "../ui/dom";
import { swatch } from "../ui/swatch";
import { drawMonthMarks } from "./month-marks";
import { CHART_KINDS, type ChartKind, type DatedKind } from "./timeline-claims";
import { drawYearChart, KIND_COLOURS } from "./year-chart";

const BOX = { width: 34, height: 34, inset: 17, unit: 1 };
const MONTH_BOX = { width: 34, height: 17, unit: 1 };

/** A sample of the column of a year, with the certain and possible counts of one kind. */
function columnSwatch(palette: Palette, kind: ChartKind, certain: number, possible: number, raids = 0): HTMLElement {
  const countsOfKind = (count: number) => CHART_KINDS.map((other) => Int32Array.of(other === kind ? count : 0));
  const counts = {
    certain: countsOfKind(certain),
    possible: countsOfKind(possible),
    raids: Int32Array.of(raids),
    maxSum: 4,
  };
  const selected = { from: 0, to: 0, isRange: false };
  return swatch(BOX.width, BOX.height, (ctx) => drawYearChart(ctx, counts, BOX, palette, selected));
}

/**
 * A sample of the position of a kind in a column. As in the line of counts, the position and the colour identify the
 * kind.
 */
function kindSwatch(palette: Palette, kind: ChartKind): HTMLElement {
  return swatch(BOX.width, BOX.height, (ctx) => {
    CHART_KINDS.forEach((other, i) => {
      ctx.globalAlpha = other === kind ? 1 : 0.3;
      ctx.fillStyle = other === kind ? palette[KIND_COLOURS[kind]] : palette.inkSoft;
      ctx.fillRect(11, BOX.height - 8 * (i + 1), 12, 7);
    });
  });
}

function monthMarkSwatch(palette: Palette, kind: DatedKind, day: number): HTMLElement {
  const dated = [{ row: 0, month: 1, day, kind, isCertain: true }];
  return swatch(MONTH_BOX.width, MONTH_BOX.height, (ctx) => drawMonthMarks(ctx, dated, MONTH_BOX, palette));
}

export function timelineLegend({ index, palette, words: { time } }: PageContext): Child[] {
  const entry = (picture: Node, text: string) => el("li", { class: "legend-entry" }, picture, el("span", {}, text));
  const entries = (title: string, items: Node[]) => section(title, el("ul", { class: "legend-entries" }, items));
  return [
    entries(time.chart, [
      ...CHART_KINDS.map((kind) => entry(kindSwatch(palette, kind), time.chartKinds[kind])),
      entry(columnSwatch(palette, "stations", 3, 0), time.chartCertain),
      entry(columnSwatch(palette, "stations", 0, 3), time.chartPossible),
      entry(columnSwatch(palette, "events", 2, 0, 1), time.chartStrike),
    ]),
    index.payload.claims.undated.includes(1) && el("p", { class: "soft" }, time.chartUndated),
    entries(time.dated, [
      entry(monthMarkSwatch(palette, "raid", 16), time.datedRaid),
      entry(monthMarkSwatch(palette, "event", 16), time.datedEvent),
      entry(monthMarkSwatch(palette, "journey", 16), time.datedJourney),
      entry(monthMarkSwatch(palette, "event", 0), time.datedMonth),
    ]),
  ];
}
