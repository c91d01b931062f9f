/** The names in the network view: placed clear of marks, signs and panels, and drawn with their leader lines. */

import type { PayloadIndex } from "../data/payload-index";
import { type Box, BoxGrid, boxAround, PointGrid, shifted } from "../geometry/boxes";
import type { DisplayList } from "../scene/display-list";
import { drawLeaderLines } from "../scene/drawing/map-symbols";
import { placeLabels } from "../scene/layout/label-placement";
import type { Palette } from "../scene/palette";
import { baselineAt, fontFor, lineHeightPx, type TextMeasurer, type TextStyle, twoLines } from "../scene/text-styles";
import type { NodeCentrality } from "./centrality";
import type { YearGraph } from "./year-graph";

/** How much a tie that crosses a name disturbs, where a route on the map counts 1. */
const EDGE_WEIGHT = 0.3;
/** From so many ties on a name may stand further off, for without it the graph says little. */
const WELL_CONNECTED_DEGREE = 4;

/** A graph as it lies on the canvas, and how its names are drawn. Positions and sizes are in pixels of the canvas. */
export interface GraphLabelInput {
  graph: YearGraph;
  measures: readonly NodeCentrality[];
  x: Float32Array;
  y: Float32Array;
  nodeSizePx: (node: number) => number;
  isFaded: (node: number) => boolean;
  emphasised: ReadonlySet<number>;
  hovered: number;
  /** Where marks and ties bear a sign. */
  signs: readonly { x: number; y: number; radius: number }[];
  /** Boxes where no name may stand, in pixels from the corner of `visibleBox`. */
  obstacles: readonly Box[];
  visibleBox: Box;
  palette: Palette;
  uiScale: number;
  index: PayloadIndex;
}

export function drawGraphLabels(list: DisplayList, measurer: TextMeasurer, input: GraphLabelInput): void {
  const { graph, measures, x, y, nodeSizePx, isFaded, emphasised, hovered, visibleBox, palette, uiScale, index } =
    input;
  const { nodes } = graph;
  const weight = (node: number) =>
    (emphasised.has(node) ? 1000 : 0) + (node === hovered ? 2000 : 0) + measures[node]!.degree;
  const order = nodes.map((_, node) => node).sort((a, b) => weight(b) - weight(a) || a - b);
  const textStyle = (node: number): TextStyle => (nodes[node]!.isPerson ? "item" : "stop");
  const candidates = order.map((node) => {
    const { isPerson, sourceRow } = nodes[node]!;
    const font = fontFor(textStyle(node), uiScale);
    const lines = twoLines(isPerson ? index.personName(sourceRow) : index.label(sourceRow));
    const width = Math.max(...lines.map((line) => measurer.width(font, line))) + 4;
    return {
      node,
      lines,
      x: x[node]!,
      y: y[node]!,
      radius: nodeSizePx(node) / 2,
      sizes: [{ width, height: lineHeightPx(textStyle(node), uiScale) * lines.length }],
      maxSteps: measures[node]!.degree >= WELL_CONNECTED_DEGREE ? 16 : 2,
    };
  });
  const { taken, marks } = occupiedSpace(input);
  const labels = placeLabels(
    candidates,
    taken,
    visibleBox,
    { lines: sampledEdges(graph, x, y), marks, strict: true },
    uiScale,
  );
  drawLeaderLines(list, labels, palette, uiScale);
  for (const { candidate, box, align } of labels) {
    const { node, lines } = candidate;
    const font = fontFor(textStyle(node), uiScale);
    const height = lineHeightPx(textStyle(node), uiScale);
    lines.forEach((line, i) => {
      const width = measurer.width(font, line);
      const left = align === "left" ? box.x0 : align === "right" ? box.x1 - width : (box.x0 + box.x1 - width) / 2;
      list.text(line, font, left, baselineAt(box.y0 + height * (i + 0.5), font), palette.ink, {
        opacity: isFaded(node) ? 0.35 : 1,
        halo: { colour: palette.halo, width: 3 * uiScale },
      });
    });
  }
}

/**
 * What names keep clear of: panels, marks and signs; and the marks as points, so that no name seems to be another's.
 */
function occupiedSpace({ graph, x, y, nodeSizePx, signs, obstacles, visibleBox }: GraphLabelInput): {
  taken: BoxGrid;
  marks: PointGrid;
} {
  const boxes = obstacles.map((box) => shifted(box, visibleBox.x0, visibleBox.y0));
  const marks = new PointGrid();
  for (let node = 0; node < graph.nodes.length; node++) {
    const half = nodeSizePx(node) / 2;
    marks.add(x[node]!, y[node]!, 1, half);
    boxes.push(boxAround(x[node]!, y[node]!, half));
  }
  for (const { x, y, radius } of signs) boxes.push(boxAround(x, y, radius));
  return { taken: new BoxGrid(boxes), marks };
}

/** Points along the ties, which had better not cross a name. */
function sampledEdges({ edges }: YearGraph, x: Float32Array, y: Float32Array): PointGrid {
  const points = new PointGrid();
  for (const { a, b } of edges) {
    const dx = x[b]! - x[a]!,
      dy = y[b]! - y[a]!;
    const pieces = Math.min(60, Math.ceil(Math.hypot(dx, dy) / 9));
    for (let i = 1; i < pieces; i++) points.add(x[a]! + (dx * i) / pieces, y[a]! + (dy * i) / pieces, EDGE_WEIGHT);
  }
  return points;
}
