/** The pale background names: states of the year in spaced capitals, seas in italics along a curve. */

import type { BasemapData, NamedSea } from "../../data/payload-schema";
import {
  type Box,
  type BoxGrid,
  boundsOf,
  boxAround,
  boxOnScreen,
  frameBox,
  grown,
  isInside,
  onScreen,
  overlaps,
} from "../../geometry/boxes";
import { decodePolyline, type Polyline } from "../../geometry/polylines";
import { ScreenLine } from "../../geometry/screen-lines";
import { periodDays } from "../../time/period";
import { statesIn } from "../../time/states-of-period";
import type { DisplayList } from "../display-list";
import { KM_PER_WORLD_PIXEL } from "../layout/map-projection";
import type { NetworkLayout } from "../layout/network-layout";
import { baselineAt, type Font, font as fontOf, wrappedLines } from "../text-styles";

/** A sea with its names in English and other languages. */
export interface Sea extends Omit<NamedSea, "path"> {
  labelCurve: Polyline;
}

/** The seas of a basemap, with the curves of their names. */
export function seasOf(base: BasemapData): Sea[] {
  return base.seas.map(({ path, ...sea }) => {
    const points = smoothed(decodePolyline(path, KM_PER_WORLD_PIXEL).points);
    return { ...sea, labelCurve: { points, ...boundsOf(points) } };
  });
}

const SEA_SIZES = [0, 11, 12.5, 15];
/** Minimum scale at which a state's name is shown, by the size of the state; size 1 is the largest. */
const POLITY_SCALES = [0, 0, 1.15, 2.2];
const POLITY_SIZES = [0, 13.5, 12, 10.5];
const MAX_POLITY_LINE_CHARS = 13;

/** Pixels between a state's name and its neighbours: it is letter-spaced, and a neighbour could seem to continue it. */
const NAME_GAP_PX = 7;

/** The points of a Catmull-Rom curve through a few given points. */
function smoothed(points: Float64Array): Float64Array {
  const count = points.length / 2;
  const steps = 16;
  const at = (i: number, axis: number) => points[2 * Math.max(0, Math.min(count - 1, i)) + axis]!;
  return Float64Array.from({ length: 2 * ((count - 1) * steps + 1) }, (_, value) => {
    const [axis, step] = [value % 2, Math.floor(value / 2)];
    const i = Math.floor(step / steps);
    const t = (step % steps) / steps;
    const [a, b, c, d] = [at(i - 1, axis), at(i, axis), at(i + 1, axis), at(i + 2, axis)];
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
  });
}

/** The name of a sea: the positions of its characters, their boxes, and the bounding box of all. */
interface SeaLabel {
  font: Font;
  glyphs: { x: number; y: number; angle: number; character: string }[];
  boxes: Box[];
  bounds: Box;
}

/** Places the names of seas and states in a frame. Names of seas are cached until the map moves. */
export class RegionNames {
  private seaLabelsKey = "";
  private seaLabels: readonly SeaLabel[] = [];

  constructor(
    private readonly layout: NetworkLayout,
    private readonly seas: readonly Sea[],
  ) {}

  /** Draw the names that overlap neither `taken` nor each other, states first. */
  draw(list: DisplayList, taken: BoxGrid): void {
    this.drawPolities(list, taken);
    for (const sea of this.seaLabelsInView()) {
      if (!this.takeRoom(taken, sea.bounds, sea.boxes)) continue;
      const { x0, y0, x1, y1 } = sea.bounds;
      const x = (x0 + x1) / 2,
        y = (y0 + y1) / 2;
      const { font, glyphs } = sea;
      const colour = this.layout.palette.seaName;
      // The middle of a character lies on the curve, so its baseline is below by this much, rotated with the curve.
      const drop = baselineAt(0, font);
      list.symbol({
        key: sea,
        x,
        y,
        width: x1 - x0,
        height: y1 - y0,
        draw(symbol) {
          for (const { x: atX, y: atY, angle, character } of glyphs) {
            const [left, base] = [atX - x - drop * Math.sin(angle), atY - y + drop * Math.cos(angle)];
            symbol.text(character, font, left, base, colour, { align: "center", angle });
          }
        },
      });
    }
  }

