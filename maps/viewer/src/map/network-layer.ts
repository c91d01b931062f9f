/**
 * The network of a year on a Leaflet map: it lays the year out, draws it on one canvas, and finds what is under a
 * pointer.
 */

import type * as L from "leaflet";
import { canvasMeasurer } from "../canvas/canvas-measurer";
import { paintList, pixelRatioOf } from "../canvas/canvas-painter";
import type { PayloadIndex } from "../data/payload-index";
import type { VisibleFeatures } from "../data/visible-features";
import { type Box, frameBox } from "../geometry/boxes";
import type { Viewport } from "../geometry/viewport";
import type { Words } from "../i18n/viewer-words";
import type { DisplayList } from "../scene/display-list";
import { type Hit, hitAt } from "../scene/layout/hit-testing";
import type { MapProjection } from "../scene/layout/map-projection";
import type { NetworkLayout, NetworkState } from "../scene/layout/network-layout";
import type { ProjectedPlaces } from "../scene/layout/projected-places";
import { NetworkScene, type SceneOptions } from "../scene/network-scene";
import type { Palette } from "../scene/palette";
import { samePeriod } from "../time/period";
import { CanvasLayer } from "./canvas-layer";
import { prefersReducedMotion } from "./reduced-motion";
import { YearTransition } from "./year-transition";

export interface NetworkOptions extends Omit<SceneOptions, "measurer" | "progress"> {
  /** The pane of the map to draw in; the overlays by default. */
  pane?: string;
  /** Boxes in pixels of the map's container where no name may stand. */
  obstacles?: () => Box[];
  /** The part of the container that is its own, where another network has the rest. */
  clipBox?: () => Box | null;
}

/** How a network is drawn now: its viewport and the part of it in sight, in which pixels, colours and words. */
export interface RenderContext {
  viewport: Viewport;
  visibleBox: Box;
  ratio: number;
  uiScale: number;
  palette: Palette;
  words: Words;
}

/** A network of more claims than this is not painted far outside of what is in sight. */
const MAX_CLAIMS_PADDED = 10_000;
/** The class of the canvas that fades out. */
const FADING_CLASS = "liaison-ghost";
const FADE_MS = 260;

