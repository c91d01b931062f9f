/** Lays out the network of a year in pixels of the canvas: marks and their clusters, routes, links and labels. */

import type { LifeStop } from "../../data/life-path";
import { MAIN_STRAND } from "../../data/payload-schema";
import { type Filter, layerOf, type VisibleFeatures } from "../../data/visible-features";
import { type Box, BoxGrid, isInside } from "../../geometry/boxes";
import { type Viewport, wrapShift } from "../../geometry/viewport";
import type { Words } from "../../i18n/viewer-words";
import { periodDays } from "../../time/period";
import type { LaidOutNetwork } from "../drawing/network-drawing";
import { markSizePx } from "../drawing/symbology";
import type { Palette } from "../palette";
import type { TextMeasurer } from "../text-styles";
import { clusterByCell, MAX_SINGLE_MARKS } from "./grid-clustering";
import type { MapLabelCandidate } from "./label-candidates";
import { layoutLabels } from "./label-layout";
import type { PlacedLabel } from "./label-placement";
import { LineDensity, linkDensity, MAX_SINGLE_LINES, type RouteEnds, routeDensity } from "./line-density";
import { KM_PER_WORLD_PIXEL, type MapProjection } from "./map-projection";
import { ProjectedPlaces } from "./projected-places";
import { type Link, linksOf, type Route, type RouteStop, routesOf } from "./routes-and-links";
import { type ClusterLayout, type ClusterOptions, emptyClusters, spiderfy } from "./spiderfy";

export interface NetworkState extends Filter {
  /** The line of the selected person through the years; empty for none. */
  lifePath: readonly LifeStop[];
  /** Claim rows that are selected. */
  selected: ReadonlySet<number>;
  /** The selected claim if it is undated, so that it is drawn; else -1. */
  undatedRow: number;
  /** Id of the place whose cluster is expanded. */
  open: string;
}

/** What a sheet of paper needs, on which nothing can be opened or enlarged: all marks, and vague places in words. */
export interface PaperOptions {
  /** The part of the map that another one beside it shows enlarged: its places are dots here, without names. */
  detail: Box | null;
}

/** A small map shows who headed a station; the others come when it is enlarged. */
const PEOPLE_MIN_SCALE = 1.9;

export class NetworkLayout implements LaidOutNetwork {
  readonly projected: ProjectedPlaces;
  /** How much larger than ordinary everything is set: a large screen is read from further away. */
  uiScale = 1;
  /** What makes scales comparable: 1 in the page's own projection, where a pixel at zoom 0 is 20 km in Europe too. */
  private readonly scaleFactor: number;
  shown: NetworkState;
  hovered = -1;
  paper: PaperOptions | null = null;
  /** Places in the detail of a sheet. */
  readonly dots = new Set<number>();
  clusters: ClusterLayout = emptyClusters(0);
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
  stops: RouteStop[] = [];
  labelCandidates: MapLabelCandidate[] = [];
  labels: PlacedLabel[] = [];
  /** Where labels, marks and panels leave no room for other text. */
  labelledArea = new BoxGrid();

  constructor(
    readonly visible: VisibleFeatures,
    projection: MapProjection,
    /** 0 to 1 while a claim is on its way, else 1. */
    readonly progress: (row: number) => number,
    private readonly measurer: TextMeasurer,
    public palette: Palette,
    public words: Words,
  ) {
    this.projected = new ProjectedPlaces(visible.index, projection);
    this.scaleFactor = projection.worldPixelLength(10, 50, KM_PER_WORLD_PIXEL);
    this.shown = {
      year: visible.index.payload.period[0],
      from: null,
      month: null,
      layers: new Set(),
      certainty: "possible",
      strand: MAIN_STRAND,
      only: new Set(),
      readings: new Map(),
      lifePath: [],
      selected: new Set(),
      undatedRow: -1,
      open: "",
    };
  }

  /** Take another state; with `filterChanged`, other features are visible in it. */
  setState(shown: NetworkState, filterChanged: boolean): void {
    const { open, selected, undatedRow } = this.shown;
    this.shown = shown;
    if (filterChanged || undatedRow !== shown.undatedRow) this.visible.update(shown, shown.undatedRow);
    if (filterChanged || open !== shown.open || selected !== shown.selected) this.clustersKey = "";
  }

