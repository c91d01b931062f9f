/**
 * Keeps a release on the screen. It loads a new release behind the current one while nobody is there, swaps when the
 * new one is ready, keeps the current one when it is not, and replaces a frame that does not answer.
 *
 * All sandboxed frames of the releases share one process, which is not the shell's. So a frame that hangs cannot stop
 * the shell, but it stops the other frames. The process ends with its last frame, so all are removed together.
 */

import type { ShellTimings } from "../data/payload-schema";
import { downloadText, readStorage, writeStorage } from "./browser-storage";
import type { PageMessage } from "./kiosk-messages";
import { ReleaseFrame } from "./release-frame";
import { type ReleaseList, ReleaseSelector } from "./release-selection";

const SHOWN_RETRY_MS = 1000;
const LOADING_RETRY_MS = 60_000;
/** A release that has been shown for this long is stable. */
const STABLE_AFTER_MS = 600_000;

export class ReleaseSupervisor {
  shown: ReleaseFrame | null = null;
  private loading: ReleaseFrame | null = null;
  /** The previous release, until the one that is shown has faded in. */
  private fading: ReleaseFrame | null = null;
  private shownMs = 0;
  private lastTickMs: number;
  private framesMade = 0;
  private readonly selector = new ReleaseSelector();
  releases: ReleaseList | null = null;

  constructor(
    /** Read from the inert block of the page; see `maps.kiosk.shell_page.ShellTimings`. */
    private readonly times: Required<ShellTimings>,
    private readonly startMs: number,
  ) {
    this.lastTickMs = startMs;
  }

  tick(nowMs: number): void {
    // The machine slept or was too busy. Pings that no frame could have answered do not count.
    if (nowMs - this.lastTickMs > 4 * this.times.tick_ms) for (const frame of this.frames) frame.missedPings = 0;
    this.lastTickMs = nowMs;
    this.watchShown(nowMs);
    this.watchLoading(nowMs);
    this.loadBetterRelease(nowMs);
    const uptimeS = Math.round((nowMs - this.startMs) / 1000);
    for (const frame of this.frames)
      if (frame.isReady)
        frame.ping(nowMs, this.times.ping_ms, { type: "ping", release: frame.release, uptimeS, made: this.framesMade });
  }

  private get frames(): ReleaseFrame[] {
    return [this.shown, this.loading, this.fading].filter((frame) => frame !== null);
  }

  private watchShown(nowMs: number): void {
    const { shown } = this;
    if (!shown) return;
    if (nowMs - this.shownMs > STABLE_AFTER_MS) this.selector.clearFailures(shown.release);
    if (!shown.error && shown.missedPings <= this.times.missed) return;
    // If a frame is loading behind it, that frame is the first suspect: if it hangs, it blocks both, and it is newer.
    const suspect = shown.error ? shown : (this.loading ?? shown);
    this.selector.recordFailure(suspect.release, nowMs, suspect === shown ? SHOWN_RETRY_MS : LOADING_RETRY_MS);
    this.removeAllFrames();
  }

  private watchLoading(nowMs: number): void {
    const { loading, shown } = this;
    if (!loading) return;
    const hasTimedOut = !loading.isReady && nowMs - loading.createdMs > this.times.ready_ms;
    if (hasTimedOut || loading.error || loading.missedPings > this.times.missed) {
      this.selector.recordFailure(loading.release, nowMs, LOADING_RETRY_MS);
      loading.remove();
      this.loading = null;
    } else if (loading.isReady && !shown?.isInUse) {
      this.fading = shown;
      shown?.setPlace("leaving");
      setTimeout(() => {
        this.fading?.remove();
        this.fading = null;
      }, this.times.fade_ms);
      loading.setPlace("shown");
      loading.send({ type: "shown" });
      this.shown = loading;
      this.shownMs = nowMs;
      this.loading = null;
    }
  }

  /** Load a better release than the one shown, but only while nobody is there, because loading takes the processor. */
  private loadBetterRelease(nowMs: number): void {
    if (this.loading || this.fading || !this.releases || this.shown?.isInUse) return;
    const release = this.selector.nextRelease(this.releases, this.shown?.release ?? null, nowMs);
    if (release === null) return;
    this.framesMade += 1;
    this.loading = new ReleaseFrame(release, nowMs, this.onMessage);
  }

  private removeAllFrames(): void {
    for (const frame of this.frames) frame.remove();
    this.shown = this.loading = this.fading = null;
  }

  private readonly onMessage = (message: PageMessage, frame: ReleaseFrame): void => {
    if (message.type === "ready") frame.send({ type: "kept", text: readStorage() });
    else if (message.type === "keep" && frame === this.shown) writeStorage(message.text);
    else if (message.type === "save" && frame === this.shown) downloadText(message.name, message.text);
  };
}
