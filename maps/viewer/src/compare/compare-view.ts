/**
 * Two networks on one map, on both sides of a line that the reader swipes: two years, or the certain claims next to the
 * possible ones.
 */

import type * as L from "leaflet";
import type { Box } from "../geometry/boxes";
import type { Words } from "../i18n/viewer-words";
import { NetworkLayer, type NetworkOptions } from "../map/network-layer";
import type { PageContext } from "../page-context";
import type { Hit } from "../scene/layout/hit-testing";
import type { MapProjection } from "../scene/layout/map-projection";
import type { NetworkState } from "../scene/layout/network-layout";
import type { State } from "../state/screen-state";
import { HOLDS_NOT } from "../time/claim-dates";
import { periodName } from "../time/period";
import { el, ICONS, icon, setAttributes } from "../ui/dom";

const COMPARE_PANE = "liaison-compared";

/**
 * The states of the left and the right network; null if nothing is compared. A range is compared with one year, and a
 * month with the same month of another year.
 */
function comparedStates(state: State): { left: Partial<State>; right: Partial<State> } | null {
  if (state.compare === "") return null;
  if (state.compare === "certain") return { left: { certainty: "certain" }, right: { certainty: "possible" } };
  return { left: {}, right: { year: Number(state.compare), from: null } };
}

/** The names of the two sides. */
export function comparedNames(state: State, words: Words): [left: string, right: string] {
  if (state.compare === "certain") return [words.compare.certain, words.compare.possible];
  return [periodName(state, words), periodName({ ...state, ...comparedStates(state)?.right }, words)];
}

export interface ComparedView {
  context: PageContext;
  name: string;
}

export class CompareView {
  private readonly handle = el("input", { type: "range", min: 0, max: 1000, step: 1 });
  private readonly sideLabels = [el("span", { class: "side left" }), el("span", { class: "side right" })] as const;
  private readonly divider = el("div", { class: "divider", "aria-hidden": "true" }, this.sideLabels);
  private readonly grip = el("div", { class: "grip", "aria-hidden": "true" }, icon(ICONS.grip));
  readonly element = el("div", { class: "compare", hidden: true }, this.divider, this.handle, this.grip);
  /** The network to the right of the line; null if nothing is compared. */
  rightNetwork: NetworkLayer | null = null;

  constructor(
    private readonly context: PageContext,
    private readonly map: L.Map,
    private readonly projection: MapProjection,
    private readonly options: NetworkOptions,
  ) {
    this.handle.addEventListener("input", () => context.changeState({ swipe: Number(this.handle.value) / 1000 }));
    this.handle.addEventListener("change", () => context.changeState({}, true));
    for (const event of ["pointerdown", "touchstart", "mousedown"])
      this.element.addEventListener(event, (e) => e.stopPropagation(), { passive: true });
    map.on("move resize zoomend viewreset", () => this.clipPanes());
  }

  get shown(): boolean {
    return !this.element.hidden;
  }

  /** Show the right network, and return the state that the main network shows to the left of the line. */
  update(shown: NetworkState): NetworkState {
    const { context } = this;
    const compared = comparedStates(context.state);
    this.element.hidden = compared === null;
    if (!compared) {
      this.rightNetwork?.remove();
      this.rightNetwork = null;
      this.clipPanes();
      return shown;
    }
    const rightNetwork = (this.rightNetwork ??= this.addRightNetwork());
    rightNetwork.layout.uiScale = context.network.layout.uiScale;
    rightNetwork.stepMs = context.network.stepMs;
    rightNetwork.setWords(context.words);
    if (rightNetwork.layout.palette !== context.palette) rightNetwork.setPalette(context.palette);
    rightNetwork.show({ ...shown, ...compared.right });
    this.handle.value = String(Math.round(context.state.swipe * 1000));
    const names = comparedNames(context.state, context.words);
    this.sideLabels.forEach((label, i) => (label.textContent = names[i]!));
    this.divider.classList.toggle("words", context.state.compare === "certain");
    setAttributes(this.handle, {
      "aria-label": context.words.compare.handle,
      "aria-valuetext": context.words.compare.value(...names),
    });
    this.clipPanes();
    rightNetwork.relabel();
    return { ...shown, ...compared.left };
  }

