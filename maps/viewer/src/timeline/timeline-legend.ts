/** The part of the legend that explains the timeline, drawn by the code of the timeline. */

import type { PageContext } from "../page-context";
import type { Palette } from "../scene/palette";
import { type Child, el } from "../ui/dom";
import { swatch } from "../ui/swatch";
import type { DatedClaim } from "./dated-claims";
import { drawMonthMarks } from "./month-marks";
import { drawYearChart, KIND_COLOURS } from "./year-chart";
import { CHART_KINDS, type ChartKind } from "./year-counts";

const SWATCH_BOX = { width: 34, height: 34, inset: 17, unit: 1 };

/** The column of a year with one kind, its certain and its possible count. */
function columnSwatch(
  palette: Palette,
  kind: ChartKind,
  certain: number,
  possible: number,
  raids = 0,
): HTMLCanvasElement {
  const countsOfKind = (count: number) => CHART_KINDS.map((chartKind) => Int32Array.of(chartKind === kind ? count : 0));
  return swatch(SWATCH_BOX.width, SWATCH_BOX.height, (ctx) =>
    drawYearChart(
      ctx,
      {
        firstYear: 0,
        yearCount: 1,
        certain: countsOfKind(certain),
        possible: countsOfKind(possible),
        raids: Int32Array.of(raids),
        maxSum: 4,
      },
      SWATCH_BOX,
      palette,
      { from: 0, to: 0, isRange: false },
    ),
  );
}

/**
 * The place of a kind in a column, from the bottom: as beside the counts, it identifies the kind together with the
 * colour.
 */
function kindSwatch(palette: Palette, kind: ChartKind): HTMLCanvasElement {
  return swatch(SWATCH_BOX.width, SWATCH_BOX.height, (ctx) => {
    CHART_KINDS.forEach((chartKind, i) => {
      ctx.globalAlpha = chartKind === kind ? 1 : 0.3;
      ctx.fillStyle = chartKind === kind ? palette[KIND_COLOURS[chartKind]] : palette.inkSoft;
      ctx.fillRect(11, SWATCH_BOX.height - 8 * (i + 1), 12, 7);
    });
  });
}

function monthMarkSwatch(palette: Palette, kind: DatedClaim["kind"], day: number): HTMLCanvasElement {
  return swatch(SWATCH_BOX.width, SWATCH_BOX.height / 2, (ctx) =>
    drawMonthMarks(
      ctx,
      [{ row: 0, month: 1, day, kind, isCertain: true }],
      { width: SWATCH_BOX.width, height: SWATCH_BOX.height / 2, unit: 1 },
      palette,
    ),
  );
}

export function timelineLegend({ index, palette, words: { time } }: PageContext): Child[] {
  const entry = (picture: Node, text: string) => el("li", { class: "legend-entry" }, picture, el("span", {}, text));
  const section = (title: string, ...entries: Node[]) =>
    el("section", {}, el("h3", {}, title), el("ul", { class: "legend-entries" }, ...entries));
  return [
    section(
      time.chart,
      ...CHART_KINDS.map((kind) => entry(kindSwatch(palette, kind), time.chartKinds[kind])),
      entry(columnSwatch(palette, "stations", 3, 0), time.chartCertain),
      entry(columnSwatch(palette, "stations", 0, 3), time.chartPossible),
      entry(columnSwatch(palette, "events", 2, 0, 1), time.chartStrike),
    ),
    index.payload.claims.undated.includes(1) && el("p", { class: "soft" }, time.chartUndated),
    section(
      time.dated,
      entry(monthMarkSwatch(palette, "raid", 16), time.datedRaid),
      entry(monthMarkSwatch(palette, "event", 16), time.datedEvent),
      entry(monthMarkSwatch(palette, "journey", 16), time.datedJourney),
      entry(monthMarkSwatch(palette, "event", 0), time.datedMonth),
    ),
  ];
}
