/** The life path on the map: from place to place in order of time, what is yet to come more faintly. */

import type { LifeStop } from "../data/life-path";
import type { BoxGrid } from "../geometry/boxes";
import type { Viewport } from "../geometry/viewport";
import { drawText, SANS } from "./canvas-text";
import type { LaidOutNetwork } from "./network-drawing";

/** Draw the path, with the year of each arrival where there is room. */
export function paintLifePath(
  layout: Pick<LaidOutNetwork, "palette" | "uiScale" | "projected">,
  ctx: CanvasRenderingContext2D,
  viewport: Viewport,
  lifePath: readonly LifeStop[],
  year: number,
  yearText: (year: number) => string,
  obstacles: BoxGrid,
): void {
  const { palette, uiScale, projected } = layout;
  if (lifePath.length < 2) return;
  ctx.save();
  ctx.strokeStyle = palette.head;
  ctx.lineJoin = ctx.lineCap = "round";
  const tags: { x: number; y: number; text: string; faint: boolean }[] = [];
  for (let i = 1; i < lifePath.length; i++) {
    const { place: from } = lifePath[i - 1]!,
      { place: to, year: arrival, certain } = lifePath[i]!;
    const leg = projected.leg(from, to);
    const faint = arrival > year;
    ctx.globalAlpha = faint ? 0.42 : 0.95;
    ctx.lineWidth = (faint ? 1.5 : 2.4) * uiScale;
    ctx.setLineDash(faint ? [2 * uiScale, 5 * uiScale] : certain ? [] : [9 * uiScale, 5 * uiScale]);
    ctx.beginPath();
    for (let at = 0; at < leg.length; at += 2) {
      const x = leg[at]! * viewport.scale - viewport.originX,
        y = leg[at + 1]! * viewport.scale - viewport.originY;
      if (at === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    ctx.stroke();
    const middle = 2 * Math.round(leg.length / 4);
    tags.push({
      x: leg[middle]! * viewport.scale - viewport.originX,
      y: leg[middle + 1]! * viewport.scale - viewport.originY,
      text: certain ? yearText(arrival) : `${yearText(arrival)}?`,
      faint,
    });
  }
  ctx.setLineDash([]);
  ctx.font = `600 ${(12 * uiScale).toFixed(1)}px ${SANS}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const taken = obstacles.copy();
  for (const { x, y, text, faint } of tags) {
    const half = { x: 20 * uiScale, y: 8 * uiScale };
    const box = { x0: x - half.x, x1: x + half.x, y0: y - half.y, y1: y + half.y };
    if (taken.intersects(box)) continue;
    taken.add(box);
    ctx.globalAlpha = faint ? 0.75 : 1;
    drawText(ctx, text, x, y, palette.head, palette, 4 * uiScale);
  }
  ctx.restore();
}
