import { describe, expect, it } from "vitest";
import { StepTimer } from "../src/kiosk/step-timer";

const TIMES = { idle_s: 60, countdown_s: 20, attract_step_s: 4, tour_stop_s: 20 };

describe("what plays", () => {
  it("takes its next step after a full interval, and then waits again", () => {
    const timer = new StepTimer(TIMES);
    timer.restart(1000);
    expect([1000, 4999, 5000, 5200, 9000].map((nowMs) => timer.isDue("attract", nowMs))).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it("does not count the time in which nothing played", () => {
    const timer = new StepTimer(TIMES);
    timer.restart(0);
    expect(timer.isDue("", 60_000)).toBe(false);
    expect(timer.isDue("tour", 79_999)).toBe(false);
    expect(timer.isDue("tour", 80_000)).toBe(true);
  });

  it("takes one step after a sleep, not all that were slept through", () => {
    const timer = new StepTimer(TIMES);
    timer.restart(0);
    expect([9e7, 9e7 + 200].map((nowMs) => timer.isDue("years", nowMs))).toEqual([true, false]);
  });
});
