/** The network of a year on a Leaflet map: one canvas for life. It lays the year out, and finds what is under a pointer. */

import type * as L from "leaflet";
import type { LifeStop } from "../data/life-path";
import type { PayloadIndex } from "../data/payload-index";
import { type Filter, layerOf, VisibleFeatures } from "../data/visible-features";
import { type Box, BoxGrid } from "../geometry/boxes";
import { type Viewport, wrapShift } from "../geometry/viewport";
import type { Words } from "../i18n/viewer-words";
import { paintLifePath } from "../paint/life-path-drawing";
import {
  type LaidOutNetwork,
  paintAccuracyAreas,
  paintCountBadges,
  paintExpandedClusters,
  paintLabels,
  paintLeaderLines,
  paintMarks,
  paintRouteStops,
  paintRoutesAndLinks,
} from "../paint/network-drawing";
import type { Palette } from "../paint/palette";
import { drawPolityNames, drawSeaNames, type Sea } from "../paint/region-names";
import { markSizePx } from "../paint/symbology";
import { periodDays, samePeriod } from "../time/period";
import { CanvasLayer } from "./canvas-layer";
import { clusterByCell, MAX_SINGLE_MARKS } from "./grid-clustering";
import { type Hit, hitAt } from "./hit-testing";
import type { MapLabelCandidate } from "./label-candidates";
import { layoutLabels } from "./label-layout";
import type { PlacedLabel } from "./label-placement";
import { LineDensity, linkDensity, MAX_SINGLE_LINES, type RouteEnds, routeDensity } from "./line-density";
import { KM_PER_WORLD_PIXEL, type MapProjection } from "./map-projection";
import { ProjectedPlaces } from "./projected-places";
import { type Link, linksOf, type Route, type RouteStop, routesOf } from "./routes-and-links";
import { type ClusterLayout, type ClusterOptions, spiderfy } from "./spiderfy";
import { YearTransition } from "./year-transition";

export type { Hit as Found } from "./hit-testing";

export interface NetworkState extends Filter {
  /** The way of the selected person through the years; empty for none. */
  lifePath: readonly LifeStop[];
  /** Claim rows that are selected. */
  selected: ReadonlySet<number>;
  /** Id of the place whose fan is open. */
  open: string;
}

export interface NetworkOptions {
  words: Words;
  palette: Palette;
  seas?: readonly Sea[];
  polities?: boolean;
  /** The pane of the map to draw in; the overlays by default. */
  pane?: string;
  /** Boxes in pixels of the map's container where no name may stand. */
  obstacles?: () => Box[];
  /** The part of the container that is its own, where another picture has the rest. */
  clipBox?: () => Box | null;
}

/** How a picture is looked at: its window and the part of it in sight, in which pixels, colours and words. */
export interface RenderContext {
  viewport: Viewport;
  visibleBox: Box;
  ratio: number;
  unit: number;
  palette: Palette;
  words: Words;
}

/** A small map shows who headed a station; the others come when it is enlarged. */
const PEOPLE_MIN_SCALE = 1.9;
/** A network of more claims than this is not painted far outside of the window. */
const MAX_CLAIMS_PADDED = 10_000;
/** The class of the canvas that goes. */
const FADING_CLASS = "liaison-ghost";
const FADE_MS = 260;

const prefersReducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
const reducedMotion = (): boolean => prefersReducedMotion.matches;

export class NetworkLayer extends CanvasLayer implements LaidOutNetwork {
  readonly visible: VisibleFeatures;
  readonly projected: ProjectedPlaces;
  /** How much larger than ordinary everything is set: a large screen is read from further away. */
  uiScale = 1;
  /** What makes scales comparable: 1 on the page's own plane, where a pixel at zoom 0 is 20 km in Europe too. */
  private readonly scaleFactor: number;
  palette: Palette;
  private words: Words;
  shown: NetworkState;
  hovered = -1;
  clusters: ClusterLayout = {
    dx: new Float32Array(0),
    dy: new Float32Array(0),
    anchor: new Int32Array(0),
    hidden: new Uint8Array(0),
    badges: [],
    expanded: [],
  };
  private clustersKey = "";
  rows: Int32Array = new Int32Array(0);
  count = 0;
  isClustered = false;
  readonly routeDensity = new LineDensity();
  readonly linkDensity = new LineDensity();
  routeEnds: RouteEnds = new Float32Array(0);
  x = new Float32Array(0);
  y = new Float32Array(0);
  radius = new Float32Array(0);
  routes: Route[] = [];
  links: Link[] = [];
  labelCandidates: MapLabelCandidate[] = [];
  labels: PlacedLabel[] = [];
  private labelledArea = new BoxGrid();
  stops: RouteStop[] = [];
  private layoutIsStale = true;
  /** The picture of the year before, while it goes. */
  private fadingCanvas: HTMLCanvasElement;
  private fadeAnimation: Animation | null = null;
  private readonly transition: YearTransition;

