/**
 * A page that runs alone makes itself anew after an error: soon the first time, later each time that it goes wrong
 * again. In a frame of the shell it never does; there the shell waits (`../shell/turns`).
 */

const FIRST_DELAY_MS = 4000;
const MAX_DELAY_MS = 600_000;
/** Well for so long, what went wrong before is forgotten. */
export const STABLE_AFTER_MS = 600_000;
const STORAGE_KEY = "liaison-failures";

/** How long to wait after so many failures in a row. */
export function reloadDelayMs(failures: number): number {
  return Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1));
}

/** Load the page anew after a while. The count outlives the loading, not the browser. */
export function reloadAfterFailure(): void {
  let failures: number;
  try {
    failures = 1 + (Number(sessionStorage.getItem(STORAGE_KEY)) || 0);
    sessionStorage.setItem(STORAGE_KEY, String(failures));
  } catch {
    failures = 5; // storage may be forbidden: then nobody knows how often it went wrong, and a minute is a fair wait
  }
  setTimeout(() => location.reload(), reloadDelayMs(failures));
}

export function resetFailureCount(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Nothing was kept.
  }
}
