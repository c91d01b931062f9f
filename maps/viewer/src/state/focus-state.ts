/** The change of state that makes a reference visible: its world, its layer, its year; and the places where it is. */

import type { PayloadIndex, Target } from "../data/payload-index";
import { Kind, Standing } from "../data/payload-types";
import { layerOf, type VisibleFeatures } from "../data/visible-features";
import { nearestYearHeld } from "../time/claim-dates";
import type { State } from "./url-state";

/** Nothing of the fiction is ever open over the record, nor the other way round. */
export function withSelectionOfWorld(index: PayloadIndex, state: State): State {
  const target = index.targetOf(state.select);
  return !target || index.fitsWorld(target, state.world === "fiction") ? state : { ...state, select: "" };
}

/** The claims of a target that belong to a world. */
function claimsInWorld(index: PayloadIndex, target: Target, world: State["world"]): number[] {
  const { standing } = index.payload.claims;
  return index.claimsOfTarget(target).filter((row) => (standing[row] === Standing.fiction) === (world === "fiction"));
}

/** The change of a state that shows a target. What does not hold now is shown in the nearest year in which it does. */
export function focusChange(
  index: PayloadIndex,
  visible: VisibleFeatures,
  state: State,
  target: Target,
): Partial<State> {
  const { claims, year: onlyYear } = index.payload;
  const change: Partial<State> = {};
  const fiction = state.world === "fiction";
  if (!index.fitsWorld(target, fiction)) change.world = fiction ? "record" : "fiction";
  const rows = claimsInWorld(index, target, change.world ?? state.world);
  if (target.type === "claim") {
    const { row } = target;
    if ((change.world ?? state.world) === "disputed" && claims.standing[row] !== Standing.disputed)
      change.world = "record";
    const layer = layerOf(index, row);
    if (layer && !state.layers.has(layer)) change.layers = new Set([...state.layers, layer]);
  }
  // A source is of no year.
  const datedRows = rows.filter((row) => claims.kind[row] !== Kind.tie);
  const decisive = datedRows.length > 0 ? datedRows : rows;
  if (onlyYear === null && target.type !== "source" && !decisive.some((row) => visible.hold[row])) {
    const year = nearestHoldingYear(index, decisive, state.year);
    if (year !== null) change.year = year;
  }
  return change;
}

/** The year nearest to another in which one of some claims holds. */
function nearestHoldingYear(index: PayloadIndex, rows: readonly number[], near: number): number | null {
  const { claims, period } = index.payload;
  let best: number | null = null;
  for (const row of rows) {
    const year = nearestYearHeld(claims, row, near, period);
    if (year !== null && (best === null || Math.abs(year - near) < Math.abs(best - near))) best = year;
  }
  return best;
}

/** The places where a state shows a target. */
export function focusPlaces(index: PayloadIndex, visible: VisibleFeatures, state: State, target: Target): number[] {
  switch (target.type) {
    case "claim":
      return index.placesOf(target.row);
    case "place":
      return [target.row];
    case "source":
      return [];
    case "person":
      return claimsInWorld(index, target, state.world)
        .filter((row) => visible.isVisible(row, state))
        .flatMap((row) => index.placesOf(row));
  }
}
