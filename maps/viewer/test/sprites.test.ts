// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { canvasMeasurer } from "../src/canvas/canvas-measurer";
import { drawSprite } from "../src/canvas/sprites";
import type { SymbolItem } from "../src/scene/display-list";

/** A context that records where pictures were drawn. */
function recordingContext() {
  const drawn: number[][] = [];
  const nothing = () => {};
  return {
    put: drawn,
    save: nothing,
    restore: nothing,
    translate: nothing,
    scale: nothing,
    drawImage: (_: unknown, ...position: number[]) => drawn.push(position),
  };
}

const asContext = (context: ReturnType<typeof recordingContext>) => context as unknown as CanvasRenderingContext2D;
type Paint = Parameters<typeof drawSprite>[3];

const star = (key: string | object = "star"): SymbolItem => ({
  op: "symbol",
  key,
  x: 100.37,
  y: 50.81,
  width: 20,
  height: 10,
  opacity: 1,
  draw() {},
});

beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = (() => recordingContext()) as never;
  canvasMeasurer.clear();
});

test("a sprite is drawn directly at first, made once when it is needed again, and from then on copied", () => {
  const context = recordingContext();
  const draw = vi.fn<Paint>();
  for (let time = 1; time <= 5; time++) drawSprite(asContext(context), 1, star(), draw);
  expect(draw).toHaveBeenCalledTimes(2);
  expect(draw.mock.calls[0]![0]).toBe(context);
  expect(context.put).toHaveLength(4);
});

test("it is aligned to whole pixels of every screen", () => {
  for (const ratio of [1, 1.5, 2, 3]) {
    const context = recordingContext();
    for (let time = 1; time <= 2; time++) drawSprite(asContext(context), ratio, star(), () => {});
    for (const position of context.put[0]!) expect(position * ratio).toBeCloseTo(Math.round(position * ratio), 9);
  }
});

test("another key, another screen or other fonts make another sprite", () => {
  const context = recordingContext();
  const draw = vi.fn<Paint>();
  for (let time = 1; time <= 2; time++) drawSprite(asContext(context), 1, star(), draw);
  drawSprite(asContext(context), 1, star("star of another colour"), draw);
  drawSprite(asContext(context), 2, star(), draw);
  canvasMeasurer.clear();
  drawSprite(asContext(context), 1, star(), draw);
  expect(draw).toHaveBeenCalledTimes(5);
  expect(context.put).toHaveLength(1);
});

test("a sprite of an object is kept for one screen at a time", () => {
  const context = recordingContext();
  const draw = vi.fn<Paint>();
  const key = {};
  for (const ratio of [1, 1, 2, 1]) drawSprite(asContext(context), ratio, star(key), draw);
  expect(draw).toHaveBeenCalledTimes(4);
  expect(context.put).toHaveLength(1);
});
