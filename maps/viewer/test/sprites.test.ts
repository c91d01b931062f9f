// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { clearTextWidths } from "../src/paint/canvas-text";
import { drawSprite } from "../src/paint/sprites";

/** A pen that remembers where it put pictures. */
function pen() {
  const put: number[][] = [];
  const nothing = () => {};
  return {
    put,
    save: nothing,
    restore: nothing,
    translate: nothing,
    scale: nothing,
    drawImage: (_: unknown, ...where: number[]) => put.push(where),
  };
}

const on = (made: ReturnType<typeof pen>) => made as unknown as CanvasRenderingContext2D;
const spot = { x: 100.37, y: 50.81, width: 20, height: 10 };

beforeEach(() => {
  HTMLCanvasElement.prototype.getContext = (() => pen()) as never;
  clearTextWidths();
});

test("a picture is drawn in its place at first, made once when it is asked for again, and from then on put", () => {
  const paper = pen();
  const draw = vi.fn();
  for (let time = 1; time <= 5; time++) drawSprite(on(paper), 1, "star", spot, draw);
  expect(draw).toHaveBeenCalledTimes(2);
  expect(draw.mock.calls[0]![0]).toBe(paper);
  expect(paper.put).toHaveLength(4);
});

test("it lies on whole pixels of every screen", () => {
  for (const ratio of [1, 1.5, 2, 3]) {
    const paper = pen();
    for (let time = 1; time <= 2; time++) drawSprite(on(paper), ratio, "star", spot, () => {});
    for (const where of paper.put[0]!) expect(where * ratio).toBeCloseTo(Math.round(where * ratio), 9);
  }
});

test("what has another key, another screen or other fonts is another picture", () => {
  const paper = pen();
  const draw = vi.fn();
  for (let time = 1; time <= 2; time++) drawSprite(on(paper), 1, "star", spot, draw);
  drawSprite(on(paper), 1, "star of another colour", spot, draw);
  drawSprite(on(paper), 2, "star", spot, draw);
  clearTextWidths();
  drawSprite(on(paper), 1, "star", spot, draw);
  expect(draw).toHaveBeenCalledTimes(5);
  expect(paper.put).toHaveLength(1);
});
