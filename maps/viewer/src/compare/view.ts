/** Two pictures on one map, parted by a line that is swiped: two years, or what is certain beside what is possible. */

import type * as L from "leaflet";
import type { State } from "../address";
import type { Box } from "../boxes";
import { el, ICONS, icon } from "../dom";
import { type Found, Network, type NetworkOptions, type Shown } from "../network";
import type { Palette } from "../palette";
import type { Context } from "../parts/context";
import { periodName } from "../period";
import type { Plane } from "../plane";
import { NOT } from "../time";

const PANE = "liaison-compared";

/** What the left and the right picture show; null where nothing is compared. A range is compared with one year, a month with that of another year. */
export function sides(state: State): { left: Partial<State>; right: Partial<State> } | null {
  if (state.compare === "") return null;
  if (state.compare === "certain") return { left: { certainty: "certain" }, right: { certainty: "possible" } };
  return { left: {}, right: { year: Number(state.compare), from: null } };
}

export interface Pictured {
  context: Context;
  name: string;
}

export class CompareView {
  readonly element: HTMLElement;
  private readonly handle: HTMLInputElement;
  private readonly tags = [el("span", { class: "side left" }), el("span", { class: "side right" })] as const;
  private readonly line = el("div", { class: "divider", "aria-hidden": "true" });
  private readonly grip = el("div", { class: "grip", "aria-hidden": "true" }, icon(ICONS.grip));
  private other: Network | null = null;
  /** On paper each picture has a map of its own, whole. */
  whole = false;

  constructor(
    private readonly context: Context,
    private readonly map: L.Map,
    private readonly plane: Plane,
    private readonly options: NetworkOptions,
  ) {
    this.handle = el("input", { type: "range", min: 0, max: 1000, step: 1 });
    this.handle.addEventListener("input", () => context.change({ swipe: Number(this.handle.value) / 1000 }));
    this.handle.addEventListener("change", () => context.change({}, true));
    this.line.append(...this.tags);
    this.element = el("div", { class: "compare", hidden: true }, this.line, this.handle, this.grip);
    for (const event of ["pointerdown", "touchstart", "mousedown"])
      this.element.addEventListener(event, (e) => e.stopPropagation(), { passive: true });
    map.on("move resize zoomend viewreset", () => this.clip());
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  /** What is drawn right of the line, for `show` of the main network tells what is left of it. */
  update(shown: Shown): Shown {
    const { context } = this;
    const two = sides(context.state);
    this.element.hidden = two === null;
    if (!two) {
      this.end();
      return shown;
    }
    const other = (this.other ??= this.begin());
    other.unit = context.network.unit;
    other.stopMs = context.network.stopMs;
    other.reword(context.words);
    this.handle.setAttribute("aria-label", context.words.compare.handle);
    if (other.palette !== context.palette) other.recolour(context.palette);
    other.show({ ...shown, ...two.right });
    this.handle.value = String(Math.round(context.state.swipe * 1000));
    const names = this.names();
    this.tags.forEach((tag, i) => (tag.textContent = names[i]!));
    this.line.classList.toggle("words", context.state.compare === "certain");
    this.handle.setAttribute("aria-valuetext", context.words.compare.value(...names));
    this.clip();
    other.relabel();
    return { ...shown, ...two.left };
  }

  private names(): [string, string] {
    const { state, words } = this.context;
    return state.compare === "certain"
      ? [words.compare.certain, words.compare.possible]
      : [periodName(state, words), periodName({ ...state, ...sides(state)?.right }, words)];
  }

  /** Each of the two pictures with the state that it shows, or the one where nothing is compared; each with its name. */
  pictures(): [Pictured, ...Pictured[]] {
    const { context, other } = this;
    const { index, words, state, network, palette, borders } = context;
    const two = sides(state);
    if (!two || !other) return [{ context, name: periodName(state, words) }];
    const [left, right] = this.names();
    const of = (part: Partial<State>, shows: Network): Context => ({
      index,
      words,
      palette,
      borders,
      network: shows,
      state: { ...state, ...part },
      difference: () => context.difference(),
      change: (...change) => context.change(...change),
      reveal: (...shown) => context.reveal(...shown),
    });
    return [
      { context: of(two.left, network), name: left },
      { context: of(two.right, other), name: right },
    ];
  }

  recolour(palette: Palette): void {
    this.other?.recolour(palette);
  }

  /** The side of the line that belongs to a picture, in pixels of the map's container; null where it has all of it. */
  part(which: "left" | "right"): Box | null {
    if (!this.shown || this.whole) return null;
    const { x, y } = this.map.getSize();
    const at = x * this.context.state.swipe;
    return which === "left" ? { x0: 0, y0: 0, x1: at, y1: y } : { x0: at, y0: 0, x1: x, y1: y };
  }

  /** What lies at a point right of the line; undefined where that is not ours to say. */
  find(point: L.Point, slack: number): Found | null | undefined {
    return this.other && this.shown && point.x > this.map.getSize().x * this.context.state.swipe
      ? this.other.find(point, slack)
      : undefined;
  }

  relabel(): void {
    this.other?.relabel();
  }

  /** Claims that hold on one side of the line only, and the number of those that hold on both. */
  difference(): { left: number[]; right: number[]; both: number } {
    const two = sides(this.context.state);
    const found = { left: [] as number[], right: [] as number[], both: 0 };
    if (!two || !this.other) return found;
    const { network, index, state } = this.context;
    const [left, right] = [
      { ...state, ...two.left },
      { ...state, ...two.right },
    ];
    for (let row = 0; row < index.size; row++) {
      const here = network.net.hold[row] !== NOT && network.net.admits(row, left);
      const there = this.other.net.hold[row] !== NOT && this.other.net.admits(row, right);
      if (here && there) found.both++;
      else if (here) found.left.push(row);
      else if (there) found.right.push(row);
    }
    return found;
  }

  private begin(): Network {
    const pane = this.map.getPane(PANE) ?? this.map.createPane(PANE);
    pane.style.zIndex = "401";
    const other = new Network(this.context.index, this.plane, {
      ...this.options,
      part: () => this.part("right"),
      pane: PANE,
    });
    other.unit = this.context.network.unit;
    other.addTo(this.map);
    return other;
  }

  private end(): void {
    this.other?.remove();
    this.other = null;
    this.clip();
  }

  /** Cut the two pictures at the line. Panes have no size of their own, so that the cut is told in the map's pixels. */
  private clip(): void {
    const left = this.map.getPanes().overlayPane;
    const right = this.map.getPane(PANE);
    if (!this.shown) {
      left.style.clipPath = "";
      return;
    }
    const size = this.map.getSize();
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    const at = corner.x + size.x * this.context.state.swipe;
    const cut = (x0: number, x1: number) =>
      `polygon(${x0}px ${corner.y}px, ${x1}px ${corner.y}px, ${x1}px ${corner.y + size.y}px, ${x0}px ${corner.y + size.y}px)`;
    left.style.clipPath = cut(corner.x, at);
    if (right) right.style.clipPath = cut(at, corner.x + size.x);
    this.line.style.left = this.grip.style.left = `${this.context.state.swipe * 100}%`;
  }
}
