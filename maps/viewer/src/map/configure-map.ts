/** The map is folium's; how it moves is ours. */

import * as L from "leaflet";
import { resetView } from "./leaflet-internals";

const MIN_ZOOM = -2;
const MAX_ZOOM = 9;

/** Have a map move as the viewer wants it, within a world that reaches so many pixels from its middle. */
export function configureMap(map: L.Map, radiusPx: number): void {
  map.zoomControl?.remove();
  map.attributionControl?.remove();
  map.options.zoomSnap = 0;
  map.options.zoomDelta = 1;
  map.options.wheelPxPerZoomLevel = 110;
  map.options.maxBoundsViscosity = 0.9;
  map.setMinZoom(MIN_ZOOM).setMaxZoom(MAX_ZOOM);
  map.invalidateSize({ animate: false, pan: false });
  // The middle first: outside the bounds Leaflet would start to drift back, and carry on under our own view.
  resetView(map, [0, 0], 0);
  // Wide enough for all of the world beside an open sheet: within narrower bounds Leaflet would keep it in the middle.
  map.setMaxBounds(L.latLngBounds([-radiusPx * 2, -radiusPx * 2], [radiusPx * 2, radiusPx * 2]));
}
