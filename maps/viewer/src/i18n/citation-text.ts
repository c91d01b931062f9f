/** Citations in words, each with the work in which its source was read, if that was another one. */

import type { PayloadIndex } from "../data/payload-index";
import type { Citation } from "../data/payload-types";

/** Where in a source: "p. 60", and "cited after Duff 1999, p. 12" where only that other work was read. */
export function locatorText(index: PayloadIndex, { locator, citedAfter }: Citation): string {
  return [index.text(locator), index.text(citedAfter)].filter(Boolean).join(", ");
}

/** The short form: "McKnight 2002, p. 60, cited after Duff 1999, p. 12". */
export function shortCitation(index: PayloadIndex, cite: Citation): string {
  return [index.payload.sources[cite.source]?.short, locatorText(index, cite)].filter(Boolean).join(", ");
}
