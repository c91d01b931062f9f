/**
 * Writes the state to the URL, and creates the history entries that Back returns to.
 *
 * During a drag or playback, the current entry is only replaced, and not at every step. Writing the URL takes longer
 * than drawing a small year, and browsers refuse too many changes (Safari: more than 100 in half a minute).
 *
 * A run of key presses is one entry. The first press creates it, and the following presses replace it until they pause
 * or something else creates an entry. So Back always returns to where the run began.
 */

import type { State } from "./screen-state";
import { formatHash } from "./url-state";

const WRITE_AFTER_MS = 60;
const WRITE_EVERY_MS = 350;
/** A run ends this long after its last press. */
const RUN_TIMEOUT_MS = 1000;

/** Whether a state creates a history entry, or the name of the run that it is a step of. */
export type HistoryStep = boolean | { run: string };

export class UrlHistory {
  /** The last state that Back returns to: its key without the map's position, and its hash with it. */
  private lastEntry = { stateKey: "", hash: "" };
  /** The hash to write to the URL. It is not yet written while a timer runs. */
  private hash = location.hash;
  /** The hash of the URL when last read. */
  private lastSeenHash = location.hash;
  private timer = 0;
  private writtenMs = -Infinity;
  /** The run to which the current entry belongs. */
  private run: string | null = null;
  private runTimer = 0;

  constructor() {
    window.addEventListener("pagehide", () => this.write());
  }

  /**
   * Record a state in the URL. If it creates an entry, the previous entry is first restored to its own state, so that
   * Back returns to it.
   */
  record(state: State, step: HistoryStep): void {
    if (typeof step === "boolean") this.recordStep(state, step);
    else this.continueRun(state, step.run);
  }

  private continueRun(state: State, run: string): void {
    const continues = this.run === run;
    // A press that changes nothing creates no entry that the next press could replace.
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

  /** Make a state part of the current entry. This is for typed text, and for a state that comes from the URL. */
  adoptIntoEntry(state: State): void {
    this.endRun();
    this.lastEntry = { stateKey: stateKeyOf(state), hash: formatHash(state) };
  }

  /** Whether the reader or Back has changed the hash to one other than that of `state`. A pending write is dropped. */
  hashChanged(state: State): boolean {
    this.cancelWrite();
    this.lastSeenHash = location.hash;
    return this.lastSeenHash !== formatHash(state);
  }

  private write(): void {
    this.cancelWrite();
    // A hash that was set in the meantime is about to be read, so it is not overwritten.
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
