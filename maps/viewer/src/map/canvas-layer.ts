/**
 * A canvas in a Leaflet map, created once and kept as long as the layer. To use it, subclass it and implement `paint`.
 *
 * The canvas moves with the map during a drag, is scaled during a zoom, and is repainted when the movement ends.
 */

import * as L from "leaflet";
import type { Box, Viewport } from "../geometry/boxes";

/** The number of screen pixels for each pixel of the page. */
export const pixelRatio = (): number => window.devicePixelRatio || 1;

/** The box of a complete window of this size. */
export const boxOf = ({ x, y }: L.Point): Box => ({ x0: 0, y0: 0, x1: x, y1: y });

export abstract class CanvasLayer extends L.Layer {
  /** The map that shows the layer, if any. */
  protected map: L.Map | null = null;
  canvas: HTMLCanvasElement;
  protected viewport: Viewport = { scale: 1, originX: 0, originY: 0, width: 0, height: 0 };
  /** The layer point of the canvas's corner. */
  protected canvasCorner = L.point(0, 0);
  private animationFrame = 0;
  /** Whether the canvas is painted for the current viewport. */
  private isPainted = false;

  constructor(
    private readonly paneName: string,
    private readonly className: string,
  ) {
    super();
    this.canvas = this.newCanvas();
  }

