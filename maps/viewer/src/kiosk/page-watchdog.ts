/**
 * Keeps a page running for months: an error shows a friendly still and reloads the page; so does a canvas that lost its
 * context and does not get it back; static parts move by a few pixels, so that nothing burns in.
 */

import { wordsOf } from "../i18n/viewer-words";
import { el } from "../ui/dom";
import { reloadAfterFailure, resetFailureCount, STABLE_AFTER_MS } from "./page-reload";

const CONTEXT_LOST_TIMEOUT_MS = 6000;
const DRIFT_INTERVAL_MS = 60_000;
/** The steps of a slow drift around a small square, in pixels. */
const DRIFT_OFFSETS_PX: readonly (readonly [number, number])[] = [
  [0, 0],
  [2, 0],
  [4, 0],
  [4, 2],
  [4, 4],
  [2, 4],
  [0, 4],
  [0, 2],
];

export class PageWatchdog {
  private isFailed = false;
  /**
   * The canvases that have lost their context, each with the time: one that gets it back says nothing about another.
   */
  private readonly lostCanvases = new Map<EventTarget | null, number>();
  private driftedMs = 0;
  private driftStep = 0;
  private isStable = false;

  /** How far the page has drifted, in pixels. */
  get driftPx(): readonly [x: number, y: number] {
    return DRIFT_OFFSETS_PX[this.driftStep]!;
  }

  /** `onFailure` gets the message of an error; it returns whether the shell reloads the page. */
  constructor(
    private readonly frame: HTMLElement,
    private readonly title: string,
    private readonly languages: readonly string[],
    private readonly onFailure: (message: string) => boolean,
  ) {
    window.addEventListener("error", (event) => this.showErrorAndReload(event.message));
    window.addEventListener("unhandledrejection", (event) => this.showErrorAndReload(String(event.reason)));
    // These do not bubble, but they are caught on their way down.
    document.addEventListener("contextlost", ({ target }) => this.lostCanvases.set(target, performance.now()), {
      capture: true,
    });
    document.addEventListener("contextrestored", ({ target }) => this.lostCanvases.delete(target), { capture: true });
  }

  showErrorAndReload(message: string): void {
    // The browser reports this where a size changes while it is being observed; nothing is wrong then.
    if (this.isFailed || message.startsWith("ResizeObserver")) return;
    this.isFailed = true;
    document.documentElement.dataset.state = "still";
    // In the frame, so that it is rotated with the page.
    const container = this.frame.isConnected ? this.frame : document.body;
    container.append(
      el(
        "section",
        { class: "still", role: "alert" },
        el("h1", {}, this.title),
        ...this.languages.map((language) => el("p", { lang: language }, wordsOf(language).kiosk.still)),
      ),
    );
    if (!this.onFailure(message.slice(0, 300))) reloadAfterFailure();
  }

  tick(nowMs: number): void {
    if (!this.isStable && nowMs > STABLE_AFTER_MS) {
      this.isStable = true;
      resetFailureCount();
    }
    if (
      [...this.lostCanvases].some(
        ([canvas, sinceMs]) =>
          canvas instanceof Node && canvas.isConnected && nowMs - sinceMs > CONTEXT_LOST_TIMEOUT_MS,
      )
    )
      this.showErrorAndReload("a canvas has lost its context");
    if (nowMs - this.driftedMs < DRIFT_INTERVAL_MS) return;
    this.driftedMs = nowMs;
    this.driftStep = (this.driftStep + 1) % DRIFT_OFFSETS_PX.length;
    const [x, y] = this.driftPx;
    document.documentElement.style.setProperty("--drift", `${x}px ${y}px`);
  }
}
