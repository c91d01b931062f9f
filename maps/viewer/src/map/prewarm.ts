/**
 * Draws other years off-screen in idle moments. When these years are shown, the sprites of their marks and names are
 * ready and their texts measured. This only shortens the time that a change of year takes.
 */

import { canvasMeasurer } from "../canvas/canvas-measurer";
import { paintList } from "../canvas/canvas-painter";
import type { MapProjection } from "../scene/layout/map-projection";
import { NetworkScene } from "../scene/network-scene";
import type { NetworkLayer, NetworkOptions } from "./network-layer";

/** A larger network shares few sprites between its years, and takes too long to draw in an idle moment. */
const MAX_CLAIMS = 2000;
/** The time that one year may take, and the idle time left over so that a touch gets a response. */
const MIN_IDLE_MS = 8;
const RESERVED_IDLE_MS = 20;
/** The delay in a browser that does not report idle moments. */
const FALLBACK_DELAY_MS = 250;

const whenIdle = (act: (leftMs: () => number) => void): void => {
  if ("requestIdleCallback" in window) requestIdleCallback((deadline) => act(() => deadline.timeRemaining()));
  else setTimeout(() => act(() => MIN_IDLE_MS), FALLBACK_DELAY_MS);
};

export class Prewarmer {
  private readonly ctx = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d")!;
  private scene: NetworkScene | null = null;
  private years: number[] = [];

  constructor(
    private readonly network: NetworkLayer,
    private readonly projection: MapProjection,
    private readonly options: NetworkOptions,
  ) {}

  /** Draw all years, the nearest first. Years still waiting from an earlier call are drawn with the current look. */
  start(): void {
    const { index } = this.network.visible;
    if (index.size > MAX_CLAIMS || index.payload.year !== null) return;
    const [first, last] = index.payload.period;
    const { year } = this.network.layout.shown;
    const isScheduled = this.years.length > 0;
    this.years = Array.from({ length: last - first + 1 }, (_, i) => first + i).sort(
      (a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b,
    );
    if (!isScheduled) this.scheduleNext();
  }

  private scheduleNext(): void {
    whenIdle((leftMs) => {
      if (leftMs() >= MIN_IDLE_MS) this.drawYear(this.years.shift()!);
      while (this.years.length > 0 && leftMs() >= MIN_IDLE_MS + RESERVED_IDLE_MS) this.drawYear(this.years.shift()!);
      if (this.years.length > 0) this.scheduleNext();
    });
  }

  private drawYear(year: number): void {
    const { network, projection, options, ctx } = this;
    const { frame } = network;
    const { uiScale, palette, words, shown } = network.layout;
    this.scene ??= new NetworkScene(network.visible.index, projection, { ...options, measurer: canvasMeasurer });
    Object.assign(this.scene.layout, { uiScale, palette, words });
    this.scene.layout.setState({ ...shown, year, from: null, month: null, open: "" }, true);
    this.scene.compute(frame);
    ctx.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
    // Draw twice: a sprite is kept only from its second use.
    for (let time = 0; time < 2; time++) paintList(ctx, this.scene.draw(frame));
  }
}
