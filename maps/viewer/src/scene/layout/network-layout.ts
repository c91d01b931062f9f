/** Lays out the network of a year in pixels of the canvas: marks and their clusters, routes and links. */

import type { LifeStop } from "../../data/life-path";
import { MAIN_STRAND } from "../../data/payload-schema";
import { type Filter, layerOf, type VisibleFeatures } from "../../data/visible-features";
import { type Box, frameBox, grown, isPointIn, type Viewport } from "../../geometry/boxes";
import type { Words } from "../../i18n/viewer-words";
import { defaultState } from "../../state/screen-state";
import { markSizePx } from "../drawing/symbology";
import type { Palette } from "../palette";
import type { TextMeasurer } from "../text-styles";
import { clusterByCell, MAX_SINGLE_MARKS } from "./grid-clustering";
import { KM_PER_WORLD_PIXEL, type MapProjection } from "./map-projection";
import { ProjectedPlaces } from "./projected-places";
import {
  type DensityLine,
  type Link,
  linkDensity,
  linksOf,
  MAX_SINGLE_LINES,
  type Route,
  type RouteStop,
  routeDensity,
  routesOf,
  stopsOf,
} from "./routes-and-links";
import { type Badge, type ClusterLayout, type ClusterOptions, emptyClusters, spiderfy } from "./spiderfy";

export interface NetworkState extends Filter {
  /** The life path of the selected person; empty for none. */
  lifePath: readonly LifeStop[];
  /** The selected claim rows. */
  selected: ReadonlySet<number>;
  /** The selected claim if it is undated, so that it is drawn; otherwise -1. */
  undatedRow: number;
  /** Id of the place whose cluster is expanded. */
  open: string;
}

/** How a network is laid out and drawn. */
export interface LayoutOptions {
  words: Words;
  palette: Palette;
  measurer: TextMeasurer;
  /**
   * Settings for paper, on which nothing can be expanded or enlarged: all marks are shown, and vague places are
   * described in words. Null for a screen. `detail` is the part that another map on the sheet enlarges: its places are
   * dots without names.
   */
  paper?: { detail: Box | null } | null;
  /** Progress of a claim's animation, 0 to 1; 1 without animation. */
  progress?: (row: number) => number;
}

/** Below this scale a map shows only the people who headed a station; the others appear when it is zoomed in. */
const PEOPLE_MIN_SCALE = 1.9;

export class NetworkLayout {
  readonly projected: ProjectedPlaces;
  /** The scale of everything relative to the default size: a large screen is read from further away. */
  uiScale = 1;
  words: Words;
  palette: Palette;
  readonly measurer: TextMeasurer;
  readonly paper: { detail: Box | null } | null;
  readonly progress: (row: number) => number;
  shown: NetworkState;
  /** Claim row under the pointer, or -1. */
  hovered = -1;
  /** Are names omitted that an edge of the viewport would cut? */
  uncut = false;
  viewport: Viewport = { scale: 1, originX: 0, originY: 0, width: 0, height: 0 };
  /**
   * The factor that makes the scales of projections comparable, measured in Europe: 1 in the page's own projection,
   * where a pixel at zoom 0 is 20 km.
   */
  private readonly scaleFactor: number;
  clusters: ClusterLayout = emptyClusters(0);
  private clustersKey = "";
  /** Claim rows of the marks that are laid out, the foremost first. */
  rows: readonly number[] = [];
  /** Position and radius of each mark. */
  x = new Float32Array(0);
  y = new Float32Array(0);
  radius = new Float32Array(0);
  /** Places of marks and stops within the `detail` of `paper`. */
  readonly dots = new Set<number>();
  routes: Route[] = [];
  links: Link[] = [];
  /** Densities, if there are too many routes or links to draw each; and the stops of density routes without a mark. */
  routeDensity: DensityLine[] = [];
  linkDensity: DensityLine[] = [];
  routeEnds: RouteStop[] = [];
  /** Stops of `routes` without a mark. */
  stops: RouteStop[] = [];

