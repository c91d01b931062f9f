/** The graph of a year as a canvas in a Leaflet map of its own, so that it is moved and enlarged like the other map. */

import type * as L from "leaflet";
import { canvasMeasurer } from "../canvas/canvas-measurer";
import { paintList } from "../canvas/canvas-painter";
import { layerOf, type VisibleFeatures } from "../data/visible-features";
import type { Box } from "../geometry/boxes";
import type { Viewport } from "../geometry/viewport";
import { CanvasLayer } from "../map/canvas-layer";
import { DisplayList } from "../scene/display-list";
import { CertaintyStyle, drawMark } from "../scene/drawing/marks";
import { drawSign, type PlacedSign, placedSigns, type Sign } from "../scene/drawing/signs";
import { certaintyStyleOf, colourNameOf, markNameOf, markSizePx, signsOf } from "../scene/drawing/symbology";
import type { Palette } from "../scene/palette";
import { Path } from "../scene/path";
import type { NodeCentrality } from "./centrality";
import { mostCertainClaim, mostCertainEdges } from "./graph-certainty";
import { drawGraphLabels } from "./graph-labels";
import type { RaidImpact } from "./raid-impact";
import type { GraphEdge, YearGraph } from "./year-graph";

/** What the layer draws: a graph, where its nodes stand, how well they are connected, and what is emphasised. */
export interface GraphDisplay {
  graph: YearGraph;
  positions: ReadonlyMap<string, [number, number]>;
  measures: readonly NodeCentrality[];
  /** The selected node and those tied to it; empty where nothing is selected. */
  emphasised: ReadonlySet<number>;
  raidImpact: RaidImpact | null;
}

/** How small marks may become where they stand close. */
const MIN_MARK_SCALE = 0.55;
/** How many of an ordinary mark's widths lie between one and its nearest, where marks have their full size. */
const FULL_SIZE_SPACING = 1.15;
const MARK_WIDTH_PX = 22;
/** From dot to dot along a line of liaison, by its certainty style: the surer, the denser, as on the map. */
const LINK_DOT_GAPS = [4.5, 6.4, 6.4, 10, 12] as const;
/** Radius of a sign on a tie. */
const SIGN_RADIUS_PX = 4.4;

export class GraphLayer extends CanvasLayer {
  uiScale = 1;
  palette: Palette;
  private display: GraphDisplay = {
    graph: { nodes: [], edges: [] },
    positions: new Map(),
    measures: [],
    emphasised: new Set(),
    raidImpact: null,
  };
  private heads = new Set<number>();
  private drawnEdges: GraphEdge[] = [];
  /** Of each node the claim that stands for it. */
  private mostCertain: number[] = [];
  /** Where marks and ties bear a sign. */
  private signs: PlacedSign[] = [];
  private x = new Float32Array(0);
  private y = new Float32Array(0);
  private hovered = -1;
  /** Where marks stand close, as on a phone beside a sheet, they are drawn smaller. */
  private markScale = 1;

  constructor(
    private readonly visible: VisibleFeatures,
    palette: Palette,
    private readonly obstacles: () => Box[],
  ) {
    super("overlayPane", "liaison-graph");
    this.palette = palette;
  }

  show(display: GraphDisplay): void {
    this.display = display;
    const { nodes, edges } = display.graph;
    this.x = new Float32Array(nodes.length);
    this.y = new Float32Array(nodes.length);
    this.heads = new Set(
      edges
        .filter(({ kind, row }) => kind === "post" && layerOf(this.visible.index, row) === "heads")
        .map(({ a }) => a),
    );
    this.drawnEdges = mostCertainEdges(display.graph);
    this.mostCertain = nodes.map(({ claims }) => mostCertainClaim(this.visible, claims));
    this.repaint();
  }

  hover(node: number): void {
    if (node === this.hovered) return;
    this.hovered = node;
    this.repaint();
  }

  /** The node at a point of the map's container, or -1. */
  nodeAt(at: L.Point, slack: number): number {
    if (!this.map) return -1;
    const { x, y } = this.map.containerPointToLayerPoint(at).subtract(this.canvasCorner);
    let found = -1;
    let nearest = Infinity;
    for (let node = 0; node < this.x.length; node++) {
      const distance = Math.hypot(this.x[node]! - x, this.y[node]! - y);
      if (distance < this.nodeSizePx(node) / 2 + slack && distance < nearest) [found, nearest] = [node, distance];
    }
    return found;
  }

