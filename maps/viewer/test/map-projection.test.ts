import { expect, test } from "vitest";
import { greatCirclePoints, unwrappedLongitudes } from "../src/scene/layout/great-circles";
import { equalAreaProjection, KM_PER_WORLD_PIXEL } from "../src/scene/layout/map-projection";

const projection = equalAreaProjection({ name: "laea", lon: 25, lat: 40, radiusKm: 6371 });

test("the centre is the origin, north is up and east is right", () => {
  expect(projection.toWorldPixels(25, 40).map((value) => Math.round(value) + 0)).toEqual([0, 0]);
  expect(projection.toWorldPixels(25, 50)[1]).toBeLessThan(0);
  expect(projection.toWorldPixels(35, 40)[0]).toBeGreaterThan(0);
});

test("a distance from the centre is Lambert's: 2 R sin(c / 2)", () => {
  const [, y] = projection.toWorldPixels(25, 70);
  expect(-y * KM_PER_WORLD_PIXEL).toBeCloseTo(2 * 6371 * Math.sin((15 * Math.PI) / 180), 3);
});

test.each([
  [13.4, 52.5],
  [-122.4, 37.8],
  [151.2, -33.9],
  [179.99, 66],
  [-179.99, 66],
])("%f, %f comes back", (lon, lat) => {
  const [backLon, backLat] = projection.fromWorldPixels(...projection.toWorldPixels(lon, lat));
  expect(backLon).toBeCloseTo(lon, 6);
  expect(backLat).toBeCloseTo(lat, 6);
});

test("a great circle begins and ends at its places and takes the short way", () => {
  const arc = projection.greatCircleLine(131.9, 43.1, -122.4, 37.8);
  expect(arc[0]).toBeCloseTo(projection.toWorldPixels(131.9, 43.1)[0], 6);
  const [x, y] = projection.toWorldPixels(-122.4, 37.8);
  expect(arc[arc.length - 2]).toBeCloseTo(x, 6);
  expect(arc[arc.length - 1]).toBeCloseTo(y, 6);
});

test("unwrapped longitudes never jump, and stay the same places", () => {
  const line = unwrappedLongitudes(greatCirclePoints(139.7, 35.7, -122.4, 37.8));
  for (let i = 1; i < line.length; i++) expect(Math.abs(line[i]![0] - line[i - 1]![0])).toBeLessThan(20);
  expect(line[line.length - 1]![0]).toBeCloseTo(237.6, 6);
});
