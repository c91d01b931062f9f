/** Derives a state from the previous one and a change. */

import type { PayloadIndex } from "../data/payload-index";
import { samePeriod, wholeYearChange } from "../time/period";
import { PANEL_ONLY_FIELDS, type State } from "./screen-state";

/** The fields that change the contents of the list. Changing them returns the list to its first page. */
const RESETS_LIST_PAGE = ["year", "from", "month", "certainty", "strand", "only", "sort"] as const;

/** The state without its selection if that does not belong to the current strand. */
export function withSelectionOfStrand(index: PayloadIndex, state: State): State {
  const target = index.targetOf(state.select);
  return !target || index.fitsStrand(target, state.strand) ? state : { ...state, select: "" };
}

/**
 * The state after a change. A change of the period closes the open cluster, a change of the strand shows all of its
 * claims, and a page of one year stays in that year.
 */
export function stateAfter(index: PayloadIndex, before: State, change: Partial<State>): State {
  const { year } = index.payload;
  const oneYear = year === null ? {} : { year, from: null, month: null };
  const allClaims = change.strand !== undefined && change.strand !== before.strand ? { only: new Set<never>() } : {};
  const changed = { ...before, ...wholeYearChange(before, change), ...allClaims, ...change, ...oneYear };
  const after = withSelectionOfStrand(index, changed);
  const isChanged = (name: keyof State) => change[name] !== undefined && change[name] !== before[name];
  return {
    ...after,
    open: !samePeriod(before, after) && change.open === undefined ? "" : after.open,
    page: RESETS_LIST_PAGE.some(isChanged) && change.page === undefined ? 1 : after.page,
  };
}

/** Whether a change affects only a panel, not the map. */
export function changesPanelOnly(change: Partial<State>): boolean {
  const names = Object.keys(change) as (keyof State)[];
  return names.length > 0 && names.every((name) => PANEL_ONLY_FIELDS.has(name));
}
