/** The recurring symbols of a map: marks of claims, badges of clusters, leader lines of labels. */

import type { VisibleFeatures } from "../../data/visible-features";
import type { DisplayList } from "../display-list";
import { type LabelCandidate, LEADER_MIN_PX, type PlacedLabel } from "../layout/label-placement";
import type { NetworkLayout } from "../layout/network-layout";
import type { Badge } from "../layout/spiderfy";
import type { Palette } from "../palette";
import { Path } from "../path";
import { baselineAt, font } from "../text-styles";
import { drawMark } from "./marks";
import { certaintyStyleOf, colourNameOf, markNameOf, signsOf } from "./symbology";

/** The mark of a claim, as `drawMark` draws it. */
export function drawClaimMark(
  list: DisplayList,
  { index, hold }: VisibleFeatures,
  row: number,
  x: number,
  y: number,
  size: number,
  palette: Palette,
  title?: string,
): void {
  const { claims } = index.payload;
  const mark = markNameOf(index, row);
  const certaintyStyle = certaintyStyleOf(hold[row]!, claims.certainty[row]!);
  const signs = signsOf(index, row);
  const isVague = index.isVague(claims.place[row]!);
  const colour = palette[colourNameOf(index, row)];
  // The ring of a vague place and the signs extend beyond the mark.
  const side = signs.length > 0 || isVague ? size * 2 + 4 : size + 8;
  list.symbol({
    key: `${mark} ${certaintyStyle} ${colour} ${palette.halo} ${size} ${signs} ${isVague}`,
    x,
    y,
    width: side,
    height: side,
    ...(title ? { title } : {}),
    draw: (symbol) => drawMark(symbol, mark, 0, 0, size, { certaintyStyle, colour, palette, signs, isVague }),
  });
}

/** Draw the number of marks hidden behind a mark, "+12", in a disc. It is smaller next to a mark than on a ring. */
export function drawBadge(list: DisplayList, layout: NetworkLayout, badge: Badge): void {
  const { measurer, palette, uiScale, isClustered: small } = layout;
  const text = `+${badge.hiddenCount}`;
  list.symbol({
    key: `${text} ${palette.card} ${uiScale} ${small}`,
    ...layout.badgeAt(badge),
    width: (14 + 6 * text.length) * uiScale,
    height: 23 * uiScale,
    draw(symbol) {
      const badgeFont = font("sans", (small ? 9.5 : 10.5) * uiScale, { weight: 600 });
      const high = (small ? 6.5 : 10) * uiScale;
      const half = Math.max(high, measurer.width(badgeFont, text) / 2 + 3 * uiScale);
      const outline = new Path().roundRect(-half, -high, 2 * half, 2 * high, high);
      symbol.fill(outline, palette.card);
      symbol.stroke(outline, palette.inkSoft, small ? 0.8 : 1);
      symbol.text(text, badgeFont, 0, baselineAt(0.5, badgeFont), palette.ink, { align: "center" });
    },
  });
}

/** Draw lines from names to their marks. */
export function drawLeaderLines(
  list: DisplayList,
  labels: readonly PlacedLabel<LabelCandidate>[],
  palette: Palette,
  uiScale: number,
): void {
  const lines = new Path();
  for (const { box, candidate } of labels) {
    const { x, y, radius, markRadius = radius } = candidate;
    const endX = Math.max(box.x0 + 2, Math.min(box.x1 - 2, x)),
      endY = Math.max(box.y0 + 3, Math.min(box.y1 - 3, y));
    if (Math.hypot(endX - x, endY - y) >= markRadius + LEADER_MIN_PX * uiScale) lines.polyline([x, y, endX, endY]);
  }
  if (!lines.isEmpty) list.stroke(lines, palette.inkSoft, 0.8, { opacity: 0.7 });
}
