/** The pale names under everything: states of the year in spaced capitals, seas in italics along a curve. */

import type { PayloadIndex } from "../../data/payload-index";
import type { BasemapData } from "../../data/payload-types";
import { type Box, type BoxGrid, isInside } from "../../geometry/boxes";
import { decodePolyline, type Polyline } from "../../geometry/polylines";
import type { Viewport } from "../../geometry/viewport";
import type { Days } from "../../time/claim-dates";
import { statesIn } from "../../time/states-of-period";
import type { DisplayList } from "../display-list";
import { KM_PER_WORLD_PIXEL } from "../layout/map-projection";
import type { Palette } from "../palette";
import { baselineAt, type Font, font as fontOf, type TextMeasurer } from "../text-styles";

/** A sea under its English name, and under those of other languages. */
export interface Sea {
  name: string;
  names: Readonly<Record<string, string>>;
  labelCurve: Polyline;
  size: number;
}

/** The seas of a base map, with the curves of their names. */
export function seasOf(base: BasemapData): Sea[] {
  return base.seas.map(({ name, names, path, size }) => ({
    name,
    names,
    size,
    labelCurve: decodePolyline(path, KM_PER_WORLD_PIXEL),
  }));
}

const SEA_SIZES = [0, 11, 12.5, 15];
/** Scale from which a name of a size is shown; 1 is the largest state. */
const POLITY_SCALES = [0, 0, 1.15, 2.2];
const POLITY_SIZES = [0, 13.5, 12, 10.5];

/** Pixels between a name of a state and what stands beside it: it is spaced, and would seem to go on there. */
const NAME_GAP_PX = 7;

/** Points of a curve, smoothed: a Catmull-Rom curve through the few that are given. */
export function smoothCurve(points: ArrayLike<number>): Float32Array {
  const count = points.length / 2;
  const steps = 16;
  const out = new Float32Array(((count - 1) * steps + 1) * 2);
  const at = (i: number, axis: number) => points[2 * Math.max(0, Math.min(count - 1, i)) + axis]!;
  let o = 0;
  for (let i = 0; i < count - 1; i++) {
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      for (let axis = 0; axis < 2; axis++) {
        const [a, b, c, d] = [at(i - 1, axis), at(i, axis), at(i + 1, axis), at(i + 2, axis)];
        out[o++] =
          0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
      }
    }
  }
  out[o++] = at(count - 1, 0);
  out[o] = at(count - 1, 1);
  return out;
}

type PlacedGlyphs = { x: number; y: number; angle: number; character: string }[];

/** Place the characters of a name one by one along a curve, spread over most of it. Null where it does not fit. */
function glyphsAlong(measurer: TextMeasurer, name: string, curve: Float32Array, font: Font): PlacedGlyphs | null {
  let length = 0;
  for (let i = 2; i < curve.length; i += 2)
    length += Math.hypot(curve[i]! - curve[i - 2]!, curve[i + 1]! - curve[i - 1]!);
  const glyphs = [...name];
  const widths = glyphs.map((character) => measurer.width(font, character));
  const naturalWidth = widths.reduce((sum, width) => sum + width, 0);
  if (naturalWidth * 1.12 > length || length > 2600) return null;
  const space = Math.min((length * 0.92 - naturalWidth) / glyphs.length, (naturalWidth / glyphs.length) * 0.9);
  let distance = (length - naturalWidth - space * (glyphs.length - 1)) / 2;
  const placed: PlacedGlyphs = [];
  let segment = 2;
  let before = 0;
  glyphs.forEach((character, i) => {
    const middle = distance + widths[i]! / 2;
    let step = Math.hypot(curve[segment]! - curve[segment - 2]!, curve[segment + 1]! - curve[segment - 1]!);
    while (before + step < middle && segment < curve.length - 2) {
      before += step;
      segment += 2;
      step = Math.hypot(curve[segment]! - curve[segment - 2]!, curve[segment + 1]! - curve[segment - 1]!);
    }
    const t = step === 0 ? 0 : (middle - before) / step;
    const dx = curve[segment]! - curve[segment - 2]!,
      dy = curve[segment + 1]! - curve[segment - 1]!;
    placed.push({
      x: curve[segment - 2]! + dx * t,
      y: curve[segment - 1]! + dy * t,
      angle: Math.atan2(dy, dx),
      character,
    });
    distance += widths[i]! + space;
  });
  return placed;
}

