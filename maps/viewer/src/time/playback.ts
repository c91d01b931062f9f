/**
 * Plays the period step by step, until the end or until the user interacts with the page.
 *
 * It knows nothing about the page except its host. It stops on every interaction and when the page is hidden, so that
 * nothing moves unexpectedly.
 */

export interface PlaybackHost {
  /** Advance one step. Returns false if there is none. */
  advance(): boolean;
  /** Whether there is a next step. */
  hasNext(): boolean;
  /** Return to the first step. */
  rewind(): void;
  /** The duration of a step. */
  stepMs(): number;
  /** Called when playback starts or stops. */
  onPlayingChange(playing: boolean): void;
}

/** The first step comes soon, so that pressing "play" has an immediate effect. */
const FIRST_STEP_MS = 350;

/** Keys that move the focus or only modify other keys. */
const IGNORED_KEYS = new Set(["Tab", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

export class Playback {
  private timer = 0;
  private stoppingEvent: Event | null = null;

  constructor(private readonly host: PlaybackHost) {}

  get playing(): boolean {
    return this.timer !== 0;
  }

  /** Start or stop. `by` is the event that caused this: an event that has just stopped playback does not restart it. */
  toggle(by: Event | null = null): void {
    if (by !== null && by === this.stoppingEvent) return;
    if (this.playing) {
      this.stop();
      return;
    }
    if (!this.host.hasNext()) this.host.rewind();
    this.scheduleStep(Math.min(FIRST_STEP_MS, this.host.stepMs()));
    this.host.onPlayingChange(true);
  }

  stop(): void {
    if (!this.playing) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.host.onPlayingChange(false);
  }

  /** Apply the current `stepMs` of the host to the step that is shown. */
  updateStepMs(): void {
    if (this.playing) this.scheduleStep(this.host.stepMs());
  }

  private scheduleStep(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.host.advance() || !this.host.hasNext()) this.stop();
      else this.scheduleStep(this.host.stepMs());
    }, ms) as unknown as number;
  }

  /** Stop on every interaction outside the controls of playback, and when the page is hidden. */
  stopOnInteraction(controls: readonly Element[]): void {
    const stop = (event: Event): void => {
      if (!this.playing || controls.some((control) => control.contains(event.target as Node))) return;
      if (event instanceof KeyboardEvent && IGNORED_KEYS.has(event.key)) return;
      this.stoppingEvent = event;
      this.stop();
    };
    for (const name of ["pointerdown", "keydown", "wheel"])
      document.addEventListener(name, stop, { capture: true, passive: true });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.stop();
    });
  }
}
