/** The position of the map: all of the network at first, then what is brought into view, always beside the panels. */

import * as L from "leaflet";
import type { PayloadIndex } from "../data/payload-index";
import { MAIN_STRAND } from "../data/payload-schema";
import type { Box } from "../geometry/boxes";
import type { MapView } from "../state/screen-state";
import type { GeographicProjection } from "./leaflet-projection";
import type { NetworkLayer } from "./network-layer";

/** In a small window all of the network is too small to read: then its densest part comes first. */
const MIN_READABLE_ZOOM = -0.4;
const FALLBACK_ZOOM = 0.4;
// Room for the cluster of a crowded place at the edge, and for its name; in a small frame no more than this share of
// it.
const MARGIN_PX = 56;
const MARGIN_SHARE = 0.12;

/** A frame less wide or high than this is too small for a map. */
const MIN_FRAME_PX = 80;

/** A zoom, and the world pixel in the middle of the window. */
interface CameraPosition {
  zoom: number;
  x: number;
  y: number;
}

export class MapCamera {
  /** Until the reader has moved the map, it keeps showing all of the network when the window changes. */
  private isUntouched = true;
  private lastFit = { zoom: 0, center: L.latLng(0, 0), readable: false, coveredPlaces: 0 };
  private isMovingItself = false;

  constructor(
    private readonly map: L.Map,
    private readonly projection: GeographicProjection,
    private readonly index: PayloadIndex,
    private readonly network: NetworkLayer,
    private readonly panelBoxes: () => Box[],
  ) {}

  /** Marks and names grow with the page, and so does the room for them. */
  private get margin(): number {
    return MARGIN_PX * this.network.uiScale;
  }

  currentMapView(): MapView {
    const [lon, lat] = this.projection.fromLatLng(this.map.getCenter());
    return { zoom: this.map.getZoom(), lat, lon };
  }

  setMapView({ zoom, lat, lon }: MapView, animate = false): void {
    this.isUntouched = false;
    const limited = Math.max(this.map.getMinZoom(), Math.min(this.map.getMaxZoom(), zoom));
    this.moveTo(this.projection.toLatLng(lon, lat), limited, animate);
  }

  /** Move the map without counting it as the reader's move. */
  private moveTo(center: L.LatLng, zoom: number, animate: boolean): void {
    this.isMovingItself = true;
    this.map.setView(center, zoom, { animate });
    this.isMovingItself = false;
  }

  /** The map has come to rest: was it the reader who moved it? */
  afterMove(): void {
    if (!this.isMovingItself && this.isUntouched) this.isUntouched = this.isAtLastFit();
  }

  afterResize(): void {
    if (this.isUntouched) this.fitNetwork(true);
  }

  /** A panel has grown: where it now lies over what was shown, the map moves aside, unless the reader has moved it. */
  avoidPanels(): void {
    if (
      this.isUntouched &&
      this.coveredPlaceCount(this.extent().points, this.currentPosition()) > this.lastFit.coveredPlaces
    )
      this.fitNetwork(this.lastFit.readable);
  }

  private currentPosition(): CameraPosition {
    const zoom = this.map.getZoom();
    return { zoom, ...this.map.project(this.map.getCenter(), zoom).divideBy(this.map.getZoomScale(zoom, 0)) };
  }

  /** A change of the window moves the map by a pixel or so; that is not the reader's doing. */
  private isAtLastFit(): boolean {
    const { zoom, center } = this.lastFit;
    const away = this.map.project(center, zoom).distanceTo(this.map.project(this.map.getCenter(), zoom));
    return Math.abs(this.map.getZoom() - zoom) < 0.01 && away < 6;
  }

