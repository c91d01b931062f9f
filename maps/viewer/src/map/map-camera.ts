/** The position of the map: all of the network at first, then the places brought into view, always clear of panels. */

import * as L from "leaflet";
import type { PayloadIndex } from "../data/payload-index";
import { MAIN_STRAND } from "../data/payload-schema";
import type { Box } from "../geometry/boxes";
import type { PlaneProjection } from "../scene/layout/map-projection";
import type { MapView } from "../state/screen-state";
import { boxOf } from "./canvas-layer";
import type { NetworkLayer } from "./network-layer";

/** In a small window the complete network is too small to read, so its densest part is shown first. */
const MIN_READABLE_ZOOM = -0.4;
const FALLBACK_ZOOM = 0.4;
// Room for the cluster of a crowded place at the edge, and for its name. In a small frame it is at most this share of
// the frame.
const MARGIN_PX = 56;
const MARGIN_SHARE = 0.12;

/** A frame that is narrower or lower than this is too small for a map. */
const MIN_FRAME_PX = 80;

/** A zoom, and the world pixel at the centre of the window. */
type CameraPosition = Record<"zoom" | "x" | "y", number>;

/**
 * The zoom at which a part of the world fills a width and height. A part narrower or lower than `least` pixels counts
 * as `least` pixels.
 */
export function zoomFilling({ x0, y0, x1, y1 }: Box, width: number, height: number, least: number): number {
  return Math.log2(Math.min(width / Math.max(least, x1 - x0), height / Math.max(least, y1 - y0)));
}

/** The position, at a zoom, that centres a part of the world in a frame of the window. */
export function positionAt(world: Box, frame: Box, window: { x: number; y: number }, zoom: number): CameraPosition {
  const scale = 2 ** zoom;
  return {
    zoom,
    x: (world.x0 + world.x1) / 2 + (window.x - frame.x0 - frame.x1) / 2 / scale,
    y: (world.y0 + world.y1) / 2 + (window.y - frame.y0 - frame.y1) / 2 / scale,
  };
}

/** The bounding box of points. */
export function extentOf(points: [x: number, y: number][]): Box {
  const { min, max } = L.bounds(points.map((point) => L.point(point)));
  return { x0: min!.x, y0: min!.y, x1: max!.x, y1: max!.y };
}

const isLargeEnough = ({ x0, y0, x1, y1 }: Box): boolean => x1 - x0 > MIN_FRAME_PX && y1 - y0 > MIN_FRAME_PX;

/** Whether a panel covers a point of the window, or comes within a few pixels of it. */
const isCovered = (panels: readonly Box[], x: number, y: number): boolean =>
  panels.some(({ x0, y0, x1, y1 }) => x > x0 - 8 && x < x1 + 8 && y > y0 - 8 && y < y1 + 8);

export class MapCamera {
  /** Until the reader moves the map, it keeps showing all of the network when the window changes. */
  private isUntouched = true;
  private lastFit = { zoom: 0, x: 0, y: 0, readable: false, coveredPlaces: 0 };
  private isMovingItself = false;
  /** The places of everything in the main strand, each as often as a claim names it. `places` has each once. */
  private readonly namedPlaces: readonly number[];
  private readonly places: readonly number[];

  constructor(
    private readonly map: L.Map,
    private readonly projection: PlaneProjection,
    private readonly index: PayloadIndex,
    private readonly network: NetworkLayer,
    private readonly panelBoxes: () => Box[],
  ) {
    const rows = Array.from({ length: index.size }, (_, row) => row);
    this.namedPlaces = rows.flatMap((row) =>
      index.isOfStrand(row, MAIN_STRAND) ? index.placesOf(row).filter((place) => index.isLocated(place)) : [],
    );
    this.places = [...new Set(this.namedPlaces)];
  }

  /** The room for marks and names, which grows with the page as they do. */
  private get margin(): number {
    return MARGIN_PX * this.network.layout.uiScale;
  }

