/** The pointer on the map: what lies under it is named by a tip, and chosen by a click or a touch. */

import type * as L from "leaflet";
import { el } from "./dom";
import type { Found } from "./network";
import type { Context } from "./parts/context";
import { said } from "./parts/said";

export interface Pointed {
  /** What lies at a point of the map; `slack` widens the targets. */
  find(at: L.Point, slack: number): Found | null;
  /** Something, or nothing, was chosen. */
  press(found: Found | null): void;
}

const MOUSE_SLACK = 3;

export class Pointing {
  readonly tip = el("div", { class: "tip", "aria-hidden": "true", hidden: true });

  constructor(
    private readonly context: Context,
    private readonly map: L.Map,
    pointed: Pointed,
  ) {
    map.on("dragstart zoomstart mouseout", () => this.hide());
    map.on("click", (event) => {
      this.hide();
      pointed.press(pointed.find(event.containerPoint, slackOf(event.originalEvent)));
    });
    map.on("mousemove", (event) => this.point(event.containerPoint, pointed.find(event.containerPoint, MOUSE_SLACK)));
  }

  private point(at: L.Point, found: Found | null): void {
    const { index, network, words } = this.context;
    this.map.getContainer().style.cursor = found ? "pointer" : "";
    network.hover(found && "claim" in found ? found.claim : -1);
    if (!found) {
      this.tip.hidden = true;
      return;
    }
    this.tip.replaceChildren(
      ...("claim" in found
        ? [
            el("strong", { dir: "auto" }, ...said(this.context, index.label(found.claim))),
            el("span", { dir: "auto" }, index.text(index.payload.claims.when[found.claim])),
          ]
        : [el("span", {}, words.looks.cluster)]),
    );
    this.tip.hidden = false;
    const { x: width } = this.map.getSize();
    const box = this.tip.getBoundingClientRect();
    this.tip.style.left = `${Math.min(at.x + 14, width - box.width - 8)}px`;
    this.tip.style.top = `${at.y + 18}px`;
  }

  private hide(): void {
    this.tip.hidden = true;
    this.context.network.hover(-1);
  }
}

/** A finger covers more than a mouse: how much nearer than its edge a mark is found. */
function slackOf(event: Event): number {
  const type = "pointerType" in event ? event.pointerType : "";
  return type === "touch" || type === "pen" || matchMedia("(pointer: coarse)").matches ? 14 : 4;
}
