/**
 * The payload as the viewer uses it: shared values are copied to every row, and texts are in the page's language.
 * `payload-expansion.ts` makes it from the document that Python writes (`payload-schema.ts`).
 */

import type { expandPayload } from "./payload-expansion";
import { type SOURCE_KINDS, UNBOUNDED } from "./payload-schema";

export { type BasemapData, type BorderData, KIND_NAMES, Kind, Standing } from "./payload-schema";

export type Payload = ReturnType<typeof expandPayload>;
export type Claims = Payload["claims"];
export type Citation = Claims["cites"][number][number];
export type Disagreement = Payload["disagreements"][number];
export type SourceKind = (typeof SOURCE_KINDS)[number];
/** Index into `Payload.texts`; `texts[0]` is the empty text. */
export type TextId = number;

/** Four bounds in the order startEarliest, startLatest, endEarliest, endLatest; `all` of them hold, or one. */
export type Spans = NonNullable<Claims["spans"][number]>;
/**
 * Two bounds in the order startLatest, endEarliest. The claim is seen in every period that ends on or after the first
 * and begins on or before the second.
 */
export type Sighting = NonNullable<Claims["sightings"][number]>[number];

/** Days that represent "not limited". */
export const OPEN_START_DAY = -UNBOUNDED;
export const OPEN_END_DAY = UNBOUNDED;
