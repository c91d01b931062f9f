/**
 * Keeps a page running for months. An error shows a friendly still screen and reloads the page; so does a canvas that
 * loses its context and does not get it back. Static parts move by a few pixels, so that nothing burns in.
 */

import { wordsOf } from "../i18n/viewer-words";
import { withStorage } from "../shell/browser-storage";
import { el } from "../ui/dom";
import type { ShellLink } from "./shell-link";

const CONTEXT_LOST_TIMEOUT_MS = 6000;
const DRIFT_INTERVAL_MS = 60_000;
/** The steps of a slow drift around a small square, in pixels. */
const DRIFT_X_PX = [0, 2, 4, 4, 4, 2, 0, 0];
const DRIFT_Y_PX = [0, 0, 0, 2, 4, 4, 4, 2];
const FIRST_RELOAD_MS = 4000;
const MAX_RELOAD_MS = 600_000;
/** A page that has run for this long is stable, and its earlier failures are forgotten. */
const STABLE_AFTER_MS = 600_000;
const FAILURES_KEY = "liaison-failures";

/** The delay before a reload, after a number of failures in a row. */
export function reloadDelayMs(failures: number): number {
  return Math.min(MAX_RELOAD_MS, FIRST_RELOAD_MS * 2 ** (failures - 1));
}

/**
 * Reload a page that runs on its own: soon after the first failure, later after each further one. The count survives
 * a reload, but not a restart of the browser. In a frame the shell waits instead (`../shell/release-selection`).
 */
export function reloadAfterFailure(): void {
  if (window.parent !== window) return;
  // If the number of failures cannot be stored, it is unknown, and a minute is a fair delay.
  const failures = withStorage(() => {
    const count = 1 + (Number(sessionStorage.getItem(FAILURES_KEY)) || 0);
    sessionStorage.setItem(FAILURES_KEY, String(count));
    return count;
  }, 5);
  setTimeout(() => location.reload(), reloadDelayMs(failures));
}

export class PageWatchdog {
  private isFailed = false;
  /** The canvases that have lost their context, and when. Each counts alone: one may recover without another. */
  private readonly lostCanvases = new Map<EventTarget | null, number>();
  private driftedMs = 0;
  private driftStep = 0;
  private isStable = false;

  constructor(
    private readonly frame: HTMLElement,
    private readonly title: string,
    private readonly languages: readonly string[],
    private readonly shellLink: ShellLink,
  ) {
    window.addEventListener("error", (event) => this.showErrorAndReload(event.message));
    window.addEventListener("unhandledrejection", (event) => this.showErrorAndReload(String(event.reason)));
    // These events do not bubble, but they can be captured on their way down.
    const { lostCanvases } = this;
    document.addEventListener("contextlost", ({ target }) => lostCanvases.set(target, performance.now()), true);
    document.addEventListener("contextrestored", ({ target }) => lostCanvases.delete(target), true);
  }

  /** How far the page has drifted, in pixels. */
  get driftPx(): { x: number; y: number } {
    return { x: DRIFT_X_PX[this.driftStep]!, y: DRIFT_Y_PX[this.driftStep]! };
  }

  private showErrorAndReload(message: string): void {
    // The browser reports this when a size changes while it is observed. Nothing is wrong then.
    if (this.isFailed || message.startsWith("ResizeObserver")) return;
    this.isFailed = true;
    document.documentElement.dataset.state = "still";
    const stills = this.languages.map((language) => el("p", { lang: language }, wordsOf(language).kiosk.still));
    // Append it to the frame, so that it is rotated with the page.
    this.frame.append(el("section", { class: "still", role: "alert" }, el("h1", {}, this.title), stills));
    this.shellLink.send({ type: "error", message: message.slice(0, 300) });
    reloadAfterFailure();
  }

  tick(nowMs: number): void {
    if (!this.isStable && nowMs > STABLE_AFTER_MS) {
      this.isStable = true;
      withStorage(() => sessionStorage.removeItem(FAILURES_KEY), undefined);
    }
    for (const [canvas, sinceMs] of this.lostCanvases)
      if (canvas instanceof Node && canvas.isConnected && nowMs - sinceMs > CONTEXT_LOST_TIMEOUT_MS)
        this.showErrorAndReload("a canvas has lost its context");
    if (nowMs - this.driftedMs < DRIFT_INTERVAL_MS) return;
    this.driftedMs = nowMs;
    this.driftStep = (this.driftStep + 1) % DRIFT_X_PX.length;
    const { x, y } = this.driftPx;
    document.documentElement.style.setProperty("--drift", `${x}px ${y}px`);
  }
}
