/** The marks of the map, and the certainty styles that show how certain each is. */

import { CertaintyStyle } from "../../data/payload-schema";
import type { DisplayList } from "../display-list";
import type { Palette } from "../palette";
import { Path } from "../path";
import shapes from "./marks.json";
import { drawSign, placedSigns, type Sign } from "./signs";

export type MarkName = keyof typeof shapes;

export { CertaintyStyle };

/** Fine slanting lines within a circle, as a path: programs draw patterns differently, and some slowly. */
export function hatchedCircle(x: number, y: number, radius: number, gap: number): Path {
  const path = new Path();
  const reach = radius * Math.SQRT2;
  for (let sum = Math.ceil((x + y - reach) / gap) * gap; sum < x + y + reach; sum += gap) {
    const distance = (sum - x - y) / 2;
    const half = Math.sqrt(Math.max(0, radius * radius - 2 * distance * distance)) / Math.SQRT2;
    path.polyline([x + distance - half, y + distance + half, x + distance + half, y + distance - half]);
  }
  return path;
}

const MARK_GRID = 24;

/** Spacing and width of the lines of a hatched mark, in grid units. */
const HATCH_GAP = 5;
const HATCH_WIDTH = 2.6;
const HATCH = hatchedCircle(MARK_GRID / 2, MARK_GRID / 2, 0.71 * MARK_GRID, HATCH_GAP).toData();

/** Dashes of an outline in pixels, for the styles that are not continuous. */
const OUTLINE_DASHES: Partial<Record<CertaintyStyle, readonly number[]>> = {
  [CertaintyStyle.dashed]: [2.6, 1.9],
  [CertaintyStyle.dotted]: [0.1, 2.4],
};

export interface MarkStyle {
  certaintyStyle: CertaintyStyle;
  colour: string;
  palette: Palette;
  signs: readonly Sign[];
  isVague: boolean;
}

/** Draw a mark `size` pixels wide around (x, y). */
export function drawMark(
  list: DisplayList,
  mark: MarkName,
  x: number,
  y: number,
  size: number,
  { certaintyStyle, colour, palette, signs, isVague }: MarkStyle,
): void {
  const { d, fill }: { d: string; fill?: string } = shapes[mark];
  const rule = fill === "evenodd" ? "evenodd" : "nonzero";
  const pixel = MARK_GRID / size;
  const onGrid = (data: string) => ({ data, x: x - size / 2, y: y - size / 2, scale: size / MARK_GRID });
  const outline = onGrid(d);
  const isSolid = certaintyStyle === CertaintyStyle.solid;
  // A dashed ring means: somewhere around this point, not exactly here.
  if (isVague)
    list.stroke(new Path().circle(x, y, size * 0.78), colour, 1.1, { opacity: 0.75, dash: [1.2, 3], cap: "round" });
  list.stroke(outline, palette.halo, 4.2 * pixel, { join: "round" });
  list.fill(outline, isSolid ? colour : palette.halo, 1, rule);
  if (certaintyStyle === CertaintyStyle.hatched)
    list.clipped(outline, () => list.stroke(onGrid(HATCH), colour, HATCH_WIDTH), rule);
  const width = (isSolid ? 0.7 : 1.35) * pixel * Math.max(1, size / 24);
  list.stroke(outline, isSolid ? palette.ink : colour, width, {
    join: "round",
    cap: certaintyStyle === CertaintyStyle.dotted ? "round" : "butt",
    dash: (OUTLINE_DASHES[certaintyStyle] ?? []).map((length) => length * pixel),
  });
  for (const sign of placedSigns(signs, x, y, size)) drawSign(list, sign, palette);
}
