/**
 * Finds what lies under a pointer: a count badge first, then the nearest mark, a label, a route, a link.
 *
 * It loops over everything that is laid out. The screen limits how much that is, so the loop takes less than a
 * millisecond even in a year with ten thousand claims.
 */

import { isPointIn } from "../../geometry/boxes";
import type { NetworkScene } from "../network-scene";
import type { NetworkLayout } from "./network-layout";
import type { Route } from "./routes-and-links";

/** A claim by its row, or a cluster that is not expanded by the id of its place. */
export type Hit = { claim: number } | { cluster: string };

/** Within this distance from its edge, a mark takes precedence over a label. */
const MARK_SLACK_PX = 2;

/** Return what the network shows at a point of its canvas; `slack` enlarges the targets for touch. */
export function hitAt({ layout, names }: NetworkScene, x: number, y: number, slack: number): Hit | null {
  const { claims, places, liaison } = layout.visible.index.payload;
  for (const badge of layout.clusters.badges) {
    const at = layout.badgeAt(badge);
    if (Math.hypot(at.x - x, at.y - y) < 10 * layout.uiScale + slack / 2)
      return { cluster: places.id[claims.place[layout.rows[badge.anchor]!]!]! };
  }
  // A label selects the claim that it names, even if another mark is near.
  const claim =
    markAt(layout, x, y, Math.min(slack, MARK_SLACK_PX)) ??
    names.labels.find(({ box }) => isPointIn(x, y, box))?.candidate.row ??
    markAt(layout, x, y, slack) ??
    lineAt([...layout.routes, ...layout.routeDensity], x, y, 4 + slack);
  if (claim !== undefined) return { claim };
  // A link is selected by the station that reports.
  const link = lineAt([...layout.links, ...layout.linkDensity], x, y, 3 + slack / 2);
  return link === undefined ? null : { claim: liaison.from[link]! };
}

function markAt(layout: NetworkLayout, x: number, y: number, slack: number): number | undefined {
  let found: number | undefined;
  let nearest = Infinity;
  layout.rows.forEach((row, mark) => {
    if (layout.clusters.hidden[mark]) return;
    const distance = Math.hypot(layout.x[mark]! - x, layout.y[mark]! - y);
    if (distance < layout.radius[mark]! + slack && distance < nearest) [found, nearest] = [row, distance];
  });
  return found;
}

/** The row of the nearest line within less than `within` pixels. */
function lineAt(lines: Pick<Route, "row" | "line">[], x: number, y: number, within: number): number | undefined {
  let found: number | undefined;
  let nearest = within;
  for (const { row, line } of lines) {
    const distance = line.distanceTo(x, y);
    if (distance < nearest) [found, nearest] = [row, distance];
  }
  return found;
}
