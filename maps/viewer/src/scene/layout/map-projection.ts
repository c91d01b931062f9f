/**
 * Converts longitude and latitude to the map's pixels at zoom 0, and defines the page's projection.
 *
 * "World pixels" are Leaflet's pixels at zoom 0. In every projection that Leaflet supports, a world position is only
 * scaled and shifted to the screen, so everything that is drawn is computed in world pixels once.
 */

import { geoAzimuthalEqualArea } from "d3-geo";
import type { BasemapData } from "../../data/payload-types";
import { greatCirclePoints } from "./great-circles";

/** The page's map uses CRS.Simple, with 20 km per pixel at zoom 0. */
export const KM_PER_WORLD_PIXEL = 20;

export interface MapProjection {
  toWorldPixels(lon: number, lat: number): [x: number, y: number];
  /** The length in world pixels of a distance in kilometres, around a place. */
  worldPixelLength(lon: number, lat: number, km: number): number;
  /** A great circle from one place to another as [x0, y0, x1, y1, ...], without a jump at the date line. */
  greatCircleLine(lon0: number, lat0: number, lon1: number, lat1: number): Float64Array;
  /** The same line in a given number of pieces, written into `out`. Fast, for many lines at once. */
  coarseGreatCircle(lon0: number, lat0: number, lon1: number, lat1: number, pieces: number, out: Float64Array): void;
  /** Width of the world in pixels if it repeats sideways, otherwise 0. */
  wrapWidth: number;
}

/** An invertible projection. */
export interface PlaneProjection extends MapProjection {
  fromWorldPixels(x: number, y: number): [lon: number, lat: number];
}

/** Lambert's azimuthal equal-area projection of the page. */
export function equalAreaProjection({ lon: lon0, lat: lat0, radiusKm }: BasemapData["projection"]): PlaneProjection {
  const radius = radiusKm / KM_PER_WORLD_PIXEL;
  const project = geoAzimuthalEqualArea().rotate([-lon0, -lat0]).scale(radius).translate([0, 0]);
  const toWorld = (lon: number, lat: number): [number, number] => project([lon, lat]) ?? [0, 0];
  const radians = Math.PI / 180;
  const [cos, sin] = [Math.cos(lat0 * radians), Math.sin(lat0 * radians)];
  /** A place as a unit vector; the first axis passes through the middle of the map. */
  const vector = (lon: number, lat: number): [number, number, number] => {
    const [east, north] = [(lon - lon0) * radians, lat * radians];
    const [x, z] = [Math.cos(north) * Math.cos(east), Math.sin(north)];
    return [x * cos + z * sin, Math.cos(north) * Math.sin(east), z * cos - x * sin];
  };
  return {
    toWorldPixels: toWorld,
    worldPixelLength: (_lon, _lat, km) => km / KM_PER_WORLD_PIXEL,
    greatCircleLine(...ends) {
      return Float64Array.from(greatCirclePoints(...ends).flatMap(([lon, lat]) => toWorld(lon, lat)));
    },
    // geoInterpolate takes six times as long: it returns degrees, which the projection converts back to vectors.
    coarseGreatCircle(lonA, latA, lonB, latB, pieces, out) {
      const [ax, ay, az] = vector(lonA, latA);
      const [bx, by, bz] = vector(lonB, latB);
      const angle = Math.atan2(
        Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx),
        ax * bx + ay * by + az * bz,
      );
      const sine = Math.sin(angle);
      for (let i = 0; i <= pieces; i++) {
        const t = i / pieces;
        // Between identical or opposite places no unique great circle exists; a straight line is sufficient.
        const a = sine < 1e-9 ? 1 - t : Math.sin((1 - t) * angle) / sine,
          b = sine < 1e-9 ? t : Math.sin(t * angle) / sine;
        const k = radius * Math.sqrt(2 / (1 + Math.max(-0.999999, a * ax + b * bx)));
        out[2 * i] = k * (a * ay + b * by);
        out[2 * i + 1] = -k * (a * az + b * bz);
      }
    },
    wrapWidth: 0,
    fromWorldPixels: (x, y) => project.invert?.([x, y]) ?? [lon0, lat0],
  };
}
