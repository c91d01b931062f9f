/** The projection of a Leaflet map that the viewer did not create, whatever it is. */

import { geoInterpolate } from "d3-geo";
import type * as L from "leaflet";
import { greatCirclePoints, unwrappedLongitudes } from "../scene/layout/great-circles";
import type { MapProjection } from "../scene/layout/map-projection";

const KM_PER_DEGREE = (6371 * Math.PI) / 180;

export function leafletProjection(map: L.Map): MapProjection {
  const toWorldPixels = (lon: number, lat: number): [number, number] => {
    const { x, y } = map.project([lat, lon], 0);
    return [x, y];
  };
  const worldLine = (points: readonly [lon: number, lat: number][]): number[] =>
    unwrappedLongitudes(points).flatMap(([lon, lat]) => toWorldPixels(lon, lat));
  return {
    toWorldPixels,
    worldPixelLength(lon, lat, km) {
      const towardsEquator = lat > 0 ? -1 : 1;
      const [x0, y0] = toWorldPixels(lon, lat);
      const [x1, y1] = toWorldPixels(lon, lat + (towardsEquator * km) / KM_PER_DEGREE);
      return Math.hypot(x1 - x0, y1 - y0);
    },
    greatCircleLine: (...ends) => Float64Array.from(worldLine(greatCirclePoints(...ends))),
    coarseGreatCircle(lonA, latA, lonB, latB, pieces, out) {
      const between = geoInterpolate([lonA, latA], [lonB, latB]);
      out.set(worldLine(Array.from({ length: pieces + 1 }, (_, i) => between(i / pieces))));
    },
    wrapWidth: map.options.crs?.wrapLng ? map.project([0, 360], 0).x - map.project([0, 0], 0).x : 0,
  };
}
