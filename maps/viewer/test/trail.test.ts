// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Trail } from "../src/trail";
import { stateWith } from "./fixture";
import type { State } from "../src/address";

const state = (year: number): State => stateWith({ year });
const year = (): string | null => new URLSearchParams(location.hash.slice(1)).get("year");

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, "", "#");
});
afterEach(() => vi.useRealTimers());

test("while something is dragged the address is written now and then, and says the last state when it rests", () => {
  const replace = vi.spyOn(history, "replaceState");
  const trail = new Trail();
  for (let step = 0; step < 100; step++) {
    trail.keep(state(1919 + (step % 25)), false);
    vi.advanceTimersByTime(30); // three seconds in all
  }
  vi.advanceTimersByTime(1000);
  expect(year()).toBe(String(1919 + (99 % 25)));
  expect(replace.mock.calls.length).toBeGreaterThan(5);
  expect(replace.mock.calls.length).toBeLessThan(12);
  replace.mockRestore();
});

test("what settles is written at once, in an entry of its own, over the entry in which it began", () => {
  const trail = new Trail();
  trail.keep(state(1920), true);
  const entries = history.length;
  trail.keep(state(1925), false);
  trail.keep(state(1930), true);
  expect(year()).toBe("1930");
  expect(history.length).toBe(entries + 1);
});

test("an address that a reader brings is not written over by one that was still to be written", () => {
  const trail = new Trail();
  trail.keep(state(1920), true);
  trail.keep(state(1921), false);
  location.hash = "#year=1940";
  vi.advanceTimersByTime(1000);
  expect(year()).toBe("1940");
  expect(trail.leadsElsewhere(state(1921))).toBe(true);
});

test("a page that is left says what it showed", () => {
  const trail = new Trail();
  trail.keep(state(1922), false);
  window.dispatchEvent(new Event("pagehide"));
  expect(year()).toBe("1922");
});
