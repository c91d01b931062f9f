/** The nodes of a graph, with their positions in pixels of the canvas and how each is drawn. */

import { layerOf, type VisibleFeatures } from "../data/visible-features";
import type { Viewport } from "../geometry/boxes";
import { certaintyStyleOf, colourNameOf, markNameOf, markSizePx, signsOf } from "../scene/drawing/symbology";
import type { Palette } from "../scene/palette";
import type { NodeCentrality } from "./centrality";
import type { RaidImpact } from "./raid-impact";
import { mostCertainClaim, type YearGraph } from "./year-graph";

/** A graph to draw: the positions of its nodes, how well they are connected, and which are emphasised. */
export interface GraphDisplay {
  graph: YearGraph;
  positions: ReadonlyMap<string, [number, number]>;
  measures: readonly NodeCentrality[];
  /** The selected node and those tied to it; empty if nothing is selected. */
  emphasised: ReadonlySet<number>;
  raidImpact: RaidImpact | null;
  palette: Palette;
  uiScale: number;
}

export type PlacedNode = ReturnType<typeof placedNodes>[number];

/** The smallest scale of marks that are close together. */
const MIN_MARK_SCALE = 0.55;
/** The distance to the nearest mark from which marks have their full size, in widths of an ordinary mark. */
const FULL_SIZE_SPACING = 1.15;
const MARK_WIDTH_PX = 22;
const PERSON_WIDTHS_PX = { head: 17, person: 14 };

/** The nodes in a viewport. Marks that are close together, as on a phone next to a sheet, are smaller. */
export function placedNodes(
  visible: VisibleFeatures,
  { graph, positions, measures, emphasised, raidImpact, uiScale }: GraphDisplay,
  { scale, originX, originY }: Viewport,
  hovered: number,
) {
  const { index, hold } = visible;
  const { certainty } = index.payload.claims;
  const headPosts = graph.edges.filter(({ kind, row }) => kind === "post" && layerOf(index, row) === "heads");
  const heads = new Set(headPosts.map(({ a }) => a));
  const nodes = graph.nodes.map((node, number) => {
    const [x, y] = positions.get(node.reference) ?? [0, 0];
    const { degree } = measures[number]!;
    const person = heads.has(number) ? "head" : "person";
    const widthPx = node.isPerson ? PERSON_WIDTHS_PX[person] : markSizePx(index, node.sourceRow);
    const isEmphasised = emphasised.has(number);
    const isHovered = number === hovered;
    /** The claim that represents the node. */
    const claim = mostCertainClaim(visible, node.claims);
    return {
      ...node,
      x: x * scale - originX,
      y: y * scale - originY,
      sizePx: (widthPx + Math.min(9, 1.6 * Math.sqrt(degree))) * uiScale,
      degree,
      mark: node.isPerson ? person : markNameOf(index, node.sourceRow),
      colourName: node.isPerson ? person : colourNameOf(index, node.sourceRow),
      isEmphasised,
      isHovered,
      isFaded: emphasised.size > 0 && !isEmphasised && !isHovered,
      certaintyStyle: certaintyStyleOf(hold[claim]!, certainty[claim]!),
      signs: signsOf(index, claim),
      /** Whether the selected raid struck the node, or disconnected it. */
      isTarget: raidImpact?.targets.includes(number),
      isDisconnected: raidImpact?.disconnected.includes(number),
    };
  });
  const markScale = nodeSpacing(nodes) / (FULL_SIZE_SPACING * MARK_WIDTH_PX * uiScale);
  for (const node of nodes) node.sizePx *= Math.max(MIN_MARK_SCALE, Math.min(1, markScale));
  return nodes;
}

/** The distance from a node to its nearest, at the lower quartile of all nodes. */
function nodeSpacing(nodes: readonly { x: number; y: number }[]): number {
  const nearest = nodes.map(({ x, y }, node) =>
    Math.min(...nodes.map((other, i) => (i === node ? Infinity : Math.hypot(other.x - x, other.y - y)))),
  );
  return nearest.sort((a, b) => a - b)[Math.floor(nearest.length / 4)] ?? Infinity;
}