  protected newCanvas(): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    canvas.className = `${this.className} leaflet-zoom-animated`;
    canvas.setAttribute("aria-hidden", "true");
    // The canvas is blank after the graphics process was lost, so it is repainted.
    canvas.addEventListener("contextrestored", () => this.repaint());
    return canvas;
  }

  /** Switch to another canvas; returns the one used so far, which now lies over it. */
  protected swapCanvas(spare: HTMLCanvasElement): HTMLCanvasElement {
    const old = this.canvas;
    // Setting a size clears a canvas and allocates its memory again.
    if (spare.width !== old.width) spare.width = old.width;
    if (spare.height !== old.height) spare.height = old.height;
    spare.style.width = old.style.width;
    spare.style.height = old.style.height;
    L.DomUtil.setTransform(spare, this.canvasCorner, 1);
    old.before(spare);
    this.canvas = spare;
    this.isPainted = false;
    return old;
  }

  /** Whether a part of the map looks the same in every viewport. It is then shifted, and only new parts are painted. */
  protected get canShiftPixels(): boolean {
    return false;
  }

  protected abstract paint(ctx: CanvasRenderingContext2D, viewport: Viewport): void;

  /** Called when the scale, position or size of the viewport has changed, before it is painted. */
  protected onViewportChange(): void {}

  override onAdd(map: L.Map): this {
    this.map = map;
    map.getPane(this.paneName)!.append(this.canvas);
    this.update();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.animationFrame);
    this.animationFrame = 0;
    this.canvas.remove();
    this.map = null;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      viewreset: () => this.update(),
      moveend: () => this.update(),
      resize: () => this.update(),
      move: () => this.repaintAtEdge(),
      zoom: () => this.transform(this.map!.getCenter(), this.map!.getZoom()),
      zoomanim: ((event: L.ZoomAnimEvent) => this.transform(event.center, event.zoom)) as L.LeafletEventHandlerFn,
    };
  }

  /** Whether the canvas is painted and no repaint is pending. */
  protected get isUpToDate(): boolean {
    return this.isPainted && this.animationFrame === 0;
  }

  /** Repaint with the next frame. Any number of calls before it cost one repaint. */
  repaint(): void {
    if (this.animationFrame || !this.map) return;
    this.animationFrame = requestAnimationFrame(() => this.paintNow());
  }

  paintNow(): void {
    cancelAnimationFrame(this.animationFrame);
    this.animationFrame = 0;
    const ctx = this.canvas.getContext("2d");
    if (!ctx || !this.map) return;
    const ratio = pixelRatio();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, this.viewport.width, this.viewport.height);
    this.isPainted = true;
    this.paint(ctx, this.viewport);
  }

  /** The position on the canvas of a point of the map's container. */
  protected canvasPoint(at: L.PointExpression): L.Point {
    return this.map!.containerPointToLayerPoint(at).subtract(this.canvasCorner);
  }

  /** The visible part of the canvas, or the part in a box of the map's container. */
  protected visibleBox(box = boxOf(this.map!.getSize())): Box {
    const { x, y } = this.canvasPoint([0, 0]);
    return { x0: x + box.x0, y0: y + box.y0, x1: x + box.x1, y1: y + box.y1 };
  }

  /** The current viewport of a box of the map's container. */
  protected viewportOf({ x0, y0, x1, y1 }: Box): Viewport {
    const map = this.map!;
    const { x, y } = map.getPixelOrigin().add(map.containerPointToLayerPoint([x0, y0]));
    return { scale: map.getZoomScale(map.getZoom(), 0), originX: x, originY: y, width: x1 - x0, height: y1 - y0 };
  }

  /**
   * The padding painted around the visible part, as a share of it. A large screen has less, because its canvas is large
   * enough already.
   */
  protected paddingRatio(pixels: number): number {
    return pixels > 4e6 ? 0.08 : 0.2;
  }

  private update(): void {
    const map = this.map!;
    const size = map.getSize();
    const ratio = pixelRatio();
    const padding = this.paddingRatio(size.x * size.y * ratio ** 2);
    const { canvas, viewport: before } = this;
    const corner = map.containerPointToLayerPoint(size.multiplyBy(-padding)).round();
    const { x: width, y: height } = size.multiplyBy(1 + 2 * padding).round();
    const pixels = L.point(width, height).multiplyBy(ratio).round();
    if (canvas.width !== pixels.x || canvas.height !== pixels.y) {
      Object.assign(canvas, { width: pixels.x, height: pixels.y });
      Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
      this.isPainted = false;
    }
    const { x: originX, y: originY } = map.getPixelOrigin().add(corner);
    const viewport = { scale: map.getZoomScale(map.getZoom(), 0), originX, originY, width, height };
    this.canvasCorner = corner;
    this.viewport = viewport;
    L.DomUtil.setTransform(canvas, corner, 1);
    const hasResized = viewport.scale !== before.scale || width !== before.width || height !== before.height;
    const [dx, dy] = [originX - before.originX, originY - before.originY];
    // Leaflet reports one movement with several events.
    if (this.isPainted && !hasResized && dx === 0 && dy === 0) return;
    if (this.isUpToDate && !hasResized && this.canShiftPixels && this.shiftPixels(dx, dy)) return;
    this.onViewportChange();
    this.paintNow();
  }

  /** Shift the painted pixels, and paint the parts that come into the viewport; false if that is not possible. */
  private shiftPixels(dx: number, dy: number): boolean {
    const { scale, originX, originY, width, height } = this.viewport;
    const ctx = this.canvas.getContext("2d");
    const ratio = pixelRatio();
    if (!ctx || Math.abs(dx) > width / 2 || Math.abs(dy) > height / 2) return false;
    if (![dx, dy, width, height].every((length) => Number.isInteger(length * ratio))) return false;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalCompositeOperation = "copy";
    ctx.drawImage(this.canvas, -dx * ratio, -dy * ratio);
    ctx.globalCompositeOperation = "source-over";
    const strips: [x: number, y: number, w: number, h: number][] = [
      [dx > 0 ? width - dx : 0, 0, Math.abs(dx), height],
      [Math.max(0, -dx), dy > 0 ? height - dy : 0, width - Math.abs(dx), Math.abs(dy)],
    ];
    for (const [x, y, w, h] of strips) {
      if (w === 0 || h === 0) continue;
      ctx.save();
      ctx.setTransform(ratio, 0, 0, ratio, x * ratio, y * ratio);
      ctx.beginPath();
      ctx.rect(0, 0, w, h);
      ctx.clip();
      this.paint(ctx, { scale, originX: originX + x, originY: originY + y, width: w, height: h });
      ctx.restore();
    }
    return true;
  }

  /** During a drag, repaint only when the drag reaches the edge of the painted area. */
  private repaintAtEdge(): void {
    const map = this.map!;
    const { scale, width, height } = this.viewport;
    const { x0, y0, x1, y1 } = this.visibleBox();
    const isAtEdge = x0 < 0 || y0 < 0 || x1 > width || y1 > height;
    if (isAtEdge && map.getZoomScale(map.getZoom(), 0) === scale) this.update();
  }

  private transform(center: L.LatLng, zoom: number): void {
    const map = this.map!;
    const { scale, originX, originY } = this.viewport;
    const enlargement = map.getZoomScale(zoom, 0) / scale;
    // The pixel origin that the map will have there.
    const origin = map
      .project(center, zoom)
      .subtract(map.getSize().divideBy(2))
      .add(L.DomUtil.getPosition(map.getPanes().mapPane))
      .round();
    const corner = L.point(originX, originY).multiplyBy(enlargement).subtract(origin);
    L.DomUtil.setTransform(this.canvas, corner, enlargement);
  }
}
