/**
 * Other years, drawn in idle moments where nobody sees them: the sprites of their marks and names are then there, and
 * their texts measured, when the years are shown. Nothing depends on it but the time that a year takes to change.
 */

import type { Box } from "../geometry/boxes";
import type { NetworkState } from "../scene/layout/network-layout";
import { NetworkLayer, type RenderContext } from "./network-layer";

/** A larger network shares few sprites between its years, and takes too long to draw in a moment. */
const MAX_CLAIMS = 2000;
/** What a year may take; and what is left of a moment, so that a touch is answered. */
const MIN_IDLE_MS = 8;
const RESERVED_IDLE_MS = 20;
/** How long it waits where the browser reports no idle moments. */
const FALLBACK_DELAY_MS = 250;

class OffscreenNetworkLayer extends NetworkLayer {
  private readonly offscreenContext = Object.assign(document.createElement("canvas"), {
    width: 1,
    height: 1,
  }).getContext("2d");
  private drawnBox: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

  protected override visibleBox(): Box {
    return this.drawnBox;
  }

  draw(shown: NetworkState, { viewport, visibleBox, ratio, uiScale, palette, words }: RenderContext): void {
    this.uiScale = uiScale;
    this.drawnBox = visibleBox;
    this.setPalette(palette);
    this.setWords(words);
    this.show(shown);
    this.offscreenContext?.setTransform(ratio, 0, 0, ratio, 0, 0);
    // What is drawn once is kept from the second time on.
    for (let time = 0; time < 2 && this.offscreenContext; time++) this.paint(this.offscreenContext, viewport);
  }
}

const whenIdle = (act: (leftMs: () => number) => void): void => {
  if ("requestIdleCallback" in window) requestIdleCallback((deadline) => act(() => deadline.timeRemaining()));
  else setTimeout(() => act(() => MIN_IDLE_MS), FALLBACK_DELAY_MS);
};

export class Prewarmer {
  private offscreenLayer: OffscreenNetworkLayer | null = null;
  private years: number[] = [];
  private isScheduled = false;

  constructor(
    private readonly network: NetworkLayer,
    private readonly layerArguments: () => ConstructorParameters<typeof NetworkLayer>,
  ) {}

  /** Draw all years, the nearest first; those that were still to be drawn are drawn as they look now. */
  start(): void {
    const { index } = this.network.visible;
    if (index.size > MAX_CLAIMS || index.payload.year !== null) return;
    const [first, last] = index.payload.period;
    const { year } = this.network.shown;
    this.years = Array.from({ length: last - first + 1 }, (_, i) => first + i).sort(
      (a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b,
    );
    this.scheduleNext();
  }

  private scheduleNext(): void {
    if (this.isScheduled || this.years.length === 0) return;
    this.isScheduled = true;
    whenIdle((leftMs) => {
      this.isScheduled = false;
      if (leftMs() >= MIN_IDLE_MS) this.drawYear(this.years.shift()!);
      while (this.years.length > 0 && leftMs() >= MIN_IDLE_MS + RESERVED_IDLE_MS) this.drawYear(this.years.shift()!);
      this.scheduleNext();
    });
  }

  private drawYear(year: number): void {
    this.offscreenLayer ??= new OffscreenNetworkLayer(...this.layerArguments());
    this.offscreenLayer.draw(
      { ...this.network.shown, year, from: null, month: null, open: "" },
      this.network.renderContext,
    );
  }
}
