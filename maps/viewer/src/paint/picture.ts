/** The parts of the picture of a year, from the ground up: areas, ways, leaders, marks, numbers, names. */

import type { Fan } from "../fan";
import type { Placed } from "../labels";
import { colourNameOf } from "../looks";
import type { Palette } from "../palette";
import type { Window } from "../rings";
import type { Spots } from "../spots";
import type { Ends, WayCrowd } from "../way-crowd";
import type { Journey, Line, Stop } from "../ways";
import type { LabelWish } from "../wishes";
import type { YearNet } from "../year-net";
import { drawArc, drawDots } from "./arcs";
import { paintEnds, paintWayCrowd } from "./crowd";
import { drawLeaders } from "./leaders";
import { fontOf, lineHeightOf, widthOf } from "./lettering";
import { hatch } from "./marks";
import { ratioOf, stampMark, stampNumber, stampText } from "./stamps";

/** Everything of a year, laid out in the pixels of the canvas. */
export interface Picture {
  readonly net: YearNet;
  readonly spots: Spots;
  readonly palette: Palette;
  readonly unit: number;
  readonly shown: { world: string; selected: ReadonlySet<number> };
  /** Claim row under the pointer, or -1. */
  readonly hovered: number;
  readonly fan: Fan;
  /** Claim rows of the marks that are laid out, the foremost first, and their number. */
  readonly rows: Int32Array;
  readonly count: number;
  /** Are marks drawn as a crowd, one a cell? */
  readonly crowded: boolean;
  /** Journeys and lines as crowds, where they are too many for `journeys` and `lines`. */
  readonly journeyCrowd: WayCrowd;
  readonly lineCrowd: WayCrowd;
  readonly ends: Ends;
  /** Of each mark: where it stands, and its radius. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  readonly journeys: readonly Journey[];
  readonly lines: readonly Line[];
  readonly stops: readonly Stop[];
  readonly wishes: readonly LabelWish[];
  readonly labels: readonly Placed[];
  placeX(place: number, window: Window): number;
  placeY(place: number, window: Window): number;
  chipX(chip: Fan["chips"][number]): number;
  chipY(chip: Fan["chips"][number]): number;
  /** 0 to 1 while something new is on its way, else 1. */
  progress(row: number): number;
}

/** How far from its position a place may lie: a faint ring; for a country, a hatched field. */
export function paintReach(p: Picture, ctx: CanvasRenderingContext2D, window: Window): void {
  const { net, spots, palette } = p;
  const { claims } = net.index.payload;
  const seen = new Set<number>();
  const areas: number[] = [];
  for (let mark = 0; mark < p.count && seen.size < 800; mark++) {
    const place = claims.place[p.rows[mark]!]!;
    if (seen.has(place)) continue;
    seen.add(place);
    const reach = spots.reach[place]! * window.scale;
    if (reach < p.radius[mark]! + 4) continue;
    if (net.index.isVague(place)) areas.push(place);
    else paintRing(p, ctx, place, reach, window);
  }
  for (const place of areas) {
    const emphasised = [...p.shown.selected, p.hovered].some((row) => row >= 0 && claims.place[row] === place);
    ctx.save();
    ctx.beginPath();
    ctx.arc(p.placeX(place, window), p.placeY(place, window), spots.reach[place]! * window.scale, 0, 2 * Math.PI);
    ctx.globalAlpha = emphasised ? 0.4 : 0.13;
    ctx.fillStyle = hatch(ctx, palette.accuracy, Math.round(7 * p.unit), p.unit);
    ctx.fill();
    ctx.globalAlpha = emphasised ? 0.8 : 0.28;
    ctx.strokeStyle = palette.accuracy;
    ctx.lineWidth = 1;
    ctx.setLineDash([1.5, 4]);
    ctx.stroke();
    ctx.restore();
  }
}

function paintRing(p: Picture, ctx: CanvasRenderingContext2D, place: number, reach: number, window: Window): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(p.placeX(place, window), p.placeY(place, window), reach, 0, 2 * Math.PI);
  ctx.fillStyle = p.palette.accuracy;
  ctx.globalAlpha = 0.06;
  ctx.fill();
  ctx.globalAlpha = 0.45;
  ctx.strokeStyle = p.palette.accuracy;
  ctx.lineWidth = 0.9;
  ctx.stroke();
  ctx.restore();
}

export function paintWays(p: Picture, ctx: CanvasRenderingContext2D, window: Window): void {
  const { palette, shown, unit } = p;
  paintWayCrowd(ctx, p.lineCrowd, palette.liaison, 0.34);
  paintWayCrowd(ctx, p.journeyCrowd, palette.courier, 0.42);
  paintEnds(ctx, p.ends, palette.courier, unit);
  const { liaison } = p.net.index.payload;
  for (const { line, way, sure, possibly } of p.lines) {
    const from = liaison.from[line]!,
      to = liaison.to[line]!;
    const emphasised = [from, to].some((station) => shown.selected.has(station) || station === p.hovered);
    drawDots(ctx, way, palette.liaison, sure, emphasised, unit, possibly ? 0.5 : 0.78, window);
  }
  for (const { row, way, look, open } of p.journeys) {
    const travelled = p.progress(row);
    if (travelled === 0) continue;
    drawArc(
      ctx,
      way,
      {
        look,
        palette,
        open,
        colour: palette.courier,
        fiction: shown.world === "fiction",
        width: 4.4 * unit,
        clear: 9 * unit,
        travelled,
        emphasised: shown.selected.has(row) || row === p.hovered,
      },
      window,
    );
  }
}