  /** The two networks, each with the state that it shows and its name; only the main one if nothing is compared. */
  comparedViews(): [ComparedView, ...ComparedView[]] {
    const { context, rightNetwork } = this;
    const { index, words, state, network, palette, borders } = context;
    const compared = comparedStates(state);
    if (!compared || !rightNetwork) return [{ context, name: periodName(state, words) }];
    const [left, right] = comparedNames(state, words);
    const view = (name: string, change: Partial<State>, network: NetworkLayer): ComparedView => {
      const delegates: Pick<PageContext, "comparison" | "changeState" | "focusOn"> = {
        comparison: () => context.comparison(),
        changeState: (...step) => context.changeState(...step),
        focusOn: (...shown) => context.focusOn(...shown),
      };
      return {
        name,
        context: { index, words, palette, borders, network, state: { ...state, ...change }, ...delegates },
      };
    };
    return [view(left, compared.left, network), view(right, compared.right, rightNetwork)];
  }

  /** The part of the map that shows a network, in pixels of the map's container; null if it shows everywhere. */
  clipBox(side: "left" | "right"): Box | null {
    if (!this.shown) return null;
    const { x, y } = this.map.getSize();
    const at = x * this.context.state.swipe;
    return side === "left" ? { x0: 0, y0: 0, x1: at, y1: y } : { x0: at, y0: 0, x1: x, y1: y };
  }

  /** The feature at a point of the map, in the network of that side. `slack` widens the targets. */
  hitAt(point: L.Point, slack: number): Hit | null {
    const { network, state } = this.context;
    const isRight = this.shown && point.x > this.map.getSize().x * state.swipe;
    return ((isRight && this.rightNetwork) || network).hitAt(point, slack);
  }

  /** The claims that hold on one side of the line only, and the number of claims that hold on both. */
  difference(): { left: number[]; right: number[]; both: number } {
    const { network, index, state } = this.context;
    const compared = comparedStates(state);
    const found = { left: [] as number[], right: [] as number[], both: 0 };
    if (!compared || !this.rightNetwork) return found;
    const holds = ({ visible }: NetworkLayer, change: Partial<State>) => {
      const shown = { ...state, ...change };
      return (row: number) => visible.hold[row] !== HOLDS_NOT && visible.isVisible(row, shown);
    };
    const [holdsLeft, holdsRight] = [holds(network, compared.left), holds(this.rightNetwork, compared.right)];
    for (let row = 0; row < index.size; row++) {
      const [isLeft, isRight] = [holdsLeft(row), holdsRight(row)];
      if (isLeft && isRight) found.both++;
      else if (isLeft) found.left.push(row);
      else if (isRight) found.right.push(row);
    }
    return found;
  }

  private addRightNetwork(): NetworkLayer {
    const pane = this.map.getPane(COMPARE_PANE) ?? this.map.createPane(COMPARE_PANE);
    pane.style.zIndex = "401";
    const rightNetwork = new NetworkLayer(this.context.index, this.projection, {
      ...this.options,
      clipBox: () => this.clipBox("right"),
      pane: COMPARE_PANE,
    });
    rightNetwork.layout.uiScale = this.context.network.layout.uiScale;
    return rightNetwork.addTo(this.map);
  }

  /** Clip the two networks at the line. Panes have no size of their own, so the clip paths are in the map's pixels. */
  private clipPanes(): void {
    const left = this.map.getPanes().overlayPane;
    const right = this.map.getPane(COMPARE_PANE);
    left.style.clipPath = "";
    if (!this.shown) return;
    const { swipe } = this.context.state;
    const size = this.map.getSize();
    const { x: x0, y: top } = this.map.containerPointToLayerPoint([0, 0]);
    const [at, x1, bottom] = [x0 + size.x * swipe, x0 + size.x, top + size.y];
    const cut = (from: number, to: number) =>
      `polygon(${from}px ${top}px, ${to}px ${top}px, ${to}px ${bottom}px, ${from}px ${bottom}px)`;
    left.style.clipPath = cut(x0, at);
    if (right) right.style.clipPath = cut(at, x1);
    this.divider.style.left = this.grip.style.left = `${swipe * 100}%`;
  }
}
