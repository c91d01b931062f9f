/** The graph of a year as a display list: its ties, its marks and their names. */

import type { VisibleFeatures } from "../data/visible-features";
import { DisplayList } from "../scene/display-list";
import { CertaintyStyle, drawMark } from "../scene/drawing/marks";
import { drawSign, type PlacedSign, placedSigns } from "../scene/drawing/signs";
import type { Frame } from "../scene/network-scene";
import { Path } from "../scene/path";
import { drawGraphLabels } from "./graph-labels";
import { type GraphDisplay, type PlacedNode, placedNodes } from "./placed-nodes";
import { type GraphEdge, mostCertainEdges } from "./year-graph";

/** The width of a post or a tie, and the opacity of any edge, by certainty style: uncertain edges are thin and pale. */
const EDGE_WIDTHS = [1.9, 0.9, 0.9, 1.2, 0.9] as const;
const EDGE_OPACITIES = [0.95, 0.75, 0.75, 0.75, 0.75] as const;
/** The distance between dots on a line of liaison, by certainty style: more certain lines are denser, as on the map. */
const LINK_DOT_GAPS = [4.5, 6.4, 6.4, 10, 12] as const;
/** The radius of a sign on a tie. */
const SIGN_RADIUS_PX = 4.4;

/**
 * A post is a solid line, liaison is dotted as on the map, and a tie between people is dashed. A conjectured post or
 * tie is in short dashes; its ends show which of the two it is.
 */
function dashOf({ kind, certaintyStyle }: GraphEdge): number[] {
  if (kind === "liaison") return [0.1, LINK_DOT_GAPS[certaintyStyle]];
  if (certaintyStyle === CertaintyStyle.dashed) return [2.4, 3];
  return kind === "tie" ? [7, 4] : [];
}

/** The drawing, and the nodes with their positions in it. */
export function graphDrawing(
  visible: VisibleFeatures,
  display: GraphDisplay,
  frame: Omit<Frame, "ratio">,
  hovered = -1,
): { list: DisplayList; nodes: PlacedNode[] } {
  const { graph, palette } = display;
  const nodes = placedNodes(visible, display, frame.viewport, hovered);
  const list = new DisplayList();
  list.fill(new Path().rect(0, 0, frame.viewport.width, frame.viewport.height), palette.paper);
  const signs = [
    ...mostCertainEdges(graph).flatMap((edge) => drawEdge(list, edge, nodes, display)),
    ...nodes.toReversed().flatMap((node) => drawNode(list, node, display)),
  ];
  drawGraphLabels(list, visible.index, { ...display, ...frame, nodes, edges: graph.edges, signs });
  return { list, nodes };
}

/** Draw a tie; returns its signs. */
function drawEdge(
  list: DisplayList,
  edge: GraphEdge,
  nodes: readonly PlacedNode[],
  { palette, uiScale }: GraphDisplay,
) {
  const { kind, certaintyStyle, signs } = edge;
  const [from, to] = [nodes[edge.a]!, nodes[edge.b]!];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  /** The point at a distance along the tie and across it, in pixels. */
  const pointAt = (along: number, across = 0): [x: number, y: number] => [
    from.x + (dx * along - dy * across) / length,
    from.y + (dy * along + dx * across) / length,
  ];
  const isBroken = from.isTarget || to.isTarget;
  list.opacity = from.isFaded || to.isFaded ? 0.18 : EDGE_OPACITIES[certaintyStyle];
  const line = new Path().polyline([from.x, from.y, to.x, to.y]);
  const colour = isBroken ? palette.raid : kind === "liaison" ? palette.liaison : palette.inkSoft;
  list.stroke(line, colour, (kind === "liaison" ? 1.9 : EDGE_WIDTHS[certaintyStyle]) * uiScale, {
    dash: dashOf(edge).map((gap) => gap * uiScale),
    cap: kind === "liaison" ? "round" : "butt",
  });
  if (isBroken) {
    // Two short strokes across a tie that a raid cut.
    const strokes = new Path();
    for (const along of [length / 2 - 2 * uiScale, length / 2 + 2 * uiScale])
      strokes.polyline([...pointAt(along, -5 * uiScale), ...pointAt(along, 5 * uiScale)]);
    list.stroke(strokes, palette.raid, 1.6 * uiScale);
  }
  // The signs are on the middle of a tie, or next to it if the tie is cut there. A short tie of a node with a sign
  // needs none of its own, because every claim about that node has one.
  const radius = SIGN_RADIUS_PX * uiScale;
  const free = length - (from.sizePx + to.sizePx) / 2;
  const isShort = free < 5 * radius && from.signs.length + to.signs.length > 0;
  const placed = (isShort ? [] : signs).map((sign, i) => {
    const [x, y] = pointAt((isBroken ? 0.3 : 0.5) * length + (i - (signs.length - 1) / 2) * 2.4 * radius);
    return { sign, x, y, radius };
  });
  for (const sign of placed) drawSign(list, sign, palette);
  list.opacity = 1;
  return placed;
}

/** Draw a mark; returns its signs. */
function drawNode(list: DisplayList, node: PlacedNode, { palette, uiScale }: GraphDisplay): PlacedSign[] {
  const { x, y, sizePx, mark, colourName, certaintyStyle, signs } = node;
  list.opacity = node.isFaded ? 0.3 : 1;
  if (node.isHovered || node.isDisconnected) {
    const ring = new Path().circle(x, y, sizePx * 0.5 + 6 * uiScale);
    list.fill(ring, palette.halo);
    if (node.isHovered) list.stroke(ring, palette.inkSoft, 1.3 * uiScale);
    else list.stroke(ring, palette.raid, 1.3 * uiScale, { dash: [4, 3] });
  }
  const style = { certaintyStyle, colour: palette[colourName], palette, signs, isVague: false };
  drawMark(list, mark, x, y, sizePx, style);
  if (node.isTarget) {
    const half = sizePx * 0.55;
    const slash = new Path().polyline([x - half, y + half, x + half, y - half]);
    list.stroke(slash, palette.raid, 2.2 * uiScale);
  }
  list.opacity = 1;
  return placedSigns(signs, x, y, sizePx);
}
