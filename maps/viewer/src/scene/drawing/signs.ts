/** The signs at the side of a mark: a claim is contested, or rests on partisan sources only. */

import type { DisplayList } from "../display-list";
import type { Palette } from "../palette";
import { Path } from "../path";

export type Sign = "contested" | "partisan";

export interface PlacedSign {
  sign: Sign;
  x: number;
  y: number;
  radius: number;
}

/** The positions of the signs of a mark: contested above, partisan below. */
export function placedSigns(signs: readonly Sign[], x: number, y: number, size: number): PlacedSign[] {
  return signs.map((sign) => ({
    sign,
    x: x + size * 0.5,
    y: y + size * (sign === "contested" ? -0.5 : 0.5),
    radius: Math.max(4.4, size * 0.24),
  }));
}

/** Draw a sign in a small disc: "not equal" for a contested claim, one filled half for a partisan one. */
export function drawSign(list: DisplayList, { sign, x, y, radius }: PlacedSign, palette: Palette): void {
  const disc = new Path().circle(x, y, radius);
  const width = Math.max(0.9, radius * 0.2);
  list.fill(disc, palette.halo);
  list.stroke(disc, palette.sign, width);
  const inner = new Path();
  if (sign === "contested") {
    const half = radius * 0.52;
    for (const [x0, y0, x1, y1] of [
      [-1, -0.42, 1, -0.42],
      [-1, 0.42, 1, 0.42],
      [0.55, -1, -0.55, 1],
    ] as const)
      inner.polyline([x + half * x0, y + half * y0, x + half * x1, y + half * y1]);
    list.stroke(inner, palette.sign, width);
  } else {
    inner.arc(x, y, radius * 0.66, Math.PI / 2, 1.5 * Math.PI);
    list.fill(inner, palette.sign);
  }
}
