/**
 * While the page is printed: it wears the light style, and its maps or its graph are drawn anew, finer and without what
 * lies on them.
 */

import type { Box } from "./boxes";
import type { CompareView, Pictured } from "./compare/view";
import type { GraphView } from "./graph/view";
import type { Ground } from "./ground";
import { type Printed, printSheet } from "./parts/print";
import { networkTitle } from "./timeline/sentences";

/** Pixels across a printed map: 180 mm at 360 an inch. */
const PRINT_WIDTH = 2560;
/** A printed graph, in pixels of the screen: as wide as the paper, and names as large as in its text. */
const GRAPH_WIDTH = 840;
const GRAPH_HEIGHT = 690;

export interface Printer {
  compare: CompareView;
  graph: GraphView;
  ground: Ground;
  /** The part of the window that no sheet covered before the printing began. */
  frame(): Box;
  /** Wear the light style, as paper does. */
  lighten(): void;
  /** Be again as before. */
  restore(): void;
}

export class Printing {
  /** Is the page being printed? */
  now = false;
  private readonly asked = matchMedia("print");
  /** What of the window is printed: not what lay under the sheet, and was left empty for it. */
  private frame: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

  constructor(private readonly printer: Printer) {
    window.addEventListener("beforeprint", () => this.begin());
    window.addEventListener("afterprint", () => this.end());
    // Some browsers, and programs that steer one, only change the medium.
    const paper = matchMedia("print");
    paper.addEventListener("change", ({ matches }) => (matches ? this.begin() : this.end()));
  }

  /** Is the page, or is it about to be, laid out for paper? */
  get onPaper(): boolean {
    // A list of its own is asked, so that the one that tells of the change is not brought up to date before it has told.
    return this.now || this.asked.matches;
  }

  private begin(): void {
    if (this.now) return;
    this.frame = this.printer.frame();
    this.now = this.printer.compare.whole = true;
    this.printer.lighten();
    const [first, ...rest] = this.printer.compare.pictures();
    document.body.append(
      this.printer.graph.shown
        ? printSheet([this.graph(first)])
        : printSheet([this.drawn(first), ...rest.map((each) => this.drawn(each))]),
    );
  }

  /** All that lies outside of what is printed: a name that reached there would be cut off. */
  beyond(): Box[] {
    if (!this.now) return [];
    const { x0, y0, x1, y1 } = this.frame;
    const far = 1e4;
    return [
      { x0: -far, y0: -far, x1: x0, y1: far },
      { x0: x1, y0: -far, x1: far, y1: far },
      { x0: -far, y0: -far, x1: far, y1: y0 },
      { x0: -far, y0: y1, x1: far, y1: far },
    ];
  }

  private drawn({ context, name }: Pictured): Printed {
    const { network, palette } = context;
    const { x0, y0, x1, y1 } = this.frame;
    const width = x1 - x0,
      height = y1 - y0;
    const ratio = Math.max(1, Math.min(3, PRINT_WIDTH / Math.max(1, width)));
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

  private graph({ context }: Pictured): Printed {
    return {
      context,
      name: networkTitle(context),
      picture: this.printer.graph.onPaper(GRAPH_WIDTH, GRAPH_HEIGHT, PRINT_WIDTH / GRAPH_WIDTH),
      graph: true,
    };
  }

  private end(): void {
    if (!this.now) return;
    this.now = this.printer.compare.whole = false;
    document.querySelector(".print-sheet")?.remove();
    this.printer.restore();
  }
}
