/** The network view of a year: who is tied to whom, and through which station. It follows the map and the timeline. */

import * as L from "leaflet";
import type { Box } from "../geometry/boxes";
import { ZOOM_OPTIONS } from "../map/configure-map";
import { extentOf, positionAt, zoomFilling } from "../map/map-camera";
import type { PageContext } from "../page-context";
import type { DisplayList } from "../scene/display-list";
import { el } from "../ui/dom";
import { centralities } from "./centrality";
import { graphDrawing } from "./graph-drawing";
import { GraphLayer } from "./graph-layer";
import { graphPositions } from "./graph-layout";
import type { GraphDisplay } from "./placed-nodes";
import { namedReferences, raidImpacts, raidsWithoutTargets } from "./raid-impact";
import { periodGraph, visibleGraph, type YearGraph } from "./year-graph";

/** A graph of more nodes than this is slow to lay out and hard to read, so only its best connected nodes are shown. */
const MAX_NODES = 250;
/** A period of more nodes is laid out year by year. */
const MAX_PERIOD_NODES = 900;
/** How far the shape of the window may stretch the graph. */
const MAX_STRETCH = 2.4;

type Positions = GraphDisplay["positions"];

export type YearGraphDisplay = ReturnType<typeof yearGraphDisplay>;

/**
 * The graph of the claims that the state shows, cut down to its best connected nodes if there are too many. It comes
 * with its measures, the nodes that the raids of the year disconnect, and the raids without targets in the graph.
 */
export function yearGraphDisplay({ network: { visible }, state, index }: PageContext) {
  const fullGraph = visibleGraph(visible, state);
  const graph = fullGraph.nodes.length > MAX_NODES ? bestConnected(fullGraph, MAX_NODES) : fullGraph;
  const rows = Array.from({ length: index.size }, (_, row) => row);
  const events = rows.filter((row) => index.isKind(row, "event") && visible.isVisible(row, state));
  return {
    graph,
    measures: centralities(graph),
    raidImpacts: raidImpacts(index, graph, events),
    raidsWithoutTargets: raidsWithoutTargets(index, fullGraph, events),
    nodeCount: fullGraph.nodes.length,
  };
}

function bestConnected({ nodes, edges }: YearGraph, most: number): YearGraph {
  const ties = new Uint32Array(nodes.length);
  for (const { a, b } of edges) {
    ties[a]!++;
    ties[b]!++;
  }
  const byTies = nodes.map((_, node) => node).sort((a, b) => ties[b]! - ties[a]! || a - b);
  const kept = byTies.slice(0, most).sort((a, b) => a - b);
  const numbers = new Map(kept.map((node, number) => [node, number]));
  return {
    nodes: kept.map((node) => nodes[node]!),
    edges: edges.flatMap((edge) => {
      const [a, b] = [numbers.get(edge.a), numbers.get(edge.b)];
      return a === undefined || b === undefined ? [] : { ...edge, a, b };
    }),
  };
}

export class GraphView {
  readonly element: HTMLElement;
  /** Created when the graph is first shown. */
  private parts: { map: L.Map; layer: GraphLayer } | null = null;
  /** The graph that is shown, and the positions of its nodes and those of the other years. */
  private display: (YearGraphDisplay & Pick<GraphDisplay, "positions">) | null = null;
  /** The positions of the nodes of the complete period, by strand. */
  private readonly periodPositions = new Map<string, Positions>();
  private readonly container = el("div", { class: "graph-map", role: "group" });

