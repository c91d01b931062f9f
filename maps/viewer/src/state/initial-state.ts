/** What a page shows before anything is chosen, and what its URL may contain. */

import type { PayloadIndex } from "../data/payload-index";
import type { Payload } from "../data/payload-types";
import { offeredLanguages } from "../i18n/viewer-words";
import { withSelectionOfWorld } from "./state-change";
import { LAYERS, parseHash, type State, type StateConstraints } from "./url-state";

/** The defaults: what the hash of a URL leaves out. */
export function defaultState({ year, period, language }: Payload): State {
  return {
    year: year ?? period[0],
    from: null,
    month: null,
    speed: 1,
    language,
    select: "",
    layers: new Set(LAYERS),
    certainty: "possible",
    world: "record",
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
  return withSelectionOfWorld(index, parseHash(location.hash, defaults, stateConstraints(index)));
}

function stateConstraints(index: PayloadIndex): StateConstraints {
  const { payload } = index;
  return {
    period: payload.year === null ? payload.period : [payload.year, payload.year],
    languages: offeredLanguages(payload.languages),
    hasReference: (reference) => index.targetOf(reference) !== undefined,
    hasReading: (id, reference) =>
      payload.disagreements.some((each) => each.id === id && each.refs.includes(reference)),
    hasPlace: (id) => index.targetOf(`place:${id}`) !== undefined,
  };
}
