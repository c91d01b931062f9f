/**
 * Print mode: the page has the light style, and its maps or its graph are written as SVG, without the panels on
 * them.
 */

import { canvasMeasurer } from "../canvas/canvas-measurer";
import type { ComparedView, CompareView } from "../compare/compare-view";
import type { Box } from "../geometry/boxes";
import type { GraphView } from "../graph/graph-view";
import { networkTitle } from "../i18n/period-text";
import type { BasemapLayer } from "../map/basemap-layer";
import { DisplayList } from "../scene/display-list";
import { Path } from "../scene/path";
import { svgPicture } from "../svg/svg-picture";
import { type PrintPicture, printSheet } from "./print-sheet";

/** The detail of a printed map, as its width in pixels: 180 mm at 360 per inch. */
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
  private isActive = false;
  /** Whether the browser has said that it begins to print, and not yet that it has ended. */
  private isAnnounced = false;
  private readonly printQuery = matchMedia("print");

  constructor(private readonly printer: PrintTarget) {
    window.addEventListener("beforeprint", () => {
      this.isAnnounced = true;
      this.enter();
    });
    window.addEventListener("afterprint", () => {
      this.isAnnounced = false;
      this.leave();
    });
    // Some browsers, and programs that control one, only change the medium. Within a printing that was announced
    // Chromium may report the medium of the screen again: left then, the sheet would end after its first page.
    const printMedium = matchMedia("print");
    printMedium.addEventListener("change", ({ matches }) => {
      if (matches) this.enter();
      else if (!this.isAnnounced) this.leave();
    });
  }

  /** Whether the page is, or is about to be, laid out for paper. */
  get isOnPaper(): boolean {
    // Reads a query of its own: reading the one with the listener would update it before it has reported the change.
    return this.isActive || this.printQuery.matches;
  }

  private enter(): void {
    if (this.isActive) return;
    const frame = this.printer.freeArea();
    this.isActive = true;
    this.printer.useLightStyle();
    document.body.append(printSheet(canvasMeasurer.withExactWidths(() => this.pictures(frame))));
  }

  /** The maps or the graph; of a map the part in a box of the window. */
  private pictures(frame: Box): [PrintPicture, ...PrintPicture[]] {
    const [first, ...rest] = this.printer.compare.comparedViews();
    return this.printer.graph.shown
      ? [this.printedGraph(first)]
      : [this.printedMap(first, frame, 1), ...rest.map((view, i) => this.printedMap(view, frame, i + 2))];
  }

  private printedMap({ context, name }: ComparedView, frame: Box, number: number): PrintPicture {
    const { network, palette } = context;
    const width = frame.x1 - frame.x0,
      height = frame.y1 - frame.y0;
    const ratio = Math.max(1, Math.min(3, PRINT_WIDTH_PX / Math.max(1, width)));
    const paper = new Path();
    paper.rect(0, 0, width, height);
    const background = new DisplayList();
    background.fill(paper, palette.paper);
    const lists = [background, this.printer.basemap.printList(frame, ratio), network.printList(frame, ratio)];
    return { context, name, picture: svgPicture(lists, width, height, `print-${number}`), graph: false };
  }

  private printedGraph({ context }: ComparedView): PrintPicture {
    const list = this.printer.graph.printList(GRAPH_WIDTH_PX, GRAPH_HEIGHT_PX);
    return {
      context,
      name: networkTitle(context),
      picture: svgPicture([list], GRAPH_WIDTH_PX, GRAPH_HEIGHT_PX, "print-1"),
      graph: true,
    };
  }

  private leave(): void {
    if (!this.isActive) return;
    this.isActive = false;
    document.querySelector(".print-sheet")?.remove();
    this.printer.restoreScreen();
  }
}