/** A name of a sea: where its characters stand, and the box around them all. */
interface SeaLabel {
  font: Font;
  glyphs: PlacedGlyphs;
  boxes: Box[];
  bounds: Box;
}

interface PolityLabel {
  lines: string[];
  widths: number[];
}

/** Where names are drawn, and what they keep clear of: what they take is added to `taken`. */
export interface RegionFrame {
  viewport: Viewport;
  palette: Palette;
  uiScale: number;
  taken: BoxGrid;
  /** Is a name left out that the frame would cut? */
  uncut: boolean;
}

const frameBox = ({ width, height }: Viewport): Box => ({ x0: 0, y0: 0, x1: width, y1: height });

/** Places the names of seas and states; what is the same from year to year is found once. */
export class RegionNames {
  private seaLabelsKey = "";
  private seaLabels: SeaLabel[] = [];
  private readonly polityLabels = new Map<string, PolityLabel>();

  constructor(
    private readonly index: PayloadIndex,
    private readonly measurer: TextMeasurer,
  ) {}

  /** Draw the names of the seas that fit their curve and meet none of the boxes. */
  drawSeas(list: DisplayList, seas: readonly Sea[], { viewport, palette, uiScale, taken, uncut }: RegionFrame): void {
    for (const sea of this.seaLabelsIn(seas, viewport, palette, uiScale)) {
      if (uncut && !isInside(sea.bounds, frameBox(viewport))) continue;
      if (sea.boxes.some((box) => taken.intersects(box))) continue;
      for (const box of sea.boxes) taken.add(box);
      const { x0, y0, x1, y1 } = sea.bounds;
      const x = (x0 + x1) / 2,
        y = (y0 + y1) / 2;
      list.symbol({
        key: sea,
        x,
        y,
        width: x1 - x0,
        height: y1 - y0,
        draw: (symbol) => drawSeaName(symbol, sea, x, y, palette),
      });
    }
  }

  /** The names of the seas placed in a viewport: kept until the map moves. */
  private seaLabelsIn(
    seas: readonly Sea[],
    viewport: Viewport,
    palette: Palette,
    uiScale: number,
  ): readonly SeaLabel[] {
    const { language } = this.index.payload;
    const { scale, originX, originY, width, height } = viewport;
    const names = seas.map(({ name }) => name).join();
    const frame = [scale, originX, originY, width, height, uiScale].join(" ");
    const key = `${frame} ${this.measurer.version} ${language} ${palette.seaName} ${names}`;
    if (key === this.seaLabelsKey) return this.seaLabels;
    this.seaLabelsKey = key;
    this.seaLabels = seas.flatMap((sea) => this.seaLabel(sea, viewport, uiScale) ?? []);
    return this.seaLabels;
  }

  private seaLabel(sea: Sea, viewport: Viewport, uiScale: number): SeaLabel | null {
    const { name: englishName, names, labelCurve, size } = sea;
    const left = labelCurve.minX * viewport.scale - viewport.originX,
      right = labelCurve.maxX * viewport.scale - viewport.originX;
    const top = labelCurve.minY * viewport.scale - viewport.originY,
      bottom = labelCurve.maxY * viewport.scale - viewport.originY;
    // The curve strays a little from the box of its points.
    const stray = Math.max(right - left, bottom - top) * 0.2 + 20 * uiScale;
    if (right < -stray || left > viewport.width + stray || bottom < -stray || top > viewport.height + stray)
      return null;
    const screen = labelCurve.points.map(
      (value, i) => value * viewport.scale - (i % 2 === 0 ? viewport.originX : viewport.originY),
    );
    const font = fontOf("serif", (SEA_SIZES[size] ?? 12) * uiScale, { italic: true });
    const name = names[this.index.payload.language] ?? englishName;
    const glyphs = glyphsAlong(this.measurer, name, smoothCurve(screen), font);
    if (!glyphs) return null;
    const pad = 9 * uiScale;
    const boxes = glyphs.map(({ x, y }): Box => ({ x0: x - pad, y0: y - pad, x1: x + pad, y1: y + pad }));
    const bounds = boxes.reduce((a, b) => ({
      x0: Math.min(a.x0, b.x0),
      y0: Math.min(a.y0, b.y0),
      x1: Math.max(a.x1, b.x1),
      y1: Math.max(a.y1, b.y1),
    }));
    const isInSight = bounds.x1 > 0 && bounds.y1 > 0 && bounds.x0 < viewport.width && bounds.y0 < viewport.height;
    return isInSight ? { font, glyphs, boxes, bounds } : null;
  }