  currentMapView(): MapView {
    const { zoom, x, y } = this.currentPosition();
    const [lon, lat] = this.projection.fromWorldPixels(x, y);
    return { zoom, lat, lon };
  }

  setMapView({ zoom, lat, lon }: MapView, animate = false): void {
    this.isUntouched = false;
    const [x, y] = this.projection.toWorldPixels(lon, lat);
    this.moveTo({ zoom, x, y }, animate);
  }

  /** Move the map within its range of zooms, without counting it as a move by the reader. */
  private moveTo({ zoom, x, y }: CameraPosition, animate = false): void {
    this.isMovingItself = true;
    this.map.setView(this.map.unproject([x, y], 0), zoom, { animate });
    this.isMovingItself = false;
  }

  /** Record whether the reader moved the map, once it is at rest. A change of the window moves it by about a pixel. */
  afterMove(): void {
    if (this.isMovingItself || !this.isUntouched) return;
    const { zoom, x, y } = this.currentPosition();
    const { lastFit } = this;
    const awayPx = Math.hypot(x - lastFit.x, y - lastFit.y) * this.map.getZoomScale(lastFit.zoom, 0);
    this.isUntouched = Math.abs(zoom - lastFit.zoom) < 0.01 && awayPx < 6;
  }

  afterResize(): void {
    if (this.isUntouched) this.fitNetwork(true);
  }

  /** Move the map aside if a panel that grew covers places that were visible, unless the reader has moved the map. */
  avoidPanels(): void {
    if (this.isUntouched && this.coveredPlaceCount(this.currentPosition()) > this.lastFit.coveredPlaces)
      this.fitNetwork(this.lastFit.readable);
  }

  private currentPosition(): CameraPosition {
    const { x, y } = this.map.project(this.map.getCenter(), 0);
    return { zoom: this.map.getZoom(), x, y };
  }

  /** The part of the map's window that no panel covers. */
  freeArea(panels: readonly Box[] = this.panelBoxes()): Box {
    const all = boxOf(this.map.getSize());
    const { x1: width, y1: height } = all;
    const box = { ...all };
    for (const { x0, y0, x1, y1 } of panels) {
      const wide = x1 - x0 > width * 0.6;
      const tall = y1 - y0 > height * 0.5;
      if (wide && y1 > height - 8) box.y1 = Math.min(box.y1, y0);
      else if (wide && y0 < height * 0.2) box.y0 = Math.max(box.y0, y1);
      else if (tall && x1 > width - 40) box.x1 = Math.min(box.x1, x0);
    }
    return isLargeEnough(box) ? box : all;
  }

  /** The position of a place in world pixels. */
  private worldPoint(place: number): [x: number, y: number] {
    const { places } = this.network.layout.projected;
    return [places[2 * place]!, places[2 * place + 1]!];
  }

  /** Show all of the network; with `readable`, only as much as can be read. */
  fitNetwork(readable: boolean): void {
    this.moveTo(this.networkPosition(readable));
    this.isUntouched = true;
    const position = this.currentPosition();
    this.lastFit = { ...position, readable, coveredPlaces: this.coveredPlaceCount(position) };
  }

  private networkPosition(readable: boolean): CameraPosition {
    if (this.places.length === 0) return { zoom: 0, x: 0, y: 0 };
    const around = extentOf(this.places.map((place) => this.worldPoint(place)));
    // The position in which the panels cover the fewest places; of several, the one with the largest scale.
    const fits = this.candidateFrames().map((frame) => this.positionFitting(around, frame));
    const judged = fits.map((fit) => ({ fit, covered: this.coveredPlaceCount(fit) }));
    const best = judged.sort((a, b) => a.covered - b.covered || b.fit.zoom - a.fit.zoom)[0]!.fit;
    if (!readable || best.zoom >= MIN_READABLE_ZOOM) return best;
    // Typed arrays sort by number without a comparison function, and fast.
    const median = (axis: 0 | 1) =>
      Float64Array.from(this.namedPlaces, (place) => this.worldPoint(place)[axis]).sort()[
        this.namedPlaces.length >> 1
      ]!;
    const middle = extentOf([[median(0), median(1)]]);
    return positionAt(middle, this.freeArea(), this.map.getSize(), FALLBACK_ZOOM);
  }

