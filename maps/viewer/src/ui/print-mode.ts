/** Print mode: the page uses the light style and shows its maps or its graph as SVG, without the panels over them. */

import { canvasMeasurer } from "../canvas/canvas-measurer";
import type { ComparedView, CompareView } from "../compare/compare-view";
import type { Box } from "../geometry/boxes";
import type { GraphView } from "../graph/graph-view";
import { networkTitle } from "../i18n/period-text";
import type { BasemapLayer } from "../map/basemap-layer";
import { drawnList } from "../scene/display-list";
import { Path } from "../scene/path";
import { svgPicture } from "../svg/svg-picture";
import { type PrintPicture, printSheet } from "./print-sheet";

/** The width of a printed map in pixels, which determines its detail: 180 mm at 360 per inch. */
const PRINT_WIDTH_PX = 2560;
/** The size of a printed graph in CSS pixels: as wide as the paper, with names as large as the printed text. */
const GRAPH_WIDTH_PX = 840;
const GRAPH_HEIGHT_PX = 690;

export class PrintMode {
  /** Whether the page is being printed. */
  private isActive = false;
  /** Whether the browser has sent `beforeprint` and not yet `afterprint`. */
  private isAnnounced = false;
  private readonly printQuery = matchMedia("print");

  /**
   * @param freeArea returns the part of the window that no sheet covered before printing began
   * @param useLightStyle sets the style for paper
   * @param restoreScreen returns to the state before printing
   */
  constructor(
    private readonly compare: CompareView,
    private readonly graph: GraphView,
    private readonly basemap: BasemapLayer,
    private readonly freeArea: () => Box,
    private readonly useLightStyle: () => void,
    private readonly restoreScreen: () => void,
  ) {
    window.addEventListener("beforeprint", () => {
      this.isAnnounced = true;
      this.enter();
    });
    window.addEventListener("afterprint", () => {
      this.isAnnounced = false;
      this.leave();
    });
    // Some browsers, and programs that control a browser, only change the medium. During a printing that was announced,
    // Chromium may report the screen medium again. Leaving print mode then would end the sheet after its first page.
    matchMedia("print").addEventListener("change", ({ matches }) => {
      if (matches) this.enter();
      else if (!this.isAnnounced) this.leave();
    });
  }

  /** Whether the page is, or is about to be, laid out for paper. */
  get isOnPaper(): boolean {
    // A separate query is read: reading the one with the listener would update it before it has reported the change.
    return this.isActive || this.printQuery.matches;
  }

  private enter(): void {
    if (this.isActive) return;
    const frame = this.freeArea();
    this.isActive = true;
    this.useLightStyle();
    document.body.append(printSheet(canvasMeasurer.withExactWidths(() => this.pictures(frame))));
  }

  /** The pictures of the graph or of the maps; a map is cut to `frame`, a box of the window. */
  private pictures(frame: Box): [PrintPicture, ...PrintPicture[]] {
    const [first, ...rest] = this.compare.comparedViews();
    return this.graph.shown
      ? [this.printedGraph(first)]
      : [this.printedMap(first, frame, 1), ...rest.map((view, i) => this.printedMap(view, frame, i + 2))];
  }

  private printedMap({ context, name }: ComparedView, frame: Box, number: number): PrintPicture {
    const { network, palette } = context;
    const [width, height] = [frame.x1 - frame.x0, frame.y1 - frame.y0];
    const ratio = Math.max(1, Math.min(3, PRINT_WIDTH_PX / Math.max(1, width)));
    const background = drawnList((list) => list.fill(new Path().rect(0, 0, width, height), palette.paper));
    const lists = [background, this.basemap.printList(frame, ratio), network.printList(frame, ratio)];
    return { context, name, picture: svgPicture(lists, width, height, `print-${number}`), graph: false };
  }

  private printedGraph({ context }: ComparedView): PrintPicture {
    const list = this.graph.printList(GRAPH_WIDTH_PX, GRAPH_HEIGHT_PX);
    const picture = svgPicture([list], GRAPH_WIDTH_PX, GRAPH_HEIGHT_PX, "print-1");
    return { context, name: networkTitle(context), picture, graph: true };
  }

  private leave(): void {
    if (!this.isActive) return;
    this.isActive = false;
    document.querySelector(".print-sheet")?.remove();
    this.restoreScreen();
  }
}
