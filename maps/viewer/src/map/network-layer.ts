/**
 * The network of a year on a Leaflet map. The layer lays out the year, draws it on one canvas, and finds the feature
 * under a pointer.
 */

import type * as L from "leaflet";
import { canvasMeasurer } from "../canvas/canvas-measurer";
import { paintList } from "../canvas/canvas-painter";
import type { PayloadIndex } from "../data/payload-index";
import type { VisibleFeatures } from "../data/visible-features";
import { type Box, frameBox } from "../geometry/boxes";
import type { Words } from "../i18n/viewer-words";
import type { DisplayList } from "../scene/display-list";
import { type Hit, hitAt } from "../scene/layout/hit-testing";
import type { MapProjection } from "../scene/layout/map-projection";
import type { NetworkLayout, NetworkState } from "../scene/layout/network-layout";
import { type Frame, NetworkScene, type SceneOptions } from "../scene/network-scene";
import type { Palette } from "../scene/palette";
import { samePeriod } from "../time/period";
import { CanvasLayer, pixelRatio } from "./canvas-layer";
import { prefersReducedMotion } from "./reduced-motion";
import { YearTransition } from "./year-transition";

export interface NetworkOptions extends Omit<SceneOptions, "measurer" | "progress"> {
  /** The pane of the map to draw in; the overlays by default. */
  pane?: string;
  /** Boxes that no name may cover, in pixels of the map's container. */
  obstacles?: () => Box[];
  /** The layer's part of the container, if another network has the rest. */
  clipBox?: () => Box | null;
}

/** A network of more claims than this is not painted far outside the visible part. */
const MAX_CLAIMS_PADDED = 10_000;
/** The fields of a state that decide which claims are shown, apart from the period. */
const FILTER_KEYS = ["layers", "certainty", "strand", "only", "readings"] as const;
/** The class of the canvas that fades out. */
const FADING_CLASS = "liaison-ghost";
const FADE_MS = 260;

export class NetworkLayer extends CanvasLayer {
  readonly layout: NetworkLayout;
  readonly visible: VisibleFeatures;
  /** The duration of a stop while the years play; else 0. */
  stepMs = 0;
  private readonly scene: NetworkScene;
  private layoutIsStale = true;
  /** Shows the previous year while it fades out. */
  private fadingCanvas: HTMLCanvasElement;
  private fadeAnimation: Animation | null = null;
  private readonly transition: YearTransition;

  constructor(
    index: PayloadIndex,
    projection: MapProjection,
    private readonly layerOptions: NetworkOptions,
  ) {
    super(layerOptions.pane ?? "overlayPane", "liaison-network");
    this.scene = new NetworkScene(index, projection, {
      ...layerOptions,
      measurer: canvasMeasurer,
      progress: (row) => this.transition.progress(row),
    });
    this.layout = this.scene.layout;
    this.visible = this.scene.visible;
    this.transition = new YearTransition(this.visible);
    this.fadingCanvas = this.newCanvas();
  }

  override onRemove(): this {
    this.transition.clear();
    this.fadingCanvas.remove();
    return super.onRemove();
  }

  /** Show another state. Unchanged parts are not recomputed. */
  show(shown: NetworkState): void {
    const before = this.layout.shown;
    const yearChanged = !samePeriod(before, shown);
    const filterChanged = yearChanged || FILTER_KEYS.some((key) => before[key] !== shown[key]);
    const canMove = this.map !== null && !prefersReducedMotion();
    if (filterChanged && canMove) this.startCrossFade();
    const rowsBefore = yearChanged && canMove ? this.transition.currentRows() : null;
    this.layout.setState(shown, filterChanged);
    if (rowsBefore) this.transition.start(rowsBefore, shown, this.stepMs);
    else if (yearChanged) this.transition.clear();
    this.relabel();
  }

  /** Use another language. Names in the data come from the index, names of months from these words. */
  setWords(words: Words): void {
    this.layout.words = words;
    this.relabel();
  }

  setPalette(palette: Palette): void {
    this.layout.palette = palette;
    this.repaint();
  }

  /** Place the names again, for example after a panel has opened or the fonts have loaded. */
  relabel(): void {
    this.layoutIsStale = true;
    this.repaint();
  }

  hover(claim: number): void {
    if (claim === this.layout.hovered) return;
    this.layout.hovered = claim;
    this.repaint();
  }

  /** Keep the old year on top and fade it out. The new one is painted on the other of two canvases. */
  private startCrossFade(): void {
    const { width, height } = this.canvas;
    if (width === 0 || width * height > 12e6) return;
    this.fadeAnimation?.cancel();
    this.fadingCanvas.classList.remove(FADING_CLASS);
    this.fadingCanvas = this.swapCanvas(this.fadingCanvas);
    const { fadingCanvas } = this;
    fadingCanvas.classList.add(FADING_CLASS);
    this.fadeAnimation = fadingCanvas.animate({ opacity: [1, 0] }, { duration: FADE_MS, easing: "ease-out" });
    this.fadeAnimation.onfinish = () => fadingCanvas.remove();
  }

  /**
   * The padding is small, because years change more often than the map is dragged. A very large network is painted
   * almost only where it is visible.
   */
  protected override paddingRatio(pixels: number): number {
    return this.visible.index.size > MAX_CLAIMS_PADDED ? 0.03 : super.paddingRatio(pixels) / 2;
  }

  protected override onViewportChange(): void {
    this.fadingCanvas.remove();
    this.layoutIsStale = true;
  }

  /** The frame to draw in, and the room that names have there. */
  get frame(): Frame {
    const { clipBox, obstacles } = this.layerOptions;
    return {
      viewport: this.viewport,
      ratio: pixelRatio(),
      visibleBox: this.visibleBox(clipBox?.() ?? undefined),
      obstacles: obstacles?.() ?? [],
    };
  }

  protected override paint(ctx: CanvasRenderingContext2D): void {
    if (this.layoutIsStale) this.scene.compute(this.frame);
    this.layoutIsStale = false;
    paintList(ctx, this.scene.draw({ ratio: pixelRatio() }));
    // Paint the next frame too while an animation runs.
    if (this.transition.isRunning()) this.repaint();
  }

  /**
   * Draw a box of the map's container for paper; `ratio` is the number of paper pixels for each pixel of the box. No
   * panel covers it, no name is cut off at its edges, and no animation runs. The screen is laid out again afterwards.
   */
  printList(box: Box, ratio: number): DisplayList {
    const viewport = this.viewportOf(box);
    this.transition.clear();
    this.scene.compute({ viewport, ratio, visibleBox: frameBox(viewport), obstacles: [], uncut: true });
    const list = this.scene.draw({ ratio });
    this.relabel();
    return list;
  }

  /** The claim or cluster at a point of the map's container; `slack` widens the targets for a finger. */
  hitAt(container: L.Point, slack: number): Hit | null {
    const { x, y } = this.canvasPoint(container);
    return hitAt(this.scene, x, y, slack);
  }
}