  /**
   * The frames that the network may be fitted into: the free area, and its parts next to or below the heading and the
   * tools.
   */
  private candidateFrames(): Box[] {
    const free = this.freeArea();
    const high = this.panelBoxes().filter(({ y1 }) => y1 < free.y1 * 0.6);
    const left = high.filter(({ x1 }) => x1 < free.x1 * 0.6);
    const right = high.filter(({ x0 }) => x0 > free.x1 * 0.4);
    const under = (panels: readonly Box[]) => Math.max(free.y0, ...panels.map(({ y1 }) => y1));
    const x0 = Math.max(free.x0, ...left.map(({ x1 }) => x1)),
      x1 = Math.min(free.x1, ...right.map((panel) => panel.x0));
    const underLeft = { y0: under(left) };
    const sides = [underLeft, { x0 }, { y0: under(high) }, { ...underLeft, x1 }, { y0: under(right), x0 }, { x0, x1 }];
    return [free, ...sides.map((side) => ({ ...free, ...side })).filter(isLargeEnough)];
  }

  /** The position in which a part of the world fills a frame of the window. */
  private positionFitting(world: Box, frame: Box): CameraPosition {
    const within = (side: number) => Math.max(MIN_FRAME_PX / 2, side - 2 * Math.min(this.margin, MARGIN_SHARE * side));
    const wanted = zoomFilling(world, within(frame.x1 - frame.x0), within(frame.y1 - frame.y0), 40);
    return positionAt(world, frame, this.map.getSize(), Math.max(this.map.getMinZoom(), Math.min(3, wanted)));
  }

  /** A function that returns the point of a place in the window, for a position of the map. */
  private screenPoints({ zoom, x, y }: CameraPosition): (place: number) => [x: number, y: number] {
    const scale = this.map.getZoomScale(zoom, 0);
    const middle = this.map.getSize().divideBy(2);
    return (place) => {
      const [worldX, worldY] = this.worldPoint(place);
      return [(worldX - x) * scale + middle.x, (worldY - y) * scale + middle.y];
    };
  }

  /** The number of places that panels cover. */
  private coveredPlaceCount(position: CameraPosition): number {
    const panels = this.panelBoxes();
    return this.places.map(this.screenPoints(position)).filter(([x, y]) => isCovered(panels, x, y)).length;
  }

  /** Bring places into the free area, moving the map no more than needed. */
  bringIntoView(placeRows: readonly number[], animate: boolean): void {
    const located = placeRows.filter((place) => this.index.isLocated(place));
    if (located.length === 0) return;
    const { map, margin } = this;
    const free = this.freeArea();
    const panels = this.panelBoxes();
    const position = this.currentPosition();
    const isSeen = ([x, y]: [number, number]) =>
      Math.min(x - free.x0, free.x1 - x, y - free.y0, free.y1 - y) > margin && !isCovered(panels, x, y);
    if (located.map(this.screenPoints(position)).every(isSeen)) return;
    const world = extentOf(located.map((place) => this.worldPoint(place)));
    const room = (side: number) => (side > 4 * margin ? side - 4 * margin : Infinity);
    const wanted = zoomFilling(world, room(free.x1 - free.x0), room(free.y1 - free.y0), 1e-9);
    const zoom = Math.max(map.getMinZoom(), Math.min(position.zoom, wanted));
    this.moveTo(positionAt(world, free, map.getSize(), zoom), animate);
  }
}
