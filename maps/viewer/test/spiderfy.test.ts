import { expect, test } from "vitest";
import { type ClusterLayout, type ClusterOptions, spiderfy as spiderfied } from "../src/scene/layout/spiderfy";

const options = (part: Partial<ClusterOptions> = {}) => ({
  clusterRadius: 24,
  ringSpacing: 25,
  isExpanded: () => false,
  showsAll: false,
  alwaysVisible: -1,
  radius: new Array<number>(200).fill(9),
  isMinor: () => false,
  canMove: () => false,
  ...part,
});
const spiderfy = (x: readonly number[], y: readonly number[], rest: ReturnType<typeof options>): ClusterLayout =>
  spiderfied({ ...rest, x, y });
const coincident = (count: number, x = 100, y = 100) =>
  [new Array<number>(count).fill(x), new Array<number>(count).fill(y)] as const;

test("a single mark stays in place", () => {
  const layout = spiderfy([10], [20], options());
  expect([layout.dx[0], layout.dy[0], layout.anchor[0], layout.hidden[0]]).toEqual([0, 0, 0, 0]);
});

test("in a small cluster the first mark stays in place and no two overlap", () => {
  for (let count = 2; count <= 8; count++) {
    const [x, y] = coincident(count);
    const layout = spiderfy(x, y, options());
    expect([layout.dx[0], layout.dy[0]]).toEqual([0, 0]);
    expect(layout.badges).toEqual([]);
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++)
        expect(Math.hypot(layout.dx[a]! - layout.dx[b]!, layout.dy[a]! - layout.dy[b]!)).toBeGreaterThan(17.9);
    }
  }
});

test("a large cluster shows its first marks and the number of the rest", () => {
  const [x, y] = coincident(20);
  const layout = spiderfy(x, y, options());
  const shown = [...layout.hidden].filter((hidden) => hidden === 0).length;
  expect(shown).toBe(7);
  expect(layout.badges).toMatchObject([{ anchor: 0, hiddenCount: 13 }]);
});

test("a selected mark is never hidden", () => {
  const [x, y] = coincident(20);
  const layout = spiderfy(x, y, options({ alwaysVisible: 19 }));
  expect(layout.hidden[19]).toBe(0);
  expect(layout.badges[0]!.hiddenCount).toBe(13);
});

test("an expanded cluster shows all marks", () => {
  const [x, y] = coincident(40);
  const layout = spiderfy(x, y, options({ isExpanded: () => true }));
  expect([...layout.hidden].every((hidden) => hidden === 0)).toBe(true);
  expect(layout.expanded).toMatchObject([{ anchor: 0 }]);
});

test("a minor mark is left out of a closed cluster, and shown in an expanded one or when it is selected", () => {
  const [x, y] = coincident(3);
  const isMinor = (mark: number) => mark === 2;
  expect(spiderfy(x, y, options({ isMinor })).hidden[2]).toBe(1);
  expect(spiderfy(x, y, options({ isMinor, alwaysVisible: 2 })).hidden[2]).toBe(0);
  expect(spiderfy(x, y, options({ isMinor, isExpanded: () => true })).hidden[2]).toBe(0);
});

test("a mark of a country makes room for one of a city, not the other way round", () => {
  const layout = spiderfy(
    [100, 126],
    [100, 100],
    options({ clusterRadius: 20, radius: [15, 15], canMove: (mark) => mark === 1 }),
  );
  expect(layout.dx[0]).toBe(0);
  expect(layout.dx[1]).toBeGreaterThan(3);
});

test("the cluster of a town does not include what is only known to lie in the country, nor that of a country what lies in the next", () => {
  const x = [100, 104, 104, 110, 100],
    y = [100, 103, 103, 100, 100];
  const layout = spiderfy(x, y, options({ canMove: (mark) => mark >= 1 && mark <= 3 }));
  expect([...layout.anchor]).toEqual([0, 1, 1, 3, 0]);
});

test("the marks of a country are placed on the side away from the town beside it", () => {
  for (const [dx, dy] of [
    [20, 0],
    [-20, 0],
    [0, 20],
    [14, -14],
  ] as const) {
    const x = [100 + dx, 100, 100, 100],
      y = [100 + dy, 100, 100, 100];
    const layout = spiderfy(x, y, options({ canMove: (mark) => mark > 0 }));
    for (const mark of [2, 3])
      expect((layout.dx[mark]! - layout.dx[1]!) * dx + (layout.dy[mark]! - layout.dy[1]!) * dy).toBeLessThan(0);
  }
});

test("the same marks have the same positions each time", () => {
  const x = Array.from({ length: 60 }, (_, i) => (i * 37) % 120),
    y = Array.from({ length: 60 }, (_, i) => (i * 53) % 90);
  expect(spiderfy(x, y, options())).toEqual(spiderfy(x, y, options()));
});
