/**
 * The chart of the years: a column for each year, stacked by kind, with certain counts solid and possible counts
 * hatched.
 *
 * It is drawn on whole device pixels, so that hairlines stay hairlines at every size.
 */

import { hatchPattern } from "../canvas/hatch-pattern";
import type { ColourName, Palette } from "../scene/palette";
import { type MonthBox, traceMark } from "./month-marks";
import { CHART_KINDS, type ChartKind, type YearCounts } from "./timeline-claims";

/** The colours of the kinds, as on the map. */
export const KIND_COLOURS: Readonly<Record<ChartKind, ColourName>> = {
  stations: "station",
  people: "person",
  journeys: "courier",
  events: "event",
};

interface ChartBox extends MonthBox {
  /** The distance from each edge to the middle of the first or last column. */
  inset: number;
}

/** The selected years, counted from the first year of the period. */
export interface SelectedYears {
  from: number;
  to: number;
  isRange: boolean;
}

const COLUMN_WIDTH_RATIO = 0.56;
const MAX_COLUMN_PX = 17;
/** The minimum pitch, in pixels, at which no part of a column reaches into the next. */
const MIN_PITCH_PX = 8;

/** The x position of the middle of a year's column. */
export function columnX(year: number, years: number, { width, inset }: Pick<ChartBox, "width" | "inset">): number {
  return inset + (year / Math.max(1, years - 1)) * (width - 2 * inset);
}

/** The year whose column is nearest to a point. */
export function nearestYear(x: number, years: number, { width, inset }: Pick<ChartBox, "width" | "inset">): number {
  const fraction = (x - inset) / Math.max(1, width - 2 * inset);
  return Math.max(0, Math.min(years - 1, Math.round(fraction * (years - 1))));
}

/**
 * Draw the chart, or repaint only the columns whose selection has changed.
 *
 * @param previous the years that were selected when the same counts were last drawn on the same canvas
 */
export function drawYearChart(
  ctx: CanvasRenderingContext2D,
  counts: YearCounts,
  box: ChartBox,
  palette: Palette,
  selected: SelectedYears,
  previous: SelectedYears | null = null,
): void {
  const { width, height, inset, unit } = box;
  const { raids, maxSum } = counts;
  const years = raids.length;
  const pitch = years > 1 ? (width - 2 * inset) / (years - 1) : width;
  const canRepaintColumns = previous !== null && !previous.isRange && !selected.isRange && pitch > MIN_PITCH_PX * unit;
  if (!canRepaintColumns) ctx.clearRect(0, 0, width, height);
  const pitchRatio = pitch > 3 * unit ? COLUMN_WIDTH_RATIO : 1;
  const columnWidth = Math.max(1, Math.round(Math.min(MAX_COLUMN_PX * unit, pitch * pitchRatio)));
  const gap = Math.max(1, Math.round(0.8 * unit));
  const hatchGap = Math.max(3, Math.round(3.6 * unit));
  const hatchWeight = Math.max(1, Math.round(0.9 * unit));
  const topMargin = Math.round(7 * unit);
  const scale = (height - topMargin) / maxSum;
  if (selected.isRange) {
    const x0 = columnX(selected.from, years, box) - pitch / 2,
      x1 = columnX(selected.to, years, box) + pitch / 2;
    ctx.fillStyle = palette.accent;
    ctx.globalAlpha = 0.1;
    ctx.fillRect(Math.round(x0), 0, Math.round(x1 - x0), height);
  }
  /** Draw the column of a year, and return its top. */
  const drawColumn = (year: number, x: number, isSelected: boolean): number => {
    let sum = 0;
    let top = height;
    CHART_KINDS.forEach((kind, i) => {
      const colour = palette[KIND_COLOURS[kind]];
      const certain = counts.certain[i]![year]!,
        possible = counts.possible[i]![year]!;
      for (const isCertain of [true, false]) {
        const count = isCertain ? certain : possible;
        if (count === 0) continue;
        const bottom = top;
        sum += count;
        top = Math.round(height - sum * scale);
        const hasGap = (!isCertain || possible === 0) && bottom - top > gap + 1;
        const partHeight = Math.max(1, bottom - top - (hasGap ? gap : 0));
        const fill = (style: string | CanvasPattern, alpha: number): void => {
          ctx.fillStyle = style;
          ctx.globalAlpha = alpha;
          ctx.fillRect(x, bottom - partHeight, columnWidth, partHeight);
        };
        if (isCertain) fill(colour, isSelected ? 1 : 0.5);
        else fill(colour, isSelected ? 0.3 : 0.15);
        // Possible counts are hatched on a tint, as on the map. A part too small for the hatching has only the tint.
        if (!isCertain && columnWidth >= 5 * unit && partHeight >= 3 * unit)
          fill(hatchPattern(ctx, colour, hatchGap, hatchWeight), isSelected ? 0.95 : 0.5);
      }
    });
    return top;
  };
  for (let year = 0; year < years; year++) {
    const isSelected = year >= selected.from && year <= selected.to;
    const x = Math.round(columnX(year, years, box) - columnWidth / 2);
    if (canRepaintColumns) {
      if (isSelected === (year >= previous.from && year <= previous.to)) continue;
      ctx.clearRect(Math.floor(x + (columnWidth - pitch) / 2), 0, Math.ceil(pitch), height);
    }
    const top = drawColumn(year, x, isSelected);
    if (raids[year] === 0) continue;
    // A year of raids or arrests has a small lozenge above its column, in the colour reserved for them.
    const y = Math.max(topMargin * 0.55, top - 4.5 * unit);
    ctx.globalAlpha = isSelected ? 1 : 0.75;
    ctx.fillStyle = palette.raid;
    traceMark(ctx, "raid", x + columnWidth / 2, y, Math.min(3.1 * unit, pitch * 0.6));
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}
