/**
 * Fingers on the map: one pans, two zoom, a short touch selects what lies there. In any rotation of the page.
 *
 * In place of Leaflet's own handlers, which count every finger on the screen as theirs and know no rotation.
 */

import * as L from "leaflet";
import { beginMove, endMove, moveUnrounded, resetView } from "../map/leaflet-internals";
import type { ScreenPoint, ScreenRotation } from "./screen-rotation";
import type { GestureTarget } from "./touch-screen";

/** A touch that moves further is a pan. */
const MOVE_THRESHOLD_PX = 10;

export class MapGestures implements GestureTarget {
  readonly element: Element;
  private readonly fingerPoints = new Map<number, ScreenPoint>();
  private moving = false;
  /** The map and the fingers when the gesture began. */
  private gestureStart = { zoom: 0, spread: 1, under: L.latLng(0, 0), middle: { x: 0, y: 0 } };

  constructor(
    private readonly map: L.Map,
    private readonly rotation: ScreenRotation,
    private readonly onPress: (at: L.Point) => void,
  ) {
    this.element = map.getContainer();
  }

  down(finger: number, x: number, y: number): void {
    this.fingerPoints.set(finger, this.rotation.pagePoint(x, y));
    this.startGesture();
  }

  move(finger: number, x: number, y: number): void {
    if (!this.fingerPoints.has(finger)) return;
    this.fingerPoints.set(finger, this.rotation.pagePoint(x, y));
    const { middle, spread } = this.fingerSpread();
    const { gestureStart: start, map } = this;
    if (!this.moving) {
      const movedPx =
        Math.hypot(middle.x - start.middle.x, middle.y - start.middle.y) + Math.abs(spread - start.spread);
      if (movedPx < MOVE_THRESHOLD_PX) return;
      this.moving = true;
      beginMove(map);
    }
    const zoom = Math.max(
      map.getMinZoom(),
      Math.min(
        map.getMaxZoom(),
        this.fingerPoints.size > 1 ? start.zoom + Math.log2(spread / start.spread) : start.zoom,
      ),
    );
    const halfSize = map.getSize().divideBy(2);
    const center = map.unproject(
      map.project(start.under, zoom).subtract(L.point(middle.x, middle.y)).add(halfSize),
      zoom,
    );
    moveUnrounded(map, center, zoom);
  }

  up(finger: number, _x: number, _y: number, pressed: boolean): void {
    const point = this.fingerPoints.get(finger);
    if (!point) return;
    const isLastFinger = this.fingerPoints.size === 1;
    this.fingerPoints.delete(finger);
    if (this.fingerPoints.size > 0) {
      this.startGesture();
      return;
    }
    if (this.moving) {
      this.moving = false;
      resetView(this.map, this.centerWithinBounds(), this.map.getZoom());
      endMove(this.map);
    } else if (pressed && isLastFinger) this.onPress(L.point(point.x, point.y));
  }

  /** The centre of the map, brought back into the bounds of the map. */
  private centerWithinBounds(): L.LatLng {
    const center = this.map.getCenter();
    const bounds = this.map.options.maxBounds as L.LatLngBounds | undefined;
    if (!bounds) return center;
    const clamp = (value: number, min: number, max: number) => Math.max(min, Math.min(max, value));
    return L.latLng(
      clamp(center.lat, bounds.getSouth(), bounds.getNorth()),
      clamp(center.lng, bounds.getWest(), bounds.getEast()),
    );
  }

  private fingerSpread(): { middle: ScreenPoint; spread: number } {
    const points = [...this.fingerPoints.values()];
    const middle = {
      x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
      y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
    };
    const spread = Math.max(20, ...points.map(({ x, y }) => 2 * Math.hypot(x - middle.x, y - middle.y)));
    return { middle, spread };
  }

  private startGesture(): void {
    const { map } = this;
    const { middle, spread } = this.fingerSpread();
    const zoom = map.getZoom();
    const offset = L.point(middle.x, middle.y).subtract(map.getSize().divideBy(2));
    this.gestureStart = {
      zoom,
      spread,
      middle,
      under: map.unproject(map.project(map.getCenter(), zoom).add(offset), zoom),
    };
  }
}
