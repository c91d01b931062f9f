/**
 * Playing the period: one stop after another, until the end, or until someone touches anything.
 *
 * It knows nothing of the page but the stage that it is given. It stops on every interaction and when the page is
 * hidden, so that nothing moves unexpectedly.
 */

export interface PlaybackHost {
  /** Go one stop on. False where there is none. */
  advance(): boolean;
  /** Whether there is a stop to go on to. */
  hasNext(): boolean;
  /** Back to the first stop. */
  rewind(): void;
  /** How long a stop lasts. */
  stepMs(): number;
  /** It has begun to play, or ceased to. */
  onPlayingChange(playing: boolean): void;
}

/** The first step comes soon, so that a press on "play" has an effect at once. */
const FIRST_STEP_MS = 350;

/** Keys that go elsewhere or only change what other keys mean. */
const IGNORED_KEYS = new Set(["Tab", "Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

export class Playback {
  private timer = 0;
  private stoppingEvent: Event | null = null;

  constructor(private readonly host: PlaybackHost) {}

  get playing(): boolean {
    return this.timer !== 0;
  }

  /** Play or stop; `by` is the event that caused it, so that one that has just stopped it does not start it again. */
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

  /** The stop now lasts as long as the stage says. */
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

  /** Stop on every touch of the page but those of the controls that govern playing, and when it is hidden. */
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
