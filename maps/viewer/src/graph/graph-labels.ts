/** The names in the network view: placed clear of marks, signs and panels, and drawn with their leader lines. */

import { canvasMeasurer } from "../canvas/canvas-measurer";
import type { PayloadIndex } from "../data/payload-index";
import { BoxGrid, boxAround, PointGrid, shifted } from "../geometry/boxes";
import type { DisplayList } from "../scene/display-list";
import { drawLeaderLines } from "../scene/drawing/map-symbols";
import type { PlacedSign } from "../scene/drawing/signs";
import { placeLabels } from "../scene/layout/label-placement";
import type { Frame } from "../scene/network-scene";
import { baselineAt, fontFor, lineHeightPx, twoLines } from "../scene/text-styles";
import type { GraphDisplay, PlacedNode } from "./placed-nodes";
import type { GraphEdge } from "./year-graph";

/** The weight of a tie that crosses a name; a route on the map has 1. */
const EDGE_WEIGHT = 0.3;
/** A node with this many ties may have its name farther away, because without the name the graph says little. */
const WELL_CONNECTED_DEGREE = 4;

/** A graph placed on the canvas, and how its names are drawn. */
interface PlacedGraph extends Pick<Frame, "visibleBox" | "obstacles">, Pick<GraphDisplay, "palette" | "uiScale"> {
  nodes: readonly PlacedNode[];
  edges: readonly GraphEdge[];
  /** The signs of marks and ties. */
  signs: readonly PlacedSign[];
}

export function drawGraphLabels(list: DisplayList, index: PayloadIndex, placed: PlacedGraph): void {
  const { nodes, edges, signs, obstacles, visibleBox, palette, uiScale } = placed;
  const weight = ({ isEmphasised, isHovered, degree }: PlacedNode) =>
    (isEmphasised ? 1000 : 0) + (isHovered ? 2000 : 0) + degree;
  const names = nodes
    .toSorted((a, b) => weight(b) - weight(a))
    .map((node) => {
      const { isPerson, sourceRow, sizePx, x, y, degree } = node;
      const style = isPerson ? "item" : "stop";
      const font = fontFor(style, uiScale);
      const lines = twoLines(isPerson ? index.personName(sourceRow) : index.label(sourceRow)).map((text) => ({
        text,
        width: canvasMeasurer.width(font, text),
      }));
      const lineHeight = lineHeightPx(style, uiScale);
      const size = { width: Math.max(...lines.map(({ width }) => width)) + 4, height: lineHeight * lines.length };
      const maxSteps = degree >= WELL_CONNECTED_DEGREE ? 16 : 2;
      return { node, font, lines, lineHeight, x, y, radius: sizePx / 2, sizes: [size], maxSteps };
    });
  // Names keep clear of panels, marks and signs. They also keep clear of the marks as points, so that no name seems to
  // belong to another mark.
  const taken = new BoxGrid(obstacles.map((box) => shifted(box, visibleBox.x0, visibleBox.y0)));
  const marks = new PointGrid();
  for (const { x, y, sizePx } of nodes) {
    marks.add(x, y, 1, sizePx / 2);
    taken.add(boxAround(x, y, sizePx / 2));
  }
  for (const { x, y, radius } of signs) taken.add(boxAround(x, y, radius));
  const clearOf = { lines: sampledEdges(nodes, edges), marks, strict: true };
  const labels = placeLabels(names, taken, visibleBox, clearOf, uiScale);
  drawLeaderLines(list, labels, palette, uiScale);
  for (const { box, align, candidate } of labels) {
    const { node, font, lines, lineHeight } = candidate;
    lines.forEach(({ text, width }, i) => {
      const left = align === "left" ? box.x0 : align === "right" ? box.x1 - width : (box.x0 + box.x1 - width) / 2;
      list.text(text, font, left, baselineAt(box.y0 + lineHeight * (i + 0.5), font), palette.ink, {
        opacity: node.isFaded ? 0.35 : 1,
        halo: { colour: palette.halo, width: 3 * uiScale },
      });
    });
  }
}

/** Points along the ties, because a tie should not cross a name. */
function sampledEdges(nodes: readonly PlacedNode[], edges: readonly GraphEdge[]): PointGrid {
  const points = new PointGrid();
  for (const { a, b } of edges) {
    const { x, y } = nodes[a]!;
    const [dx, dy] = [nodes[b]!.x - x, nodes[b]!.y - y];
    const pieces = Math.min(60, Math.ceil(Math.hypot(dx, dy) / 9));
    for (let i = 1; i < pieces; i++) points.add(x + (dx * i) / pieces, y + (dy * i) / pieces, EDGE_WEIGHT);
  }
  return points;
}
