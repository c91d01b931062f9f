/** Configures how a map moves. The map itself is folium's. */

import * as L from "leaflet";
import { resetView } from "./leaflet-internals";

const MIN_ZOOM = -2;
const MAX_ZOOM = 9;

/** A map zooms by any fraction, and a wheel zooms at the same speed everywhere. */
export const ZOOM_OPTIONS: L.MapOptions = { zoomSnap: 0, zoomDelta: 1, wheelPxPerZoomLevel: 110 };

const boundsOf = (radiusPx: number) => L.latLngBounds([-radiusPx, -radiusPx], [radiusPx, radiusPx]);

/** Prepare a map that is in the page for the viewer. */
function prepareMap(map: L.Map): void {
  map.zoomControl?.remove();
  map.attributionControl?.remove();
  Object.assign(map.options, ZOOM_OPTIONS);
  map.setMinZoom(MIN_ZOOM).setMaxZoom(MAX_ZOOM);
  map.invalidateSize({ animate: false, pan: false });
  // Centre the map first: outside the bounds Leaflet would start to drift back, and continue after we set our own view.
  resetView(map, [0, 0], 0);
}

/** Configure a map for mouse and keyboard; the world extends `radiusPx` from its centre. */
export function configureMap(map: L.Map, radiusPx: number): void {
  map.options.maxBoundsViscosity = 0.9;
  prepareMap(map);
  // Wide enough to show all of the world next to an open sheet. Within narrower bounds Leaflet would keep it centred.
  map.setMaxBounds(boundsOf(2 * radiusPx));
}

/**
 * Configure a map for our own gestures (`KioskMap`). Leaflet's gestures count every finger on the screen, and its
 * bounds drift.
 */
export function configureTouchMap(map: L.Map, radiusPx: number): void {
  const { dragging, touchZoom, doubleClickZoom, scrollWheelZoom, boxZoom, keyboard, tapHold } = map;
  for (const handler of [dragging, touchZoom, doubleClickZoom, scrollWheelZoom, boxZoom, keyboard, tapHold])
    handler?.disable();
  map.getContainer().removeAttribute("tabindex");
  prepareMap(map);
  map.options.maxBounds = boundsOf(radiusPx);
}
