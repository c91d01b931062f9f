/** The basemap as a display list: the sea, land with fading water lines, the graticule, and the user's borders. */

import type { BasemapData, BorderData } from "../data/payload-types";
import { onScreen, type Viewport } from "../geometry/boxes";
import { clippedRings, decodePolyline, type Polyline } from "../geometry/polylines";
import { lastDay } from "../time/claim-dates";
import { DisplayList } from "./display-list";
import { KM_PER_WORLD_PIXEL } from "./layout/map-projection";
import type { Palette } from "./palette";
import { Path } from "./path";

/**
 * Up to this many screen pixels per world pixel, the coarse outlines differ from the fine ones by at most two thirds of
 * a pixel.
 */
const COARSE_MAX_SCALE = 1.3;

/** Water lines that follow the coast, from the outermost: distance from the coast in pixels, and colour. */
const WATER_LINES = [
  [13, "coastline3"],
  [8.6, "coastline2"],
  [4.6, "coastline1"],
] as const;

const ROUND = { cap: "round", join: "round" } as const;

const decodeLines = (rings: number[][]): Polyline[] => rings.map((ring) => decodePolyline(ring, KM_PER_WORLD_PIXEL));

function pathOf(lines: readonly ArrayLike<number>[]): Path {
  const path = new Path();
  for (const points of lines) path.polyline(points);
  return path;
}

const openLines = (lines: readonly Polyline[], viewport: Viewport): Path =>
  pathOf(lines.map(({ points }) => onScreen(viewport, points)));

/** The viewport, palette and scale of a basemap, and the borders drawn on it. */
export interface BasemapFrame {
  viewport: Viewport;
  palette: Palette;
  uiScale: number;
  borders: readonly number[];
}

export class BasemapScene {
  /** Decoded when the map is first zoomed in far enough. */
  private land: Polyline[] | null = null;
  private readonly coarseLand: Polyline[];
  private readonly graticule: Polyline[];
  private readonly borders: Polyline[][];

  constructor(
    private readonly base: BasemapData,
    private readonly borderData: BorderData | null = null,
  ) {
    this.coarseLand = decodeLines(base.landCoarse);
    this.graticule = decodeLines(base.graticule);
    this.borders = (borderData?.lines ?? []).map(decodeLines);
  }

  /** The indices of the borders on the last day of a year: if a border moved during the year, only the later one. */
  bordersOf(year: number): number[] {
    const { borderData } = this;
    const day = lastDay(year);
    return [...this.borders.keys()].filter((i) => borderData!.from[i]! <= day && borderData!.to[i]! >= day);
  }

  /** Draw the basemap with the borders of the frame; `ratio` is screen pixels per viewport pixel. */
  draw(frame: BasemapFrame, ratio: number): DisplayList {
    const { viewport, palette, uiScale } = frame;
    const list = new DisplayList();
    const disc = this.disc(viewport);
    list.fill(disc, palette.sea);
    this.withinDisc(list, viewport, () => {
      list.stroke(openLines(this.graticule, viewport), palette.graticule, 0.7 * uiScale, ROUND);
      this.drawLand(list, frame, ratio);
      this.strokeBorders(list, frame);
    });
    list.stroke(disc, palette.coast, uiScale);
    return list;
  }

  /** Draw only the borders, on top of a basemap that was drawn without them. */
  drawBorders(frame: BasemapFrame): DisplayList {
    const list = new DisplayList();
    if (frame.borders.length > 0) this.withinDisc(list, frame.viewport, () => this.strokeBorders(list, frame));
    return list;
  }

  private disc(viewport: Viewport): Path {
    return new Path().circle(-viewport.originX, -viewport.originY, this.discRadius(viewport));
  }

  private discRadius({ scale }: Viewport): number {
    return (this.base.clip / KM_PER_WORLD_PIXEL) * scale;
  }

  /** Draw within the disc of the globe. A viewport inside the disc needs no clip, which is slow. */
  private withinDisc(list: DisplayList, viewport: Viewport, draw: () => void): void {
    const { originX, originY, width, height } = viewport;
    const farX = Math.max(Math.abs(originX), Math.abs(originX + width)),
      farY = Math.max(Math.abs(originY), Math.abs(originY + height));
    if (Math.hypot(farX, farY) < this.discRadius(viewport)) draw();
    else list.clipped(this.disc(viewport), draw);
  }

  private strokeBorders(list: DisplayList, { viewport, palette, uiScale, borders }: BasemapFrame): void {
    const dash = [6, 3, 1.5, 3].map((length) => length * uiScale);
    for (const i of borders) {
      const lines = openLines(this.borders[i]!, viewport);
      list.stroke(lines, palette.polity, 0.9 * uiScale, { opacity: 0.75, dash, join: "round" });
    }
  }

  private drawLand(list: DisplayList, { viewport, palette, uiScale }: BasemapFrame, ratio: number): void {
    const rings =
      viewport.scale * ratio < COARSE_MAX_SCALE ? this.coarseLand : (this.land ??= decodeLines(this.base.land));
    const land = pathOf(clippedRings(rings, viewport, 40 * uiScale));
    // The water lines lie some way off the coast, so a coarser outline is enough.
    const shoreRings = viewport.scale < 1.6 ? this.coarseLand : rings;
    const shore = pathOf(clippedRings(shoreRings, viewport, 40 * uiScale, 1.5));
    for (const [distance, colour] of WATER_LINES) {
      list.stroke(shore, palette[colour], 2 * distance * uiScale, ROUND);
      list.stroke(shore, palette.sea, (2 * distance - 1.7) * uiScale, ROUND);
    }
    list.fill(land, palette.land, 1, "evenodd");
    list.stroke(land, palette.coast, 0.75 * uiScale, ROUND);
  }
}