  /**
   * Lay out what the state shows.
   *
   * @param visibleBox the part of the canvas that is in sight
   * @param obstacles boxes where no label may stand, in pixels from the corner of `visibleBox`
   */
  compute(viewport: Viewport, visibleBox: Box, obstacles: readonly Box[]): void {
    const { visible } = this;
    const { claims } = visible.index.payload;
    this.selectMarks(viewport);
    const key = `${viewport.scale}${visible.markCount > MAX_SINGLE_MARKS ? ` ${viewport.originX} ${viewport.originY}` : ""}`;
    if (this.clustersKey !== key) this.clusterMarks(viewport);
    this.clustersKey = key;
    for (let mark = 0; mark < this.count; mark++) {
      const place = claims.place[this.rows[mark]!]!;
      this.x[mark] = this.placeX(place, viewport) + this.clusters.dx[mark]!;
      this.y[mark] = this.placeY(place, viewport) + this.clusters.dy[mark]!;
    }
    this.layoutLines(viewport);
    this.layoutLabels(viewport, visibleBox, obstacles);
  }

  placeX(place: number, viewport: Viewport): number {
    const x = this.projected.places[2 * place]!;
    return (x + wrapShift(x, viewport, this.projected.projection.wrapWidth)) * viewport.scale - viewport.originX;
  }

  placeY(place: number, viewport: Viewport): number {
    return this.projected.places[2 * place + 1]! * viewport.scale - viewport.originY;
  }

  badgeX(badge: ClusterLayout["badges"][number]): number {
    return this.x[badge.anchor]! - this.clusters.dx[badge.anchor]! + badge.dx;
  }

  badgeY(badge: ClusterLayout["badges"][number]): number {
    return this.y[badge.anchor]! - this.clusters.dy[badge.anchor]! + badge.dy;
  }

  private ensureCapacity(count: number): void {
    if (this.x.length >= count) return;
    const capacity = Math.ceil(count * 1.5) + 16;
    this.x = new Float32Array(capacity);
    this.y = new Float32Array(capacity);
    this.radius = new Float32Array(capacity);
  }

  private ringSpacing(): number {
    return 25 * this.uiScale;
  }

  /** All marks of the year; of a great many only those in the viewport. */
  private selectMarks(viewport: Viewport): void {
    const { visible } = this;
    this.ensureCapacity(visible.markCount);
    this.dots.clear();
    if (visible.markCount <= MAX_SINGLE_MARKS && !this.paper?.detail) {
      this.rows = visible.marks;
      this.count = visible.markCount;
      return;
    }
    if (this.rows === visible.marks || this.rows.length < visible.markCount)
      this.rows = new Int32Array(visible.marks.length);
    const { claims } = visible.index.payload;
    const around = 2 * this.ringSpacing();
    this.count = 0;
    for (let mark = 0; mark < visible.markCount; mark++) {
      const row = visible.marks[mark]!;
      const place = claims.place[row]!;
      const x = this.placeX(place, viewport),
        y = this.placeY(place, viewport);
      if (this.isInDetail(place, viewport)) this.dots.add(place);
      else if (x > -around && y > -around && x < viewport.width + around && y < viewport.height + around)
        this.rows[this.count++] = row;
    }
  }

  private isInDetail(place: number, viewport: Viewport): boolean {
    const detail = this.paper?.detail;
    if (!detail) return false;
    const x = this.placeX(place, viewport),
      y = this.placeY(place, viewport);
    return isInside({ x0: x, y0: y, x1: x, y1: y }, detail);
  }

