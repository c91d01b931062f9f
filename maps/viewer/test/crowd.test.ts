// @vitest-environment happy-dom

import { expect, test } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import { distanceToLine, visibleStretch, withLength } from "../src/geometry/screen-lines";
import { clusterByCell } from "../src/map/grid-clustering";
import { LineDensity, SEGMENTS } from "../src/map/line-density";
import { equalAreaProjection, type MapProjection } from "../src/map/map-projection";
import { ProjectedPlaces } from "../src/map/projected-places";
import { fixture } from "./fixture";

const plane: MapProjection = equalAreaProjection({ name: "laea", lon: 25, lat: 40, radiusKm: 6371 });
const window = { scale: 1.4, originX: -640, originY: -400, width: 1280, height: 800 };
const scattered = (i: number, step: number, size: number) => (((i * step) % 9973) / 9973) * size;

const options = {
  clusterRadius: 24,
  ringSpacing: 25,
  isExpanded: () => false,
  alwaysVisible: -1,
  radius: new Float32Array(3000).fill(9),
  isMinor: () => false,
  canMove: () => false,
};
const x = Float32Array.from({ length: 3000 }, (_, i) => scattered(i, 7919, 900));
const y = Float32Array.from({ length: 3000 }, (_, i) => scattered(i, 4801, 700));

/** A payload with many places, for many ways between them. */
function manyPlaces(count: number): ProjectedPlaces {
  const payload = fixture();
  const all = Array.from({ length: count }, (_, i) => i);
  payload.places = {
    ...payload.places,
    id: all.map((i) => `p${i}`),
    name: all.map(() => 0),
    country: all.map(() => 0),
    kind: all.map(() => 0),
    lon: all.map((i) => scattered(i, 7919, 150) - 40),
    lat: all.map((i) => scattered(i, 4801, 100) - 35),
    accuracy_m: all.map(() => 1000),
    note: all.map(() => 0),
    names: all.map(() => []),
  };
  return new ProjectedPlaces(new PayloadIndex(payload), plane);
}

test("in a crowd no mark is lost: each is shown, or counted in the number beside one that is", () => {
  const fan = clusterByCell(x, y, 3000, 1, options);
  const shown = fan.hidden.filter((hidden) => hidden === 0).length;
  expect(shown).toBeLessThan(500);
  expect(shown + fan.badges.reduce((sum, { hiddenCount: waiting }) => sum + waiting, 0)).toBe(3000);
  for (const { anchor: hub } of fan.badges) expect(fan.hidden[hub]).toBe(0);
});

test("the foremost mark of a cell is the one that is shown, and one that is chosen never waits", () => {
  const fan = clusterByCell(x, y, 3000, 1, { ...options, alwaysVisible: 2999 });
  expect(fan.hidden[0]).toBe(0);
  expect(fan.hidden[2999]).toBe(0);
  for (let mark = 0; mark < 3000; mark++) expect(fan.anchor[mark]!).toBeLessThanOrEqual(mark);
});

test("a number that is opened shows all that waited behind it", () => {
  const { anchor: hub, hiddenCount: waiting } = clusterByCell(x, y, 3000, 1, options).badges[3]!;
  const fan = clusterByCell(x, y, 3000, 1, { ...options, isExpanded: (mark) => mark === hub });
  const members = [...fan.anchor.keys()].filter((mark) => fan.anchor[mark] === hub);
  expect(members).toHaveLength(waiting + 1);
  for (const mark of members) expect(fan.hidden[mark]).toBe(0);
  expect(fan.expanded).toHaveLength(1);
});

test("a coarse arc lies on the fine one", () => {
  const out = new Float64Array(26);
  for (const ends of [
    [37.6, 55.75, 13.4, 52.5],
    [131.9, 43.1, -122.4, 37.8],
    [-74, 40.7, 121.5, 31.2],
  ] as [number, number, number, number][]) {
    plane.coarseGreatCircle(...ends, 12, out);
    const fine = withLength(Float32Array.from(plane.greatCircleLine(...ends)));
    for (let i = 0; i < out.length; i += 2) expect(distanceToLine(fine, out[i]!, out[i + 1]!)).toBeLessThan(0.6);
    expect([out[0], out[1]]).toEqual([expect.closeTo(fine.points[0]!, 3), expect.closeTo(fine.points[1]!, 3)]);
  }
});

test("what is found of a crowd of ways is what measuring all of them finds, and no way is lost", () => {
  const spots = manyPlaces(400);
  const crowd = new LineDensity();
  for (let i = 0; i < 2000; i++) crowd.add(i, i % 3 === 0, (i * 17) % 400, (i * 31 + 7) % 400, spots, window, 0.11);
  const lines = Array.from({ length: crowd.count }, (_, line) => {
    const points = crowd.points.slice(line * 2 * (SEGMENTS + 1), (line + 1) * 2 * (SEGMENTS + 1));
    return withLength(points.filter((_, i) => (i >> 1) % crowd.stride[line]! === 0));
  });
  expect(crowd.count).toBeGreaterThan(100);
  expect(crowd.weight.slice(0, crowd.count).reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(2000);
  for (let i = 0; i < 300; i++) {
    const [px, py] = [scattered(i, 7919, 1280), scattered(i, 4801, 800)];
    const distances = lines.map((way) => distanceToLine(way, px, py));
    const nearest = Math.min(...distances);
    const found = crowd.nearest(px, py, 7);
    if (nearest < 6.99) expect(found.distance).toBeCloseTo(nearest, 2);
    else if (nearest > 7.01) expect(found.line).toBe(-1);
  }
});

test("of a way that crosses the window the stretch inside is known, and of one outside nothing", () => {
  const across = withLength(Float32Array.from([-5000, 400, 5000, 400]));
  const sight = visibleStretch(across, window)!;
  expect(sight[0]).toBeCloseTo(5000 - 40, 3);
  expect(sight[1]).toBeCloseTo(5000 + 1280 + 40, 3);
  expect(visibleStretch(withLength(Float32Array.from([-5000, -500, 5000, -500])), window)).toBeNull();
  expect(visibleStretch(withLength(Float32Array.from([100, 100, 100, 100, 300, 100])), window)).toEqual([0, 200]);
});