  /** Draw the names of the states of some days: the largest first, then the oldest, where they meet none of the boxes. */
  drawPolities(
    list: DisplayList,
    world: Float64Array,
    days: Days,
    { viewport, palette, uiScale, taken, uncut }: RegionFrame,
  ): void {
    const { polities } = this.index.payload;
    const rows = statesIn(polities, days);
    for (let size = 1; size <= 3; size++) {
      if (viewport.scale < POLITY_SCALES[size]! * uiScale) continue;
      const px = POLITY_SIZES[size]! * uiScale * Math.min(1.5, Math.max(1, viewport.scale / 3));
      const font = fontOf("serif", px, { spacing: px * 0.26 });
      const height = px * 1.25;
      for (const row of rows) {
        if (polities.size[row] !== size) continue;
        const x = world[2 * row]! * viewport.scale - viewport.originX;
        const y = world[2 * row + 1]! * viewport.scale - viewport.originY;
        const { lines, widths } = this.polityLabel(this.index.text(polities.name[row]), font);
        const half = Math.max(...widths) / 2;
        const box = {
          x0: x - half - NAME_GAP_PX * uiScale,
          x1: x + half + NAME_GAP_PX * uiScale,
          y0: y - (height * lines.length) / 2,
          y1: y + (height * lines.length) / 2,
        };
        if (box.x1 < 0 || box.x0 > viewport.width || box.y1 < 0 || box.y0 > viewport.height) continue;
        if ((uncut && !isInside(box, frameBox(viewport))) || taken.intersects(box)) continue;
        taken.add(box);
        list.symbol({
          key: `${lines.join("\n")} ${font.size} ${font.spacing} ${palette.polity}`,
          x,
          y,
          width: 2 * half + 4,
          height: height * (lines.length + 0.4),
          draw: (symbol) =>
            lines.forEach((line, i) =>
              symbol.text(
                line,
                font,
                -widths[i]! / 2,
                baselineAt(height * (i + 0.5 - lines.length / 2), font),
                palette.polity,
              ),
            ),
        });
      }
    }
  }

  /** A name of a state in capitals: its lines and their widths. */
  private polityLabel(name: string, font: Font): PolityLabel {
    const { language } = this.index.payload;
    const key = `${name} ${language} ${font.size} ${this.measurer.version}`;
    let label = this.polityLabels.get(key);
    if (!label) {
      if (this.polityLabels.size > 400) this.polityLabels.clear();
      const lines = wrappedName(name.toLocaleUpperCase(language));
      label = { lines, widths: lines.map((line) => this.measurer.width(font, line)) };
      this.polityLabels.set(key, label);
    }
    return label;
  }
}

function drawSeaName(
  list: DisplayList,
  { font, glyphs }: SeaLabel,
  middleX: number,
  middleY: number,
  palette: Palette,
): void {
  // A character stands with its middle on the curve: its base line is that much below, as the curve is turned.
  const drop = baselineAt(0, font);
  for (const { x, y, angle, character } of glyphs)
    list.text(
      character,
      font,
      x - middleX - drop * Math.sin(angle),
      y - middleY + drop * Math.cos(angle),
      palette.seaName,
      { align: "center", angle },
    );
}

function wrappedName(name: string): string[] {
  const words = name.split(" ");
  if (name.length <= 13 || words.length === 1) return [name];
  const lines: string[] = [];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${last} ${word}`.length <= 13) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