  /** Spread the marks of a crowded place around it, or show one mark a cell where there are too many. */
  private clusterMarks(viewport: Viewport): void {
    const { visible, projected, uiScale, count, rows } = this;
    const { claims, places } = visible.index.payload;
    for (let mark = 0; mark < count; mark++) {
      const place = claims.place[rows[mark]!]!;
      this.x[mark] = projected.places[2 * place]! * viewport.scale;
      this.y[mark] = projected.places[2 * place + 1]! * viewport.scale;
      this.radius[mark] = (markSizePx(visible.index, rows[mark]!) * uiScale) / 2;
    }
    let alwaysVisible = -1;
    for (let mark = 0; mark < count && alwaysVisible < 0; mark++)
      if (this.shown.selected.has(rows[mark]!)) alwaysVisible = mark;
    const peopleHidden = !this.paper && viewport.scale * this.scaleFactor < PEOPLE_MIN_SCALE * uiScale;
    this.isClustered = count > MAX_SINGLE_MARKS;
    const options: ClusterOptions = {
      clusterRadius: 24 * uiScale,
      ringSpacing: this.ringSpacing(),
      isExpanded: (anchor) => this.shown.open !== "" && places.id[claims.place[rows[anchor]!]!] === this.shown.open,
      showsAll: this.paper !== null,
      alwaysVisible,
      radius: this.radius,
      isMinor: (mark) => peopleHidden && layerOf(visible.index, rows[mark]!) === "people",
      canMove: (mark) => visible.index.isVague(claims.place[rows[mark]!]!),
    };
    this.clusters = this.isClustered
      ? clusterByCell(this.x, this.y, count, uiScale, options)
      : spiderfy(this.x, this.y, count, options);
  }

  /** Routes and links one by one, or as densities where there are too many. */
  private layoutLines(viewport: Viewport): void {
    const { visible, projected } = this;
    this.routeDensity.clear();
    this.linkDensity.clear();
    this.routeEnds = new Float32Array(0);
    if (visible.journeyCount > MAX_SINGLE_LINES) {
      this.routeEnds = routeDensity(this.routeDensity, visible, projected, viewport, this.markedPlaces());
      this.stops = [];
    } else {
      this.routes = routesOf(visible, projected, viewport).filter(
        ({ ends }) => !ends.every((place) => this.isInDetail(place, viewport)),
      );
      this.stops = this.stopsWithoutMark(viewport);
    }
    if (visible.linkCount > MAX_SINGLE_LINES) {
      linkDensity(this.linkDensity, visible, projected, viewport);
      this.links = [];
    } else
      this.links = linksOf(visible, projected, viewport).filter(
        ({ ends }) => !ends.every((place) => this.isInDetail(place, viewport)),
      );
  }

  /** Where routes are drawn as densities, add the one that is selected or under the pointer by itself. */
  addHighlightedRoutes(viewport: Viewport): void {
    const { visible, shown } = this;
    if (visible.journeyCount <= MAX_SINGLE_LINES) return;
    const highlighted = [...shown.selected, this.hovered].filter(
      (row) =>
        row >= 0 &&
        visible.index.isKind(row, "journey") &&
        (visible.isVisible(row, shown) || visible.isDrawnSelected(row, shown, shown.undatedRow)),
    );
    this.routes = routesOf(visible, this.projected, viewport, highlighted.slice(0, MAX_SINGLE_LINES));
  }

  private markedPlaces(): Set<number> {
    const { claims } = this.visible.index.payload;
    const marked = new Set<number>();
    for (let mark = 0; mark < this.count; mark++)
      if (!this.clusters.hidden[mark]) marked.add(claims.place[this.rows[mark]!]!);
    return marked;
  }

  private stopsWithoutMark(viewport: Viewport): RouteStop[] {
    const marked = this.markedPlaces();
    const stops: RouteStop[] = [];
    for (const { row, ends } of this.routes) {
      for (const place of ends) {
        if (marked.has(place)) continue;
        marked.add(place);
        if (this.isInDetail(place, viewport)) this.dots.add(place);
        else stops.push({ place, row, x: this.placeX(place, viewport), y: this.placeY(place, viewport) });
      }
    }
    return stops;
  }

  private layoutLabels(viewport: Viewport, visibleBox: Box, obstacles: readonly Box[]): void {
    const { year, from } = this.shown;
    const settings = {
      words: this.words,
      days: periodDays(this.shown),
      severalYears: from !== null && from !== year,
      expanded: new Set(this.clusters.expanded.map(({ anchor }) => anchor)),
      ringSpacing: this.ringSpacing(),
      scale: viewport.scale * this.scaleFactor,
      namesRegions: this.paper !== null,
    };
    ({
      candidates: this.labelCandidates,
      labels: this.labels,
      taken: this.labelledArea,
    } = layoutLabels(this.measurer, this, settings, viewport, visibleBox, obstacles));
  }
}
