/** The basemap on a Leaflet map: a canvas of its own under the network's, so that a year does not paint it anew. */

import { paintList, pixelRatioOf } from "../canvas/canvas-painter";
import type { Box } from "../geometry/boxes";
import type { Viewport } from "../geometry/viewport";
import type { BasemapScene } from "../scene/basemap-scene";
import type { DisplayList } from "../scene/display-list";
import type { Palette } from "../scene/palette";
import { CanvasLayer } from "./canvas-layer";

export class BasemapLayer extends CanvasLayer {
  /** How much larger than ordinary the lines are drawn. */
  uiScale = 1;
  /** Those that stood at the end of the year that is shown, by their numbers. */
  private visibleBorders: number[] = [];
  /** The basemap as painted for one viewport, and all that it depends on. */
  private cachedImage: { canvas: HTMLCanvasElement; key: readonly unknown[] } | null = null;

  constructor(
    private readonly scene: BasemapScene,
    private palette: Palette,
  ) {
    super("tilePane", "liaison-ground");
  }

  /** Show the borders of a year. */
  show(year: number): void {
    const standing = this.scene.bordersOf(year);
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
    if (this.cachedImage && this.isCached(this.cacheKey(viewport))) {
      ctx.drawImage(this.cachedImage.canvas, 0, 0, viewport.width, viewport.height);
      return;
    }
    paintList(ctx, this.drawnIn(viewport, pixelRatioOf(ctx)));
  }

  /** A box of the map's container for paper, at so many pixels of the paper to one of the box. */
  printList(box: Box, ratio: number): DisplayList {
    return this.drawnIn(this.viewportOf(box), ratio);
  }

  private drawnIn(viewport: Viewport, ratio: number): DisplayList {
    const { palette, uiScale, visibleBorders: borders } = this;
    return this.scene.draw({ viewport, palette, uiScale, borders }, ratio);
  }
}
