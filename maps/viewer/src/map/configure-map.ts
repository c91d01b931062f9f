/** The map is folium's; how it moves is ours. */

import * as L from "leaflet";
import { resetView } from "./leaflet-internals";

const MIN_ZOOM = -2;
const MAX_ZOOM = 9;

/** How a map zooms: by any fraction, and as fast by a wheel everywhere. */
export const ZOOM_OPTIONS: L.MapOptions = { zoomSnap: 0, zoomDelta: 1, wheelPxPerZoomLevel: 110 };

const boundsOf = (radiusPx: number) => L.latLngBounds([-radiusPx, -radiusPx], [radiusPx, radiusPx]);

/** Have a map, which is in the page, move as the viewer wants it. */
function prepareMap(map: L.Map): void {
  map.zoomControl?.remove();
  map.attributionControl?.remove();
  Object.assign(map.options, ZOOM_OPTIONS);
  map.setMinZoom(MIN_ZOOM).setMaxZoom(MAX_ZOOM);
  map.invalidateSize({ animate: false, pan: false });
  // The middle first: outside the bounds Leaflet would start to drift back, and carry on under our own view.
  resetView(map, [0, 0], 0);
}

/** For mouse and keyboard, within a world that reaches so many pixels from its middle. */
export function configureMap(map: L.Map, radiusPx: number): void {
  map.options.maxBoundsViscosity = 0.9;
  prepareMap(map);
  // Wide enough for all of the world beside an open sheet: within narrower bounds Leaflet would keep it in the middle.
  map.setMaxBounds(boundsOf(2 * radiusPx));
}

/** For gestures of our own (`KioskMap`): Leaflet's count every finger on the screen, and its bounds drift. */
export function configureTouchMap(map: L.Map, radiusPx: number): void {
  const { dragging, touchZoom, doubleClickZoom, scrollWheelZoom, boxZoom, keyboard, tapHold } = map;
  for (const handler of [dragging, touchZoom, doubleClickZoom, scrollWheelZoom, boxZoom, keyboard, tapHold])
    handler?.disable();
  map.getContainer().removeAttribute("tabindex");
  prepareMap(map);
  map.options.maxBounds = boundsOf(radiusPx);
}
