/** Small samples of what the map draws, for the list, the card and the legend. The code of the map draws them. */

import { paintList } from "../canvas/canvas-painter";
import type { PageContext } from "../page-context";
import { drawnList } from "../scene/display-list";
import { certaintyStyleOf, colourNameOf, markNameOf, signsOf } from "../scene/drawing/symbology";
import { markSample, type Sample } from "../scene/legend";
import { el } from "./dom";

/** A canvas that is drawn once, at the resolution of the screen or higher, and hidden from screen readers. */
export function swatch(
  width: number,
  height: number,
  draw: (ctx: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const ratio = Math.max(2, window.devicePixelRatio || 1);
  const style = { width: `${width / 16}rem`, height: `${height / 16}rem` };
  const size = { width: width * ratio, height: height * ratio };
  const canvas = el("canvas", { class: "swatch", "aria-hidden": "true", ...size, style });
  const ctx = canvas.getContext("2d");
  if (ctx) {
    ctx.scale(ratio, ratio);
    draw(ctx);
  }
  return canvas;
}

/** A sample of what the map draws. */
export function sampleSwatch({ width, height, draw }: Sample): HTMLCanvasElement {
  return swatch(width, height, (ctx) => paintList(ctx, drawnList(draw)));
}

export const markSwatch = (...sample: Parameters<typeof markSample>): HTMLCanvasElement =>
  sampleSwatch(markSample(...sample));

/** The mark of a claim as it is drawn in the current period. */
export function claimSwatch({ index, network, palette }: PageContext, row: number, size = 18): HTMLCanvasElement {
  const certaintyStyle = certaintyStyleOf(network.visible.listedHold(row), index.payload.claims.certainty[row]!);
  const style = { certaintyStyle, signs: signsOf(index, row) };
  return markSwatch(palette, markNameOf(index, row), colourNameOf(index, row), style, size);
}
