/** The line of a life on the map: from place to place in order of time, what is yet to come more faintly. */

import type { LifeStop } from "../data/life-path";
import type { BoxGrid } from "../geometry/boxes";
import type { Viewport } from "../geometry/viewport";
import { drawText, SANS } from "./canvas-text";
import type { LaidOutNetwork } from "./network-drawing";

/** Draw the line, with the year of each arrival where there is room. */
export function paintLifePath(
  p: Pick<LaidOutNetwork, "palette" | "uiScale" | "projected">,
  ctx: CanvasRenderingContext2D,
  window: Viewport,
  life: readonly LifeStop[],
  year: number,
  obstacles: BoxGrid,
): void {
  const { palette, uiScale: unit, projected: spots } = p;
  if (life.length < 2) return;
  ctx.save();
  ctx.strokeStyle = palette.head;
  ctx.lineJoin = ctx.lineCap = "round";
  const tags: { x: number; y: number; text: string; faint: boolean }[] = [];
  for (let i = 1; i < life.length; i++) {
    const { place: from } = life[i - 1]!,
      { place: to, year: arrival, certain: sure } = life[i]!;
    const leg = spots.leg(from, to);
    const faint = arrival > year;
    ctx.globalAlpha = faint ? 0.42 : 0.95;
    ctx.lineWidth = (faint ? 1.5 : 2.4) * unit;
    ctx.setLineDash(faint ? [2 * unit, 5 * unit] : sure ? [] : [9 * unit, 5 * unit]);
    ctx.beginPath();
    for (let at = 0; at < leg.length; at += 2) {
      const x = leg[at]! * window.scale - window.originX,
        y = leg[at + 1]! * window.scale - window.originY;
      if (at === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    ctx.stroke();
    const middle = 2 * Math.round(leg.length / 4);
    tags.push({
      x: leg[middle]! * window.scale - window.originX,
      y: leg[middle + 1]! * window.scale - window.originY,
      text: sure ? String(arrival) : `${arrival}?`,
      faint,
    });
  }
  ctx.setLineDash([]);
  ctx.font = `600 ${(12 * unit).toFixed(1)}px ${SANS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const taken = obstacles.copy();
  for (const { x, y, text, faint } of tags) {
    const half = { x: 20 * unit, y: 8 * unit };
    const box = { x0: x - half.x, x1: x + half.x, y0: y - half.y, y1: y + half.y };
    if (taken.intersects(box)) continue;
    taken.add(box);
    ctx.globalAlpha = faint ? 0.75 : 1;
    drawText(ctx, text, x, y, palette.head, palette, 4 * unit);
  }
  ctx.restore();
}
