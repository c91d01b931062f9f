/** Citations in words. If a source was read only as quoted in another work, the citation names that work too. */

import type { PayloadIndex } from "../data/payload-index";
import type { Citation } from "../data/payload-types";

/** The position in a source: "p. 60", or "p. 60, cited after Duff 1999, p. 12" if only that other work was read. */
export function locatorText(index: PayloadIndex, { locator, citedAfter }: Citation): string {
  return [index.text(locator), index.text(citedAfter)].filter(Boolean).join(", ");
}

/** The short form: "McKnight 2002, p. 60, cited after Duff 1999, p. 12". */
export function shortCitation(index: PayloadIndex, cite: Citation): string {
  return [index.payload.sources[cite.source]?.short, locatorText(index, cite)].filter(Boolean).join(", ");
}