export class NetworkLayer extends CanvasLayer {
  private readonly scene: NetworkScene;
  private readonly layout: NetworkLayout;
  private layoutIsStale = true;
  /** Shows the year before while it fades out. */
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
    this.transition = new YearTransition(this.scene.visible);
    this.fadingCanvas = this.newCanvas();
  }

  get visible(): VisibleFeatures {
    return this.layout.visible;
  }

  get projected(): ProjectedPlaces {
    return this.layout.projected;
  }

  get shown(): NetworkState {
    return this.layout.shown;
  }

  get palette(): Palette {
    return this.layout.palette;
  }

  /** How much larger than ordinary everything is set. */
  get uiScale(): number {
    return this.layout.uiScale;
  }

  set uiScale(uiScale: number) {
    this.layout.uiScale = uiScale;
  }

  /** While the years play, how long a stop lasts; else 0. */
  get stepMs(): number {
    return this.transition.stepMs;
  }

  set stepMs(ms: number) {
    this.transition.stepMs = ms;
  }

  override onRemove(): this {
    this.transition.clear();
    this.fadingCanvas.remove();
    return super.onRemove();
  }

  /** Show another state. What did not change is not computed again. */
  show(shown: NetworkState): void {
    const before = this.shown;
    const yearChanged = !samePeriod(before, shown);
    const filterChanged =
      yearChanged ||
      before.layers !== shown.layers ||
      before.certainty !== shown.certainty ||
      before.strand !== shown.strand ||
      before.only !== shown.only ||
      before.readings !== shown.readings;
    const canMove = this.map !== null && !prefersReducedMotion();
    if (filterChanged && canMove) this.startCrossFade();
    const rowsBefore = yearChanged && canMove ? this.transition.currentRows() : null;
    this.layout.setState(shown, filterChanged);
    this.layoutIsStale = true;
    if (rowsBefore) this.transition.start(rowsBefore, shown);
    else if (yearChanged) this.transition.clear();
    this.repaint();
  }

  /** Use another language: names of the data come from the index, names of months from these words. */
  setWords(words: Words): void {
    if (words === this.layout.words) return;
    this.layout.words = words;
    this.relabel();
  }

  setPalette(palette: Palette): void {
    this.layout.palette = palette;
    this.repaint();
  }

  /** Place the names anew, for a panel has opened or the fonts have come. */
  relabel(): void {
    this.layoutIsStale = true;
    this.repaint();
  }

  hover(claim: number): void {
    if (claim === this.layout.hovered) return;
    this.layout.hovered = claim;
    this.repaint();
  }

  /** Leave the old year on top and fade it out; the new one is painted on the other of two canvases. */
  private startCrossFade(): void {
    const { width, height } = this.canvas;
    if (width === 0 || width * height > 12e6) return;
    this.fadeAnimation?.cancel();
    this.fadingCanvas.classList.remove(FADING_CLASS);
    this.fadingCanvas = this.swapCanvas(this.fadingCanvas);
    const { fadingCanvas } = this;
    fadingCanvas.classList.add(FADING_CLASS);
    this.fadeAnimation = fadingCanvas.animate([{ opacity: 1 }, { opacity: 0 }], {
      duration: FADE_MS,
      easing: "ease-out",
    });
    this.fadeAnimation.onfinish = () => fadingCanvas.remove();
  }

  /** A year is painted more often than the map is dragged, and a great many claims only where they are in sight. */
  protected override paddingRatio(pixels: number): number {
    return this.visible.index.size > MAX_CLAIMS_PADDED ? 0.03 : super.paddingRatio(pixels) / 2;
  }

  protected override onViewportChange(): void {
    this.fadingCanvas.remove();
    this.layoutIsStale = true;
  }

  get renderContext(): RenderContext {
    const { viewport, uiScale, palette } = this;
    const { words } = this.layout;
    return { viewport, visibleBox: this.visibleBox(), ratio: this.pixelRatio(), uiScale, palette, words };
  }

  /** The part of the canvas that is in sight now. */
  protected visibleBox(): Box {
    const map = this.map!;
    const at = map.containerPointToLayerPoint([0, 0]).subtract(this.canvasCorner);
    const { x, y } = map.getSize();
    const { x0, y0, x1, y1 } = this.layerOptions.clipBox?.() ?? { x0: 0, y0: 0, x1: x, y1: y };
    return { x0: at.x + x0, y0: at.y + y0, x1: at.x + x1, y1: at.y + y1 };
  }

  protected override paint(ctx: CanvasRenderingContext2D, viewport: Viewport): void {
    const frame = { viewport, ratio: pixelRatioOf(ctx) };
    if (this.layoutIsStale) {
      const obstacles = this.layerOptions.obstacles?.() ?? [];
      this.scene.compute({ ...frame, visibleBox: this.visibleBox(), obstacles });
    }
    this.layoutIsStale = false;
    paintList(ctx, this.scene.draw(frame));
    // As long as something is on its way, the next frame is painted too.
    if (this.transition.isRunning()) this.repaint();
  }

  /**
   * A box of the map's container for paper, at so many pixels of the paper to one of the box: nothing lies on it, no
   * name is cut off at its edges, and nothing is still on its way. The screen is laid out anew.
   */
  printList(box: Box, ratio: number): DisplayList {
    const viewport = this.viewportOf(box);
    this.transition.clear();
    this.scene.compute({ viewport, ratio, visibleBox: frameBox(viewport), obstacles: [], uncut: true });
    const list = this.scene.draw({ ratio });
    this.relabel();
    return list;
  }

  /** The claim or cluster at a point of the map's container; `slack` widens the targets, for a finger. */
  hitAt(container: L.Point, slack: number): Hit | null {
    if (!this.map) return null;
    const { x, y } = this.map.containerPointToLayerPoint(container).subtract(this.canvasCorner);
    return hitAt(this.scene, x, y, slack);
  }
}