  constructor(
    index: PayloadIndex,
    plane: MapProjection,
    private readonly layerOptions: NetworkOptions,
  ) {
    super(layerOptions.pane ?? "overlayPane", "liaison-network");
    this.visible = new VisibleFeatures(index);
    this.transition = new YearTransition(this.visible);
    this.projected = new ProjectedPlaces(index, plane);
    this.scaleFactor = plane.worldPixelLength(10, 50, KM_PER_WORLD_PIXEL);
    this.palette = layerOptions.palette;
    this.words = layerOptions.words;
    this.shown = {
      year: index.payload.period[0],
      from: null,
      month: null,
      layers: new Set(),
      certainty: "possible",
      world: "record",
      readings: new Map(),
      lifePath: [],
      selected: new Set(),
      open: "",
    };
    this.fadingCanvas = this.newCanvas();
  }

  override onRemove(): this {
    this.transition.clear();
    this.fadingCanvas.remove();
    return super.onRemove();
  }

  /** Show another state. What did not change is not computed again. */
  show(shown: NetworkState): void {
    const before = this.shown;
    const yearChanged = !samePeriod(before, shown);
    const filterChanged =
      yearChanged ||
      before.layers !== shown.layers ||
      before.certainty !== shown.certainty ||
      before.world !== shown.world ||
      before.readings !== shown.readings;
    if (filterChanged && this._map && !reducedMotion()) this.startCrossFade();
    const old = yearChanged && this._map && !reducedMotion() ? this.transition.currentRows() : null;
    this.shown = shown;
    if (filterChanged) this.visible.update(shown);
    if (filterChanged || before.open !== shown.open || before.selected !== shown.selected) this.clustersKey = "";
    this.layoutIsStale = true;
    if (old) this.transition.start(old, shown);
    else if (yearChanged) this.transition.clear();
    this.repaint();
  }

  /** Speak another language: of the names of the data the index tells, of the months these words. */
  setWords(words: Words): void {
    if (words === this.words) return;
    this.words = words;
    this.relabel();
  }

  setPalette(palette: Palette): void {
    this.palette = palette;
    this.repaint();
  }

  /** Place the names anew, for a panel has opened or the fonts have come. */
  relabel(): void {
    this.layoutIsStale = true;
    this.repaint();
  }

  hover(claim: number): void {
    if (claim === this.hovered) return;
    this.hovered = claim;
    this.repaint();
  }

  /** While the years play, how long a stop lasts; else 0. */
  get stepMs(): number {
    return this.transition.stepMs;
  }

  set stepMs(ms: number) {
    this.transition.stepMs = ms;
  }

  progress(row: number): number {
    return this.transition.progress(row);
  }

  private ensureCapacity(count: number): void {
    if (this.x.length >= count) return;
    const room = Math.ceil(count * 1.5) + 16;
    this.x = new Float32Array(room);
    this.y = new Float32Array(room);
    this.radius = new Float32Array(room);
  }

  // --- movement -------------------------------------------------------------------------------------------

  /** Leave the old picture on top and let it go; the new one is painted on the other of two canvases. */
  private startCrossFade(): void {
    const { width, height } = this.canvas;
    if (width === 0 || width * height > 12e6) return;
    this.fadeAnimation?.cancel();
    this.fadingCanvas.classList.remove(FADING_CLASS);
    this.fadingCanvas = this.swapCanvas(this.fadingCanvas);
    const { fadingCanvas: ghost } = this;
    ghost.classList.add(FADING_CLASS);
    this.fadeAnimation = ghost.animate([{ opacity: 1 }, { opacity: 0 }], { duration: FADE_MS, easing: "ease-out" });
    this.fadeAnimation.onfinish = () => ghost.remove();
  }

  /** A year is painted more often than the map is dragged, and a crowd only where it is seen. */
  protected override paddingRatio(pixels: number): number {
    return this.visible.index.size > MAX_CLAIMS_PADDED ? 0.03 : super.paddingRatio(pixels) / 2;
  }

  protected override onViewportChange(): void {
    this.fadingCanvas.remove();
    this.layoutIsStale = true;
  }

  // --- layout ---------------------------------------------------------------------------------------------

