/**
 * A page that runs alone reloads after an error: soon the first time, later each time that it fails again. In a frame
 * of the shell it never does; there the shell waits (`../shell/release-selection`).
 */

const FIRST_DELAY_MS = 4000;
const MAX_DELAY_MS = 600_000;
/** A page that ran for so long is stable: earlier failures are forgotten. */
export const STABLE_AFTER_MS = 600_000;
const STORAGE_KEY = "liaison-failures";

/** How long to wait after a number of failures in a row. */
export function reloadDelayMs(failures: number): number {
  return Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1));
}

/** Reload the page after a delay. The count survives the reload, not the browser. */
export function reloadAfterFailure(): void {
  let failures: number;
  try {
    failures = 1 + (Number(sessionStorage.getItem(STORAGE_KEY)) || 0);
    sessionStorage.setItem(STORAGE_KEY, String(failures));
  } catch {
    failures = 5; // storage may be forbidden: the number of failures is unknown then, and a minute is a fair delay
  }
  setTimeout(() => location.reload(), reloadDelayMs(failures));
}

export function resetFailureCount(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Nothing was stored.
  }
}