  /** Reserve the boxes of a name if they are free. */
  private takeRoom(taken: BoxGrid, bounds: Box, boxes: readonly Box[] = [bounds]): boolean {
    const { uncut, viewport } = this.layout;
    if (uncut && !isInside(bounds, frameBox(viewport))) return false;
    if (boxes.some((box) => taken.intersects(box))) return false;
    for (const box of boxes) taken.add(box);
    return true;
  }

  private seaLabelsInView(): readonly SeaLabel[] {
    const { viewport, uiScale, measurer, palette, visible } = this.layout;
    const { language } = visible.index.payload;
    const key = [...Object.values(viewport), uiScale, measurer.version, language, palette.seaName].join(" ");
    if (key !== this.seaLabelsKey) this.seaLabels = this.seas.flatMap((sea) => this.seaLabel(sea, language) ?? []);
    this.seaLabelsKey = key;
    return this.seaLabels;
  }

  /** The name of a sea, character by character, spread over most of its curve; null if it does not fit. */
  private seaLabel({ name, names, labelCurve, size }: Sea, language: string): SeaLabel | null {
    const { viewport, uiScale, measurer } = this.layout;
    const frame = frameBox(viewport);
    const room = 9 * uiScale;
    if (!overlaps(grown(boxOnScreen(viewport, labelCurve), room), frame)) return null;
    const curve = new ScreenLine(Float32Array.from(onScreen(viewport, labelCurve.points)));
    const font = fontOf("serif", (SEA_SIZES[size] ?? 12) * uiScale, { italic: true });
    const characters = [...(names[language] ?? name)];
    const widths = characters.map((character) => measurer.width(font, character));
    const naturalWidth = widths.reduce((sum, width) => sum + width, 0);
    const { length } = curve;
    if (naturalWidth * 1.12 > length || length > 2600) return null;
    const space = Math.min((length * 0.92 - naturalWidth) / widths.length, (naturalWidth / widths.length) * 0.9);
    let distance = (length - naturalWidth - space * (widths.length - 1)) / 2;
    const glyphs = characters.map((character, i) => {
      const { x, y, ux, uy } = curve.pointAt(distance + widths[i]! / 2);
      distance += widths[i]! + space;
      return { x, y, angle: Math.atan2(uy, ux), character };
    });
    const boxes = glyphs.map(({ x, y }) => boxAround(x, y, room));
    const bounds = grown(boundsOf(glyphs.flatMap(({ x, y }) => [x, y])), room);
    return overlaps(bounds, frame) ? { font, glyphs, boxes, bounds } : null;
  }

  /** Draw the names of the states of the shown period: the largest first, then the oldest. */
  private drawPolities(list: DisplayList, taken: BoxGrid): void {
    const { viewport, uiScale, measurer, palette, visible, projected, shown } = this.layout;
    const { index } = visible;
    const { polities, language } = index.payload;
    const places = onScreen(viewport, projected.polities);
    const rows = statesIn(polities, periodDays(shown));
    for (let size = 1; size <= 3; size++) {
      if (viewport.scale < POLITY_SCALES[size]! * uiScale) continue;
      const px = POLITY_SIZES[size]! * uiScale * Math.min(1.5, Math.max(1, viewport.scale / 3));
      const font = fontOf("serif", px, { spacing: px * 0.26 });
      const height = px * 1.25;
      for (const row of rows.filter((each) => polities.size[each] === size)) {
        const [x, y] = [places[2 * row]!, places[2 * row + 1]!];
        const name = index.text(polities.name[row]).toLocaleUpperCase(language);
        const lines = wrappedLines(name, MAX_POLITY_LINE_CHARS);
        const widths = lines.map((line) => measurer.width(font, line));
        const half = Math.max(...widths) / 2;
        const box = boxAround(x, y, half + NAME_GAP_PX * uiScale, (height * lines.length) / 2);
        if (!overlaps(box, frameBox(viewport)) || !this.takeRoom(taken, box)) continue;
        list.symbol({
          key: `${lines.join("\n")} ${font.size} ${font.spacing} ${palette.polity}`,
          x,
          y,
          width: 2 * half + 4,
          height: height * (lines.length + 0.4),
          draw: (symbol) =>
            lines.forEach((line, i) => {
              const base = baselineAt(height * (i + 0.5 - lines.length / 2), font);
              symbol.text(line, font, -widths[i]! / 2, base, palette.polity);
            }),
        });
      }
    }
  }
}