  placeX(place: number, window: Viewport): number {
    const x = this.projected.places[2 * place]!;
    return (x + wrapShift(x, window, this.projected.projection.wrapWidth)) * window.scale - window.originX;
  }

  placeY(place: number, window: Viewport): number {
    return this.projected.places[2 * place + 1]! * window.scale - window.originY;
  }

  private ringSpacing(): number {
    return 25 * this.uiScale;
  }

  private layout(ctx: CanvasRenderingContext2D, window: Viewport): void {
    const { visible: net } = this;
    const { claims } = net.index.payload;
    this.selectMarks(window);
    const key = `${window.scale}${net.markCount > MAX_SINGLE_MARKS ? ` ${window.originX} ${window.originY}` : ""}`;
    if (this.clustersKey !== key) this.clusterMarks(window);
    this.clustersKey = key;
    for (let mark = 0; mark < this.count; mark++) {
      const place = claims.place[this.rows[mark]!]!;
      this.x[mark] = this.placeX(place, window) + this.clusters.dx[mark]!;
      this.y[mark] = this.placeY(place, window) + this.clusters.dy[mark]!;
    }
    this.layoutLines(window);
    this.layoutLabels(ctx, window);
    this.layoutIsStale = false;
  }

  /** All marks of the year; of a great many only those in the window. */
  private selectMarks(window: Viewport): void {
    const { visible: net } = this;
    this.ensureCapacity(net.markCount);
    if (net.markCount <= MAX_SINGLE_MARKS) {
      this.rows = net.marks;
      this.count = net.markCount;
      return;
    }
    if (this.rows === net.marks || this.rows.length < net.markCount) this.rows = new Int32Array(net.marks.length);
    const { claims } = net.index.payload;
    const around = 2 * this.ringSpacing();
    this.count = 0;
    for (let mark = 0; mark < net.markCount; mark++) {
      const row = net.marks[mark]!;
      const x = this.placeX(claims.place[row]!, window),
        y = this.placeY(claims.place[row]!, window);
      if (x > -around && y > -around && x < window.width + around && y < window.height + around)
        this.rows[this.count++] = row;
    }
  }

  /** Open crowded places like a fan, or show one mark a cell where there are too many. */
  private clusterMarks(window: Viewport): void {
    const { visible: net, projected: spots, uiScale: unit, count, rows } = this;
    const { claims, places } = net.index.payload;
    for (let mark = 0; mark < count; mark++) {
      const place = claims.place[rows[mark]!]!;
      this.x[mark] = spots.places[2 * place]! * window.scale;
      this.y[mark] = spots.places[2 * place + 1]! * window.scale;
      this.radius[mark] = (markSizePx(net.index, rows[mark]!) * unit) / 2;
    }
    let wanted = -1;
    for (let mark = 0; mark < count && wanted < 0; mark++) if (this.shown.selected.has(rows[mark]!)) wanted = mark;
    const left = window.scale * this.scaleFactor < PEOPLE_MIN_SCALE * unit;
    this.isClustered = count > MAX_SINGLE_MARKS;
    const options: ClusterOptions = {
      clusterRadius: 24 * unit,
      ringSpacing: this.ringSpacing(),
      isExpanded: (hub) => this.shown.open !== "" && places.id[claims.place[rows[hub]!]!] === this.shown.open,
      alwaysVisible: wanted,
      radius: this.radius,
      isMinor: (mark) => left && layerOf(net.index, rows[mark]!) === "people",
      canMove: (mark) => net.index.isVague(claims.place[rows[mark]!]!),
    };
    this.clusters = this.isClustered
      ? clusterByCell(this.x, this.y, count, unit, options)
      : spiderfy(this.x, this.y, count, options);
  }

  /** Journeys and lines one by one, or as crowds. */
  private layoutLines(window: Viewport): void {
    const { visible: net, projected: spots } = this;
    this.routeDensity.clear();
    this.linkDensity.clear();
    this.routeEnds = new Float32Array(0);
    if (net.journeyCount > MAX_SINGLE_LINES) {
      this.routeEnds = routeDensity(this.routeDensity, net, spots, window, this.markedPlaces());
      this.stops = [];
    } else {
      this.routes = routesOf(net, spots, window);
      this.stops = this.stopsWithoutMark(window);
    }
    if (net.linkCount > MAX_SINGLE_LINES) {
      linkDensity(this.linkDensity, net, spots, window);
      this.links = [];
    } else this.links = linksOf(net, spots, window);
  }

