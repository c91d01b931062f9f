// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Playback, type PlaybackHost } from "../src/time/playback";

class Years implements PlaybackHost {
  year = 1940;
  changes: boolean[] = [];
  speed = 1;
  advance(): boolean {
    if (!this.hasNext()) return false;
    this.year++;
    return true;
  }
  hasNext(): boolean {
    return this.year < 1943;
  }
  rewind(): void {
    this.year = 1919;
  }
  stepMs(): number {
    return 1000 / this.speed;
  }
  onPlayingChange(playing: boolean): void {
    this.changes.push(playing);
  }
}

let years: Years;
let playback: Playback;
beforeEach(() => {
  vi.useFakeTimers();
  years = new Years();
  playback = new Playback(years);
});
afterEach(() => {
  playback.stop();
  vi.useRealTimers();
});

test("it plays year by year and ends with the last", () => {
  playback.toggle();
  vi.advanceTimersByTime(400);
  expect(years.year).toBe(1941);
  vi.advanceTimersByTime(1000);
  expect(years.year).toBe(1942);
  vi.advanceTimersByTime(1000);
  expect([years.year, playback.playing, years.changes]).toEqual([1943, false, [true, false]]);
  vi.advanceTimersByTime(5000);
  expect(years.year).toBe(1943);
});

test("from the end it starts again", () => {
  years.year = 1943;
  playback.toggle();
  vi.advanceTimersByTime(400);
  expect(years.year).toBe(1920);
});

test("another speed applies from the year at which it is selected", () => {
  years.year = 1920;
  playback.toggle();
  vi.advanceTimersByTime(400);
  years.speed = 2;
  playback.updateStepMs();
  vi.advanceTimersByTime(2000);
  expect(years.year).toBe(1925);
});

test("every touch stops it except on its own controls; keys for other purposes do not", () => {
  const ownControl = document.body.appendChild(document.createElement("button"));
  playback.stopOnInteraction([ownControl]);
  for (const event of [
    new Event("pointerdown"),
    new KeyboardEvent("keydown", { key: "ArrowRight" }),
    new Event("wheel"),
  ]) {
    playback.toggle();
    document.body.dispatchEvent(event);
    expect(playback.playing).toBe(false);
  }
  playback.toggle();
  ownControl.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
  expect(playback.playing).toBe(true);
});

test("the touch that stopped it does not start it again", () => {
  playback.stopOnInteraction([]);
  document.addEventListener("keydown", (event) => playback.toggle(event));
  playback.toggle();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true }));
  expect(playback.playing).toBe(false);
});

test("a hidden page does not play", () => {
  playback.stopOnInteraction([]);
  playback.toggle();
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
  Object.defineProperty(document, "hidden", { value: false, configurable: true });
  expect(playback.playing).toBe(false);
});
