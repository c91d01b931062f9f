/** Small examples of what the map draws, by the same code: for the list, the card and the legend. */

import { paintList } from "../canvas/canvas-painter";
import { type OpenEnd, withLength } from "../geometry/screen-lines";
import type { PageContext } from "../page-context";
import { DisplayList } from "../scene/display-list";
import { CertaintyStyle, drawMark, type MarkName, type MarkStyle } from "../scene/drawing/marks";
import { drawLink, drawRoute } from "../scene/drawing/route-drawing";
import { certaintyStyleOf, colourNameOf, markNameOf, signsOf } from "../scene/drawing/symbology";
import { hatchedCircle } from "../scene/hatching";
import type { ColourName, Palette } from "../scene/palette";
import { Path } from "../scene/path";
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

/** The same from a display list. */
export function listSwatch(width: number, height: number, draw: (list: DisplayList) => void): HTMLCanvasElement {
  return swatch(width, height, (ctx) => {
    const list = new DisplayList();
    draw(list);
    paintList(ctx, list);
  });
}

export function markSwatch(
  palette: Palette,
  mark: MarkName,
  colour: ColourName,
  style: Partial<MarkStyle> = {},
  size = 20,
): HTMLCanvasElement {
  const box = size * 1.7;
  return listSwatch(box, box, (list) =>
    drawMark(list, mark, box / 2, box / 2, size, {
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
  return listSwatch(64, 26, (list) =>
    drawRoute(list, sampleArc(64, 26), {
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

export function liaisonSwatch(palette: Palette, certaintyLevel: number): HTMLCanvasElement {
  const style = { colour: palette.liaison, certaintyLevel, emphasised: false, opacity: 0.85, uiScale: 1, ratio: 2 };
  return listSwatch(64, 22, (list) => drawLink(list, sampleArc(64, 22), style));
}

export function accuracySwatch(palette: Palette, isCountry: boolean): HTMLCanvasElement {
  return listSwatch(34, 34, (list) => {
    const disc = new Path().circle(17, 17, 15);
    if (isCountry) list.stroke(hatchedCircle(17, 17, 15, 7), palette.accuracy, 1, { opacity: 0.3 });
    else list.fill(disc, palette.accuracy, 0.12);
    list.stroke(disc, palette.accuracy, 1, { opacity: 0.7, dash: isCountry ? [1.5, 4] : [] });
  });
}