  /** Of a crowd of journeys only what is chosen or under the pointer is drawn by itself. */
  private addHighlightedRoutes(window: Viewport): void {
    if (this.visible.journeyCount <= MAX_SINGLE_LINES) return;
    const lifted = [...this.shown.selected, this.hovered].filter(
      (row) => row >= 0 && this.visible.index.isKind(row, "journey") && this.visible.isVisible(row, this.shown),
    );
    this.routes = routesOf(this.visible, this.projected, window, lifted.slice(0, MAX_SINGLE_LINES));
  }

  private markedPlaces(): Set<number> {
    const { claims } = this.visible.index.payload;
    const marked = new Set<number>();
    for (let mark = 0; mark < this.count; mark++)
      if (!this.clusters.hidden[mark]) marked.add(claims.place[this.rows[mark]!]!);
    return marked;
  }

  private stopsWithoutMark(window: Viewport): RouteStop[] {
    const marked = this.markedPlaces();
    const stops: RouteStop[] = [];
    for (const { row, ends } of this.routes) {
      for (const place of ends) {
        if (marked.has(place)) continue;
        marked.add(place);
        stops.push({ place, row, x: this.placeX(place, window), y: this.placeY(place, window) });
      }
    }
    return stops;
  }

  get renderContext(): RenderContext {
    const { viewport: window, uiScale: unit, palette, words } = this;
    return { viewport: window, visibleBox: this.visibleBox(), ratio: this.pixelRatio(), unit, palette, words };
  }

  /** The part of the canvas that is in sight now. */
  protected visibleBox(): Box {
    const map = this._map;
    const at = map.containerPointToLayerPoint([0, 0]).subtract(this.canvasCorner);
    const { x, y } = map.getSize();
    const { x0, y0, x1, y1 } = this.layerOptions.clipBox?.() ?? { x0: 0, y0: 0, x1: x, y1: y };
    return { x0: at.x + x0, y0: at.y + y0, x1: at.x + x1, y1: at.y + y1 };
  }

  private layoutLabels(ctx: CanvasRenderingContext2D, window: Viewport): void {
    const { shown } = this;
    const naming = {
      words: this.words,
      year: shown.year,
      severalYears: shown.from !== null && shown.from !== shown.year,
      expanded: new Set(this.clusters.expanded.map(({ anchor: hub }) => hub)),
      ringSpacing: this.ringSpacing(),
      scale: window.scale * this.scaleFactor,
    };
    ({
      candidates: this.labelCandidates,
      labels: this.labels,
      taken: this.labelledArea,
    } = layoutLabels(ctx, this, naming, window, this.visibleBox(), this.layerOptions.obstacles?.() ?? []));
  }

  badgeX(chip: ClusterLayout["badges"][number]): number {
    return this.x[chip.anchor]! - this.clusters.dx[chip.anchor]! + chip.dx;
  }

  badgeY(chip: ClusterLayout["badges"][number]): number {
    return this.y[chip.anchor]! - this.clusters.dy[chip.anchor]! + chip.dy;
  }

  // --- painting -------------------------------------------------------------------------------------------

  protected override paint(ctx: CanvasRenderingContext2D, window: Viewport): void {
    if (this.layoutIsStale) this.layout(ctx, window);
    this.addHighlightedRoutes(window);
    const taken = this.labelledArea.copy();
    if (this.layerOptions.polities)
      drawPolityNames(
        ctx,
        this.visible.index,
        this.projected.polities,
        periodDays(this.shown)[1],
        window,
        this.palette,
        this.uiScale,
        taken,
      );
    if (this.layerOptions.seas)
      drawSeaNames(
        ctx,
        this.layerOptions.seas,
        this.visible.index.payload.language,
        window,
        this.palette,
        this.uiScale,
        taken,
      );
    paintAccuracyAreas(this, ctx, window);
    paintRoutesAndLinks(this, ctx, window);
    paintLifePath(this, ctx, window, this.shown.lifePath, this.shown.year, this.labelledArea);
    paintRouteStops(this, ctx);
    paintExpandedClusters(this, ctx);
    paintLeaderLines(this, ctx, window);
    paintMarks(this, ctx, window);
    paintCountBadges(this, ctx);
    paintLabels(this, ctx);
    // As long as something is on its way, the next frame is painted too.
    if (this.transition.isRunning()) this.repaint();
  }

  /** What lies at a point of the map's container; `slack` widens the targets, for a finger. */
  hitAt(container: L.Point, slack: number): Hit | null {
    const map = this._map;
    if (!map) return null;
    const { x, y } = map.containerPointToLayerPoint(container).subtract(this.canvasCorner);
    return hitAt(this, x, y, slack);
  }
}
