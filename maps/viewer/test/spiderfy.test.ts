import { expect, test } from "vitest";
import { type ClusterOptions, spiderfy } from "../src/map/spiderfy";

const options = (part: Partial<ClusterOptions> = {}): ClusterOptions => ({
  clusterRadius: 24,
  ringSpacing: 25,
  isExpanded: () => false,
  alwaysVisible: -1,
  radius: new Array<number>(200).fill(9),
  isMinor: () => false,
  canMove: () => false,
  ...part,
});
const at = (count: number, x = 100, y = 100) =>
  [new Array<number>(count).fill(x), new Array<number>(count).fill(y)] as const;

test("a mark alone stays where it is", () => {
  const fan = spiderfy([10], [20], 1, options());
  expect([fan.dx[0], fan.dy[0], fan.anchor[0], fan.hidden[0]]).toEqual([0, 0, 0, 0]);
});

test("in a small group the first stays and no two overlap", () => {
  for (let count = 2; count <= 8; count++) {
    const [x, y] = at(count);
    const fan = spiderfy(x, y, count, options());
    expect([fan.dx[0], fan.dy[0]]).toEqual([0, 0]);
    expect(fan.badges).toEqual([]);
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++)
        expect(Math.hypot(fan.dx[a]! - fan.dx[b]!, fan.dy[a]! - fan.dy[b]!)).toBeGreaterThan(17.9);
    }
  }
});

test("a large group shows its foremost marks and the number of the rest", () => {
  const [x, y] = at(20);
  const fan = spiderfy(x, y, 20, options());
  const shown = [...fan.hidden].filter((hidden) => hidden === 0).length;
  expect(shown).toBe(7);
  expect(fan.badges).toMatchObject([{ anchor: 0, hiddenCount: 13 }]);
});

test("what is selected never waits", () => {
  const [x, y] = at(20);
  const fan = spiderfy(x, y, 20, options({ alwaysVisible: 19 }));
  expect(fan.hidden[19]).toBe(0);
  expect(fan.badges[0]!.hiddenCount).toBe(13);
});

test("an open group shows all", () => {
  const [x, y] = at(40);
  const fan = spiderfy(x, y, 40, options({ isExpanded: () => true }));
  expect([...fan.hidden].every((hidden) => hidden === 0)).toBe(true);
  expect(fan.expanded).toMatchObject([{ anchor: 0 }]);
});

test("what is minor is left out of a closed group, and shown in an open one or when it is wanted", () => {
  const [x, y] = at(3);
  const minor = (mark: number) => mark === 2;
  expect(spiderfy(x, y, 3, options({ isMinor: minor })).hidden[2]).toBe(1);
  expect(spiderfy(x, y, 3, options({ isMinor: minor, alwaysVisible: 2 })).hidden[2]).toBe(0);
  expect(spiderfy(x, y, 3, options({ isMinor: minor, isExpanded: () => true })).hidden[2]).toBe(0);
});

test("a mark of a country makes room for one of a city, not the other way round", () => {
  const fan = spiderfy(
    [100, 126],
    [100, 100],
    2,
    options({ clusterRadius: 20, radius: [15, 15], canMove: (mark) => mark === 1 }),
  );
  expect(fan.dx[0]).toBe(0);
  expect(fan.dx[1]).toBeGreaterThan(3);
});

test("a town's group does not take in what is only known to lie in the country, nor a country's what lies in the next", () => {
  const x = [100, 104, 104, 110, 100],
    y = [100, 103, 103, 100, 100];
  const fan = spiderfy(x, y, 5, options({ canMove: (mark) => mark >= 1 && mark <= 3 }));
  expect([...fan.anchor]).toEqual([0, 1, 1, 3, 0]);
});

test("the marks of a country stand on the side away from the town beside it", () => {
  for (const [dx, dy] of [
    [20, 0],
    [-20, 0],
    [0, 20],
    [14, -14],
  ] as const) {
    const x = [100 + dx, 100, 100, 100],
      y = [100 + dy, 100, 100, 100];
    const fan = spiderfy(x, y, 4, options({ canMove: (mark) => mark > 0 }));
    for (const mark of [2, 3])
      expect((fan.dx[mark]! - fan.dx[1]!) * dx + (fan.dy[mark]! - fan.dy[1]!) * dy).toBeLessThan(0);
  }
});

test("the same marks stand in the same places each time", () => {
  const x = Array.from({ length: 60 }, (_, i) => (i * 37) % 120),
    y = Array.from({ length: 60 }, (_, i) => (i * 53) % 90);
  expect(spiderfy(x, y, 60, options())).toEqual(spiderfy(x, y, 60, options()));
});
