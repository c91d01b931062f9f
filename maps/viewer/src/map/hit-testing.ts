/**
 * What lies under a pointer: a number first, then the nearest mark, a name, a way.
 *
 * All that is drawn is already laid out in flat arrays, bounded by the screen, so that a pass over them takes less
 * than a millisecond even where a year holds ten thousand claims.
 */

import { distanceToLine } from "../geometry/screen-lines";
import type { LaidOutNetwork } from "../paint/network-drawing";

/** A claim, or the number of a closed fan (the id of its place). */
export type Hit = { claim: number } | { cluster: string };

/** How far beside a mark it is meant before a name that is written there. */
const MARK_SLACK_PX = 2;

/** What a picture shows at a point of its canvas; `slack` widens the targets, for a finger. */
export function hitAt(p: LaidOutNetwork, x: number, y: number, slack: number): Hit | null {
  const { clusters: fan } = p;
  for (const chip of fan.badges) {
    if (Math.hypot(p.badgeX(chip) - x, p.badgeY(chip) - y) < 10 * p.uiScale + slack / 2)
      return { cluster: placeIdOf(p, chip.anchor) };
  }
  // A word means what it names, though a mark stands near it.
  return (
    markHit(p, x, y, Math.min(slack, MARK_SLACK_PX)) ??
    labelHit(p, x, y) ??
    markHit(p, x, y, slack) ??
    routeHit(p, x, y, 4 + slack) ??
    linkHit(p, x, y, 3 + slack / 2)
  );
}

function markHit(p: LaidOutNetwork, x: number, y: number, slack: number): Hit | null {
  let found = -1;
  let nearest = Infinity;
  for (let mark = 0; mark < p.count; mark++) {
    if (p.clusters.hidden[mark]) continue;
    const distance = Math.hypot(p.x[mark]! - x, p.y[mark]! - y);
    if (distance < p.radius[mark]! + slack && distance < nearest) [found, nearest] = [mark, distance];
  }
  return found < 0 ? null : { claim: p.rows[found]! };
}

function labelHit(p: LaidOutNetwork, x: number, y: number): Hit | null {
  const named = p.labels.find(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
  return named ? { claim: p.labelCandidates[named.candidate]!.row } : null;
}

function routeHit(p: LaidOutNetwork, x: number, y: number, within: number): Hit | null {
  let found: Hit | null = null;
  let nearest = within;
  for (const { row, line: way } of p.routes) {
    const distance = distanceToLine(way, x, y);
    if (distance < nearest) [found, nearest] = [{ claim: row }, distance];
  }
  const { line } = p.routeDensity.nearest(x, y, nearest);
  return line >= 0 ? { claim: p.routeDensity.row[line]! } : found;
}

/** A line of liaison is told by the station that reports. */
function linkHit(p: LaidOutNetwork, x: number, y: number, within: number): Hit | null {
  const { liaison } = p.visible.index.payload;
  let found: Hit | null = null;
  let nearest = within;
  for (const { row: line, line: way } of p.links) {
    const distance = distanceToLine(way, x, y);
    if (distance < nearest) [found, nearest] = [{ claim: liaison.from[line]! }, distance];
  }
  const { line } = p.linkDensity.nearest(x, y, nearest);
  return line >= 0 ? { claim: liaison.from[p.linkDensity.row[line]!]! } : found;
}

function placeIdOf(p: LaidOutNetwork, mark: number): string {
  const { claims, places } = p.visible.index.payload;
  return places.id[claims.place[p.rows[mark]!]!] ?? "";
}