export function paintStops(p: Picture, ctx: CanvasRenderingContext2D): void {
  ctx.strokeStyle = p.palette.courier;
  ctx.fillStyle = p.palette.halo;
  ctx.lineWidth = 1.4;
  for (const { x, y } of p.stops) {
    ctx.beginPath();
    ctx.arc(x, y, 3.2 * p.unit, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}

export function paintOpened(p: Picture, ctx: CanvasRenderingContext2D): void {
  for (const { hub, radius } of p.fan.opened) {
    ctx.save();
    ctx.beginPath();
    ctx.arc(p.x[hub]!, p.y[hub]!, radius, 0, 2 * Math.PI);
    ctx.globalAlpha = 0.86;
    ctx.fillStyle = p.palette.halo;
    ctx.fill();
    ctx.globalAlpha = 0.5;
    ctx.strokeStyle = p.palette.inkSoft;
    ctx.lineWidth = 0.8;
    ctx.stroke();
    ctx.restore();
  }
}

export function paintLeaders(p: Picture, ctx: CanvasRenderingContext2D, window: Window): void {
  const { net, fan } = p;
  const { claims } = net.index.payload;
  ctx.strokeStyle = ctx.fillStyle = p.palette.inkSoft;
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  for (let mark = 0; mark < p.count; mark++) {
    if (fan.hidden[mark] || Math.hypot(fan.dx[mark]!, fan.dy[mark]!) < 5) continue;
    const place = claims.place[p.rows[mark]!]!;
    ctx.moveTo(p.placeX(place, window), p.placeY(place, window));
    ctx.lineTo(p.x[mark]!, p.y[mark]!);
  }
  for (const chip of p.crowded ? [] : fan.chips) {
    ctx.moveTo(p.x[chip.hub]!, p.y[chip.hub]!);
    ctx.lineTo(p.chipX(chip), p.chipY(chip));
  }
  ctx.stroke();
  drawLeaders(
    ctx,
    p.labels.map(({ wish, box }) => {
      const { x, y, own } = p.wishes[wish]!;
      return { box, x, y, own };
    }),
    p.palette,
    p.unit,
  );
}

export function paintMarks(p: Picture, ctx: CanvasRenderingContext2D, window: Window): void {
  const { net, fan, palette, shown } = p;
  const { index } = net;
  const ratio = ratioOf(ctx);
  ctx.imageSmoothingEnabled = false; // stamps lie on whole pixels
  // From the last to the first, so that the foremost lies on top.
  for (let mark = p.count - 1; mark >= 0; mark--) {
    const x = p.x[mark]!,
      y = p.y[mark]!;
    if (fan.hidden[mark] || x < -30 || y < -30 || x > window.width + 30 || y > window.height + 30) continue;
    const row = p.rows[mark]!;
    const emphasised = shown.selected.has(row) || row === p.hovered;
    const size = p.radius[mark]! * 2;
    if (emphasised) paintEmphasis(p, ctx, x, y, size, shown.selected.has(row));
    const progress = p.progress(row);
    if (progress > 0 && progress < 1) paintStrike(ctx, x, y, size, progress, palette[colourNameOf(index, row)]);
    stampMark(ctx, ratio, index, row, net.hold[row]!, x, y, size, palette);
  }
}

function paintEmphasis(
  p: Picture,
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  selected: boolean,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, size * 0.5 + 7 * p.unit, 0, 2 * Math.PI);
  ctx.fillStyle = p.palette.halo;
  ctx.globalAlpha = 0.85;
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = selected ? p.palette.ink : p.palette.inkSoft;
  ctx.lineWidth = selected ? 2 : 1.2;
  ctx.stroke();
  ctx.restore();
}

function paintStrike(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  progress: number,
  colour: string,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x, y, size * (0.5 + progress * 1.6), 0, 2 * Math.PI);
  ctx.globalAlpha = 1 - progress;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.restore();
}

export function paintChips(p: Picture, ctx: CanvasRenderingContext2D): void {
  const ratio = ratioOf(ctx);
  for (const chip of p.fan.chips)
    stampNumber(ctx, ratio, chip.waiting, p.chipX(chip), p.chipY(chip), p.palette, p.unit, p.crowded);
}

export function paintLabels(p: Picture, ctx: CanvasRenderingContext2D): void {
  const { palette, unit } = p;
  const ratio = ratioOf(ctx);
  for (const { wish, size, box, align } of p.labels) {
    const { row, texts } = p.wishes[wish]!;
    let y = box.y0;
    for (const { text, voice } of texts[size]!) {
      const height = lineHeightOf(voice, unit),
        font = fontOf(voice, unit);
      const width = widthOf(ctx, font, text);
      const x = align === "left" ? box.x0 + 1 : align === "right" ? box.x1 - 1 - width : (box.x0 + box.x1 - width) / 2;
      const red = voice === "event" && colourNameOf(p.net.index, row) === "raid";
      const colour = red ? palette.raid : voice === "traveller" ? palette.courier : palette.ink;
      stampText(ctx, ratio, text, font, x, y + height / 2, width, height, colour, palette, 3.2 * unit);
      y += height;
    }
  }
}
