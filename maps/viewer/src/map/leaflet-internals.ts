/** The private parts of Leaflet 1.9 that the viewer needs. No other module uses any (`tests/test_imports.py`). */

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
 * Reset the view, whatever movement is in progress. The option `reset` is missing from Leaflet's documentation and
 * types. Without it, `setView` may only move the pane of the map, and the offsets add up over months.
 */
export function resetView(map: L.Map, center: L.LatLngExpression, zoom: number): void {
  map.setView(center, zoom, { animate: false, reset: true } as L.ZoomPanOptions);
}

/**
 * End animations. During a zoom Leaflet ignores any other view, and ends at the zoom's target. The public `stop` does
 * not end a zoom, and repaints all layers.
 */
export function endAnimations(map: L.Map): void {
  internalsOf(map)._stop();
  internalsOf(map)._onZoomTransitionEnd();
}

/** Begin a finger movement. Leaflet reports the start of its own gestures only, and the layers wait for that event. */
export function beginMove(map: L.Map): void {
  internalsOf(map)._stop();
  internalsOf(map)._moveStart(true, false);
}

/** Move as Leaflet's own pinch does: the layers follow, and nothing is rounded. There is no public method for it. */
export function moveUnrounded(map: L.Map, center: L.LatLng, zoom: number): void {
  internalsOf(map)._move(center, zoom, { pinch: true, round: false });
}

/** End a finger movement. No public method reports its end. */
export function endMove(map: L.Map): void {
  internalsOf(map)._moveEnd(true);
}