  /** How far a node is from its nearest, for the quarter of them that stand closest. */
  private nodeSpacing(): number {
    const nearest = Array.from(this.x, (x, node) => {
      let nearestOther = Infinity;
      for (let other = 0; other < this.x.length; other++) {
        if (other !== node)
          nearestOther = Math.min(nearestOther, Math.hypot(this.x[other]! - x, this.y[other]! - this.y[node]!));
      }
      return nearestOther;
    });
    return nearest.sort((a, b) => a - b)[Math.floor(nearest.length / 4)] ?? Infinity;
  }

  private nodeSizePx(node: number): number {
    const { isPerson, sourceRow } = this.display.graph.nodes[node]!;
    const { degree } = this.display.measures[node]!;
    const size = isPerson ? (this.heads.has(node) ? 17 : 14) : markSizePx(this.visible.index, sourceRow);
    return (size + Math.min(9, 1.6 * Math.sqrt(degree))) * this.uiScale * this.markScale;
  }

  protected override paint(ctx: CanvasRenderingContext2D, viewport: Viewport): void {
    paintList(ctx, this.drawnIn(viewport, this.visibleBox(), this.obstacles()));
  }

  /** All of a viewport that is not the map's own, for paper: nothing lies on it. */
  printList(viewport: Viewport): DisplayList {
    return this.drawnIn(viewport, { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height }, []);
  }

  private drawnIn(
    { scale, originX, originY, width, height }: Viewport,
    visibleBox: Box,
    obstacles: readonly Box[],
  ): DisplayList {
    const { graph, positions } = this.display;
    graph.nodes.forEach(({ reference }, node) => {
      const [x, y] = positions.get(reference) ?? [0, 0];
      this.x[node] = x * scale - originX;
      this.y[node] = y * scale - originY;
    });
    this.markScale = Math.max(
      MIN_MARK_SCALE,
      Math.min(1, this.nodeSpacing() / (FULL_SIZE_SPACING * MARK_WIDTH_PX * this.uiScale)),
    );
    const list = new DisplayList();
    const paper = new Path();
    paper.rect(0, 0, width, height);
    list.fill(paper, this.palette.paper);
    this.drawEdges(list);
    for (let node = graph.nodes.length - 1; node >= 0; node--) this.drawNode(list, node);
    this.drawLabels(list, visibleBox, obstacles);
    return list;
  }

  private isFaded(node: number): boolean {
    const { emphasised } = this.display;
    return emphasised.size > 0 && !emphasised.has(node) && node !== this.hovered;
  }

  private drawEdges(list: DisplayList): void {
    const { palette, uiScale } = this;
    const targets = new Set(this.display.raidImpact?.targets);
    this.signs = [];
    for (const edge of this.drawnEdges) {
      const { a, b, kind, certaintyStyle } = edge;
      const isBroken = targets.has(a) || targets.has(b);
      list.opacity = this.isFaded(a) || this.isFaded(b) ? 0.18 : certaintyStyle === CertaintyStyle.solid ? 0.95 : 0.75;
      const colour = isBroken ? palette.raid : kind === "liaison" ? palette.liaison : palette.inkSoft;
      // A post is a line, liaison is dotted as on the map, a tie between people is dashed; what is open is thin, and
      // what is conjectured in short dashes, for its ends tell a post from a tie.
      const width =
        (kind === "liaison" || certaintyStyle === CertaintyStyle.solid
          ? 1.9
          : certaintyStyle === CertaintyStyle.dashed
            ? 1.2
            : 0.9) * uiScale;
      const dash =
        kind === "liaison"
          ? [0.1, LINK_DOT_GAPS[certaintyStyle]]
          : certaintyStyle === CertaintyStyle.dashed
            ? [2.4, 3]
            : kind === "tie"
              ? [7, 4]
              : [];
      const line = new Path();
      line.moveTo(this.x[a]!, this.y[a]!);
      line.lineTo(this.x[b]!, this.y[b]!);
      list.stroke(line, colour, width, {
        dash: dash.map((length) => length * uiScale),
        cap: kind === "liaison" ? "round" : "butt",
      });
      if (isBroken) this.drawBreak(list, a, b);
      if (edge.signs.length > 0) this.drawEdgeSigns(list, edge, isBroken);
    }
    list.opacity = 1;
  }

