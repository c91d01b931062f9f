/** Small examples of what the map draws, by the same code: for the list, the card and the legend. */

import { type OpenEnd, withLength } from "../geometry/screen-lines";
import type { PageContext } from "../page-context";
import { CertaintyStyle, drawMark, hatchPattern, type MarkName, type MarkStyle } from "../paint/marks";
import type { ColourName, Palette } from "../paint/palette";
import { drawLink, drawRoute } from "../paint/route-drawing";
import { certaintyStyleOf, colourNameOf, markNameOf, signsOf } from "../paint/symbology";
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

export function markSwatch(
  palette: Palette,
  mark: MarkName,
  colour: ColourName,
  style: Partial<MarkStyle> = {},
  size = 20,
): HTMLCanvasElement {
  const box = size * 1.7;
  return swatch(box, box, (ctx) =>
    drawMark(ctx, mark, box / 2, box / 2, size, {
      certaintyStyle: CertaintyStyle.solid,
      colour: palette[colour],
      palette,
      signs: [],
      isVague: false,
      ...style,
    }),
  );
}

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

const sampleArc = (width: number, height: number) =>
  withLength(
    Float32Array.from(
      Array.from({ length: 25 }, (_, i) => [
        3 + ((width - 6) * i) / 24,
        height - 7 - Math.sin((Math.PI * i) / 24) * (height - 14),
      ]).flat(),
    ),
  );

export function journeySwatch(
  palette: Palette,
  certaintyStyle: CertaintyStyle,
  fiction: boolean,
  openEnd: OpenEnd | null = null,
): HTMLCanvasElement {
  return swatch(64, 26, (ctx) =>
    drawRoute(ctx, sampleArc(64, 26), {
      certaintyStyle,
      palette,
      openEnd,
      colour: palette.courier,
      fiction,
      width: 4.4,
      endGapPx: 0,
      progress: 1,
      emphasised: false,
    }),
  );
}

export function liaisonSwatch(palette: Palette, certainty: number): HTMLCanvasElement {
  return swatch(64, 22, (ctx) => drawLink(ctx, sampleArc(64, 22), palette.liaison, certainty, false, 1, 0.85));
}

export function accuracySwatch(palette: Palette, isCountry: boolean): HTMLCanvasElement {
  return swatch(34, 34, (ctx) => {
    ctx.beginPath();
    ctx.arc(17, 17, 15, 0, 2 * Math.PI);
    ctx.globalAlpha = isCountry ? 0.3 : 0.12;
    ctx.fillStyle = isCountry ? hatchPattern(ctx, palette.accuracy, 7, 1) : palette.accuracy;
    ctx.fill();
    ctx.globalAlpha = 0.7;
    ctx.strokeStyle = palette.accuracy;
    if (isCountry) ctx.setLineDash([1.5, 4]);
    ctx.stroke();
  });
}
