/**
 * The rhythm of a day on the wall: it waits for somebody, is woken, is used, asks whether anyone is still there, and
 * begins again. One heartbeat, by a clock that never jumps back, drives everything that takes time.
 */

import { el } from "../dom";
import type { KioskWords } from "../words/kiosk";
import { clockOf, isQuiet, type KioskDocument } from "./config";
import { Phases, type Touch } from "./phases";
import { Playing, type Plays } from "./playing";
import type { Hands } from "./touch";
import { Warning } from "./warning";

const BEAT_MS = 200;

/** What happens in it. */
export interface Host {
  readonly kiosk: KioskWords;
  /** What a visitor has set going. */
  readonly ui: { readonly playing: "" | "years" | "tour" };
  /** The first touch. */
  woken(): void;
  /** The count-down has come to its end. */
  left(): void;
  /** Another phase. */
  phaseChanged(): void;
  /** The next step of what plays. */
  step(plays: Exclude<Plays, "">): void;
  /** Whatever else wants to be looked after. */
  cared(nowMs: number): void;
}

export class Rhythm {
  readonly warning = new Warning();
  /** The dark page of the quiet hours. */
  readonly dark = el("div", { class: "quiet", hidden: true });
  private readonly phases: Phases;
  private readonly playing: Playing;
  private shownPhase = "";

  constructor(
    private readonly house: KioskDocument,
    private readonly host: Host,
  ) {
    const { idle_s, countdown_s } = house.times;
    this.phases = new Phases({ idleMs: idle_s * 1000, countdownMs: countdown_s * 1000 }, performance.now());
    this.playing = new Playing(house.times);
  }

  get phase(): Phases["phase"] {
    return this.phases.phase;
  }

  begin(): void {
    setInterval(() => this.beat(performance.now()), BEAT_MS);
  }

  /** What plays waits for a whole step from now on. */
  restart(): void {
    this.playing.restart(performance.now());
  }

  get hands(): Hands {
    return {
      down: (finger, nowMs) => this.touched(this.phases.down(finger, nowMs)),
      move: (finger, nowMs) => this.phases.move(finger, nowMs),
      up: (finger, nowMs) => this.phases.up(finger, nowMs),
    };
  }

  /** A key is as good as a touch. */
  pressed(): Touch {
    return this.touched(this.phases.pressed(performance.now()));
  }

  private touched(touch: Touch): Touch {
    if (touch === "wake") this.host.woken();
    if (touch !== "use") this.showPhase();
    return touch;
  }

  private beat(nowMs: number): void {
    if (this.phases.tick(nowMs)) this.host.left();
    this.warning.show(this.phases.secondsLeft(nowMs), this.host.kiosk);
    if (this.shownPhase !== this.phase) this.showPhase();
    else this.rest();
    const plays = this.plays;
    if (this.playing.isDue(plays, nowMs) && plays !== "" && !(plays === "attract" && !this.dark.hidden))
      this.host.step(plays);
    if (!this.phases.touched(nowMs)) this.host.cared(nowMs);
  }

  /** Nothing plays while it is asked whether anyone is there: what moves behind a question is missed. */
  private get plays(): Plays {
    if (this.phase === "attract") return "attract";
    return this.phase === "active" ? this.host.ui.playing : "";
  }

  showPhase(): void {
    this.shownPhase = this.phase;
    document.documentElement.dataset.state = this.phase;
    this.rest();
    this.host.phaseChanged();
  }

  /** Dark within the quiet hours, unless somebody is there. They begin and end by the machine's clock, whatever else happens. */
  private rest(): void {
    this.dark.hidden = this.phase !== "attract" || !isQuiet(this.house.quiet, clockOf(new Date()));
  }
}