  constructor(
    private readonly context: PageContext,
    private readonly freeArea: () => Box,
    private readonly panelBoxes: () => Box[],
  ) {
    this.element = el("div", { class: "graph", hidden: true }, this.container);
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  zoomBy(steps: number): void {
    const { map } = this.parts!;
    map.setZoom(map.getZoom() + steps);
  }

  /** Show the state. */
  update(uiScale: number): void {
    const { context } = this;
    const { state, palette, words } = context;
    const wasShown = this.shown;
    this.element.hidden = state.viewMode !== "network";
    this.container.setAttribute("aria-label", words.graph.map);
    if (!this.shown) return;
    const { map, layer } = (this.parts ??= this.newMap());
    const display = yearGraphDisplay(context);
    this.container.style.background = palette.paper;
    if (!wasShown) map.invalidateSize({ animate: false, pan: false });
    this.display = { ...display, positions: stretchedPositions(this.positions(display), this.largestFreeFrame()) };
    layer.show({ ...this.display, ...this.highlight(display), palette, uiScale });
    if (!wasShown) this.fitGraph();
  }

  /** Fit the complete graph into the part of the window that no panel covers. */
  fitGraph(): void {
    const { map } = this.parts!;
    const { zoom, x, y } = fitPositions(this.display!.positions, this.largestFreeFrame(), map.getSize());
    map.setView(map.unproject([x, y], 0), zoom, { animate: false });
  }

  /** Draw the complete graph for paper, in the current palette. No panel covers it. */
  printList(width: number, height: number): DisplayList {
    const { palette, network } = this.context;
    const display = this.display!;
    const sheet = { x0: 0, y0: 0, x1: width, y1: height };
    // On paper nothing moves from year to year, so this year's nodes may fill the sheet.
    const places = this.positions(display);
    const ownPlaces = display.graph.nodes.map(({ reference }) => [reference, places.get(reference) ?? [0, 0]] as const);
    const positions = stretchedPositions(new Map(ownPlaces), sheet);
    const { zoom, x, y } = fitPositions(positions, sheet, { x: width, y: height });
    const scale = 2 ** zoom;
    const viewport = { scale, originX: x * scale - width / 2, originY: y * scale - height / 2, width, height };
    // Nothing is pale on paper, because no card there says why.
    const { raidImpact } = this.highlight(display);
    const printed = { ...display, positions, emphasised: new Set<number>(), raidImpact, palette, uiScale: 1 };
    return graphDrawing(network.visible, printed, { viewport, visibleBox: sheet, obstacles: [] }).list;
  }

  /** The larger of the free areas next to the title and below it. */
  private largestFreeFrame(): Box {
    const free = this.freeArea();
    const corner = this.panelBoxes().filter(({ x1, y1 }) => x1 < free.x1 * 0.7 && y1 < free.y1 * 0.6);
    const beside = { ...free, x0: Math.max(free.x0, ...corner.map(({ x1 }) => x1)) };
    const under = { ...free, y0: Math.max(free.y0, ...corner.map(({ y1 }) => y1)) };
    const area = ({ x0, y0, x1, y1 }: Box) => (x1 - x0) * (y1 - y0);
    return area(beside) > area(under) ? beside : under;
  }

  private newMap(): { map: L.Map; layer: GraphLayer } {
    const { context } = this;
    const map = L.map(this.container, {
      crs: L.CRS.Simple,
      zoomControl: false,
      attributionControl: false,
      ...ZOOM_OPTIONS,
      minZoom: -4,
      maxZoom: 4,
      center: [0, 0],
      zoom: 0,
    });
    const layer = new GraphLayer(context.network.visible, this.panelBoxes);
    layer.addTo(map);
    map.on("mousemove", ({ containerPoint }) => {
      const node = layer.nodeAt(containerPoint, 4);
      layer.hover(node);
      map.getContainer().style.cursor = node < 0 ? "" : "pointer";
    });
    map.on("mouseout", () => layer.hover(-1));
    map.on("click", ({ containerPoint }) => {
      const node = layer.nodeAt(containerPoint, matchMedia("(pointer: coarse)").matches ? 16 : 5);
      const reference = node < 0 ? "" : this.display!.graph.nodes[node]!.reference;
      if (reference !== context.state.select) context.changeState({ select: reference, panel: "" }, true);
    });
    return { map, layer };
  }

  private positions(display: YearGraphDisplay): Positions {
    const { index, state } = this.context;
    let places = this.periodPositions.get(state.strand);
    if (!places) {
      const period = periodGraph(index, state.strand);
      places = period.nodes.length > MAX_PERIOD_NODES ? new Map() : graphPositions(period);
      this.periodPositions.set(state.strand, places);
    }
    return places.size > 0 ? places : graphPositions(display.graph);
  }

  /**
   * The selected node, or the nodes that the selected claim names, with their neighbours. For a raid, also the nodes
   * that it disconnected.
   */
  private highlight({ graph, raidImpacts }: YearGraphDisplay): Pick<GraphDisplay, "emphasised" | "raidImpact"> {
    const { index, state } = this.context;
    const target = index.targetOf(state.select);
    const claim = target?.type === "claim" && !index.isKind(target.row, "station") ? target.row : -1;
    const raidImpact = raidImpacts.find(({ row }) => row === claim) ?? null;
    const references = new Set(claim < 0 ? [state.select] : namedReferences(index, claim));
    const chosen = new Set(graph.nodes.flatMap(({ reference }, node) => (references.has(reference) ? node : [])));
    const neighbours = graph.edges.flatMap(({ a, b }) => (chosen.has(a) ? b : chosen.has(b) ? a : []));
    return { emphasised: new Set([...chosen, ...neighbours, ...(raidImpact?.disconnected ?? [])]), raidImpact };
  }
}

/** The positions, stretched towards the shape of a frame within `MAX_STRETCH`. */
function stretchedPositions(positions: Positions, frame: Box): Positions {
  const reach = (axis: 0 | 1) => Math.max(60, ...[...positions.values()].map((at) => Math.abs(at[axis])));
  const wanted = (frame.x1 - frame.x0) / (frame.y1 - frame.y0) / (reach(0) / reach(1));
  const by = Math.sqrt(Math.max(1 / MAX_STRETCH, Math.min(MAX_STRETCH, wanted)));
  return new Map([...positions].map(([reference, [x, y]]) => [reference, [x * by, y / by]]));
}

/** The zoom and centre of a window that place all of the positions in a frame of it. */
function fitPositions(positions: Positions, frame: Box, window: { x: number; y: number }) {
  const margin = Math.min(110, window.x * 0.12);
  const around = extentOf([[0, 0], ...positions.values()]);
  const wanted = zoomFilling(around, frame.x1 - frame.x0 - 2 * margin, frame.y1 - frame.y0 - margin, 60);
  return positionAt(around, frame, window, Math.max(-3, Math.min(1.6, wanted)));
}
