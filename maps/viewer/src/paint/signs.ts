/** The signs at the shoulder of a mark: that a claim is contested, and that it rests on partisan sources alone. */

import type { Palette } from "./palette";

export type Sign = "contested" | "partisan";

export interface PlacedSign {
  sign: Sign;
  x: number;
  y: number;
  radius: number;
}

/** Where a mark of this size bears its signs: contested above, partisan below. */
export function placedSigns(signs: readonly Sign[], x: number, y: number, size: number): PlacedSign[] {
  return signs.map((sign) => ({
    sign,
    x: x + size * 0.5,
    y: y + size * (sign === "contested" ? -0.5 : 0.5),
    radius: Math.max(4.4, size * 0.24),
  }));
}

/** "Not equal" in a small disc for what is contested; for what is partisan a disc that is filled on one side alone. */
export function drawSign(ctx: CanvasRenderingContext2D, { sign, x, y, radius }: PlacedSign, palette: Palette): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = palette.halo;
  ctx.fill();
  ctx.strokeStyle = ctx.fillStyle = palette.sign;
  ctx.lineWidth = Math.max(0.9, radius * 0.2);
  ctx.stroke();
  ctx.beginPath();
  if (sign === "contested") {
    const half = radius * 0.52;
    ctx.moveTo(x - half, y - half * 0.42);
    ctx.lineTo(x + half, y - half * 0.42);
    ctx.moveTo(x - half, y + half * 0.42);
    ctx.lineTo(x + half, y + half * 0.42);
    ctx.moveTo(x + half * 0.55, y - half);
    ctx.lineTo(x - half * 0.55, y + half);
    ctx.stroke();
  } else {
    ctx.arc(x, y, radius * 0.66, Math.PI / 2, 1.5 * Math.PI);
    ctx.fill();
  }
  ctx.restore();
}
