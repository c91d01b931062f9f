/** The tray: what no source dates, each claim once, whichever year is shown. */

import type { PayloadIndex } from "./payload-index";
import { type ClaimFilter, isAskedFor } from "./visible-features";

/**
 * The undated claims of the strand that is shown, in the order of the tables. Like the list it includes claims that are
 * set aside; where only what is seen is shown, it is empty.
 */
export function undatedClaims(index: PayloadIndex, filter: ClaimFilter): number[] {
  const { undated } = index.payload.claims;
  const rows: number[] = [];
  if (filter.certainty === "certain") return rows;
  for (let row = 0; row < undated.length; row++) if (undated[row] && isAskedFor(index, row, filter)) rows.push(row);
  return rows;
}
