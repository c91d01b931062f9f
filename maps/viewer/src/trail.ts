/**
 * The state in the address bar, and the entries of the history that Back returns to.
 *
 * While something is dragged or plays, the entry is only replaced, and not at every step: to write the address costs
 * more than to draw a small year, and browsers refuse it when it is done too often (Safari: 100 times in half a minute).
 */

import { writeAddress, type State } from "./address";

const WRITE_AFTER_MS = 60;
const WRITE_EVERY_MS = 350;

export class Trail {
  /** The last state that Back returns to: without and with where the map looked. */
  private settled = { scene: "", hash: "" };
  /** What the address is to say; not yet written while a timer runs. */
  private hash = location.hash;
  /** What it said when we last looked. */
  private known = location.hash;
  private timer = 0;
  private writtenMs = -Infinity;

  constructor() {
    window.addEventListener("pagehide", () => this.write());
  }

  /**
   * Keep a state in the address. When it settles, the entry from before is put back and a new one is made, so that
   * Back returns to it.
   */
  keep(state: State, settle: boolean): void {
    this.hash = writeAddress(state);
    const scene = sceneOf(state);
    if (settle && scene !== this.settled.scene) {
      this.forget();
      history.replaceState(null, "", this.settled.hash);
      history.pushState(null, "", this.hash);
      this.known = location.hash;
    } else if (this.timer === 0) {
      this.timer = window.setTimeout(() => this.write(), Math.max(WRITE_AFTER_MS, this.writtenMs + WRITE_EVERY_MS - performance.now()));
    }
    if (settle || scene === this.settled.scene || this.settled.scene === "") this.settled = { scene, hash: this.hash };
  }

  /** What a state says belongs to the entry that is there: what is typed, and what the address itself has brought. */
  belongs(state: State): void {
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
