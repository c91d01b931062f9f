/** How to read the timeline, by the code that draws it: for the legend. */

import { type Child, el } from "../dom";
import type { Palette } from "../palette";
import type { Context } from "../parts/context";
import { swatch } from "../parts/swatch";
import { drawChart, KIND_COLOURS } from "./chart";
import { type ChartKind, KINDS } from "./counting";
import type { Dated } from "./dated";
import { drawDated } from "./month-marks";

const BOX = { width: 34, height: 34, inset: 17, unit: 1 };

/** A year of one kind, or of two parts of stations: certain and not. */
function column(palette: Palette, kind: ChartKind, certain: number, possible: number, raids = 0): HTMLCanvasElement {
  const one = (count: number) => KINDS.map((each) => Int32Array.of(each === kind ? count : 0));
  return swatch(BOX.width, BOX.height, (ctx) =>
    drawChart(
      ctx,
      { first: 0, years: 1, certain: one(certain), possible: one(possible), raids: Int32Array.of(raids), most: 4 },
      BOX,
      palette,
      { from: 0, to: 0, isRange: false },
    ),
  );
}

/** Which part of a column a kind is, counted from the ground: as before the counts, its place says it besides its colour. */
function kindKey(palette: Palette, kind: ChartKind): HTMLCanvasElement {
  return swatch(BOX.width, BOX.height, (ctx) => {
    KINDS.forEach((each, i) => {
      ctx.globalAlpha = each === kind ? 1 : 0.3;
      ctx.fillStyle = each === kind ? palette[KIND_COLOURS[each]] : palette.inkSoft;
      ctx.fillRect(11, BOX.height - 8 * (i + 1), 12, 7);
    });
  });
}

function month(palette: Palette, kind: Dated["kind"], day: number): HTMLCanvasElement {
  return swatch(BOX.width, BOX.height / 2, (ctx) =>
    drawDated(
      ctx,
      [{ row: 0, month: 1, day, kind, sure: true }],
      { width: BOX.width, height: BOX.height / 2, unit: 1 },
      palette,
    ),
  );
}

export function timelineLegend({ palette, words: { time } }: Context): Child[] {
  const entry = (picture: Node, text: string) => el("li", { class: "legend-entry" }, picture, el("span", {}, text));
  const part = (title: string, ...entries: Node[]) =>
    el("section", {}, el("h3", {}, title), el("ul", { class: "legend-entries" }, ...entries));
  return [
    part(
      time.chart,
      ...KINDS.map((kind) => entry(kindKey(palette, kind), time.chartKinds[kind])),
      entry(column(palette, "stations", 3, 0), time.chartCertain),
      entry(column(palette, "stations", 0, 3), time.chartPossible),
      entry(column(palette, "events", 2, 0, 1), time.chartStrike),
    ),
    part(
      time.dated,
      entry(month(palette, "raid", 16), time.datedRaid),
      entry(month(palette, "event", 16), time.datedEvent),
      entry(month(palette, "journey", 16), time.datedJourney),
      entry(month(palette, "event", 0), time.datedMonth),
    ),
  ];
}
