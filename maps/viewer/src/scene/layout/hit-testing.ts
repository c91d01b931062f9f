/**
 * What lies under a pointer: a count badge first, then the nearest mark, a label, a route, a link.
 *
 * All that is drawn is already laid out in flat arrays, bounded by the screen, so that a pass over them takes less
 * than a millisecond even where a year holds ten thousand claims.
 */

import { distanceToLine } from "../../geometry/screen-lines";
import type { LaidOutNetwork } from "../drawing/network-drawing";

/** A claim, or a cluster that is not expanded, by the id of its place. */
export type Hit = { claim: number } | { cluster: string };

/** How far beside a mark it is meant before a name that is written there. */
const MARK_SLACK_PX = 2;

/** What the network shows at a point of its canvas; `slack` widens the targets, for a finger. */
export function hitAt(layout: LaidOutNetwork, x: number, y: number, slack: number): Hit | null {
  const { clusters } = layout;
  for (const badge of clusters.badges) {
    if (Math.hypot(layout.badgeX(badge) - x, layout.badgeY(badge) - y) < 10 * layout.uiScale + slack / 2)
      return { cluster: placeIdOf(layout, badge.anchor) };
  }
  // A label means what it names, though a mark stands near it.
  return (
    markHit(layout, x, y, Math.min(slack, MARK_SLACK_PX)) ??
    labelHit(layout, x, y) ??
    markHit(layout, x, y, slack) ??
    routeHit(layout, x, y, 4 + slack) ??
    linkHit(layout, x, y, 3 + slack / 2)
  );
}

function markHit(layout: LaidOutNetwork, x: number, y: number, slack: number): Hit | null {
  let found = -1;
  let nearest = Infinity;
  for (let mark = 0; mark < layout.count; mark++) {
    if (layout.clusters.hidden[mark]) continue;
    const distance = Math.hypot(layout.x[mark]! - x, layout.y[mark]! - y);
    if (distance < layout.radius[mark]! + slack && distance < nearest) [found, nearest] = [mark, distance];
  }
  return found < 0 ? null : { claim: layout.rows[found]! };
}

function labelHit(layout: LaidOutNetwork, x: number, y: number): Hit | null {
  const named = layout.labels.find(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
  return named ? { claim: layout.labelCandidates[named.candidate]!.row } : null;
}

function routeHit(layout: LaidOutNetwork, x: number, y: number, within: number): Hit | null {
  let found: Hit | null = null;
  let nearest = within;
  for (const { row, line } of layout.routes) {
    const distance = distanceToLine(line, x, y);
    if (distance < nearest) [found, nearest] = [{ claim: row }, distance];
  }
  const { line } = layout.routeDensity.nearest(x, y, nearest);
  return line >= 0 ? { claim: layout.routeDensity.row[line]! } : found;
}

/** A link is selected by the station that reports. */
function linkHit(layout: LaidOutNetwork, x: number, y: number, within: number): Hit | null {
  const { liaison } = layout.visible.index.payload;
  let found: Hit | null = null;
  let nearest = within;
  for (const { row, line } of layout.links) {
    const distance = distanceToLine(line, x, y);
    if (distance < nearest) [found, nearest] = [{ claim: liaison.from[row]! }, distance];
  }
  const { line } = layout.linkDensity.nearest(x, y, nearest);
  return line >= 0 ? { claim: liaison.from[layout.linkDensity.row[line]!]! } : found;
}

function placeIdOf(layout: LaidOutNetwork, mark: number): string {
  const { claims, places } = layout.visible.index.payload;
  return places.id[claims.place[layout.rows[mark]!]!] ?? "";
}
