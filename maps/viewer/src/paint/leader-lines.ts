/** Lines that lead from names to their marks. */

import type { Box } from "../geometry/boxes";
import { LEADER_MIN_PX } from "../map/label-placement";
import type { Palette } from "./palette";

/** A name's box, and the mark that it stands for: where it is, and its radius. */
export interface LabelledMark {
  box: Box;
  x: number;
  y: number;
  markRadius: number;
}

export function drawLeaderLines(
  ctx: CanvasRenderingContext2D,
  names: readonly LabelledMark[],
  palette: Palette,
  uiScale: number,
): void {
  ctx.strokeStyle = palette.inkSoft;
  ctx.lineWidth = 0.8;
  ctx.globalAlpha = 0.7;
  ctx.beginPath();
  for (const { box, x, y, markRadius } of names) {
    const endX = Math.max(box.x0 + 2, Math.min(box.x1 - 2, x)),
      endY = Math.max(box.y0 + 3, Math.min(box.y1 - 3, y));
    if (Math.hypot(endX - x, endY - y) < markRadius + LEADER_MIN_PX * uiScale) continue;
    ctx.moveTo(x, y);
    ctx.lineTo(endX, endY);
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
}
