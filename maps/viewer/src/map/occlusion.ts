/** What of the map lies under panels. */

import type * as L from "leaflet";
import { type Box, grown, shifted } from "../geometry/boxes";

const MARGIN_PX = 4;
const PANEL_SELECTOR = ".heading, .tools .bar, .tools .zoom, .timeline";
const SHEET_SELECTOR = ".sheet:not([hidden])";

/** The panels that lie on the map, as boxes in pixels of its container. */
export class PanelBoxes {
  /** Where the sheet lay when that was last called for on the screen: on paper it has no place. */
  sheetBoxes: readonly Box[] = [];

  constructor(
    private readonly map: L.Map,
    private readonly isOnPaper: () => boolean,
  ) {}

  /** The boxes of all panels; none where the page is printed, for nothing lies on a printed map. */
  boxes(): Box[] {
    if (this.isOnPaper()) return [];
    const container = this.map.getContainer();
    this.sheetBoxes = elementBoxes(SHEET_SELECTOR, container);
    return [...elementBoxes(PANEL_SELECTOR, container), ...this.sheetBoxes];
  }
}

/** The boxes of the elements that a selector names, in pixels of the map's container, with a margin around. */
function elementBoxes(selector: string, container: HTMLElement): Box[] {
  const frame = container.getBoundingClientRect();
  return [...document.querySelectorAll(selector)]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left: x0, top: y0, right: x1, bottom: y1 }) => shifted({ x0, y0, x1, y1 }, -frame.left, -frame.top))
    .map((box) => grown(box, MARGIN_PX));
}
