import { expect, test } from "vitest";
import { type Box, BoxGrid, isInside, overlaps, PointGrid } from "../src/geometry/boxes";
import { type LabelCandidate, placeLabels } from "../src/scene/layout/label-placement";

const frame = { x0: 0, y0: 0, x1: 800, y1: 600 };

/** Pseudo-random numbers, the same at every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function randomCandidates(crossings: number, seed: number): LabelCandidate[] {
  const next = numbers(seed);
  return Array.from({ length: crossings }, () => ({
    x: 200 + next() * 300,
    y: 150 + next() * 250,
    radius: 6 + next() * 8,
    maxSteps: 3,
    sizes: [
      { width: 40 + next() * 90, height: 14 },
      { width: 25, height: 14 },
    ],
  }));
}

test("a single label is placed to the right above its mark", () => {
  const [label] = placeLabels(
    [{ x: 100, y: 100, radius: 8, sizes: [{ width: 60, height: 14 }] }],
    new BoxGrid(),
    frame,
  );
  expect(label!.align).toBe("left");
  expect(label!.box.x0).toBeGreaterThan(100);
  expect(label!.box.y0).toBeLessThan(100);
});

test.each([1, 2, 3])(
  "with many labels no two overlap, none leaves the frame and none covers an obstacle (%i)",
  (seed) => {
    const candidates = randomCandidates(150, seed);
    const obstacles = [
      ...candidates.map(({ x, y, radius }) => ({ x0: x - radius, y0: y - radius, x1: x + radius, y1: y + radius })),
      { x0: 0, y0: 0, x1: 250, y1: 200 },
    ];
    const placed = placeLabels(candidates, new BoxGrid(obstacles), frame);
    expect(placed.length).toBeGreaterThan(20);
    placed.forEach((label, i) => {
      expect(isInside(label.box, frame)).toBe(true);
      expect(obstacles.some((other) => overlaps(label.box, other))).toBe(false);
      for (const other of placed.slice(i + 1)) expect(overlaps(label.box, other.box)).toBe(false);
    });
  },
);

test("an earlier candidate is never dropped nor cut for a later one", () => {
  const candidates = randomCandidates(100, 7);
  const chosenSizes = (placed: ReturnType<typeof placeLabels>) =>
    placed.map(({ candidate, sizeIndex: size }) => [candidate, size]);
  const alone = chosenSizes(placeLabels(candidates.slice(0, 30), new BoxGrid(), frame));
  expect(alone.length).toBeGreaterThan(10);
  expect(chosenSizes(placeLabels(candidates, new BoxGrid(), frame)).slice(0, alone.length)).toEqual(alone);
});

test("a label moves aside for a later one that has no other position", () => {
  const size = { width: 60, height: 14 };
  const first = { x: 100, y: 100, radius: 8, sizes: [size] };
  // The second has room only on its left, where the first would be placed.
  const second = { x: 172, y: 94, radius: 8, sizes: [size] };
  const wall = { x0: 171, y0: 0, x1: 700, y1: 600 };
  const placed = placeLabels([first, second], new BoxGrid([wall]), frame);
  expect(placed.map(({ candidate }) => candidate)).toEqual([first, second]);
  expect(placed[0]!.box).not.toEqual(placeLabels([first], new BoxGrid([wall]), frame)[0]!.box);
  expect(overlaps(placed[0]!.box, placed[1]!.box)).toBe(false);
});

test("a label is placed a step away where a journey crosses every position beside its mark", () => {
  const lines = new PointGrid();
  for (let degrees = 0; degrees < 360; degrees++) lines.add(300 + 14 * Math.cos(degrees), 300 + 14 * Math.sin(degrees));
  const candidate = { x: 300, y: 300, radius: 8, sizes: [{ width: 60, height: 14 }] };
  const crossings = (maxSteps: number) =>
    lines.weightIn(
      placeLabels([{ ...candidate, maxSteps }], new BoxGrid(), frame, { lines, marks: new PointGrid() })[0]!.box,
    );
  expect(crossings(0)).toBeGreaterThan(0);
  expect(crossings(2)).toBe(0);
});

test("a position that crosses no line is preferred to one that does", () => {
  const lines = new PointGrid();
  for (let x = 100; x < 200; x += 4) lines.add(x, 90);
  const [label] = placeLabels(
    [{ x: 100, y: 100, radius: 8, sizes: [{ width: 60, height: 14 }] }],
    new BoxGrid(),
    frame,
    { lines, marks: new PointGrid() },
  );
  expect(lines.weightIn(label!.box)).toBe(0);
});

test("the shorter text is used where the longer one does not fit", () => {
  const narrow = { x0: 80, y0: 60, x1: 150, y1: 140 };
  const [label] = placeLabels(
    [
      {
        x: 90,
        y: 100,
        radius: 5,
        sizes: [
          { width: 90, height: 14 },
          { width: 30, height: 14 },
        ],
      },
    ],
    new BoxGrid(),
    narrow,
  );
  expect(label!.sizeIndex).toBe(1);
});

test("a label is not placed nearer to another mark than to its own", () => {
  const marks = new PointGrid();
  marks.add(300, 300);
  marks.add(330, 288);
  const candidate = { x: 300, y: 300, radius: 8, sizes: [{ width: 60, height: 14 }] };
  const occupied = () => new BoxGrid([{ x0: 322, y0: 286, x1: 338, y1: 290 }]);
  const placed = (named: number[]) =>
    placeLabels([{ ...candidate, labelledMarks: named }], occupied(), frame, { lines: new PointGrid(), marks })[0]!.box;
  const distanceTo = ({ x0, y0, x1, y1 }: Box, x: number, y: number) =>
    Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));
  expect(distanceTo(placed([300, 300]), 330, 288)).toBeGreaterThan(distanceTo(placed([300, 300]), 300, 300));
  expect(distanceTo(placed([300, 300, 330, 288]), 330, 288)).toBeLessThan(
    distanceTo(placed([300, 300, 330, 288]), 300, 300),
  );
});

test("the leader line of a label passes over no other mark if it can be avoided", () => {
  const marks = new PointGrid(),
    other = { x: 324, y: 300 };
  marks.add(300, 300);
  marks.add(other.x, other.y);
  const walls = [
    { x0: 262, y0: 200, x1: 299, y1: 400 },
    { x0: 262, y0: 200, x1: 399, y1: 280 },
    { x0: 262, y0: 322, x1: 399, y1: 400 },
  ];
  const occupied = new BoxGrid([...walls, { x0: other.x - 9, y0: other.y - 9, x1: other.x + 9, y1: other.y + 9 }]);
  const candidate = { x: 300, y: 300, radius: 8, sizes: [{ width: 60, height: 14 }], maxSteps: 9 };
  const [label] = placeLabels([candidate], occupied, frame, { lines: new PointGrid(), marks });
  const { x0, y0, x1, y1 } = label!.box;
  const toX = Math.max(x0, Math.min(x1, 300)),
    toY = Math.max(y0, Math.min(y1, 300));
  for (let fraction = 0; fraction <= 1; fraction += 0.02)
    expect(Math.hypot(300 + (toX - 300) * fraction - other.x, 300 + (toY - 300) * fraction - other.y)).toBeGreaterThan(
      8,
    );
});

test("in strict mode a label that could belong to another mark is left out, and one with a leader line is not", () => {
  const marks = new PointGrid(),
    next = { x: 332, y: 300 };
  marks.add(300, 300, 1, 8);
  marks.add(next.x, next.y, 1, 8);
  const candidate = { x: 300, y: 300, radius: 8, sizes: [{ width: 12, height: 8 }] };
  // Apart from the gap between the two marks there is room only far above.
  const walls = [
    { x0: 200, y0: 250, x1: 299, y1: 400 },
    { x0: 200, y0: 305, x1: 400, y1: 400 },
    { x0: 200, y0: 270, x1: 400, y1: 294 },
  ];
  const occupied = () => new BoxGrid([...walls, { x0: next.x - 8, y0: next.y - 8, x1: next.x + 8, y1: next.y + 8 }]);
  const placed = (maxSteps: number, strict: boolean) =>
    placeLabels([{ ...candidate, maxSteps }], occupied(), frame, { lines: new PointGrid(), marks, strict })[0]?.box;
  expect(placed(0, false)!.x0).toBeGreaterThan(300);
  expect(placed(0, true)).toBeUndefined();
  expect(placed(9, true)!.y1).toBeLessThan(270);
});

test("the point grid finds the weight that brute force finds, discs by the part that reaches in, without the labelled marks", () => {
  const next = numbers(5);
  const discs = Array.from({ length: 120 }, () => ({
    x: next() * 400,
    y: next() * 300,
    weight: 1 + Math.floor(next() * 3),
    radius: next() < 0.5 ? 0 : next() * 14,
  }));
  const grid = new PointGrid();
  for (const { x, y, weight, radius } of discs) grid.add(x, y, weight, radius);
  for (let i = 0; i < 200; i++) {
    const x0 = next() * 400,
      y0 = next() * 300,
      box = { x0, y0, x1: x0 + next() * 90, y1: y0 + next() * 60 };
    const named = discs.slice(0, i % 5);
    const touching = discs.filter(
      ({ x, y, radius: r }) => x + r >= box.x0 && x - r <= box.x1 && y + r >= box.y0 && y - r <= box.y1,
    );
    const weight = touching.filter((disc) => !named.includes(disc)).reduce((sum, disc) => sum + disc.weight, 0);
    expect(
      grid.weightIn(
        box,
        named.flatMap(({ x, y }) => [x, y]),
      ),
    ).toBe(weight);
  }
});

test("the box grid finds the overlaps that brute force finds", () => {
  const box = (i: number) => {
    const x0 = ((i * 7919) % 1500) - 200,
      y0 = ((i * 104_729) % 900) - 100;
    return { x0, y0, x1: x0 + 1 + ((i * 31) % 170), y1: y0 + 1 + ((i * 17) % 90) };
  };
  const boxes = Array.from({ length: 60 }, (_, i) => box(i));
  const grid = new BoxGrid(boxes);
  for (let i = 100; i < 900; i++) expect(grid.intersects(box(i))).toBe(boxes.some((other) => overlaps(box(i), other)));
});

test("a grid from which boxes were removed finds the overlaps of a grid without them", () => {
  const boxes = Array.from({ length: 60 }, (_, i) => ({
    x0: (i * 7919) % 900,
    y0: (i * 104_729) % 500,
    x1: ((i * 7919) % 900) + (i === 7 ? 9000 : 90),
    y1: ((i * 104_729) % 500) + 40,
  }));
  const grid = new BoxGrid(boxes);
  boxes.filter((_, i) => i % 3 > 0).forEach((box) => grid.remove(box));
  const remaining = new BoxGrid(boxes.filter((_, i) => i % 3 === 0));
  for (let x = 0; x < 1000; x += 37) {
    for (let y = 0; y < 600; y += 29)
      expect(grid.intersects({ x0: x, y0: y, x1: x + 20, y1: y + 9 })).toBe(
        remaining.intersects({ x0: x, y0: y, x1: x + 20, y1: y + 9 }),
      );
  }
});
