/** The life path on the map: from place to place in order of time, what is yet to come more faintly. */

import { type BoxGrid, boxAround, frameBox, isInside } from "../../geometry/boxes";
import { onScreen } from "../../geometry/viewport";
import type { DisplayList } from "../display-list";
import type { NetworkLayout } from "../layout/network-layout";
import { Path } from "../path";
import { baselineAt, font } from "../text-styles";

/** Draw the path, with the year of each arrival where there is room. */
export function drawLifePath(list: DisplayList, layout: NetworkLayout, obstacles: BoxGrid): void {
  const { palette, uiScale, projected, viewport, uncut, words } = layout;
  const { lifePath, year } = layout.shown;
  const legs = lifePath.slice(1).map((stop, i) => ({
    ...stop,
    points: onScreen(viewport, projected.leg(lifePath[i]!.place, stop.place)),
    faint: stop.year > year,
  }));
  for (const { points, faint, certain } of legs)
    list.stroke(new Path().polyline(points), palette.head, (faint ? 1.5 : 2.4) * uiScale, {
      opacity: faint ? 0.42 : 0.95,
      dash: (faint ? [2, 5] : certain ? [] : [9, 5]).map((length) => length * uiScale),
      cap: "round",
      join: "round",
    });
  const tagFont = font("sans", 12 * uiScale, { weight: 600 });
  const taken = obstacles.copy();
  for (const { points, year: arrival, faint, certain } of legs) {
    const middle = 2 * Math.round(points.length / 4);
    const [x, y] = [points[middle]!, points[middle + 1]!];
    const box = boxAround(x, y, 20 * uiScale, 8 * uiScale);
    if (taken.intersects(box) || (uncut && !isInside(box, frameBox(viewport)))) continue;
    taken.add(box);
    const text = certain ? words.yearText(arrival) : `${words.yearText(arrival)}?`;
    list.text(text, tagFont, x, baselineAt(y, tagFont), palette.head, {
      align: "center",
      opacity: faint ? 0.75 : 1,
      halo: { colour: palette.halo, width: 4 * uiScale },
    });
  }
}
