/** The change of state that makes a target visible (its strand, its layer, its year), and the places to show it at. */

import type { PayloadIndex, Target } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { isAskedFor, layerOf, type VisibleFeatures } from "../data/visible-features";
import { nearestYearHeld } from "../time/claim-dates";
import type { State } from "./screen-state";

/** The change of the shown layers that adds the layer of a claim; empty if the layer is already shown. */
export function layerChange(index: PayloadIndex, target: Target | undefined, layers: State["layers"]): Partial<State> {
  const layer = target?.type === "claim" ? layerOf(index, target.row) : undefined;
  return layer && !layers.has(layer) ? { layers: new Set([...layers, layer]) } : {};
}

/** The change of a state that shows a target. If it does not hold now, the nearest year in which it does is shown. */
export function focusChange(visible: VisibleFeatures, state: State, target: Target): Partial<State> {
  const { index } = visible;
  const { claims, year: onlyYear } = index.payload;
  const change: Partial<State> = layerChange(index, target, state.layers);
  if (!index.fitsStrand(target, state.strand)) change.strand = index.strandsOfTarget(target)[0]!;
  const strand = change.strand ?? state.strand;
  if (target.type === "claim" && !isAskedFor(index, target.row, { strand, only: state.only })) change.only = new Set();
  const rows = index.claimsOfTarget(target).filter((row) => index.isOfStrand(row, strand));
  // A source has no year. For a person or a place, undated claims do not affect the year.
  const datedRows = rows.filter((row) => claims.kind[row] !== Kind.tie && !claims.undated[row]);
  const decisive = datedRows.length > 0 ? datedRows : rows;
  if (onlyYear === null && target.type !== "source" && !decisive.some((row) => visible.hold[row])) {
    const year = nearestHoldingYear(index, decisive, state.year);
    if (year !== null) change.year = year;
  }
  return change;
}

/** The year nearest to `near` in which one of the claims holds; null if there is none. */
function nearestHoldingYear(index: PayloadIndex, rows: readonly number[], near: number): number | null {
  const { claims, period } = index.payload;
  const years = rows.flatMap((row) => nearestYearHeld(claims, row, near, period) ?? []);
  return years.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? null;
}

/** The places at which a state shows a target. */
export function focusPlaces(visible: VisibleFeatures, state: State, target: Target): number[] {
  const { index } = visible;
  if (target.type === "source") return [];
  if (target.type === "place") return [target.row];
  const rows = index.claimsOfTarget(target);
  const shown = target.type === "claim" ? rows : rows.filter((row) => visible.isVisible(row, state));
  return shown.flatMap((row) => index.placesOf(row));
}
