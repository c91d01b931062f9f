/**
 * Playing the period: one stop after another, until the end, or until someone touches anything.
 *
 * It knows nothing of the page but the stage that it is given. It stops on every interaction and when the page is
 * hidden, so that nothing moves under a reader's hands or behind their back.
 */

export interface Stage {
  /** Go one stop on. False where there is none. */
  advance(): boolean;
  /** Whether there is a stop to go on to. */
  more(): boolean;
  /** Back to the first stop. */
  rewind(): void;
  /** How long a stop lasts. */
  stopMs(): number;
  /** It has begun to play, or ceased to. */
  changed(playing: boolean): void;
}

/** The first step comes soon, so that a press on "play" is answered. */
const FIRST_MS = 350;

/** Keys that go elsewhere or only change what other keys mean. */
const QUIET_KEYS = new Set(["Tab", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

export class Playback {
  private timer = 0;
  private stoppedBy: Event | null = null;

  constructor(private readonly stage: Stage) {}

  get playing(): boolean {
    return this.timer !== 0;
  }

  /** Play or stop; `by` is the event that asks, so that one that has just stopped it does not start it again. */
  toggle(by: Event | null = null): void {
    if (by !== null && by === this.stoppedBy) return;
    if (this.playing) {
      this.stop();
      return;
    }
    if (!this.stage.more()) this.stage.rewind();
    this.wait(Math.min(FIRST_MS, this.stage.stopMs()));
    this.stage.changed(true);
  }

  stop(): void {
    if (!this.playing) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.stage.changed(false);
  }

  /** The stop now lasts as long as the stage says. */
  retime(): void {
    if (this.playing) this.wait(this.stage.stopMs());
  }

  private wait(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.stage.advance() || !this.stage.more()) this.stop();
      else this.wait(this.stage.stopMs());
    }, ms) as unknown as number;
  }

  /** Stop on every touch of a document but those of the controls that govern playing, and when it is hidden. */
  stopOnInteraction(document: Document, governs: (target: EventTarget | null) => boolean): void {
    const stop = (event: Event): void => {
      if (!this.playing || governs(event.target)) return;
      if (event instanceof KeyboardEvent && QUIET_KEYS.has(event.key)) return;
      this.stoppedBy = event;
      this.stop();
    };
    for (const name of ["pointerdown", "keydown", "wheel"])
      document.addEventListener(name, stop, { capture: true, passive: true });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.stop();
    });
  }
}
