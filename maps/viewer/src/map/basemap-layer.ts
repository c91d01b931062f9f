/** The basemap on a Leaflet map: a separate canvas under the network's, so that a new year does not repaint it. */

import { paintList } from "../canvas/canvas-painter";
import type { Box, Viewport } from "../geometry/boxes";
import type { BasemapScene } from "../scene/basemap-scene";
import type { DisplayList } from "../scene/display-list";
import type { Palette } from "../scene/palette";
import { CanvasLayer, pixelRatio } from "./canvas-layer";

export class BasemapLayer extends CanvasLayer {
  /** The scale of the lines; 1 is the normal size. */
  uiScale = 1;
  /** The numbers of the borders that stood at the end of the year shown. */
  private visibleBorders: number[] = [];
  /** The basemap as painted for one viewport, with a key of everything that it depends on. */
  private cachedImage: { canvas: HTMLCanvasElement; key: string } | null = null;

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
    this.palette = palette;
    this.repaint();
  }

  /** Keep the image that is shown, so that a viewport that is often returned to is not repainted. */
  cacheImage(): void {
    const key = this.cacheKey(this.viewport);
    if (!this.isUpToDate || this.cachedImage?.key === key) return;
    const canvas = this.cachedImage?.canvas ?? document.createElement("canvas");
    canvas.width = this.canvas.width;
    canvas.height = this.canvas.height;
    canvas.addEventListener("contextlost", () => (this.cachedImage = null), { once: true });
    canvas.getContext("2d")?.drawImage(this.canvas, 0, 0);
    this.cachedImage = { canvas, key };
  }

  private cacheKey(viewport: Viewport): string {
    return JSON.stringify([viewport, pixelRatio(), this.uiScale, this.palette, this.visibleBorders]);
  }

  protected override get canShiftPixels(): boolean {
    return this.cachedImage?.key !== this.cacheKey(this.viewport);
  }

  protected override paint(ctx: CanvasRenderingContext2D, viewport: Viewport): void {
    if (this.cachedImage?.key === this.cacheKey(viewport))
      ctx.drawImage(this.cachedImage.canvas, 0, 0, viewport.width, viewport.height);
    else paintList(ctx, this.drawnIn(viewport, pixelRatio()));
  }

  /** Draw a box of the map's container for paper; `ratio` is the number of paper pixels for each pixel of the box. */
  printList(box: Box, ratio: number): DisplayList {
    return this.drawnIn(this.viewportOf(box), ratio);
  }

  private drawnIn(viewport: Viewport, ratio: number): DisplayList {
    const { palette, uiScale, visibleBorders: borders } = this;
    return this.scene.draw({ viewport, palette, uiScale, borders }, ratio);
  }
}
