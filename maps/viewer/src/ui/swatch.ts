/** Small examples of what the map draws, by the same code: for the list, the card and the legend. */

import { paintList } from "../canvas/canvas-painter";
import type { PageContext } from "../page-context";
import { DisplayList } from "../scene/display-list";
import { certaintyStyleOf, colourNameOf, markNameOf, signsOf } from "../scene/drawing/symbology";
import { markSample, type Sample } from "../scene/legend";
import { el } from "./dom";

/** A canvas that is drawn once, sharp on its screen and hidden from screen readers. */
export function swatch(
  width: number,
  height: number,
  draw: (ctx: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const canvas = el("canvas", { class: "swatch", "aria-hidden": "true" });
  const ratio = Math.max(2, window.devicePixelRatio || 1);
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width / 16}rem`;
  canvas.style.height = `${height / 16}rem`;
  const ctx = canvas.getContext("2d");
  if (ctx) {
    ctx.scale(ratio, ratio);
    draw(ctx);
  }
  return canvas;
}

/** A sample of what the map draws. */
export function sampleSwatch({ width, height, draw }: Sample): HTMLCanvasElement {
  return swatch(width, height, (ctx) => {
    const list = new DisplayList();
    draw(list);
    paintList(ctx, list);
  });
}

export const markSwatch = (...sample: Parameters<typeof markSample>): HTMLCanvasElement =>
  sampleSwatch(markSample(...sample));

/** The mark of a claim as it is drawn this year. */
export function claimSwatch({ index, network, palette }: PageContext, row: number, size = 18): HTMLCanvasElement {
  const { claims } = index.payload;
  return markSwatch(
    palette,
    markNameOf(index, row),
    colourNameOf(index, row),
    {
      certaintyStyle: certaintyStyleOf(network.visible.listedHold(row), claims.certainty[row]!),
      signs: signsOf(index, row),
    },
    size,
  );
}
