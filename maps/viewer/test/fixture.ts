/** The small network of the tests: `fixture.json` covers each case of the payload once. */

import { PayloadIndex } from "../src/data/payload-index";
import type { Payload } from "../src/data/payload-types";
import { LAYERS, type State } from "../src/state/url-state";
import network from "./fixture.json";

export function fixture(): Payload {
  const payload = structuredClone(network) as unknown as Payload;
  for (const bound of ["startEarliest", "startLatest", "endEarliest", "endLatest"] as const)
    payload.claims[bound] = new Int32Array(payload.claims[bound]);
  return payload;
}

export function fixtureIndex(): PayloadIndex {
  return new PayloadIndex(fixture());
}

export function stateWith(part: Partial<State> = {}): State {
  return {
    year: 1927,
    from: null,
    month: null,
    speed: 1,
    language: "en",
    select: "",
    layers: new Set(LAYERS),
    certainty: "possible",
    world: "record",
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
    ...part,
  };
}
