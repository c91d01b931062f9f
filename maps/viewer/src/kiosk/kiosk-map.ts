/**
 * The kiosk's map: its initial view, the views of the tour, and its gestures. One finger pans, two zoom, and a short
 * touch selects the feature there, in any rotation of the page.
 *
 * The gestures replace Leaflet's own handlers, which count every finger on the screen as theirs and ignore the
 * rotation.
 */

import * as L from "leaflet";
import type { KioskDocument } from "../data/payload-schema";
import type { BasemapLayer } from "../map/basemap-layer";
import { beginMove, endAnimations, endMove, moveUnrounded, resetView } from "../map/leaflet-internals";
import type { MapCamera } from "../map/map-camera";
import { prefersReducedMotion } from "../map/reduced-motion";
import type { MapView } from "../state/screen-state";
import type { ScreenRotation } from "./screen-rotation";

/** A touch that moves farther than this is a pan. */
const MOVE_THRESHOLD_PX = 10;

const clamp = (value: number, min: number, max: number) => Math.max(min, Math.min(max, value));

export class KioskMap {
  readonly element: Element;
  /** Null if the page has changed since the view was computed; it is then computed again. */
  initialView: { center: L.LatLng; zoom: number } | null = null;
  private readonly fingerPoints = new Map<number, L.Point>();
  private moving = false;
  /** The state of the map and of the fingers when the gesture began. */
  private gestureStart = { zoom: 0, spread: 1, under: L.latLng(0, 0), middle: L.point(0, 0) };

  constructor(
    private readonly map: L.Map,
    private readonly basemap: BasemapLayer,
    private readonly camera: MapCamera,
    private readonly start: KioskDocument["start"],
    private readonly rotation: ScreenRotation,
    private readonly onPress: (at: L.Point) => void,
  ) {
    this.element = map.getContainer();
  }

  // --- views ----------------------------------------------------------------------------------------------

  /** Show the initial view. It is computed once and stays the same to the pixel, so its basemap is not repainted. */
  showInitialView(): void {
    if (!this.initialView) {
      this.showWholeMap();
      this.initialView = { center: this.map.getCenter(), zoom: this.map.getZoom() };
    }
    endAnimations(this.map);
    resetView(this.map, this.initialView.center, this.initialView.zoom);
    this.basemap.cacheImage();
  }

  /**
   * Return to the initial view if the map has left it. Leaflet begins a zoom with the next frame, so a zoom requested
   * just before a reset starts after it.
   */
  keepInitialView(): void {
    const { map, initialView } = this;
    if (initialView && (map.getZoom() !== initialView.zoom || !map.getCenter().equals(initialView.center, 1e-9)))
      this.showInitialView();
  }

  showWholeMap(): void {
    endAnimations(this.map);
    if (this.start.map) this.camera.setMapView(this.start.map);
    else this.camera.fitNetwork(false);
  }

  zoomBy(steps: number): void {
    this.map.setZoom(this.map.getZoom() + steps, { animate: !prefersReducedMotion() });
  }

  /** Show the view of a stop. It is for a screen of 1080 lines; a larger screen shows the same area, larger. */
  showView(view: MapView): void {
    const { x, y } = this.map.getSize();
    this.camera.setMapView({ ...view, zoom: view.zoom + Math.log2(Math.min(x, y) / 1080) }, !prefersReducedMotion());
  }

  // --- fingers (one that began outside the map is ignored) ------------------------------------------------

  down(finger: number, x: number, y: number): void {
    this.fingerPoints.set(finger, L.point(this.rotation.pagePoint(x, y)));
    this.startGesture();
  }

  move(finger: number, x: number, y: number): void {
    if (!this.fingerPoints.has(finger)) return;
    this.fingerPoints.set(finger, L.point(this.rotation.pagePoint(x, y)));
    const { middle, spread } = this.fingerSpread();
    const { gestureStart: start, map } = this;
    if (!this.moving) {
      if (middle.distanceTo(start.middle) + Math.abs(spread - start.spread) < MOVE_THRESHOLD_PX) return;
      this.moving = true;
      beginMove(map);
    }
    const zoomed = this.fingerPoints.size > 1 ? start.zoom + Math.log2(spread / start.spread) : start.zoom;
    const zoom = clamp(zoomed, map.getMinZoom(), map.getMaxZoom());
    const center = map.project(start.under, zoom).subtract(middle).add(map.getSize().divideBy(2));
    moveUnrounded(map, map.unproject(center, zoom), zoom);
  }

  up(finger: number, pressed: boolean): void {
    const point = this.fingerPoints.get(finger);
    if (!point) return;
    this.fingerPoints.delete(finger);
    if (this.fingerPoints.size > 0) this.startGesture();
    else if (this.moving) {
      this.moving = false;
      resetView(this.map, this.centerWithinBounds(), this.map.getZoom());
      endMove(this.map);
    } else if (pressed) this.onPress(point);
  }

  /** The centre of the map, moved back within its bounds. */
  private centerWithinBounds(): L.LatLng {
    const { lat, lng } = this.map.getCenter();
    const bounds = this.map.options.maxBounds as L.LatLngBounds;
    return L.latLng(clamp(lat, bounds.getSouth(), bounds.getNorth()), clamp(lng, bounds.getWest(), bounds.getEast()));
  }

  private fingerSpread(): { middle: L.Point; spread: number } {
    const points = [...this.fingerPoints.values()];
    const middle = points.reduce((sum, point) => sum.add(point)).divideBy(points.length);
    return { middle, spread: Math.max(20, ...points.map((point) => 2 * point.distanceTo(middle))) };
  }

  private startGesture(): void {
    const { map } = this;
    const { middle, spread } = this.fingerSpread();
    const zoom = map.getZoom();
    const fromCenter = middle.subtract(map.getSize().divideBy(2));
    const under = map.unproject(map.project(map.getCenter(), zoom).add(fromCenter), zoom);
    this.gestureStart = { zoom, spread, under, middle };
  }
}
