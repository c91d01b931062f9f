/**
 * The marks of a month: each claim on its day; a claim dated to the month alone as a stroke along it, with its sign in
 * the middle.
 */

import type { ColourName, Palette } from "../scene/palette";
import type { DatedClaim, DatedKind } from "./dated-claims";

export interface MonthBox {
  width: number;
  height: number;
  unit: number;
}

const COLOURS: Readonly<Record<DatedKind, ColourName>> = { journey: "courier", event: "event", raid: "raid" };
const DAYS_ON_SCALE = 31;

/** Trace a lozenge for a raid or an arrest, a disc for another event, an arrow head for a journey. */
export function traceMarkShape(
  ctx: CanvasRenderingContext2D,
  kind: DatedKind,
  x: number,
  y: number,
  size: number,
): void {
  ctx.beginPath();
  if (kind === "event") ctx.arc(x, y, size * 0.72, 0, 2 * Math.PI);
  else {
    if (kind === "raid") size *= 1.2;
    const [tail, middle] = kind === "raid" ? [-size, 0] : [-size * 0.8, -size * 0.8];
    ctx.moveTo(x + size, y);
    ctx.lineTo(x + middle, y + size);
    if (kind === "raid") ctx.lineTo(x + tail, y);
    ctx.lineTo(x + middle, y - size);
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
  const size = 3.6 * unit;
  const laneHeight = 2 * size + 0.6 * unit;
  ctx.lineWidth = Math.max(1, 1.1 * unit);
  // What is dated to the month alone lies along the foot; what has a day stands above, in as many lanes as there is
  // room for.
  const bottomLane = height - size - unit;
  const laneCount = Math.max(1, Math.floor((bottomLane - size) / laneHeight) + 1);
  const monthOnly = dated.filter(({ day }) => day === 0);
  const dayDated = dated.filter(({ day }) => day !== 0);
  const shown = monthOnly.slice(0, dayDated.length > 0 ? Math.max(1, laneCount - 1) : laneCount);
  shown.forEach(({ kind, isCertain }, i) => {
    const y = bottomLane - i * laneHeight;
    ctx.fillStyle = ctx.strokeStyle = palette[COLOURS[kind]];
    ctx.beginPath();
    for (const [from, to] of [
      [unit * 4, width / 2 - size * 1.5],
      [width / 2 + size * 1.5, width - unit * 4],
    ] as const) {
      ctx.moveTo(from, Math.round(y) + 0.5);
      ctx.lineTo(to, Math.round(y) + 0.5);
    }
    ctx.stroke();
    traceMarkShape(ctx, kind, width / 2, y, isCertain ? size : size * 0.85);
    if (isCertain) ctx.fill();
    else ctx.stroke();
  });
  const laneEnds: number[] = [];
  for (const { day, kind, isCertain } of dayDated) {
    const x = size + unit + ((day - 1) / (DAYS_ON_SCALE - 1)) * (width - 2 * (size + unit));
    let lane = laneEnds.findIndex((end) => x - size >= end);
    if (lane < 0) lane = laneEnds.length;
    if (shown.length + lane >= laneCount) continue;
    const y = bottomLane - (shown.length + lane) * laneHeight;
    laneEnds[lane] = x + size;
    ctx.fillStyle = ctx.strokeStyle = palette[COLOURS[kind]];
    traceMarkShape(ctx, kind, x, y, isCertain ? size : size * 0.85);
    if (isCertain) ctx.fill();
    else ctx.stroke();
  }
}
