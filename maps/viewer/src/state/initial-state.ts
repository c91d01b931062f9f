/** What a page shows before anything is chosen, and what its address brings. */

import type { PayloadIndex } from "../data/payload-index";
import { MAIN_STRAND } from "../data/payload-schema";
import type { Payload } from "../data/payload-types";
import { LAYERS, type State } from "./screen-state";
import { withSelectionOfStrand } from "./state-change";
import { parseHash } from "./url-state";

/** The defaults: what the hash of a URL leaves out. */
export function defaultState({ year, period, language, strands }: Payload): State {
  return {
    year: year ?? period[0],
    from: null,
    month: null,
    speed: 1,
    language,
    select: "",
    layers: new Set(LAYERS),
    certainty: "possible",
    strand: strands.name[strands.shown.indexOf(1)] ?? MAIN_STRAND,
    only: new Set(),
    readings: new Map(),
    viewMode: "map",
    compare: "",
    swipe: 0.5,
    panel: "",
    style: "",
    open: "",
    find: "",
    sort: { by: "kind", down: false },
    page: 1,
    singleKeys: "",
    mapView: null,
  };
}

/** Before anything is chosen: the middle of the period. */
export function initialState(payload: Payload): State {
  const [first, last] = payload.period;
  return { ...defaultState(payload), year: payload.year ?? Math.round((first + last) / 2) };
}

/** The state of the page's address; what it lacks or has wrong comes from the defaults. */
export function stateOfAddress(index: PayloadIndex, defaults: State): State {
  const state = parseHash(location.hash, defaults, index);
  const namesStrand = new URLSearchParams(location.hash.replace(/^#/, "")).has("strand");
  return withSelectionOfStrand(index, namesStrand ? state : withStrandOfSelection(index, state));
}

/**
 * An address of the first edition knows two worlds, and may select what is now in a strand of its own: that one is
 * shown. Fiction is opened by nothing but its name.
 */
function withStrandOfSelection(index: PayloadIndex, state: State): State {
  const target = index.targetOf(state.select);
  if (!target || index.isFiction(state.strand) || index.fitsStrand(target, state.strand)) return state;
  const strand = index.strandsOfTarget(target).find((name) => !index.isFiction(name));
  return strand === undefined ? state : { ...state, strand };
}
