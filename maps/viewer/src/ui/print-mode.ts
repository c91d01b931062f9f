/**
 * While the page is printed: it wears the light style, and its maps or its graph are drawn anew, finer and without what
 * lies on them.
 */

import type { ComparedView, CompareView } from "../compare/compare-view";
import type { Box } from "../geometry/boxes";
import type { GraphView } from "../graph/graph-view";
import { networkTitle } from "../i18n/period-text";
import type { BasemapLayer } from "../map/basemap-layer";
import { type PrintPicture, printSheet } from "./print-sheet";

/** Pixels across a printed map: 180 mm at 360 an inch. */
const PRINT_WIDTH_PX = 2560;
/** A printed graph, in pixels of the screen: as wide as the paper, and names as large as in its text. */
const GRAPH_WIDTH_PX = 840;
const GRAPH_HEIGHT_PX = 690;

export interface PrintTarget {
  compare: CompareView;
  graph: GraphView;
  ground: BasemapLayer;
  /** The part of the window that no sheet covered before the printing began. */
  freeArea(): Box;
  /** Wear the light style, as paper does. */
  useLightStyle(): void;
  /** Be again as before. */
  restoreScreen(): void;
}

export class PrintMode {
  /** Is the page being printed? */
  isActive = false;
  private readonly printQuery = matchMedia("print");
  /** What of the window is printed: not what lay under the sheet, and was left empty for it. */
  private frame: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

  constructor(private readonly printer: PrintTarget) {
    window.addEventListener("beforeprint", () => this.enter());
    window.addEventListener("afterprint", () => this.leave());
    // Some browsers, and programs that steer one, only change the medium.
    const printMedium = matchMedia("print");
    printMedium.addEventListener("change", ({ matches }) => (matches ? this.enter() : this.leave()));
  }

  /** Is the page, or is it about to be, laid out for paper? */
  get isOnPaper(): boolean {
    // A list of its own is asked, so that the one that tells of the change is not brought up to date before it has told.
    return this.isActive || this.printQuery.matches;
  }

  private enter(): void {
    if (this.isActive) return;
    this.frame = this.printer.freeArea();
    this.isActive = this.printer.compare.showsBothWhole = true;
    this.printer.useLightStyle();
    const [first, ...rest] = this.printer.compare.comparedViews();
    document.body.append(
      this.printer.graph.shown
        ? printSheet([this.printedGraph(first)])
        : printSheet([this.printedMap(first), ...rest.map((view) => this.printedMap(view))]),
    );
  }

  /** All that lies outside of what is printed: a name that reached there would be cut off. */
  boxesOutsideFrame(): Box[] {
    if (!this.isActive) return [];
    const { x0, y0, x1, y1 } = this.frame;
    const far = 1e4;
    return [
      { x0: -far, y0: -far, x1: x0, y1: far },
      { x0: x1, y0: -far, x1: far, y1: far },
      { x0: -far, y0: -far, x1: far, y1: y0 },
      { x0: -far, y0: y1, x1: far, y1: far },
    ];
  }

  private printedMap({ context, name }: ComparedView): PrintPicture {
    const { network, palette } = context;
    const { x0, y0, x1, y1 } = this.frame;
    const width = x1 - x0,
      height = y1 - y0;
    const ratio = Math.max(1, Math.min(3, PRINT_WIDTH_PX / Math.max(1, width)));
    const map = document.createElement("canvas");
    map.width = Math.round(width * ratio);
    map.height = Math.round(height * ratio);
    const ctx = map.getContext("2d");
    if (ctx) {
      ctx.fillStyle = palette.paper;
      ctx.fillRect(0, 0, map.width, map.height);
      network.relabel();
      this.printer.ground.paintOnto(ctx, ratio, [x0, y0]);
      network.paintOnto(ctx, ratio, [x0, y0]);
    }
    return { context, name, picture: map, graph: false };
  }

  private printedGraph({ context }: ComparedView): PrintPicture {
    return {
      context,
      name: networkTitle(context),
      picture: this.printer.graph.printCanvas(GRAPH_WIDTH_PX, GRAPH_HEIGHT_PX, PRINT_WIDTH_PX / GRAPH_WIDTH_PX),
      graph: true,
    };
  }

  private leave(): void {
    if (!this.isActive) return;
    this.isActive = this.printer.compare.showsBothWhole = false;
    document.querySelector(".print-sheet")?.remove();
    this.printer.restoreScreen();
  }
}
