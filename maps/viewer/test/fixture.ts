/** The small network of the tests: `fixture.json` covers each case of the payload once. */

import { expandPayload } from "../src/data/payload-expansion";
import { PayloadIndex } from "../src/data/payload-index";
import type { PayloadDocument } from "../src/data/payload-schema";
import type { Payload } from "../src/data/payload-types";
import { defaultState, type State } from "../src/state/screen-state";
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

/** The value of an event's category: `raid`, `founding`. */
export function eventCategory({ payload: { claims, categories } }: PayloadIndex, row: number): string {
  return categories.event[claims.category[row]!]![0];
}

/** The small network with a strand of its own, "polemic": the post of Kurier in Berlin, a station of the main one. */
export function fixtureWithPolemic(): Payload {
  const document = fixtureDocument();
  const { strands, claims } = document;
  document.strands = {
    name: [...strands.name, "polemic"],
    title: [...strands.title, document.texts.push("The pamphlet") - 1],
    note: [...strands.note, document.texts.push("One pamphlet alleges it.") - 1],
    fiction: [...strands.fiction, 0],
    shown: [...strands.shown, 0],
  };
  const row = claims.id.indexOf("kurier-berlin");
  claims.strand[row] = strands.name.length;
  // What it competes with is of another strand.
  claims.setAside[row] = 0;
  return expandPayload(document);
}

export function stateWith(part: Partial<State> = {}): State {
  return { ...defaultState(fixture()), year: 1927, ...part };
}