  /** The part of the map's window that no panel covers. */
  freeArea(panels: readonly Box[] = this.panelBoxes()): Box {
    const { x: width, y: height } = this.map.getSize();
    const box = { x0: 0, y0: 0, x1: width, y1: height };
    for (const panel of panels) {
      const wide = panel.x1 - panel.x0 > width * 0.6;
      const tall = panel.y1 - panel.y0 > height * 0.5;
      if (wide && panel.y1 > height - 8) box.y1 = Math.min(box.y1, panel.y0);
      else if (wide && panel.y0 < height * 0.2) box.y0 = Math.max(box.y0, panel.y1);
      else if (tall && panel.x1 > width - 40) box.x1 = Math.min(box.x1, panel.x0);
    }
    return box.x1 - box.x0 > MIN_FRAME_PX && box.y1 - box.y0 > MIN_FRAME_PX
      ? box
      : { x0: 0, y0: 0, x1: width, y1: height };
  }

  /** World positions of everything in the main strand that has a place. */
  private extent(): { xs: Float64Array; ys: Float64Array; points: [number, number][] } {
    const { places } = this.network.projected;
    const seen = new Set<number>();
    const xs: number[] = [],
      ys: number[] = [];
    for (let row = 0; row < this.index.size; row++) {
      if (!this.index.isOfStrand(row, MAIN_STRAND)) continue;
      for (const place of this.index.placesOf(row)) {
        if (!this.index.isLocated(place)) continue;
        seen.add(place);
        xs.push(places[2 * place]!);
        ys.push(places[2 * place + 1]!);
      }
    }
    const points = [...seen].map((place): [number, number] => [places[2 * place]!, places[2 * place + 1]!]);
    // Typed arrays sort numbers by themselves, and fast.
    return { xs: Float64Array.from(xs).sort(), ys: Float64Array.from(ys).sort(), points };
  }

  /** Show all of the network; with `readable`, only as much of it as can be read. */
  fitNetwork(readable: boolean): void {
    const { zoom, x, y } = this.networkPosition(readable);
    this.moveTo(this.map.unproject([x, y], 0), zoom, false);
    this.isUntouched = true;
    const covered = this.coveredPlaceCount(this.extent().points, this.currentPosition());
    this.lastFit = { zoom: this.map.getZoom(), center: this.map.getCenter(), readable, coveredPlaces: covered };
  }

  private networkPosition(readable: boolean): CameraPosition {
    const { xs, ys, points } = this.extent();
    if (xs.length === 0) return { zoom: 0, x: 0, y: 0 };
    const around = { x0: xs[0]!, x1: xs[xs.length - 1]!, y0: ys[0]!, y1: ys[ys.length - 1]! };
    const fits = this.candidateFrames().map((frame) => this.positionFitting(around, frame));
    // The position in which the panels cover the fewest places, best none; of several the largest.
    const judged = fits.map((fit) => ({ fit, covered: this.coveredPlaceCount(points, fit) }));
    let best = judged.sort((a, b) => a.covered - b.covered || b.fit.zoom - a.fit.zoom)[0]!.fit;
    if (readable && best.zoom < MIN_READABLE_ZOOM) {
      const middle = {
        x0: xs[xs.length >> 1]!,
        x1: xs[xs.length >> 1]!,
        y0: ys[ys.length >> 1]!,
        y1: ys[ys.length >> 1]!,
      };
      best = this.positionFitting(middle, this.freeArea(), FALLBACK_ZOOM);
    }
    return best;
  }

  /**
   * The frames into which the network may be fitted: the free part, and what of it lies beside or under heading and
   * tools.
   */
  private candidateFrames(): Box[] {
    const free = this.freeArea();
    const high = this.panelBoxes().filter(({ y1 }) => y1 < free.y1 * 0.6);
    const left = high.filter(({ x1 }) => x1 < free.x1 * 0.6),
      right = high.filter(({ x0 }) => x0 > free.x1 * 0.4);
    const under = (panels: readonly Box[]) => Math.max(free.y0, ...panels.map(({ y1 }) => y1));
    const x0 = Math.max(free.x0, ...left.map(({ x1 }) => x1)),
      x1 = Math.min(free.x1, ...right.map((panel) => panel.x0));
    const frames = [
      free,
      { ...free, y0: under(left) },
      { ...free, x0 },
      { ...free, y0: under(high) },
      { ...free, y0: under(left), x1 },
      { ...free, y0: under(right), x0 },
      { ...free, x0, x1 },
    ];
    return frames.filter(
      (frame) => (frame.x1 - frame.x0 > MIN_FRAME_PX && frame.y1 - frame.y0 > MIN_FRAME_PX) || frame === free,
    );
  }

