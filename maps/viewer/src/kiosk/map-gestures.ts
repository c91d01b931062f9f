/**
 * Fingers on the map: one pans, two zoom, a short touch selects what lies there. In any rotation of the page.
 *
 * In place of Leaflet's own handlers, which count every finger on the screen as theirs and know no rotation.
 */

import * as L from "leaflet";
import { beginMove, endMove, moveUnrounded, resetView } from "../map/leaflet-internals";
import type { ScreenRotation } from "./screen-rotation";

/** A touch that moves further is a pan. */
const MOVE_THRESHOLD_PX = 10;

const clamp = (value: number, min: number, max: number) => Math.max(min, Math.min(max, value));

export class MapGestures {
  readonly element: Element;
  private readonly fingerPoints = new Map<number, L.Point>();
  private moving = false;
  /** The map and the fingers when the gesture began. */
  private gestureStart = { zoom: 0, spread: 1, under: L.latLng(0, 0), middle: L.point(0, 0) };

  constructor(
    private readonly map: L.Map,
    private readonly rotation: ScreenRotation,
    private readonly onPress: (at: L.Point) => void,
  ) {
    this.element = map.getContainer();
  }

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

  /** The centre of the map, brought back into the bounds of the map. */
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
