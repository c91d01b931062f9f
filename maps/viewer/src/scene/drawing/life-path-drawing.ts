/** The life path on the map: from place to place in order of time, what is yet to come more faintly. */

import type { LifeStop } from "../../data/life-path";
import type { BoxGrid } from "../../geometry/boxes";
import type { Viewport } from "../../geometry/viewport";
import type { DisplayList } from "../display-list";
import { Path } from "../path";
import { baselineAt, font } from "../text-styles";
import type { LaidOutNetwork } from "./network-drawing";

/** Draw the path, with the year of each arrival where there is room. */
export function drawLifePath(
  list: DisplayList,
  { palette, uiScale, projected }: Pick<LaidOutNetwork, "palette" | "uiScale" | "projected">,
  viewport: Viewport,
  lifePath: readonly LifeStop[],
  year: number,
  yearText: (year: number) => string,
  obstacles: BoxGrid,
): void {
  if (lifePath.length < 2) return;
  const tags: { x: number; y: number; text: string; faint: boolean }[] = [];
  for (let i = 1; i < lifePath.length; i++) {
    const { place: from } = lifePath[i - 1]!,
      { place: to, year: arrival, certain } = lifePath[i]!;
    const leg = projected.leg(from, to);
    const faint = arrival > year;
    const line = new Path();
    for (let at = 0; at < leg.length; at += 2) {
      const x = leg[at]! * viewport.scale - viewport.originX,
        y = leg[at + 1]! * viewport.scale - viewport.originY;
      if (at === 0) line.moveTo(x, y);
      else line.lineTo(x, y);
    }
    list.stroke(line, palette.head, (faint ? 1.5 : 2.4) * uiScale, {
      opacity: faint ? 0.42 : 0.95,
      dash: faint ? [2 * uiScale, 5 * uiScale] : certain ? [] : [9 * uiScale, 5 * uiScale],
      cap: "round",
      join: "round",
    });
    const middle = 2 * Math.round(leg.length / 4);
    tags.push({
      x: leg[middle]! * viewport.scale - viewport.originX,
      y: leg[middle + 1]! * viewport.scale - viewport.originY,
      text: certain ? yearText(arrival) : `${yearText(arrival)}?`,
      faint,
    });
  }
  const tagFont = font("sans", 12 * uiScale, { weight: 600 });
  const taken = obstacles.copy();
  for (const { x, y, text, faint } of tags) {
    const half = { x: 20 * uiScale, y: 8 * uiScale };
    const box = { x0: x - half.x, x1: x + half.x, y0: y - half.y, y1: y + half.y };
    if (taken.intersects(box)) continue;
    taken.add(box);
    list.text(text, tagFont, x, baselineAt(y, tagFont), palette.head, {
      align: "center",
      opacity: faint ? 0.75 : 1,
      halo: { colour: palette.halo, width: 4 * uiScale },
    });
  }
}
