import { describe, expect, it } from "vitest";
import { StepTimer } from "../src/kiosk/kiosk-session";
import { MAX_TOUCH_MS, SessionPhases } from "../src/kiosk/session-phases";
import { numbers } from "./random";

const TIMES = { idle_s: 60, countdown_s: 20, attract_step_s: 4, tour_stop_s: 20 };

describe("the phases of a kiosk", () => {
  it("begin in attract, and stay there while nobody comes", () => {
    const phases = new SessionPhases(TIMES, 0);
    expect(phases.tick(1e9)).toBe(false);
    expect(phases.phase).toBe("attract");
  });

  it("let the first touch wake and do nothing else", () => {
    const phases = new SessionPhases(TIMES, 0);
    expect(phases.down(1, 10)).toBe("wake");
    expect(phases.move(1, 20)).toBe(false);
    expect(phases.up(1, 30)).toBe(false);
    expect(phases.down(1, 40)).toBe("use");
    expect(phases.up(1, 50)).toBe(true);
  });

  it("warn after the idle time, return after the count-down", () => {
    const phases = new SessionPhases(TIMES, 0);
    phases.keyPressed(0);
    phases.tick(59_999);
    expect(phases.phase).toBe("active");
    phases.tick(60_000);
    expect(phases.phase).toBe("warning");
    expect(phases.secondsLeft(60_000)).toBe(20);
    expect(phases.secondsLeft(79_001)).toBe(1);
    expect(phases.tick(79_999)).toBe(false);
    expect(phases.tick(80_000)).toBe(true);
    expect(phases.phase).toBe("attract");
  });

  it("stop the count-down at any touch, which acts on nothing", () => {
    const phases = new SessionPhases(TIMES, 0);
    phases.keyPressed(0);
    phases.tick(60_000);
    expect(phases.down(4, 70_000)).toBe("stay");
    expect(phases.up(4, 70_100)).toBe(false);
    expect(phases.phase).toBe("active");
    phases.tick(120_000);
    expect(phases.phase).toBe("active");
  });

  it("show the full count-down after the machine has slept", () => {
    const phases = new SessionPhases(TIMES, 0);
    phases.keyPressed(0);
    phases.tick(1000);
    expect(phases.tick(1e8)).toBe(false);
    expect(phases.phase).toBe("warning");
    expect(phases.secondsLeft(1e8)).toBe(20);
  });

  it("do not take what rests on the screen for ten minutes for a finger", () => {
    const phases = new SessionPhases(TIMES, 0);
    phases.down(1, 0);
    expect(phases.isTouched(MAX_TOUCH_MS - 1)).toBe(true);
    phases.tick(MAX_TOUCH_MS - 1);
    phases.tick(MAX_TOUCH_MS + TIMES.idle_s * 1000);
    expect(phases.phase).toBe("warning");
  });

  it("hold their laws in any order of events", () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = numbers(seed);
      const phases = new SessionPhases(TIMES, 0);
      const down = new Map<number, number>();
      let [now, last] = [0, 0];
      for (let step = 0; step < 120; step++) {
        now += Math.floor(random() * (random() < 0.1 ? 90_000 : 2500));
        const before = phases.phase;
        const finger = Math.floor(random() * 3);
        const action = random();
        if (action < 0.3) {
          const effect = phases.down(finger, now);
          expect(effect).toBe({ attract: "wake", active: "use", warning: "stay" }[before]);
          expect(phases.phase).toBe("active");
          down.set(finger, now);
          last = now;
        } else if (action < 0.6) {
          phases.up(finger, now);
          if (down.delete(finger)) last = now;
        } else {
          const reset = phases.tick(now);
          if (reset) {
            expect(before).toBe("warning");
            expect([...down.values()].filter((seenMs) => now - seenMs < MAX_TOUCH_MS)).toEqual([]);
            expect(now - last).toBeGreaterThanOrEqual(1000 * (TIMES.idle_s + TIMES.countdown_s));
          }
          if (phases.phase === "warning" && before === "active") expect(phases.secondsLeft(now)).toBe(20);
        }
      }
    }
  });
});

describe("what plays", () => {
  it("takes its next step after a full interval, and then waits again", () => {
    const timer = new StepTimer(TIMES);
    timer.lastStepMs = 1000;
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
    expect(timer.isDue("", 60_000)).toBe(false);
    expect(timer.isDue("tour", 79_999)).toBe(false);
    expect(timer.isDue("tour", 80_000)).toBe(true);
  });

  it("takes one step after a sleep, not all that were slept through", () => {
    const timer = new StepTimer(TIMES);
    expect([9e7, 9e7 + 200].map((nowMs) => timer.isDue("years", nowMs))).toEqual([true, false]);
  });
});
