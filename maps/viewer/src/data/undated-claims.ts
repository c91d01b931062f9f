/** The tray: what no source dates, each claim once, whichever year is shown. */

import type { PayloadIndex } from "./payload-index";
import { type ClaimFilter, inWorld } from "./visible-features";

/**
 * The undated claims of the world that is shown, in the order of the tables. Like the list it includes claims that are
 * set aside; where only what is seen is shown, it is empty.
 */
export function undatedClaims({ payload }: PayloadIndex, { certainty, world }: ClaimFilter): number[] {
  const { undated, standing } = payload.claims;
  const rows: number[] = [];
  if (certainty === "certain") return rows;
  for (let row = 0; row < undated.length; row++) if (undated[row] && inWorld(standing[row]!, world)) rows.push(row);
  return rows;
}
