/** Handles the pointer on the map: a tooltip names the feature under it, and a click or a touch selects the feature. */

import type * as L from "leaflet";
import type { CompareView } from "../compare/compare-view";
import type { PageContext } from "../page-context";
import type { Hit } from "../scene/layout/hit-testing";
import { el, localizedText } from "./dom";

const MOUSE_SLACK_PX = 3;

export class MapInteraction {
  readonly tooltip = el("div", { class: "tip", "aria-hidden": "true", hidden: true });

  constructor(
    private readonly context: PageContext,
    private readonly map: L.Map,
    compare: CompareView,
    onPress: (hit: Hit | null) => void,
  ) {
    map.on("dragstart zoomstart mouseout", () => this.hide());
    map.on("click", ({ containerPoint, originalEvent }) => {
      this.hide();
      onPress(compare.hitAt(containerPoint, pointerSlackPx(originalEvent)));
    });
    map.on("mousemove", ({ containerPoint: at }) => this.showTooltip(at, compare.hitAt(at, MOUSE_SLACK_PX)));
  }

  private showTooltip(at: L.Point, hit: Hit | null): void {
    const { index, network, words } = this.context;
    const { tooltip, map } = this;
    map.getContainer().style.cursor = hit ? "pointer" : "";
    network.hover(hit && "claim" in hit ? hit.claim : -1);
    tooltip.hidden = hit === null;
    if (!hit) return;
    const lines =
      "claim" in hit
        ? [
            el("strong", { dir: "auto" }, localizedText(this.context, index.label(hit.claim))),
            el("span", { dir: "auto" }, index.text(index.payload.claims.when[hit.claim])),
          ]
        : [el("span", {}, words.certaintyStyles.cluster)];
    tooltip.replaceChildren(...lines);
    const width = tooltip.getBoundingClientRect().width;
    tooltip.style.left = `${Math.min(at.x + 14, map.getSize().x - width - 8)}px`;
    tooltip.style.top = `${at.y + 18}px`;
  }

  private hide(): void {
    this.tooltip.hidden = true;
    this.context.network.hover(-1);
  }
}

/**
 * The distance from the edge of a mark within which it is hit. It is larger for a finger, which covers more than a
 * mouse pointer.
 */
function pointerSlackPx(event: Event): number {
  const type = "pointerType" in event ? event.pointerType : "";
  return type === "touch" || type === "pen" || matchMedia("(pointer: coarse)").matches ? 14 : 4;
}
