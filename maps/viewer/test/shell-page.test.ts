import { expect, test } from "vitest";
import { MAX_STORED_CHARS, parsePageMessage } from "../src/shell/kiosk-messages";
import { parseReleaseList, ReleaseSelector } from "../src/shell/release-selection";

const [A, B, C] = ["a".repeat(16), "b".repeat(16), "c".repeat(16)];
const told = { version: B, former: [A] };

test("what is current is shown; what is shown is not loaded again", () => {
  const turns = new ReleaseSelector();
  expect(turns.nextRelease(told, null, 0)).toBe(B);
  expect(turns.nextRelease(told, A, 0)).toBe(B);
  expect(turns.nextRelease(told, B, 0)).toBeNull();
});

test("what failed waits, longer each time, and the one before is shown meanwhile", () => {
  const turns = new ReleaseSelector();
  turns.recordFailure(B, 0, 1000);
  expect(turns.nextRelease(told, null, 500)).toBe(A);
  expect(turns.nextRelease(told, A, 500)).toBeNull();
  expect(turns.nextRelease(told, A, 1000)).toBe(B);
  turns.recordFailure(B, 1000, 1000);
  expect(turns.nextRelease(told, A, 2999)).toBeNull();
  expect(turns.nextRelease(told, A, 3000)).toBe(B);
});

test("no wait is longer than an hour, and what has proved itself begins anew", () => {
  const turns = new ReleaseSelector();
  for (let i = 0; i < 60; i++) turns.recordFailure(B, 0, 1000);
  expect(turns.nextRelease(told, A, 3_600_000)).toBe(B);
  turns.clearFailures(B);
  turns.recordFailure(B, 0, 1000);
  expect(turns.nextRelease(told, A, 1000)).toBe(B);
});

test("when all have failed nothing is loaded until one has waited", () => {
  const turns = new ReleaseSelector();
  turns.recordFailure(A, 0, 1000);
  turns.recordFailure(B, 0, 2000);
  expect(turns.nextRelease(told, null, 999)).toBeNull();
  expect(turns.nextRelease(told, null, 1000)).toBe(A);
});

test("releases that are gone are forgotten", () => {
  const turns = new ReleaseSelector();
  turns.recordFailure(B, 0, 1_000_000);
  expect(turns.nextRelease({ version: C, former: [] }, null, 0)).toBe(C);
  expect(turns.nextRelease(told, null, 0)).toBe(B);
});

test.each([
  null,
  3,
  "x",
  {},
  { version: A },
  { version: "../../etc/passwd", former: [] },
  { version: A.toUpperCase(), former: [] },
  { version: `${A}/`, former: [] },
  { version: A, former: "x" },
])("a version.js that says %j is not followed", (data) => {
  expect(parseReleaseList(data)).toBeNull();
});

test("of the releases before, only names of folders count, and few", () => {
  expect(parseReleaseList({ version: A, former: [B, "../x", 3, null, C, A] })).toEqual({ version: A, former: [B, C] });
});

test.each(["ready", "idle", "active", "pong"])("a page can say %s", (type) => {
  expect(parsePageMessage({ type, version: "1", more: () => 0 })).toEqual({ type, version: "1" });
});

test("an error is told shortly, what is kept is bounded, a file has a plain name", () => {
  expect(parsePageMessage({ type: "error", version: "1", message: "x".repeat(9999) })).toEqual({
    type: "error",
    version: "1",
    message: "x".repeat(500),
  });
  expect(parsePageMessage({ type: "keep", version: "1", text: "x" })).toEqual({
    type: "keep",
    version: "1",
    text: "x",
  });
  expect(parsePageMessage({ type: "keep", version: "1", text: "x".repeat(MAX_STORED_CHARS + 1) })).toBeNull();
  expect(parsePageMessage({ type: "save", version: "1", name: "counters-2026-11.csv", text: "x" })?.type).toBe("save");
  for (const name of ["../x.csv", "x.html", "x", ".csv", `${"x".repeat(70)}.csv`]) {
    expect(parsePageMessage({ type: "save", version: "1", name, text: "x" })).toBeNull();
  }
});

test.each([
  null,
  undefined,
  3,
  "ready",
  [],
  {},
  { type: "ready" },
  { type: "constructor", version: "1" },
  { type: "ready", version: 3 },
])("%j is no message", (data) => {
  expect(parsePageMessage(data)).toBeNull();
});