  constructor(
    readonly visible: VisibleFeatures,
    projection: MapProjection,
    { words, palette, measurer, paper = null, progress = () => 1 }: LayoutOptions,
  ) {
    this.words = words;
    this.palette = palette;
    this.measurer = measurer;
    this.paper = paper;
    this.progress = progress;
    this.projected = new ProjectedPlaces(visible.index, projection);
    this.scaleFactor = projection.worldPixelLength(10, 50, KM_PER_WORLD_PIXEL);
    const { payload } = visible.index;
    const nothing = {
      year: payload.period[0],
      layers: new Set<never>(),
      strand: MAIN_STRAND,
      selected: new Set<never>(),
    };
    this.shown = { ...defaultState(payload), ...nothing, lifePath: [], undatedRow: -1 };
  }

  /** Set the state; `filterChanged` means that other features are visible in it. */
  setState(shown: NetworkState, filterChanged: boolean): void {
    const { open, selected, undatedRow } = this.shown;
    this.shown = shown;
    if (filterChanged || undatedRow !== shown.undatedRow) this.visible.update(shown, shown.undatedRow);
    if (filterChanged || open !== shown.open || selected !== shown.selected) this.clustersKey = "";
  }

  /** Lay out the features of the state. */
  compute(viewport: Viewport, uncut = this.paper !== null): void {
    this.viewport = viewport;
    this.uncut = uncut;
    this.selectMarks();
    const { scale, originX, originY } = viewport;
    const key = this.visible.marks.length > MAX_SINGLE_MARKS ? `${scale} ${originX} ${originY}` : `${scale}`;
    if (this.clustersKey !== key) this.clusterMarks();
    this.clustersKey = key;
    this.rows.forEach((row, mark) => {
      const { x, y } = this.placeOf(row);
      this.x[mark] = x + this.clusters.dx[mark]!;
      this.y[mark] = y + this.clusters.dy[mark]!;
    });
    this.layoutLines();
  }

  /** The scale in pixels of the page's own projection. */
  get mapScale(): number {
    return this.viewport.scale * this.scaleFactor;
  }

  /** Pixels between two rings of marks. */
  get ringSpacing(): number {
    return 25 * this.uiScale;
  }

  /** Are marks clustered by cell? */
  get isClustered(): boolean {
    return this.rows.length > MAX_SINGLE_MARKS;
  }

  at(place: number): { x: number; y: number } {
    return this.projected.onScreen(place, this.viewport);
  }

  /** The position of a claim's place on the canvas. */
  placeOf(row: number): { x: number; y: number } {
    return this.at(this.visible.index.payload.claims.place[row]!);
  }

  badgeAt({ anchor, dx, dy }: Badge): { x: number; y: number } {
    const { clusters, x, y } = this;
    return { x: x[anchor]! - clusters.dx[anchor]! + dx, y: y[anchor]! - clusters.dy[anchor]! + dy };
  }

  isEmphasised(row: number): boolean {
    return this.shown.selected.has(row) || row === this.hovered;
  }

  /** Select all marks of the year, or only those around the viewport if there are too many. */
  private selectMarks(): void {
    const { marks, index } = this.visible;
    this.dots.clear();
    this.rows = marks;
    if (marks.length <= MAX_SINGLE_MARKS && !this.paper?.detail) return;
    const around = grown(frameBox(this.viewport), 2 * this.ringSpacing);
    this.rows = this.rows.filter((row) => {
      const place = index.payload.claims.place[row]!;
      const { x, y } = this.at(place);
      return !this.becomesDot(place) && isPointIn(x, y, around);
    });
  }

  private isInDetail(place: number): boolean {
    const detail = this.paper?.detail;
    if (!detail) return false;
    const { x, y } = this.at(place);
    return isPointIn(x, y, detail);
  }

  /** Add a place to `dots` if it is within the detail, and return whether it is. */
  private becomesDot(place: number): boolean {
    return this.isInDetail(place) && this.dots.add(place).has(place);
  }

