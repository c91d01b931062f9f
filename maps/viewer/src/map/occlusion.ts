/** What of the map lies under something else. */

import type { Box } from "../geometry/boxes";

const MARGIN = 4;

/** The boxes of the elements that a selector names, in pixels of the map's container, with a margin around. */
export function elementBoxes(selector: string, container: HTMLElement): Box[] {
  const frame = container.getBoundingClientRect();
  const boxes: Box[] = [];
  for (const element of document.querySelectorAll(selector)) {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (right <= left || bottom <= top) continue;
    boxes.push({
      x0: left - frame.left - MARGIN,
      y0: top - frame.top - MARGIN,
      x1: right - frame.left + MARGIN,
      y1: bottom - frame.top + MARGIN,
    });
  }
  return boxes;
}
