import { describe, expect, it } from "vitest";
import { StepTimer } from "../src/kiosk/step-timer";

const TIMES = { idle_s: 60, countdown_s: 20, attract_step_s: 4, tour_stop_s: 20 };

describe("what plays", () => {
  it("takes its next step after a whole step's time, and then waits again", () => {
    const playing = new StepTimer(TIMES);
    playing.restart(1000);
    expect([1000, 4999, 5000, 5200, 9000].map((nowMs) => playing.isDue("attract", nowMs))).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it("is not hurried by the time in which nothing played", () => {
    const playing = new StepTimer(TIMES);
    playing.restart(0);
    expect(playing.isDue("", 60_000)).toBe(false);
    expect(playing.isDue("tour", 79_999)).toBe(false);
    expect(playing.isDue("tour", 80_000)).toBe(true);
  });

  it("takes one step after a sleep, not all that were slept through", () => {
    const playing = new StepTimer(TIMES);
    playing.restart(0);
    expect([9e7, 9e7 + 200].map((nowMs) => playing.isDue("years", nowMs))).toEqual([true, false]);
  });
});
