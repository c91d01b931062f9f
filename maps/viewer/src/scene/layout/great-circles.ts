/** Great circles in degrees, equal to those of geo/geodesy.py; tests/test_viewer_great_circles.py compares them. */

import { geoDistance, geoInterpolate } from "d3-geo";

/** Half of the globe, less a metre. */
const OPPOSITE_DEGREES = 180 - 1e-5;

/**
 * Positions along a great circle, including both ends, about one every 1.5 degrees.
 *
 * Between opposite places it passes through the north pole, as `arc` in geo/geodesy.py does.
 */
export function greatCirclePoints(lon0: number, lat0: number, lon1: number, lat1: number): [number, number][] {
  const degrees = (geoDistance([lon0, lat0], [lon1, lat1]) * 180) / Math.PI;
  const byThePole = (t: number): [number, number] =>
    lat0 + 180 * t <= 90 ? [lon0, lat0 + 180 * t] : [lon1, 180 - (lat0 + 180 * t)];
  const between = degrees > OPPOSITE_DEGREES ? byThePole : geoInterpolate([lon0, lat0], [lon1, lat1]);
  const steps = Math.max(16, Math.min(96, Math.ceil(degrees / 1.5)));
  return Array.from({ length: steps + 1 }, (_, step) => between(step / steps));
}

/** Make longitudes continuous: neighbours are never more than 180 degrees apart. */
export function unwrappedLongitudes(points: readonly [number, number][]): [number, number][] {
  let shift = 0;
  return points.map(([lon, lat], index) => {
    if (index > 0) {
      const step = lon - points[index - 1]![0];
      if (step > 180) shift -= 360;
      else if (step < -180) shift += 360;
    }
    return [lon + shift, lat];
  });
}
