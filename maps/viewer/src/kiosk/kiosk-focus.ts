/** How to focus a reference: the state that shows it, and the places at which it is seen. */

import type { PayloadIndex, Target } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { layerOf } from "../data/visible-features";
import type { PageContext } from "../page-context";
import type { LayerName, State } from "../state/url-state";
import { nearestYearHeld } from "../time/claim-dates";

/** The shown layers with the layer of a claim added; no change if it is shown already. */
export function withLayerOf(
  index: PayloadIndex,
  target: Target | undefined,
  layers: ReadonlySet<LayerName>,
): Partial<State> {
  const layer = target?.type === "claim" ? layerOf(index, target.row) : undefined;
  return layer && !layers.has(layer) ? { layers: new Set([...layers, layer]) } : {};
}

/** The change of state that shows a reference: its layer, and the nearest year in which one of its claims holds. */
export function stateFocusedOn(
  { index, network, state }: PageContext,
  reference: string,
  target: Target,
): Partial<State> {
  const part: Partial<State> = { select: reference, ...withLayerOf(index, target, state.layers) };
  const { claims, period } = index.payload;
  const rows = index.claimsOfTarget(target).filter((row) => claims.kind[row] !== Kind.tie);
  if (target.type !== "source" && rows.length > 0 && !rows.some((row) => network.visible.hold[row])) {
    const currentYear = state.year;
    const years = rows
      .map((row) => nearestYearHeld(claims, row, currentYear, period))
      .filter((year): year is number => year !== null);
    if (years.length > 0)
      part.year = years.reduce((best, year) =>
        Math.abs(year - currentYear) < Math.abs(best - currentYear) ? year : best,
      );
  }
  return part;
}

/** The places of a reference in the year that is shown. */
export function focusPlaces({ index, network, state }: PageContext, target: Target): readonly number[] {
  switch (target.type) {
    case "claim":
      return index.placesOf(target.row);
    case "place":
      return [target.row];
    case "person":
      return index
        .claimsOfTarget(target)
        .filter((row) => network.visible.isVisible(row, state))
        .flatMap((row) => index.placesOf(row));
    case "source":
      return [];
  }
}
