/** The card of what is selected: a claim, a person, a place or a source, with everything that is said of it and by whom. */

import type { PageContext } from "../page-context";
import { claimCard } from "./claim-card";
import type { Child } from "./dom";
import { personCard, placeCard, sourceCard } from "./entity-cards";

export interface Card {
  kicker: string;
  title: string;
  picture: Node | null;
  content: Child[];
}

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
