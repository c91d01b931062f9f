/** The graph of a year as a canvas in its own Leaflet map, so that it pans and zooms like the main map. */

import type * as L from "leaflet";
import { paintList } from "../canvas/canvas-painter";
import type { VisibleFeatures } from "../data/visible-features";
import type { Box, Viewport } from "../geometry/boxes";
import { CanvasLayer } from "../map/canvas-layer";
import { graphDrawing } from "./graph-drawing";
import type { GraphDisplay, PlacedNode } from "./placed-nodes";

export class GraphLayer extends CanvasLayer {
  private display: GraphDisplay | null = null;
  private nodes: readonly PlacedNode[] = [];
  private hovered = -1;

  constructor(
    private readonly visible: VisibleFeatures,
    private readonly obstacles: () => Box[],
  ) {
    super("overlayPane", "liaison-graph");
  }

  show(display: GraphDisplay): void {
    this.display = display;
    this.repaint();
  }

  hover(node: number): void {
    if (node === this.hovered) return;
    this.hovered = node;
    this.repaint();
  }

  /** The node at a point of the map's container, or -1. */
  nodeAt(at: L.Point, slack: number): number {
    const { x, y } = this.canvasPoint(at);
    const distances = this.nodes.map((node) => {
      const distance = Math.hypot(node.x - x, node.y - y);
      return distance < node.sizePx / 2 + slack ? distance : Infinity;
    });
    const nearest = Math.min(...distances);
    return nearest === Infinity ? -1 : distances.indexOf(nearest);
  }

  protected override paint(ctx: CanvasRenderingContext2D, viewport: Viewport): void {
    const { visible, display, hovered } = this;
    if (!display) return;
    const frame = { viewport, visibleBox: this.visibleBox(), obstacles: this.obstacles() };
    const { list, nodes } = graphDrawing(visible, display, frame, hovered);
    this.nodes = nodes;
    paintList(ctx, list);
  }
}
