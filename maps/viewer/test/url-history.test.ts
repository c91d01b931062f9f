// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { UrlHistory } from "../src/state/url-history";
import type { State } from "../src/state/url-state";
import { stateWith } from "./fixture";

const state = (year: number): State => stateWith({ year });
const year = (): string | null => new URLSearchParams(location.hash.slice(1)).get("year");

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, "", "#");
});
afterEach(() => vi.useRealTimers());

test("while something is dragged the address is written now and then, and says the last state when it rests", () => {
  const replace = vi.spyOn(history, "replaceState");
  const trail = new UrlHistory();
  for (let step = 0; step < 100; step++) {
    trail.record(state(1919 + (step % 25)), false);
    vi.advanceTimersByTime(30); // three seconds in all
  }
  vi.advanceTimersByTime(1000);
  expect(year()).toBe(String(1919 + (99 % 25)));
  expect(replace.mock.calls.length).toBeGreaterThan(5);
  expect(replace.mock.calls.length).toBeLessThan(12);
  replace.mockRestore();
});

test("what settles is written at once, in an entry of its own, over the entry in which it began", () => {
  const trail = new UrlHistory();
  trail.record(state(1920), true);
  const entries = history.length;
  trail.record(state(1925), false);
  trail.record(state(1930), true);
  expect(year()).toBe("1930");
  expect(history.length).toBe(entries + 1);
});

test("a run of presses is one entry, made by its first and replaced by the others", () => {
  const trail = new UrlHistory();
  trail.record(state(1920), true);
  const entries = history.length;
  for (let pressed = 1921; pressed <= 1930; pressed++) {
    trail.record(state(pressed), { run: "year" });
    vi.advanceTimersByTime(300);
  }
  expect(history.length).toBe(entries + 1);
  vi.advanceTimersByTime(400);
  expect(year()).toBe("1930");
});

test("a run is over when it rests for a second, when something else settles, and when another begins", () => {
  const trail = new UrlHistory();
  trail.record(state(1920), true);
  const entries = history.length;
  const press = (to: number, run: string) => trail.record(state(to), { run });
  press(1921, "year");
  press(1922, "year");
  vi.advanceTimersByTime(1100);
  press(1923, "year");
  expect(history.length).toBe(entries + 2);
  press(1924, "from");
  expect(history.length).toBe(entries + 3);
  press(1925, "from");
  trail.record(state(1930), true);
  press(1931, "from");
  expect(history.length).toBe(entries + 5);
});

test("what settles right after a run keeps the year at which the run ended", () => {
  const trail = new UrlHistory();
  trail.record(state(1920), true);
  trail.record(state(1921), { run: "year" });
  trail.record(state(1922), { run: "year" });
  const replace = vi.spyOn(history, "replaceState");
  trail.record(state(1940), true);
  expect(replace.mock.calls[0]![2]).toContain("year=1922");
  replace.mockRestore();
});

test("a press that changes nothing begins no run", () => {
  const trail = new UrlHistory();
  trail.record(state(1920), true);
  const entries = history.length;
  trail.record(state(1920), { run: "year" });
  trail.record(state(1921), { run: "year" });
  expect(history.length).toBe(entries + 1);
});

test("an address that a reader brings is not written over by one that was still to be written", () => {
  const trail = new UrlHistory();
  trail.record(state(1920), true);
  trail.record(state(1921), false);
  location.hash = "#year=1940";
  vi.advanceTimersByTime(1000);
  expect(year()).toBe("1940");
  expect(trail.hashChanged(state(1921))).toBe(true);
});

test("a page that is left says what it showed", () => {
  const trail = new UrlHistory();
  trail.record(state(1922), false);
  window.dispatchEvent(new Event("pagehide"));
  expect(year()).toBe("1922");
});
