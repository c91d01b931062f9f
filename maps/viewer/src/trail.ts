/**
 * The state in the address bar, and the entries of the history that Back returns to.
 *
 * While something is dragged or plays, the entry is only replaced, and not at every step: to write the address costs
 * more than to draw a small year, and browsers refuse it when it is done too often (Safari: 100 times in half a minute).
 *
 * A run of key presses is one entry: its first press makes it, those that follow replace it, until they rest or
 * something else settles. So Back leads to where the run began, at any time.
 */

import { type State, writeAddress } from "./address";

const WRITE_AFTER_MS = 60;
const WRITE_EVERY_MS = 350;
/** So long after its last press a run is over. */
const RUN_RESTS_MS = 1000;

/** Does a state settle? Or is it a step of a run, which is told from another run by its name? */
export type Settling = boolean | { run: string };

export class Trail {
  /** The last state that Back returns to: without and with where the map looked. */
  private settled = { scene: "", hash: "" };
  /** What the address is to say; not yet written while a timer runs. */
  private hash = location.hash;
  /** What it said when we last looked. */
  private known = location.hash;
  private timer = 0;
  private writtenMs = -Infinity;
  /** The run whose entry is there. */
  private run: string | null = null;
  private resting = 0;

  constructor() {
    window.addEventListener("pagehide", () => this.write());
  }

  /**
   * Keep a state in the address. When it settles, the entry from before is put back and a new one is made, so that
   * Back returns to it.
   */
  keep(state: State, settling: Settling): void {
    if (typeof settling === "boolean") this.settle(state, settling);
    else this.goOn(state, settling.run);
  }

  private goOn(state: State, run: string): void {
    const goesOn = this.run === run;
    // A press that changes nothing makes no entry that the next could replace.
    if (!goesOn && sceneOf(state) === this.settled.scene) return;
    this.settle(state, !goesOn);
    this.belongs(state);
    this.run = run;
    this.resting = window.setTimeout(() => this.endRun(), RUN_RESTS_MS);
  }

  private endRun(): void {
    clearTimeout(this.resting);
    this.run = null;
  }

  private settle(state: State, settle: boolean): void {
    if (settle) this.endRun();
    this.hash = writeAddress(state);
    const scene = sceneOf(state);
    if (settle && scene !== this.settled.scene) {
      this.forget();
      history.replaceState(null, "", this.settled.hash);
      history.pushState(null, "", this.hash);
      this.known = location.hash;
    } else if (this.timer === 0) {
      this.timer = window.setTimeout(
        () => this.write(),
        Math.max(WRITE_AFTER_MS, this.writtenMs + WRITE_EVERY_MS - performance.now()),
      );
    }
    if (settle || scene === this.settled.scene || this.settled.scene === "") this.settled = { scene, hash: this.hash };
  }

  /** What a state says belongs to the entry that is there: what is typed, and what the address itself has brought. */
  belongs(state: State): void {
    this.endRun();
    this.settled = { scene: sceneOf(state), hash: writeAddress(state) };
  }

  /** Has a reader, or Back, brought another address than that of this state? What was still to be written gives way. */
  leadsElsewhere(state: State): boolean {
    this.forget();
    this.known = location.hash;
    return this.known !== writeAddress(state);
  }

  private write(): void {
    this.forget();
    // What was brought in the meantime is on its way to us: it is not written over.
    if (location.hash !== this.known) return;
    if (this.hash !== this.known) history.replaceState(null, "", this.hash);
    this.known = location.hash;
    this.writtenMs = performance.now();
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}

const sceneOf = (state: State): string => writeAddress({ ...state, view: null });
