/** The parts of the map that panels cover. */

import type * as L from "leaflet";
import { type Box, grown, shifted } from "../geometry/boxes";

const MARGIN_PX = 4;
const PANEL_SELECTOR = ".heading, .tools .bar, .tools .zoom, .timeline";
const SHEET_SELECTOR = ".sheet:not([hidden])";

/** The panels that lie on the map, as boxes in pixels of its container. */
export class PanelBoxes {
  /** The boxes of the sheet when they were last requested on the screen; on paper it has no position. */
  sheetBoxes: readonly Box[] = [];

  constructor(
    private readonly map: L.Map,
    private readonly isOnPaper: () => boolean,
  ) {}

  /** The boxes of all panels; none when the page is printed, because no panel covers a printed map. */
  boxes(): Box[] {
    if (this.isOnPaper()) return [];
    const container = this.map.getContainer();
    this.sheetBoxes = elementBoxes(SHEET_SELECTOR, container);
    return [...elementBoxes(PANEL_SELECTOR, container), ...this.sheetBoxes];
  }
}

/** The boxes of the elements that match a selector, in pixels of the map's container, with a margin. */
function elementBoxes(selector: string, container: HTMLElement): Box[] {
  const frame = container.getBoundingClientRect();
  return [...document.querySelectorAll(selector)]
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left: x0, top: y0, right: x1, bottom: y1 }) => shifted({ x0, y0, x1, y1 }, -frame.left, -frame.top))
    .map((box) => grown(box, MARGIN_PX));
}
