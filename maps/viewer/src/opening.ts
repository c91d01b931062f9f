/** What a page shows before anything is chosen, and what its address may ask for. */

import { type Bounds, LAYERS, type State } from "./address";
import type { Index } from "./index";
import type { Payload } from "./payload";
import { offered } from "./words";

/** What an address need not say. */
export function defaultsOf({ year, period, language }: Payload): State {
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
    readings: new Map(),
    picture: "map",
    compare: "",
    swipe: 0.5,
    panel: "",
    style: "",
    open: "",
    find: "",
    sort: { by: "kind", down: false },
    page: 1,
    keys: "",
    view: null,
  };
}

/** Before anything is chosen: the middle of the period. */
export function firstSight(payload: Payload): State {
  const [first, last] = payload.period;
  return { ...defaultsOf(payload), year: payload.year ?? Math.round((first + last) / 2) };
}

export function boundsOf(index: Index): Bounds {
  const { payload } = index;
  return {
    period: payload.year === null ? payload.period : [payload.year, payload.year],
    languages: offered(payload.languages),
    knows: (reference) => index.find(reference) !== undefined,
    knowsReading: (id, reference) =>
      payload.disagreements.some((each) => each.id === id && each.refs.includes(reference)),
    knowsPlace: (id) => index.find(`place:${id}`) !== undefined,
  };
}
