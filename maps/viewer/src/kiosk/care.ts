/**
 * What keeps a page well for months: an error shows a friendly still and makes the page anew; a canvas that lost its
 * context and does not get it back does the same; parts that stand still move by a few pixels, so that nothing burns in.
 */

import { el } from "../dom";
import { kioskWordsOf } from "../words/kiosk";
import { forgetFailures, loadAgain, PROVED_MS } from "./again";

const LOST_MS = 6000;
const DRIFT_EVERY_MS = 60_000;
/** A slow way around a small square, in pixels. */
const DRIFT: readonly (readonly [number, number])[] = [
  [0, 0],
  [2, 0],
  [4, 0],
  [4, 2],
  [4, 4],
  [2, 4],
  [0, 4],
  [0, 2],
];

export class Care {
  private healing = false;
  /** The canvases that have lost their context, each since when: one that gets it back does not speak for another. */
  private readonly lost = new Map<EventTarget | null, number>();
  private driftMs = 0;
  private drifted = 0;
  private proved = false;

  /** Where the page has drifted to, in pixels. */
  get drift(): readonly [x: number, y: number] {
    return DRIFT[this.drifted]!;
  }

  /** `broken` is told what went wrong; it says whether somebody else makes the page anew. */
  constructor(
    private readonly frame: HTMLElement,
    private readonly title: string,
    private readonly languages: readonly string[],
    private readonly broken: (message: string) => boolean,
  ) {
    window.addEventListener("error", (event) => this.heal(event.message));
    window.addEventListener("unhandledrejection", (event) => this.heal(String(event.reason)));
    // These do not bubble, but they are caught on their way down.
    document.addEventListener("contextlost", ({ target }) => this.lost.set(target, performance.now()), {
      capture: true,
    });
    document.addEventListener("contextrestored", ({ target }) => this.lost.delete(target), { capture: true });
  }

  heal(message: string): void {
    // The browser says so where a size changes while it is being observed; nothing is wrong then.
    if (this.healing || message.startsWith("ResizeObserver")) return;
    this.healing = true;
    document.documentElement.dataset.state = "still";
    // In the frame, so that it is turned with the page.
    const home = this.frame.isConnected ? this.frame : document.body;
    home.append(
      el(
        "section",
        { class: "still", role: "alert" },
        el("h1", {}, this.title),
        ...this.languages.map((language) => el("p", { lang: language }, kioskWordsOf(language).still)),
      ),
    );
    if (!this.broken(message.slice(0, 300))) loadAgain();
  }

  tick(nowMs: number): void {
    if (!this.proved && nowMs > PROVED_MS) {
      this.proved = true;
      forgetFailures();
    }
    if (
      [...this.lost].some(
        ([canvas, sinceMs]) => canvas instanceof Node && canvas.isConnected && nowMs - sinceMs > LOST_MS,
      )
    )
      this.heal("a canvas has lost its context");
    if (nowMs - this.driftMs < DRIFT_EVERY_MS) return;
    this.driftMs = nowMs;
    this.drifted = (this.drifted + 1) % DRIFT.length;
    const [x, y] = this.drift;
    document.documentElement.style.setProperty("--drift", `${x}px ${y}px`);
  }
}
