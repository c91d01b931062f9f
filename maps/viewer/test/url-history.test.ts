// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { State } from "../src/state/screen-state";
import { UrlHistory } from "../src/state/url-history";
import { stateWith } from "./fixture";

const state = (year: number): State => stateWith({ year });
const year = (): string | null => new URLSearchParams(location.hash.slice(1)).get("year");

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, "", "#");
});
afterEach(() => vi.useRealTimers());

test("during a drag the URL is written now and then, and has the last state after it", () => {
  const replace = vi.spyOn(history, "replaceState");
  const urlHistory = new UrlHistory();
  for (let step = 0; step < 100; step++) {
    urlHistory.record(state(1919 + (step % 25)), false);
    vi.advanceTimersByTime(30); // three seconds in all
  }
  vi.advanceTimersByTime(1000);
  expect(year()).toBe(String(1919 + (99 % 25)));
  expect(replace.mock.calls.length).toBeGreaterThan(5);
  expect(replace.mock.calls.length).toBeLessThan(12);
  replace.mockRestore();
});

test("a completed change is written at once, in a history entry of its own", () => {
  const urlHistory = new UrlHistory();
  urlHistory.record(state(1920), true);
  const entries = history.length;
  urlHistory.record(state(1925), false);
  urlHistory.record(state(1930), true);
  expect(year()).toBe("1930");
  expect(history.length).toBe(entries + 1);
});

test("a run of presses is one history entry, made by the first and replaced by the others", () => {
  const urlHistory = new UrlHistory();
  urlHistory.record(state(1920), true);
  const entries = history.length;
  for (let pressedYear = 1921; pressedYear <= 1930; pressedYear++) {
    urlHistory.record(state(pressedYear), { run: "year" });
    vi.advanceTimersByTime(300);
  }
  expect(history.length).toBe(entries + 1);
  vi.advanceTimersByTime(400);
  expect(year()).toBe("1930");
});

test("a run ends after a second without a press, with another completed change, and when another run begins", () => {
  const urlHistory = new UrlHistory();
  urlHistory.record(state(1920), true);
  const entries = history.length;
  const press = (targetYear: number, run: string) => urlHistory.record(state(targetYear), { run });
  press(1921, "year");
  press(1922, "year");
  vi.advanceTimersByTime(1100);
  press(1923, "year");
  expect(history.length).toBe(entries + 2);
  press(1924, "from");
  expect(history.length).toBe(entries + 3);
  press(1925, "from");
  urlHistory.record(state(1930), true);
  press(1931, "from");
  expect(history.length).toBe(entries + 5);
});

test("a completed change right after a run keeps the year at which the run ended", () => {
  const urlHistory = new UrlHistory();
  urlHistory.record(state(1920), true);
  urlHistory.record(state(1921), { run: "year" });
  urlHistory.record(state(1922), { run: "year" });
  const replace = vi.spyOn(history, "replaceState");
  urlHistory.record(state(1940), true);
  expect(replace.mock.calls[0]![2]).toContain("year=1922");
  replace.mockRestore();
});

test("a press that changes nothing begins no run", () => {
  const urlHistory = new UrlHistory();
  urlHistory.record(state(1920), true);
  const entries = history.length;
  urlHistory.record(state(1920), { run: "year" });
  urlHistory.record(state(1921), { run: "year" });
  expect(history.length).toBe(entries + 1);
});

test("a URL that a reader enters is not overwritten by one that was still to be written", () => {
  const urlHistory = new UrlHistory();
  urlHistory.record(state(1920), true);
  urlHistory.record(state(1921), false);
  location.hash = "#year=1940";
  vi.advanceTimersByTime(1000);
  expect(year()).toBe("1940");
  expect(urlHistory.hashChanged(state(1921))).toBe(true);
});

test("a page that is left has its last state in the URL", () => {
  const urlHistory = new UrlHistory();
  urlHistory.record(state(1922), false);
  window.dispatchEvent(new Event("pagehide"));
  expect(year()).toBe("1922");
});
