/**
 * The basemap under the network: the sea, land with its fading lines of water, the graticule, and the user's borders.
 */

import type { BasemapData, BorderData } from "../data/payload-types";
import { decodePolyline, type Polyline, polygonPath, polylinePath } from "../geometry/polylines";
import type { Viewport } from "../geometry/viewport";
import type { Palette } from "../paint/palette";
import { lastDay } from "../time/claim-dates";
import { CanvasLayer } from "./canvas-layer";
import { KM_PER_WORLD_PIXEL } from "./map-projection";

/**
 * Up to this many pixels of the screen to a world pixel the coarse outlines differ from the fine ones by two thirds of
 * a pixel at most.
 */
const COARSE_MAX_SCALE = 1.3;

/** Lines that follow the coast out to sea, from the outermost: width to both sides in pixels, colour. */
const WATER_LINES = [
  [13, "coastline3"],
  [8.6, "coastline2"],
  [4.6, "coastline1"],
] as const;

const decodeLines = (rings: number[][]): Polyline[] => rings.map((ring) => decodePolyline(ring, KM_PER_WORLD_PIXEL));

export class BasemapLayer extends CanvasLayer {
  /** How much larger than ordinary the lines are drawn. */
  uiScale = 1;
  /** Decoded when the map is first zoomed in. */
  private land: Polyline[] | null = null;
  private readonly coarseLand: Polyline[];
  private readonly graticule: Polyline[];
  private readonly borders: Polyline[][];
  /** Those that stood at the end of the year that is shown, by their numbers. */
  private visibleBorders: number[] = [];
  /** The basemap as painted for one viewport, and all that it depends on. */
  private cachedImage: { canvas: HTMLCanvasElement; key: readonly unknown[] } | null = null;

  constructor(
    private readonly base: BasemapData,
    private palette: Palette,
    private readonly borderData: BorderData | null = null,
  ) {
    super("tilePane", "liaison-ground");
    this.coarseLand = decodeLines(base.landCoarse);
    this.graticule = decodeLines(base.graticule);
    this.borders = (borderData?.lines ?? []).map(decodeLines);
  }

  /** Show the borders of the last day of a year: where one moved within it, the later one alone. */
  show(year: number): void {
    const { borderData } = this;
    if (!borderData) return;
    const day = lastDay(year);
    const standing = this.borders
      .map((_, i) => i)
      .filter((i) => borderData.from[i]! <= day && borderData.to[i]! >= day);
    if (standing.join() === this.visibleBorders.join()) return;
    this.visibleBorders = standing;
    this.repaint();
  }

  setPalette(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.repaint();
  }

  /** Keep the image that is shown: a viewport that is returned to again and again need not be painted anew. */
  cacheImage(): void {
    const key = this.cacheKey(this.viewport);
    if (!this.isUpToDate || this.isCached(key)) return;
    const canvas = this.cachedImage?.canvas ?? document.createElement("canvas");
    canvas.width = this.canvas.width;
    canvas.height = this.canvas.height;
    canvas.addEventListener("contextlost", () => (this.cachedImage = null), { once: true });
    canvas.getContext("2d")?.drawImage(this.canvas, 0, 0);
    this.cachedImage = { canvas, key };
  }

  protected override get canShiftPixels(): boolean {
    return !this.isCached(this.cacheKey(this.viewport));
  }

  private cacheKey({ scale, originX, originY, width, height }: Viewport): readonly unknown[] {
    return [
      scale,
      originX,
      originY,
      width,
      height,
      this.pixelRatio(),
      this.uiScale,
      this.palette,
      this.visibleBorders.join(),
    ];
  }

  private isCached(key: readonly unknown[]): boolean {
    return this.cachedImage?.key.every((part, i) => part === key[i]) ?? false;
  }

  protected override paint(ctx: CanvasRenderingContext2D, viewport: Viewport): void {
    const { palette, uiScale } = this;
    if (this.cachedImage && this.isCached(this.cacheKey(viewport))) {
      ctx.drawImage(this.cachedImage.canvas, 0, 0, viewport.width, viewport.height);
      return;
    }
    const disc = new Path2D();
    disc.arc(
      -viewport.originX,
      -viewport.originY,
      (this.base.clip / KM_PER_WORLD_PIXEL) * viewport.scale,
      0,
      2 * Math.PI,
    );
    ctx.save();
    ctx.fillStyle = palette.sea;
    ctx.fill(disc);
    ctx.clip(disc);
    ctx.lineJoin = ctx.lineCap = "round";
    const graticule = polylinePath(this.graticule, viewport);
    ctx.strokeStyle = palette.graticule;
    ctx.lineWidth = 0.7 * uiScale;
    ctx.stroke(graticule);

    const rings =
      viewport.scale * ctx.getTransform().a < COARSE_MAX_SCALE
        ? this.coarseLand
        : (this.land ??= decodeLines(this.base.land));
    const land = polygonPath(rings, viewport, 40 * uiScale);
    // The water lines need no finer outline than their own distance from the coast.
    const shore = polygonPath(viewport.scale < 1.6 ? this.coarseLand : rings, viewport, 40 * uiScale, 1.5);
    for (const [distance, colour] of WATER_LINES) {
      ctx.strokeStyle = palette[colour];
      ctx.lineWidth = 2 * distance * uiScale;
      ctx.stroke(shore);
      ctx.strokeStyle = palette.sea;
      ctx.lineWidth = (2 * distance - 1.7) * uiScale;
      ctx.stroke(shore);
    }
    ctx.fillStyle = palette.land;
    ctx.fill(land, "evenodd");
    ctx.strokeStyle = palette.coast;
    ctx.lineWidth = 0.75 * uiScale;
    ctx.stroke(land);
    if (this.visibleBorders.length > 0) {
      ctx.strokeStyle = palette.polity;
      ctx.globalAlpha = 0.75;
      ctx.lineWidth = 0.9 * uiScale;
      ctx.lineCap = "butt";
      ctx.setLineDash([6, 3, 1.5, 3].map((length) => length * uiScale));
      for (const i of this.visibleBorders) ctx.stroke(polylinePath(this.borders[i]!, viewport));
    }
    ctx.restore();
    ctx.strokeStyle = palette.coast;
    ctx.lineWidth = uiScale;
    ctx.stroke(disc);
  }
}
