/** While the page is printed: it wears the light style, and its maps are drawn anew, finer and without what lies on them. */

import { printSheet, type Printed } from "./parts/print";
import type { CompareView, Pictured } from "./compare/view";
import type { Ground } from "./ground";

/** Pixels across a printed map: 180 mm at 360 an inch. */
const PRINT_WIDTH = 2560;

export interface Printer {
  compare: CompareView;
  ground: Ground;
  /** Wear the light style, as paper does. */
  lighten(): void;
  /** Be again as before. */
  restore(): void;
}

export class Printing {
  /** Is the page being printed? */
  now = false;

  constructor(private readonly printer: Printer) {
    window.addEventListener("beforeprint", () => this.begin());
    window.addEventListener("afterprint", () => this.end());
    // Some browsers, and programs that steer one, only change the medium.
    const paper = matchMedia("print");
    paper.addEventListener("change", () => (paper.matches ? this.begin() : this.end()));
  }

  private begin(): void {
    if (this.now) return;
    this.now = this.printer.compare.whole = true;
    this.printer.lighten();
    const [first, ...rest] = this.printer.compare.pictures();
    document.body.append(printSheet([this.drawn(first), ...rest.map((each) => this.drawn(each))]));
  }

  private drawn({ context, name }: Pictured): Printed {
    const { network, palette } = context;
    const { x: width, y: height } = network.size();
    const ratio = Math.max(1, Math.min(3, PRINT_WIDTH / Math.max(1, width)));
    const map = document.createElement("canvas");
    map.width = Math.round(width * ratio);
    map.height = Math.round(height * ratio);
    const ctx = map.getContext("2d");
    if (ctx) {
      ctx.fillStyle = palette.paper;
      ctx.fillRect(0, 0, map.width, map.height);
      network.relabel();
      this.printer.ground.paintOnto(ctx, ratio);
      network.paintOnto(ctx, ratio);
    }
    return { context, name, map };
  }

  private end(): void {
    if (!this.now) return;
    this.now = this.printer.compare.whole = false;
    document.querySelector(".print-sheet")?.remove();
    this.printer.restore();
  }
}
