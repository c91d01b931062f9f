/** The timeline along the foot: a real slider named "Year", play and steps, and a small picture of what each year holds. */

import { writeAddress } from "../address";
import { button, el, icon, ICONS } from "../dom";
import { claimHolds, NOT, POSSIBLY } from "../time";
import { inWorld, layerOf } from "../year-net";
import { countsInWords, countsLine } from "./heading";
import type { Context } from "./context";

const STEP_MS = 1900;

/** For each year: certain and possible stations and posts, journeys and events, and whether there was a raid. */
interface YearCount { certain: number; possible: number; moving: number; raids: number }

export class Timeline {
  readonly element: HTMLElement;
  readonly slider: HTMLInputElement;
  private readonly play: HTMLButtonElement;
  private readonly chart = el("canvas", { class: "chart", "aria-hidden": "true" });
  private counted: HTMLElement = el("p");
  private timer = 0;
  private counts: YearCount[] = [];
  private countedFor = "";

  constructor(private readonly context: Context, private readonly onPlaying: (playing: boolean) => void) {
    const { words, index } = context;
    const [first, last] = index.payload.period;
    this.slider = el("input", { type: "range", id: "liaison-year", min: first, max: last, step: 1, "aria-label": words.year });
    this.slider.addEventListener("input", () => {
      this.stop();
      context.change({ year: Number(this.slider.value) });
    });
    this.slider.addEventListener("change", () => context.change({ year: Number(this.slider.value) }, true));
    const control = (label: string, path: string, action: () => void, name: string) =>
      button({ class: `round ${name}`, "aria-label": label, title: label }, action, icon(path));
    this.play = control(words.play, ICONS.play, () => this.toggle(), "play");
    const ticks = el("div", { class: "ticks", "aria-hidden": "true" });
    for (let year = first; year <= last; year++) {
      const tick = el("span", { class: year % 5 === 0 || year === first || year === last ? "tick long" : "tick" }, el("span", {}, String(year)));
      if ((year % 5 === 0 && (year - first < 2 || last - year < 2)) && year !== first && year !== last) tick.classList.add("crowded");
      tick.style.left = `${((year - first) / Math.max(1, last - first)) * 100}%`;
      ticks.append(tick);
    }
    this.element = el("section", { class: "timeline", "aria-label": words.timeline },
      el("div", { class: "steps" },
        control(words.back, ICONS.back, () => this.step(-1), "back"), this.play, control(words.forward, ICONS.forward, () => this.step(1), "forward")),
      el("div", { class: "track" }, this.counted, this.chart, this.slider, ticks),
    );
    // A finger on the slider never moves the map.
    for (const event of ["pointerdown", "touchstart", "mousedown", "wheel"]) this.element.addEventListener(event, (e) => e.stopPropagation(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(this.chart);
  }

  get playing(): boolean {
    return this.timer !== 0;
  }

  toggle(): void {
    if (this.playing) {
      this.stop();
      return;
    }
    const [first, last] = this.context.index.payload.period;
    if (this.context.state.year >= last) this.context.change({ year: first });
    this.timer = window.setInterval(() => {
      if (this.context.state.year >= last) this.stop();
      else this.context.change({ year: this.context.state.year + 1 });
      if (this.context.state.year >= last) this.stop();
    }, STEP_MS);
    this.announce();
  }

  stop(): void {
    if (!this.playing) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.announce();
    this.context.change({}, true);
  }

  step(by: number): void {
    this.stop();
    const [first, last] = this.context.index.payload.period;
    const year = Math.max(first, Math.min(last, this.context.state.year + by));
    if (year !== this.context.state.year) this.context.change({ year }, true);
  }

  private announce(): void {
    const { words } = this.context;
    const label = this.playing ? words.pause : words.play;
    this.play.setAttribute("aria-label", label);
    this.play.title = label;
    this.play.replaceChildren(icon(this.playing ? ICONS.pause : ICONS.play));
    this.onPlaying(this.playing);
  }

  update(): void {
    const { state, words } = this.context;
    if (this.slider.value !== String(state.year)) this.slider.value = String(state.year);
    this.slider.setAttribute("aria-valuetext", words.yearValue(state.year, countsInWords(this.context)));
    const counted = countsLine(this.context);
    this.counted.replaceWith(counted);
    this.counted = counted;
    this.draw();
  }

  private count(): void {
    const { index, state } = this.context;
    const aside = index.setAside(state.readings);
    const key = `${state.world} ${state.certainty} ${[...aside].join()}`;
    if (key === this.countedFor) return;
    this.countedFor = key;
    const { claims, period: [first, last] } = index.payload;
    this.counts = Array.from({ length: last - first + 1 }, () => ({ certain: 0, possible: 0, moving: 0, raids: 0 }));
    for (let row = 0; row < index.size; row++) {
      const layer = layerOf(index, row);
      if (!layer || !inWorld(claims.standing[row]!, state.world) || aside.has(row)) continue;
      const category = index.category(row);
      for (let year = first; year <= last; year++) {
        const hold = claimHolds(claims, row, year);
        if (hold === NOT) continue;
        const sure = hold !== POSSIBLY && claims.certainty[row] === 0;
        if (!sure && state.certainty === "certain") continue;
        const count = this.counts[year - first]!;
        if (layer === "raids" || layer === "couriers") {
          // What may have happened in any of many years would fill the chart with what no year holds.
          if (hold === POSSIBLY) continue;
          count.moving++;
          if (category === "raid" || category === "arrest") count.raids++;
        } else if (sure) count.certain++;
        else count.possible++;
      }
    }
  }

  /** Small columns above the slider: certain full, possible pale, a red dot for a year of raids. */
  private draw(): void {
    this.count();
    const { chart, counts } = this;
    const ratio = window.devicePixelRatio || 1;
    const width = chart.clientWidth, height = chart.clientHeight;
    if (width === 0 || height === 0) return;
    if (chart.width !== Math.round(width * ratio)) chart.width = Math.round(width * ratio);
    if (chart.height !== Math.round(height * ratio)) chart.height = Math.round(height * ratio);
    const ctx = chart.getContext("2d");
    if (!ctx) return;
    const { palette, state, index } = this.context;
    const first = index.payload.period[0];
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    const most = Math.max(1, ...counts.map(({ certain, possible }) => certain + possible));
    const room = width / Math.max(1, counts.length - 1);
    const column = Math.max(2, Math.min(14, room * 0.42));
    const scale = (height - 9) / most;
    counts.forEach(({ certain, possible, raids }, i) => {
      const x = (i / Math.max(1, counts.length - 1)) * width - column / 2;
      const chosen = first + i === state.year;
      ctx.fillStyle = chosen ? palette.accent : palette.inkSoft;
      ctx.globalAlpha = chosen ? 0.95 : 0.5;
      ctx.fillRect(x, height - certain * scale, column, certain * scale);
      ctx.globalAlpha = chosen ? 0.4 : 0.2;
      ctx.fillRect(x, height - (certain + possible) * scale, column, possible * scale);
      if (raids > 0) {
        ctx.globalAlpha = 1;
        ctx.fillStyle = palette.raid;
        ctx.beginPath();
        ctx.arc(x + column / 2, height - (certain + possible) * scale - 4.5, 2.3, 0, 2 * Math.PI);
        ctx.fill();
      }
    });
    ctx.globalAlpha = 1;
  }
}

/** On a page of one year: its neighbours, and the way to the whole atlas. */
export class Neighbours {
  readonly element: HTMLElement;
  private counted: HTMLElement = el("p");
  /** Each leads to another page, with all that this one shows but the year. */
  private readonly links: { link: HTMLAnchorElement; file: string; year: number }[] = [];

  constructor(private readonly context: Context) {
    const { index, words, state } = context;
    const [first, last] = index.payload.period;
    const lead = (file: string, year: number, name: string, text: string) => {
      const link = el("a", { href: file, class: name }, text);
      this.links.push({ link, file, year });
      return link;
    };
    const neighbour = (year: number) =>
      year >= first && year <= last ? lead(`${year}.html`, year, "neighbour", String(year)) : el("span", { class: "neighbour" });
    this.element = el("section", { class: "timeline neighbours", "aria-label": words.timeline },
      this.counted,
      el("nav", { "aria-label": words.otherYears },
        neighbour(state.year - 1),
        lead("../atlas.html", state.year, "whole", words.wholeAtlas),
        neighbour(state.year + 1),
      ),
    );
  }

  update(): void {
    const counted = countsLine(this.context);
    this.counted.replaceWith(counted);
    this.counted = counted;
    for (const { link, file, year } of this.links) link.href = `${file}${writeAddress({ ...this.context.state, year })}`;
  }
}
