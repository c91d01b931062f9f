// @vitest-environment happy-dom

import { expect, test } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import { ScreenLine } from "../src/geometry/screen-lines";
import { clusterByCell } from "../src/scene/layout/grid-clustering";
import { equalAreaProjection, type MapProjection } from "../src/scene/layout/map-projection";
import { ProjectedPlaces } from "../src/scene/layout/projected-places";
import { lineDensity } from "../src/scene/layout/routes-and-links";
import { fixture } from "./fixture";

const projection: MapProjection = equalAreaProjection({ name: "laea", lon: 25, lat: 40, radiusKm: 6371 });
const viewport = { scale: 1.4, originX: -640, originY: -400, width: 1280, height: 800 };
const scattered = (i: number, step: number, size: number) => (((i * step) % 9973) / 9973) * size;

const x = Float32Array.from({ length: 3000 }, (_, i) => scattered(i, 7919, 900));
const y = Float32Array.from({ length: 3000 }, (_, i) => scattered(i, 4801, 700));
const options = {
  x,
  y,
  clusterRadius: 24,
  ringSpacing: 25,
  isExpanded: () => false,
  showsAll: false,
  alwaysVisible: -1,
  radius: new Float32Array(3000).fill(9),
  isMinor: () => false,
  canMove: () => false,
};

/** The projected places of a payload with many places, for many lines between them. */
function manyPlaces(count: number): ProjectedPlaces {
  const payload = fixture();
  const indices = Array.from({ length: count }, (_, i) => i);
  payload.places = {
    ...payload.places,
    id: indices.map((i) => `p${i}`),
    name: indices.map(() => 0),
    country: indices.map(() => 0),
    kind: indices.map(() => 0),
    lon: indices.map((i) => scattered(i, 7919, 150) - 40),
    lat: indices.map((i) => scattered(i, 4801, 100) - 35),
    accuracy_m: indices.map(() => 1000),
    note: indices.map(() => 0),
    names: indices.map(() => []),
  };
  return new ProjectedPlaces(new PayloadIndex(payload), projection);
}

test("with many marks none is lost: each is shown, or counted in the badge of one that is", () => {
  const layout = clusterByCell(1, options);
  const shown = layout.hidden.filter((hidden) => hidden === 0).length;
  expect(shown).toBeLessThan(500);
  expect(shown + layout.badges.reduce((sum, { hiddenCount }) => sum + hiddenCount, 0)).toBe(3000);
  for (const { anchor } of layout.badges) expect(layout.hidden[anchor]).toBe(0);
});

test("the first mark of a cell is the one that is shown, and a selected one is never hidden", () => {
  const layout = clusterByCell(1, { ...options, alwaysVisible: 2999 });
  expect(layout.hidden[0]).toBe(0);
  expect(layout.hidden[2999]).toBe(0);
  for (let mark = 0; mark < 3000; mark++) expect(layout.anchor[mark]!).toBeLessThanOrEqual(mark);
});

test("an expanded badge shows all marks that it counted", () => {
  const { anchor, hiddenCount } = clusterByCell(1, options).badges[3]!;
  const layout = clusterByCell(1, { ...options, isExpanded: (mark) => mark === anchor });
  const members = [...layout.anchor.keys()].filter((mark) => layout.anchor[mark] === anchor);
  expect(members).toHaveLength(hiddenCount + 1);
  for (const mark of members) expect(layout.hidden[mark]).toBe(0);
  expect(layout.expanded).toHaveLength(1);
});

test("a coarse great circle lies on the fine one", () => {
  const out = new Float64Array(26);
  for (const ends of [
    [37.6, 55.75, 13.4, 52.5],
    [131.9, 43.1, -122.4, 37.8],
    [-74, 40.7, 121.5, 31.2],
    [179.9, 66, -179.9, -33.9],
    [-30, 89, 140, 86],
    [18.4, -33.9, -155, 19],
  ] as [number, number, number, number][]) {
    projection.coarseGreatCircle(...ends, 12, out);
    const fine = new ScreenLine(Float32Array.from(projection.greatCircleLine(...ends)));
    for (let i = 0; i < out.length; i += 2) expect(fine.distanceTo(out[i]!, out[i + 1]!)).toBeLessThan(0.6);
    expect([out[0], out[1]]).toEqual([expect.closeTo(fine.points[0]!, 3), expect.closeTo(fine.points[1]!, 3)]);
  }
});

test("a density stands for all lines in sight, each by the cells of its ends, and its bows end where they do", () => {
  const projected = manyPlaces(400);
  const legs = Array.from({ length: 2000 }, (_, row) => ({
    row,
    from: (row * 17) % 400,
    to: (row * 31 + 7) % 400,
    isCertain: row % 3 === 0,
  }));
  const density = lineDensity(legs, projected, viewport, 0.11);
  expect(density.length).toBeGreaterThan(100);
  expect(density.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(2000);
  const twice = lineDensity([...legs, ...legs], projected, viewport, 0.11);
  expect(twice.map(({ row, weight }) => [row, weight])).toEqual(density.map(({ row, weight }) => [row, 2 * weight]));
  for (const { row, line, weight, hasCertain } of density) {
    const { from, to, isCertain } = legs[row]!;
    if (isCertain) expect(hasCertain).toBe(true);
    if (weight === 1) expect(hasCertain).toBe(isCertain);
    for (const place of [from, to]) {
      const { x, y } = projected.onScreen(place, viewport);
      expect(line.distanceTo(x, y)).toBeLessThan(0.1);
    }
  }
});

test("the distance to a line is that of its nearest point", () => {
  const line = new ScreenLine(Float32Array.of(0, 0, 100, 0, 100, 50));
  expect(line.distanceTo(40, 7)).toBe(7);
  expect(line.distanceTo(-3, -4)).toBe(5);
  expect(line.distanceTo(100, 60)).toBe(10);
  expect(new ScreenLine(Float32Array.of(5, 5, 5, 5)).distanceTo(5, 8)).toBe(3);
});

test("the visible stretch of a line that crosses the viewport is its part inside, and a line outside has none", () => {
  const across = new ScreenLine(Float32Array.from([-5000, 400, 5000, 400]));
  const stretch = across.visibleStretch(viewport)!;
  expect(stretch[0]).toBeCloseTo(5000 - 40, 3);
  expect(stretch[1]).toBeCloseTo(5000 + 1280 + 40, 3);
  expect(new ScreenLine(Float32Array.from([-5000, -500, 5000, -500])).visibleStretch(viewport)).toBeNull();
  expect(new ScreenLine(Float32Array.from([100, 100, 100, 100, 300, 100])).visibleStretch(viewport)).toEqual([0, 200]);
});
