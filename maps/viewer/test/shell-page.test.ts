import { expect, test } from "vitest";
import { MAX_STORED_CHARS, parsePageMessage } from "../src/shell/kiosk-messages";
import { parseReleaseList, ReleaseSelector } from "../src/shell/release-selection";

const [A, B, C] = ["a".repeat(16), "b".repeat(16), "c".repeat(16)];
const releases = { version: B, former: [A] };

test("the current release is shown; the shown one is not loaded again", () => {
  const selector = new ReleaseSelector();
  expect(selector.nextRelease(releases, null, 0)).toBe(B);
  expect(selector.nextRelease(releases, A, 0)).toBe(B);
  expect(selector.nextRelease(releases, B, 0)).toBeNull();
});

test("a release that failed waits, longer each time, and the one before is shown meanwhile", () => {
  const selector = new ReleaseSelector();
  selector.recordFailure(B, 0, 1000);
  expect(selector.nextRelease(releases, null, 500)).toBe(A);
  expect(selector.nextRelease(releases, A, 500)).toBeNull();
  expect(selector.nextRelease(releases, A, 1000)).toBe(B);
  selector.recordFailure(B, 1000, 1000);
  expect(selector.nextRelease(releases, A, 2999)).toBeNull();
  expect(selector.nextRelease(releases, A, 3000)).toBe(B);
});

test("no wait is longer than an hour, and a stable release starts with the first wait again", () => {
  const selector = new ReleaseSelector();
  for (let i = 0; i < 60; i++) selector.recordFailure(B, 0, 1000);
  expect(selector.nextRelease(releases, A, 3_600_000)).toBe(B);
  selector.clearFailures(B);
  selector.recordFailure(B, 0, 1000);
  expect(selector.nextRelease(releases, A, 1000)).toBe(B);
});

test("when all have failed nothing is loaded until one has waited", () => {
  const selector = new ReleaseSelector();
  selector.recordFailure(A, 0, 1000);
  selector.recordFailure(B, 0, 2000);
  expect(selector.nextRelease(releases, null, 999)).toBeNull();
  expect(selector.nextRelease(releases, null, 1000)).toBe(A);
});

test("releases that are gone are forgotten", () => {
  const selector = new ReleaseSelector();
  selector.recordFailure(B, 0, 1_000_000);
  expect(selector.nextRelease({ version: C, former: [] }, null, 0)).toBe(C);
  expect(selector.nextRelease(releases, null, 0)).toBe(B);
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
])("a version.js with %j is ignored", (data) => {
  expect(parseReleaseList(data)).toBeNull();
});

test("of the previous releases only folder names are kept, and at most two", () => {
  expect(parseReleaseList({ version: A, former: [B, "../x", 3, null, C, A] })).toEqual({ version: A, former: [B, C] });
});

test.each(["ready", "idle", "active", "pong"])("a page can send %s", (type) => {
  expect(parsePageMessage({ type, version: "1", more: () => 0 })).toEqual({ type, version: "1" });
});

test("an error message is cut, a stored text is bounded, a file has a plain name", () => {
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
