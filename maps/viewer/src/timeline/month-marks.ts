/**
 * Draws the marks of a month. A claim with a day has a mark on that day. A claim dated only to the month has a stroke
 * along the month, with its mark in the middle.
 */

import type { Size } from "../geometry/boxes";
import type { ColourName, Palette } from "../scene/palette";
import type { DatedClaim, DatedKind } from "./timeline-claims";

/** The size of a canvas in device pixels, and the device pixels per pixel of the page at the normal font size. */
export interface MonthBox extends Size {
  unit: number;
}

const COLOURS: Readonly<Record<DatedKind, ColourName>> = { journey: "courier", event: "event", raid: "raid" };
const DAYS_ON_SCALE = 31;

/** Trace a lozenge for a raid or an arrest, a disc for another event, or an arrowhead for a journey. */
export function traceMark(ctx: CanvasRenderingContext2D, kind: DatedKind, x: number, y: number, size: number): void {
  ctx.beginPath();
  if (kind === "event") ctx.arc(x, y, size * 0.72, 0, 2 * Math.PI);
  else {
    const middle = kind === "raid" ? x : x - size * 0.8;
    ctx.moveTo(x + size, y);
    ctx.lineTo(middle, y + size);
    if (kind === "raid") ctx.lineTo(x - size, y);
    ctx.lineTo(middle, y - size);
    ctx.closePath();
  }
}

export function drawMonthMarks(
  ctx: CanvasRenderingContext2D,
  dated: readonly DatedClaim[],
  { width, height, unit }: MonthBox,
  palette: Palette,
): void {
  ctx.clearRect(0, 0, width, height);
  ctx.lineWidth = Math.max(1, 1.1 * unit);
  const size = 3.6 * unit;
  const laneHeight = 2 * size + 0.6 * unit;
  const drawMark = ({ kind, isCertain }: DatedClaim, x: number, y: number): void => {
    ctx.fillStyle = ctx.strokeStyle = palette[COLOURS[kind]];
    traceMark(ctx, kind, x, y, size * (kind === "raid" ? 1.2 : 1) * (isCertain ? 1 : 0.85));
    if (isCertain) ctx.fill();
    else ctx.stroke();
  };
  // Claims dated only to the month are at the bottom. Claims with a day are above them, in as many lanes as fit.
  const bottomLane = height - size - unit;
  const laneCount = Math.max(1, Math.floor((bottomLane - size) / laneHeight) + 1);
  const dayDated = dated.filter(({ day }) => day !== 0);
  const monthLanes = dayDated.length > 0 ? Math.max(1, laneCount - 1) : laneCount;
  const monthOnly = dated.filter(({ day }) => day === 0).slice(0, monthLanes);
  const strokeLength = width / 2 - 1.5 * size - 4 * unit;
  monthOnly.forEach((claim, i) => {
    const y = bottomLane - i * laneHeight;
    drawMark(claim, width / 2, y);
    ctx.beginPath();
    for (const from of [4 * unit, width / 2 + 1.5 * size]) {
      ctx.moveTo(from, Math.round(y) + 0.5);
      ctx.lineTo(from + strokeLength, Math.round(y) + 0.5);
    }
    ctx.stroke();
  });
  const laneEnds: number[] = [];
  for (const claim of dayDated) {
    const x = size + unit + ((claim.day - 1) / (DAYS_ON_SCALE - 1)) * (width - 2 * (size + unit));
    let lane = laneEnds.findIndex((end) => x - size >= end);
    if (lane < 0) lane = laneEnds.length;
    if (monthOnly.length + lane >= laneCount) continue;
    laneEnds[lane] = x + size;
    drawMark(claim, x, bottomLane - (monthOnly.length + lane) * laneHeight);
  }
}
