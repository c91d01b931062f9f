/**
 * Keeps a release on the screen: loads a new one behind it while nobody is there, swaps when it is ready, goes on with
 * the former one when it is not, and makes a frame anew that does not answer.
 *
 * All sandboxed frames of the releases share one process, apart from the shell's. So a frame that hangs cannot stop
 * the shell, but it stops the others, and the process goes only with the last of them: all are removed together.
 */

import { type FromPage, MOST_KEPT } from "../kiosk-messages";
import { Frame } from "./frame";
import { type Told, Turns } from "./turns";

/** From the inert block of the page; see `maps.kiosk.shell.Pace`. */
export interface Pace {
  tick_ms: number;
  poll_ms: number;
  ready_ms: number;
  ping_ms: number;
  missed: number;
  fade_ms: number;
}

const RETRY_SHOWN_MS = 1000;
const RETRY_COMING_MS = 60_000;
/** After this long a release has proved itself. */
const PROVED_MS = 600_000;
const KEPT = "liaison-kept";

export class Keeper {
  shown: Frame | null = null;
  private coming: Frame | null = null;
  private leaving: { frame: Frame; atMs: number } | null = null;
  private shownMs = 0;
  private lastMs: number;
  private made = 0;
  private readonly turns = new Turns();
  told: Told | null = null;

  constructor(
    private readonly pace: Pace,
    private readonly startMs: number,
  ) {
    this.lastMs = startMs;
  }

  tick(nowMs: number): void {
    // The machine slept, or was too busy: a silence in which nobody could have answered does not count.
    if (nowMs - this.lastMs > 4 * this.pace.tick_ms) for (const frame of this.frames()) frame.missed = 0;
    this.lastMs = nowMs;
    this.sayGoodbye(nowMs);
    this.watchShown(nowMs);
    this.watchComing(nowMs);
    this.invite(nowMs);
    const uptimeS = Math.round((nowMs - this.startMs) / 1000);
    for (const frame of this.frames())
      if (frame.ready)
        frame.ping(nowMs, this.pace.ping_ms, { type: "ping", release: frame.release, uptimeS, made: this.made });
  }

  /** Is a visitor there? */
  get isInUse(): boolean {
    return this.shown?.busy ?? false;
  }

  private frames(): Frame[] {
    return [this.shown, this.coming].filter((frame): frame is Frame => frame !== null);
  }

  private silent(frame: Frame): boolean {
    return frame.missed > this.pace.missed;
  }

  private watchShown(nowMs: number): void {
    const { shown } = this;
    if (!shown) return;
    if (nowMs - this.shownMs > PROVED_MS) this.turns.proved(shown.release);
    if (!shown.broken && !this.silent(shown)) return;
    // One that waits behind it and hangs would silence it too, and was there for less long: it is blamed first.
    const blamed = shown.broken ? shown : (this.coming ?? shown);
    this.turns.failed(blamed.release, nowMs, blamed === shown ? RETRY_SHOWN_MS : RETRY_COMING_MS);
    this.clear();
  }

  private watchComing(nowMs: number): void {
    const { coming, shown } = this;
    if (!coming) return;
    const late = !coming.ready && nowMs - coming.bornMs > this.pace.ready_ms;
    if (late || coming.broken || this.silent(coming)) {
      this.turns.failed(coming.release, nowMs, RETRY_COMING_MS);
      coming.remove();
      this.coming = null;
    } else if (coming.ready && !shown?.busy) {
      if (shown) {
        shown.leave();
        this.leaving = { frame: shown, atMs: nowMs + this.pace.fade_ms };
      }
      coming.show();
      this.shown = coming;
      this.shownMs = nowMs;
      this.coming = null;
    }
  }

  /** Load what is better than what is shown: only while nobody is there, since loading takes the processor. */
  private invite(nowMs: number): void {
    if (this.coming || this.leaving || !this.told || this.shown?.busy) return;
    const release = this.turns.next(this.told, this.shown?.release ?? null, nowMs);
    if (release === null) return;
    this.made += 1;
    this.coming = new Frame(release, nowMs, this.heard);
  }

  private sayGoodbye(nowMs: number): void {
    if (!this.leaving || nowMs < this.leaving.atMs) return;
    this.leaving.frame.remove();
    this.leaving = null;
  }

  private clear(): void {
    for (const frame of [...this.frames(), ...(this.leaving ? [this.leaving.frame] : [])]) frame.remove();
    this.shown = this.coming = this.leaving = null;
  }

  private readonly heard = (message: FromPage, frame: Frame): void => {
    if (message.type === "ready") frame.say({ type: "kept", text: kept() });
    else if (message.type === "keep" && frame === this.shown) keep(message.text);
    else if (message.type === "save" && frame === this.shown) save(message.name, message.text);
  };
}

function kept(): string {
  try {
    return (localStorage.getItem(KEPT) ?? "").slice(0, MOST_KEPT);
  } catch {
    return ""; // storage may be forbidden: then nothing is kept
  }
}

function keep(text: string): void {
  try {
    localStorage.setItem(KEPT, text);
  } catch {
    // A full or forbidden storage is no reason to stop showing the atlas.
  }
}

/** Offer a text as a file. */
function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
