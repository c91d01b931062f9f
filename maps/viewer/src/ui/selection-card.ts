/** The card of the selection: a claim, a person, a place or a source, with everything its sources say of it. */

import type { PageContext } from "../page-context";
import { claimCard } from "./claim-card";
import { personCard, placeCard, sourceCard } from "./entity-cards";
import type { Card } from "./panel-content";

export function selectionCard(context: PageContext, reference: string): Card | null {
  const target = context.index.targetOf(reference);
  if (!target) return null;
  switch (target.type) {
    case "claim":
      return claimCard(context, target.row);
    case "person":
      return personCard(context, target.row);
    case "place":
      return placeCard(context, target.row);
    case "source":
      return sourceCard(context, target.row);
  }
}
