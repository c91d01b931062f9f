/** The pointer on the map: a tooltip names what lies under it, a click or a touch selects it. */

import type * as L from "leaflet";
import type { PageContext } from "../page-context";
import type { Hit } from "../scene/layout/hit-testing";
import { el } from "./dom";
import { localizedText } from "./localized-text";

export interface MapInteractionTarget {
  /** What lies at a point of the map; `slack` widens the targets. */
  hitAt(at: L.Point, slack: number): Hit | null;
  /** Called with what was pressed, or null. */
  onPress(hit: Hit | null): void;
}

const MOUSE_SLACK_PX = 3;

export class MapInteraction {
  readonly tooltip = el("div", { class: "tip", "aria-hidden": "true", hidden: true });

  constructor(
    private readonly context: PageContext,
    private readonly map: L.Map,
    target: MapInteractionTarget,
  ) {
    map.on("dragstart zoomstart mouseout", () => this.hide());
    map.on("click", (event) => {
      this.hide();
      target.onPress(target.hitAt(event.containerPoint, pointerSlackPx(event.originalEvent)));
    });
    map.on("mousemove", (event) =>
      this.showTooltip(event.containerPoint, target.hitAt(event.containerPoint, MOUSE_SLACK_PX)),
    );
  }

  private showTooltip(at: L.Point, hit: Hit | null): void {
    const { index, network, words } = this.context;
    this.map.getContainer().style.cursor = hit ? "pointer" : "";
    network.hover(hit && "claim" in hit ? hit.claim : -1);
    if (!hit) {
      this.tooltip.hidden = true;
      return;
    }
    this.tooltip.replaceChildren(
      ...("claim" in hit
        ? [
            el("strong", { dir: "auto" }, ...localizedText(this.context, index.label(hit.claim))),
            el("span", { dir: "auto" }, index.text(index.payload.claims.when[hit.claim])),
          ]
        : [el("span", {}, words.certaintyStyles.cluster)]),
    );
    this.tooltip.hidden = false;
    const { x: width } = this.map.getSize();
    const box = this.tooltip.getBoundingClientRect();
    this.tooltip.style.left = `${Math.min(at.x + 14, width - box.width - 8)}px`;
    this.tooltip.style.top = `${at.y + 18}px`;
  }

  private hide(): void {
    this.tooltip.hidden = true;
    this.context.network.hover(-1);
  }
}

/** How far from its edge a mark is still hit: further for a finger, which covers more than a mouse pointer. */
function pointerSlackPx(event: Event): number {
  const type = "pointerType" in event ? event.pointerType : "";
  return type === "touch" || type === "pen" || matchMedia("(pointer: coarse)").matches ? 14 : 4;
}
