/** Lines that lead from names to their marks. */

import type { Box } from "../../geometry/boxes";
import type { DisplayList } from "../display-list";
import { LEADER_MIN_PX } from "../layout/label-placement";
import type { Palette } from "../palette";
import { Path } from "../path";

/** A name's box, and the mark that it stands for: where it is, and its radius. */
export interface LabelledMark {
  box: Box;
  x: number;
  y: number;
  markRadius: number;
}

export function drawLeaderLines(
  list: DisplayList,
  names: readonly LabelledMark[],
  palette: Palette,
  uiScale: number,
): void {
  const lines = new Path();
  for (const { box, x, y, markRadius } of names) {
    const endX = Math.max(box.x0 + 2, Math.min(box.x1 - 2, x)),
      endY = Math.max(box.y0 + 3, Math.min(box.y1 - 3, y));
    if (Math.hypot(endX - x, endY - y) < markRadius + LEADER_MIN_PX * uiScale) continue;
    lines.moveTo(x, y);
    lines.lineTo(endX, endY);
  }
  if (!lines.isEmpty) list.stroke(lines, palette.inkSoft, 0.8, { opacity: 0.7 });
}
