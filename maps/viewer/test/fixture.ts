/** The small network of the tests: `fixture.json` covers each case of the payload once. */

import { PayloadIndex } from "../src/data/payload-index";
import { expandPayload } from "../src/data/payload-reader";
import type { PayloadDocument } from "../src/data/payload-schema";
import type { Payload } from "../src/data/payload-types";
import { defaultState } from "../src/state/initial-state";
import type { State } from "../src/state/url-state";
import network from "./fixture.json";

export function fixtureDocument(): PayloadDocument {
  return structuredClone(network);
}

export function fixture(): Payload {
  return expandPayload(fixtureDocument());
}

export function fixtureIndex(): PayloadIndex {
  return new PayloadIndex(fixture());
}

export function stateWith(part: Partial<State> = {}): State {
  return { ...defaultState(fixture()), year: 1927, ...part };
}
