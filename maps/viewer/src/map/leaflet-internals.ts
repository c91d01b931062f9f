/** The private parts of Leaflet 1.9 that the viewer needs: no other module touches one (`tests/test_imports.py`). */

import type * as L from "leaflet";

interface LeafletInternals {
  _stop(): void;
  _onZoomTransitionEnd(): void;
  _moveStart(zoomChanged: boolean, noMoveStart: boolean): void;
  _move(center: L.LatLng, zoom: number, data: object): void;
  _moveEnd(zoomChanged: boolean): void;
}

const internalsOf = (map: L.Map): LeafletInternals => map as unknown as LeafletInternals;

/**
 * Set a view anew, whatever is under way. The option `reset` is missing in Leaflet's documentation and types; without
 * it `setView` may only move the pane of the map, whose offsets add up over months.
 */
export function resetView(map: L.Map, center: L.LatLngExpression, zoom: number): void {
  map.setView(center, zoom, { animate: false, reset: true } as L.ZoomPanOptions);
}

/**
 * End animations: during a zoom Leaflet ignores any other view, and ends at the zoom's target. The public `stop` does
 * not end a zoom, and has all layers painted anew.
 */
export function endAnimations(map: L.Map): void {
  internalsOf(map)._stop();
  internalsOf(map)._onZoomTransitionEnd();
}

/** Begin a movement of fingers: Leaflet reports the beginning of its own gestures only, and the layers wait for it. */
export function beginMove(map: L.Map): void {
  internalsOf(map)._stop();
  internalsOf(map)._moveStart(true, false);
}

/** Move as Leaflet's own pinch does, for which there is no public method: the layers follow, and nothing is rounded. */
export function moveUnrounded(map: L.Map, center: L.LatLng, zoom: number): void {
  internalsOf(map)._move(center, zoom, { pinch: true, round: false });
}

/** End such a movement, which no public method reports. */
export function endMove(map: L.Map): void {
  internalsOf(map)._moveEnd(true);
}
