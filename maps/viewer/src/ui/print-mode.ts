/**
 * Print mode: the page has the light style, and its maps or its graph are drawn again at a higher resolution and
 * without the panels on them.
 */

import type { ComparedView, CompareView } from "../compare/compare-view";
import type { Box } from "../geometry/boxes";
import type { GraphView } from "../graph/graph-view";
import { networkTitle } from "../i18n/period-text";
import type { BasemapLayer } from "../map/basemap-layer";
import { type PrintPicture, printSheet } from "./print-sheet";

/** Width of a printed map in pixels: 180 mm at 360 per inch. */
const PRINT_WIDTH_PX = 2560;
/** Size of a printed graph in pixels of the screen: as wide as the paper, with names as large as the printed text. */
const GRAPH_WIDTH_PX = 840;
const GRAPH_HEIGHT_PX = 690;

export interface PrintTarget {
  compare: CompareView;
  graph: GraphView;
  basemap: BasemapLayer;
  /** The part of the window that no sheet covered before the printing began. */
  freeArea(): Box;
  /** Use the light style, for paper. */
  useLightStyle(): void;
  /** Return to the state before printing. */
  restoreScreen(): void;
}

export class PrintMode {
  /** Whether the page is being printed. */
  isActive = false;
  private readonly printQuery = matchMedia("print");
  /** The part of the window that is printed: without the part under the sheet. */
  private frame: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

  constructor(private readonly printer: PrintTarget) {
    window.addEventListener("beforeprint", () => this.enter());
    window.addEventListener("afterprint", () => this.leave());
    // Some browsers, and programs that control one, only change the medium.
    const printMedium = matchMedia("print");
    printMedium.addEventListener("change", ({ matches }) => (matches ? this.enter() : this.leave()));
  }

  /** Whether the page is, or is about to be, laid out for paper. */
  get isOnPaper(): boolean {
    // Reads a query of its own: reading the one with the listener would update it before it has reported the change.
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

  /** Boxes around the printed frame: a name that reached into them would be cut off. */
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
      this.printer.basemap.paintOnto(ctx, ratio, [x0, y0]);
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
