/**
 * What lies under a pointer: a number first, then the nearest mark, a name, a way.
 *
 * All that is drawn is already laid out in flat arrays, bounded by the screen, so that a pass over them takes less
 * than a millisecond even where a year holds ten thousand claims.
 */

import { distanceTo } from "./paint/arcs";
import type { Picture } from "./paint/picture";

/** A claim, or the number of a closed fan (the id of its place). */
export type Found = { claim: number } | { fan: string };

/** How far beside a mark it is meant before a name that is written there. */
const MARK_SLACK = 2;

/** What a picture shows at a point of its canvas; `slack` widens the targets, for a finger. */
export function foundAt(p: Picture, x: number, y: number, slack: number): Found | null {
  const { fan } = p;
  for (const chip of fan.chips) {
    if (Math.hypot(p.chipX(chip) - x, p.chipY(chip) - y) < 10 * p.unit + slack / 2)
      return { fan: placeIdOf(p, chip.hub) };
  }
  // A word means what it names, though a mark stands near it.
  return (
    markAt(p, x, y, Math.min(slack, MARK_SLACK)) ??
    nameAt(p, x, y) ??
    markAt(p, x, y, slack) ??
    journeyAt(p, x, y, 4 + slack) ??
    lineAt(p, x, y, 3 + slack / 2)
  );
}

function markAt(p: Picture, x: number, y: number, slack: number): Found | null {
  let found = -1;
  let nearest = Infinity;
  for (let mark = 0; mark < p.count; mark++) {
    if (p.fan.hidden[mark]) continue;
    const distance = Math.hypot(p.x[mark]! - x, p.y[mark]! - y);
    if (distance < p.radius[mark]! + slack && distance < nearest) [found, nearest] = [mark, distance];
  }
  return found < 0 ? null : { claim: p.rows[found]! };
}

function nameAt(p: Picture, x: number, y: number): Found | null {
  const named = p.labels.find(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1);
  return named ? { claim: p.wishes[named.wish]!.row } : null;
}

function journeyAt(p: Picture, x: number, y: number, within: number): Found | null {
  let found: Found | null = null;
  let nearest = within;
  for (const { row, way } of p.journeys) {
    const distance = distanceTo(way, x, y);
    if (distance < nearest) [found, nearest] = [{ claim: row }, distance];
  }
  const { line } = p.journeyCrowd.nearest(x, y, nearest);
  return line >= 0 ? { claim: p.journeyCrowd.row[line]! } : found;
}

/** A line of liaison is told by the station that reports. */
function lineAt(p: Picture, x: number, y: number, within: number): Found | null {
  const { liaison } = p.net.index.payload;
  let found: Found | null = null;
  let nearest = within;
  for (const { line, way } of p.lines) {
    const distance = distanceTo(way, x, y);
    if (distance < nearest) [found, nearest] = [{ claim: liaison.from[line]! }, distance];
  }
  const { line } = p.lineCrowd.nearest(x, y, nearest);
  return line >= 0 ? { claim: liaison.from[p.lineCrowd.row[line]!]! } : found;
}

function placeIdOf(p: Picture, mark: number): string {
  const { claims, places } = p.net.index.payload;
  return places.id[claims.place[p.rows[mark]!]!] ?? "";
}