  /**
   * The signs on the middle of a tie; beside it, where the tie is cut there. A short tie of someone who bears a sign
   * needs none of its own, for every claim about them bears one.
   */
  private drawEdgeSigns(list: DisplayList, { a, b, signs }: GraphEdge, isBroken: boolean): void {
    const dx = this.x[b]! - this.x[a]!,
      dy = this.y[b]! - this.y[a]!;
    const radius = SIGN_RADIUS_PX * this.uiScale;
    const free = Math.hypot(dx, dy) - (this.nodeSizePx(a) + this.nodeSizePx(b)) / 2;
    if (free < 5 * radius && this.signsOf(a).length + this.signsOf(b).length > 0) return;
    const at = isBroken ? 0.3 : 0.5;
    const length = Math.hypot(dx, dy) || 1;
    signs.forEach((sign, i) => {
      const along = at + ((i - (signs.length - 1) / 2) * 2.4 * radius) / length;
      const placed = { sign, x: this.x[a]! + along * dx, y: this.y[a]! + along * dy, radius };
      drawSign(list, placed, this.palette);
      this.signs.push(placed);
    });
  }

  private signsOf(node: number): readonly Sign[] {
    return signsOf(this.visible.index, this.mostCertain[node]!);
  }

  /** Two short strokes across a tie that a raid cut. */
  private drawBreak(list: DisplayList, a: number, b: number): void {
    const dx = this.x[b]! - this.x[a]!,
      dy = this.y[b]! - this.y[a]!;
    const length = Math.hypot(dx, dy) || 1;
    const half = 5 * this.uiScale;
    const nx = (-dy / length) * half,
      ny = (dx / length) * half;
    const strokes = new Path();
    for (const step of [-2, 2]) {
      const x = this.x[a]! + dx / 2 + (dx / length) * step * this.uiScale,
        y = this.y[a]! + dy / 2 + (dy / length) * step * this.uiScale;
      strokes.moveTo(x - nx, y - ny);
      strokes.lineTo(x + nx, y + ny);
    }
    list.stroke(strokes, this.palette.raid, 1.6 * this.uiScale);
  }

  private drawNode(list: DisplayList, node: number): void {
    const { visible, palette, uiScale } = this;
    const { index } = visible;
    const { isPerson, sourceRow } = this.display.graph.nodes[node]!;
    const x = this.x[node]!,
      y = this.y[node]!,
      size = this.nodeSizePx(node);
    list.opacity = this.isFaded(node) ? 0.3 : 1;
    if (node === this.hovered || this.display.raidImpact?.disconnected.includes(node))
      this.drawHighlightRing(list, x, y, size, node !== this.hovered);
    const claim = this.mostCertain[node]!;
    const certaintyStyle = certaintyStyleOf(visible.hold[claim]!, index.payload.claims.certainty[claim]!);
    const kind = this.heads.has(node) ? "head" : "person";
    const mark = isPerson ? kind : markNameOf(index, sourceRow);
    const colour = palette[isPerson ? kind : colourNameOf(index, sourceRow)];
    drawMark(list, mark, x, y, size, {
      certaintyStyle,
      colour,
      palette,
      signs: this.signsOf(node),
      isVague: false,
    });
    this.signs.push(...placedSigns(this.signsOf(node), x, y, size));
    if (this.display.raidImpact?.targets.includes(node)) {
      const half = size * 0.55;
      const slash = new Path();
      slash.moveTo(x - half, y + half);
      slash.lineTo(x + half, y - half);
      list.stroke(slash, palette.raid, 2.2 * uiScale);
    }
    list.opacity = 1;
  }

  private drawHighlightRing(list: DisplayList, x: number, y: number, size: number, isDisconnected: boolean): void {
    const disc = new Path().circle(x, y, size * 0.5 + 6 * this.uiScale);
    const { palette, uiScale } = this;
    list.fill(disc, palette.halo);
    list.stroke(disc, isDisconnected ? palette.raid : palette.inkSoft, 1.3 * uiScale, {
      dash: isDisconnected ? [4, 3] : [],
    });
  }

  private drawLabels(list: DisplayList, visibleBox: Box, obstacles: readonly Box[]): void {
    const { graph, measures, emphasised } = this.display;
    const { x, y, hovered, signs, palette, uiScale } = this;
    drawGraphLabels(list, canvasMeasurer, {
      graph,
      measures,
      x,
      y,
      nodeSizePx: (node) => this.nodeSizePx(node),
      isFaded: (node) => this.isFaded(node),
      emphasised,
      hovered,
      signs,
      obstacles,
      visibleBox,
      palette,
      uiScale,
      index: this.visible.index,
    });
  }

  private visibleBox(): Box {
    const at = this.map!.containerPointToLayerPoint([0, 0]).subtract(this.canvasCorner);
    const size = this.size();
    return { x0: at.x, y0: at.y, x1: at.x + size.x, y1: at.y + size.y };
  }
}
