/**
 * A page that runs alone makes itself anew after an error: soon the first time, later each time that it goes wrong
 * again. In a frame of the shell it never does; there the shell waits (`../shell/turns`).
 */

const FIRST_MS = 4000;
const LONGEST_MS = 600_000;
/** Well for so long, what went wrong before is forgotten. */
export const PROVED_MS = 600_000;
const KEY = "liaison-failures";

/** How long to wait after so many failures in a row. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
}

/** Load the page anew after a while. The count outlives the loading, not the browser. */
export function loadAgain(): void {
  let failures: number;
  try {
    failures = 1 + (Number(sessionStorage.getItem(KEY)) || 0);
    sessionStorage.setItem(KEY, String(failures));
  } catch {
    failures = 5; // storage may be forbidden: then nobody knows how often it went wrong, and a minute is a fair wait
  }
  setTimeout(() => location.reload(), waitAfter(failures));
}

export function forgetFailures(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
