/** Projections of Leaflet maps: with Leaflet's own positions beside longitude and latitude. */

import { geoInterpolate } from "d3-geo";
import * as L from "leaflet";
import type { BasemapData } from "../data/payload-types";
import { greatCirclePoints, unwrappedLongitudes } from "../scene/layout/great-circles";
import { equalAreaProjection, type MapProjection } from "../scene/layout/map-projection";

const KM_PER_DEGREE = (6371 * Math.PI) / 180;

export interface GeographicProjection extends MapProjection {
  toLatLng(lon: number, lat: number): L.LatLng;
  fromLatLng(latlng: L.LatLng): [lon: number, lat: number];
}

/** The projection of the page, whose map is in `CRS.Simple`: a world pixel is a unit there. */
export function pageProjection(parameters: BasemapData["projection"]): GeographicProjection {
  const plane = equalAreaProjection(parameters);
  return {
    ...plane,
    toLatLng(lon, lat) {
      const [x, y] = plane.toWorldPixels(lon, lat);
      return L.latLng(-y, x);
    },
    fromLatLng: ({ lat, lng }) => plane.fromWorldPixels(lng, -lat),
  };
}

/** The projection of a Leaflet map that belongs to somebody else, whichever it is. */
export function leafletProjection(map: L.Map): GeographicProjection {
  const toWorld = (lon: number, lat: number): [number, number] => {
    const { x, y } = map.project([lat, lon], 0);
    return [x, y];
  };
  const wrapWidth = map.options.crs?.wrapLng ? map.project([0, 360], 0).x - map.project([0, 0], 0).x : 0;
  return {
    toWorldPixels: toWorld,
    toLatLng: (lon, lat) => L.latLng(lat, lon),
    fromLatLng: ({ lng, lat }) => [lng, lat],
    worldPixelLength(lon, lat, km) {
      const towardsEquator = lat > 0 ? -1 : 1;
      const [x0, y0] = toWorld(lon, lat);
      const [x1, y1] = toWorld(lon, lat + (towardsEquator * km) / KM_PER_DEGREE);
      return Math.hypot(x1 - x0, y1 - y0);
    },
    greatCircleLine(...ends) {
      return Float64Array.from(
        unwrappedLongitudes(greatCirclePoints(...ends)).flatMap(([lon, lat]) => toWorld(lon, lat)),
      );
    },
    coarseGreatCircle(lonA, latA, lonB, latB, pieces, out) {
      const between = geoInterpolate([lonA, latA], [lonB, latB]);
      unwrappedLongitudes(Array.from({ length: pieces + 1 }, (_, i) => between(i / pieces))).forEach(([lon, lat], i) =>
        out.set(toWorld(lon, lat), 2 * i),
      );
    },
    wrapWidth,
  };
}