  /** Zoom and middle of the map such that a part of the world fills a frame of the window. */
  private positionFitting(world: Box, frame: Box, zoom?: number): CameraPosition {
    const within = (side: number) => Math.max(MIN_FRAME_PX / 2, side - 2 * Math.min(this.margin, MARGIN_SHARE * side));
    const width = within(frame.x1 - frame.x0),
      height = within(frame.y1 - frame.y0);
    const wanted =
      zoom ??
      Math.log2(Math.min(width / Math.max(40, world.x1 - world.x0), height / Math.max(40, world.y1 - world.y0)));
    const limited = Math.max(this.map.getMinZoom(), Math.min(3, wanted));
    const scale = this.map.getZoomScale(limited, 0);
    const { x: w, y: h } = this.map.getSize();
    return {
      zoom: limited,
      x: (world.x0 + world.x1) / 2 + (w - frame.x0 - frame.x1) / 2 / scale,
      y: (world.y0 + world.y1) / 2 + (h - frame.y0 - frame.y1) / 2 / scale,
    };
  }

  /** How many places lie under panels. */
  private coveredPlaceCount(points: readonly [number, number][], { zoom, x, y }: CameraPosition): number {
    const scale = this.map.getZoomScale(zoom, 0);
    const { x: w, y: h } = this.map.getSize();
    const panels = this.panelBoxes();
    return points.filter(([px, py]) => {
      const sx = (px - x) * scale + w / 2,
        sy = (py - y) * scale + h / 2;
      return panels.some((panel) => sx > panel.x0 - 8 && sx < panel.x1 + 8 && sy > panel.y0 - 8 && sy < panel.y1 + 8);
    }).length;
  }

  /** Bring places into the free part, moving no more than is needed. */
  bringIntoView(placeRows: readonly number[], animate: boolean): void {
    const { places } = this.network.projected;
    const located = placeRows.filter((place) => this.index.isLocated(place));
    if (located.length === 0) return;
    const free = this.freeArea();
    const points = located.map((place) =>
      this.map.latLngToContainerPoint(this.map.unproject([places[2 * place]!, places[2 * place + 1]!], 0)),
    );
    const panels = this.panelBoxes();
    const seen = (point: L.Point) =>
      !panels.some(
        ({ x0, y0, x1, y1 }) => point.x > x0 - 8 && point.x < x1 + 8 && point.y > y0 - 8 && point.y < y1 + 8,
      ) &&
      point.x > free.x0 + this.margin &&
      point.x < free.x1 - this.margin &&
      point.y > free.y0 + this.margin &&
      point.y < free.y1 - this.margin;
    if (points.every(seen)) return;
    const bounds = L.bounds(points);
    const size = bounds.getSize();
    const roomX = free.x1 - free.x0 - 4 * this.margin,
      roomY = free.y1 - free.y0 - 4 * this.margin;
    const middle = bounds.getCenter();
    const target = this.map.containerPointToLatLng(middle);
    const shrink = Math.log2(Math.max(size.x / roomX, size.y / roomY, 1));
    const zoom = Math.max(this.map.getMinZoom(), this.map.getZoom() - shrink);
    const half = this.map.getSize().divideBy(2);
    const shift = half.subtract(L.point((free.x0 + free.x1) / 2, (free.y0 + free.y1) / 2));
    this.moveTo(this.map.unproject(this.map.project(target, zoom).add(shift), zoom), zoom, animate);
  }
}
