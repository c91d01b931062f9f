/**
 * The state in the address bar, and the entries of the history that Back returns to.
 *
 * While something is dragged or plays, the entry is only replaced, and not at every step: to write the address costs
 * more than to draw a small year, and browsers refuse it when it is done too often (Safari: 100 times in half a
 * minute).
 *
 * A run of key presses is one entry: its first press makes it, those that follow replace it, until they rest or
 * something else makes an entry. So Back leads to where the run began, at any time.
 */

import type { State } from "./screen-state";
import { formatHash } from "./url-state";

const WRITE_AFTER_MS = 60;
const WRITE_EVERY_MS = 350;
/** So long after its last press a run is over. */
const RUN_TIMEOUT_MS = 1000;

/** Does a state make an entry of the history? Or is it a step of a run, which has a name? */
export type HistoryStep = boolean | { run: string };

export class UrlHistory {
  /** The last state that Back returns to: without and with the map's position. */
  private lastEntry = { stateKey: "", hash: "" };
  /** The hash that the URL is to have; not yet written while a timer runs. */
  private hash = location.hash;
  /** The hash that it had when last read. */
  private lastSeenHash = location.hash;
  private timer = 0;
  private writtenMs = -Infinity;
  /** The run whose entry is there. */
  private run: string | null = null;
  private runTimer = 0;

  constructor() {
    window.addEventListener("pagehide", () => this.write());
  }

  /**
   * Keep a state in the URL. When it makes an entry, the entry from before is put back and a new one is made, so that
   * Back returns to it.
   */
  record(state: State, step: HistoryStep): void {
    if (typeof step === "boolean") this.recordStep(state, step);
    else this.continueRun(state, step.run);
  }

  private continueRun(state: State, run: string): void {
    const continues = this.run === run;
    // A press that changes nothing makes no entry that the next could replace.
    if (!continues && stateKeyOf(state) === this.lastEntry.stateKey) return;
    this.recordStep(state, !continues);
    this.adoptIntoEntry(state);
    this.run = run;
    this.runTimer = window.setTimeout(() => this.endRun(), RUN_TIMEOUT_MS);
  }

  private endRun(): void {
    clearTimeout(this.runTimer);
    this.run = null;
  }

  private recordStep(state: State, isNewEntry: boolean): void {
    if (isNewEntry) this.endRun();
    this.hash = formatHash(state);
    const stateKey = stateKeyOf(state);
    if (isNewEntry && stateKey !== this.lastEntry.stateKey) {
      this.cancelWrite();
      history.replaceState(null, "", this.lastEntry.hash);
      history.pushState(null, "", this.hash);
      this.lastSeenHash = location.hash;
    } else if (this.timer === 0) {
      const delayMs = Math.max(WRITE_AFTER_MS, this.writtenMs + WRITE_EVERY_MS - performance.now());
      this.timer = window.setTimeout(() => this.write(), delayMs);
    }
    if (isNewEntry || stateKey === this.lastEntry.stateKey || this.lastEntry.stateKey === "")
      this.lastEntry = { stateKey, hash: this.hash };
  }

  /** Make a state part of the entry that is there: what is typed, and what the address itself has brought. */
  adoptIntoEntry(state: State): void {
    this.endRun();
    this.lastEntry = { stateKey: stateKeyOf(state), hash: formatHash(state) };
  }

  /** Has a reader, or Back, brought another address than that of this state? What was still to be written is dropped. */
  hashChanged(state: State): boolean {
    this.cancelWrite();
    this.lastSeenHash = location.hash;
    return this.lastSeenHash !== formatHash(state);
  }

  private write(): void {
    this.cancelWrite();
    // A hash that was set in the meantime is about to be read: it is not overwritten.
    if (location.hash !== this.lastSeenHash) return;
    if (this.hash !== this.lastSeenHash) history.replaceState(null, "", this.hash);
    this.lastSeenHash = location.hash;
    this.writtenMs = performance.now();
  }

  private cancelWrite(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}

const stateKeyOf = (state: State): string => formatHash({ ...state, mapView: null });