  /** Spread the marks of a crowded place around it, or show one mark per cell if there are too many. */
  private clusterMarks(): void {
    const { visible, projected, uiScale, rows, shown } = this;
    const { index } = visible;
    const { claims, places } = index.payload;
    const ofMarks = (value: (row: number) => number) => Float32Array.from(rows, value);
    this.x = ofMarks((row) => projected.places[2 * claims.place[row]!]! * this.viewport.scale);
    this.y = ofMarks((row) => projected.places[2 * claims.place[row]! + 1]! * this.viewport.scale);
    this.radius = ofMarks((row) => (markSizePx(index, row) * uiScale) / 2);
    const peopleHidden = !this.paper && this.mapScale < PEOPLE_MIN_SCALE * uiScale;
    const options: ClusterOptions = {
      x: this.x,
      y: this.y,
      clusterRadius: 24 * uiScale,
      ringSpacing: this.ringSpacing,
      isExpanded: (anchor) => shown.open !== "" && places.id[claims.place[rows[anchor]!]!] === shown.open,
      showsAll: this.paper !== null,
      alwaysVisible: rows.findIndex((row) => shown.selected.has(row)),
      radius: this.radius,
      isMinor: (mark) => peopleHidden && layerOf(index, rows[mark]!) === "people",
      canMove: (mark) => index.isVague(claims.place[rows[mark]!]!),
    };
    this.clusters = this.isClustered ? clusterByCell(uiScale, options) : spiderfy(options);
  }

  /** Lay out routes and links one by one, or as densities if there are too many. */
  private layoutLines(): void {
    const { visible, projected, viewport } = this;
    const { index, journeys, links: shownLinks } = visible;
    const isDrawn = (ends: readonly number[]) => !ends.every((place) => this.isInDetail(place));
    this.routeDensity = [];
    this.routeEnds = [];
    this.stops = [];
    if (this.hasManyRoutes) {
      this.routeDensity = routeDensity(visible, projected, viewport);
      this.routeEnds = this.unmarkedStops(journeys.map((row) => ({ row, ends: stopsOf(index, row) })));
      this.addHighlightedRoutes();
    } else {
      this.routes = routesOf(visible, projected, viewport, journeys).filter(({ ends }) => isDrawn(ends));
      this.stops = this.unmarkedStops(this.routes).filter(({ place }) => !this.becomesDot(place));
    }
    const areManyLinks = shownLinks.length > MAX_SINGLE_LINES;
    this.linkDensity = areManyLinks ? linkDensity(visible, projected, viewport) : [];
    const links = areManyLinks ? [] : linksOf(visible, projected, viewport);
    this.links = links.filter(({ from, to }) => isDrawn([from, to]));
  }

  private get hasManyRoutes(): boolean {
    return this.visible.journeys.length > MAX_SINGLE_LINES;
  }

  /** If routes are drawn as densities, also add the selected routes and the one under the pointer individually. */
  addHighlightedRoutes(): void {
    const { visible, shown } = this;
    if (!this.hasManyRoutes) return;
    const highlighted = [...shown.selected, this.hovered].filter(
      (row) =>
        row >= 0 &&
        visible.index.isKind(row, "journey") &&
        (visible.isVisible(row, shown) || visible.isDrawnSelected(row, shown, shown.undatedRow)),
    );
    this.routes = routesOf(visible, this.projected, this.viewport, highlighted.slice(0, MAX_SINGLE_LINES));
  }

  /** Stops of routes without a mark, each place once. */
  private unmarkedStops(routes: readonly Pick<Route, "row" | "ends">[]): RouteStop[] {
    const { claims } = this.visible.index.payload;
    const marked = this.rows.filter((_, mark) => !this.clusters.hidden[mark]);
    const met = new Set(marked.map((row) => claims.place[row]!));
    return routes.flatMap(({ row, ends }) =>
      ends
        .filter((place) => met.size !== met.add(place).size)
        .map((place): RouteStop => ({ place, row, ...this.at(place) })),
    );
  }
}
