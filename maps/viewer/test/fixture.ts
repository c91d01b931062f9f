/** The small network of the tests: `fixture.json` covers each case of the payload once. */

import { PayloadIndex } from "../src/data/payload-index";
import type { Payload } from "../src/data/payload-types";
import { defaultState } from "../src/state/initial-state";
import type { State } from "../src/state/url-state";
import network from "./fixture.json";

export function fixture(): Payload {
  return structuredClone(network) as unknown as Payload;
}

export function fixtureIndex(): PayloadIndex {
  return new PayloadIndex(fixture());
}

export function stateWith(part: Partial<State> = {}): State {
  return { ...defaultState(fixture()), year: 1927, ...part };
}
