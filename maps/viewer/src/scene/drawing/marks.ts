/** The marks of the map, and the certainty styles that show how surely each is known. */

import { CertaintyStyle } from "../../data/payload-schema";
import type { DisplayList } from "../display-list";
import { hatchLines } from "../hatching";
import type { Palette } from "../palette";
import { Path } from "../path";
import shapes from "./marks.json";
import { drawSign, placedSigns, type Sign } from "./signs";

export type MarkName = keyof typeof shapes;

export { CertaintyStyle };

const MARK_GRID = 24;

/** Distance of the lines of a hatched mark, and their width, in units of the grid. */
const HATCH_GAP = 5;
const HATCH_WIDTH = 2.6;
const HATCH = hatchLines(0, 0, MARK_GRID, MARK_GRID, HATCH_GAP).toData();

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
  if (isVague) drawVagueRing(list, x, y, size, colour);
  list.stroke(outline, palette.halo, 4.2 * pixel, { join: "round" });
  list.fill(outline, isSolid ? colour : palette.halo, 1, rule);
  if (certaintyStyle === CertaintyStyle.hatched)
    list.clipped(outline, () => list.stroke(onGrid(HATCH), colour, HATCH_WIDTH), rule);
  list.stroke(
    outline,
    isSolid ? palette.ink : colour,
    (isSolid ? 0.7 : 1.35) * pixel * Math.max(1, size / 24),
    certaintyStyle === CertaintyStyle.dashed
      ? { join: "round", dash: [2.6 * pixel, 1.9 * pixel] }
      : certaintyStyle === CertaintyStyle.dotted
        ? { join: "round", dash: [0.1 * pixel, 2.4 * pixel], cap: "round" }
        : { join: "round" },
  );
  for (const sign of placedSigns(signs, x, y, size)) drawSign(list, sign, palette);
}

/** A ring of dashes: not here, but somewhere around. */
function drawVagueRing(list: DisplayList, x: number, y: number, size: number, colour: string): void {
  const ring = new Path().circle(x, y, size * 0.78);
  list.stroke(ring, colour, 1.1, { opacity: 0.75, dash: [1.2, 3], cap: "round" });
}
