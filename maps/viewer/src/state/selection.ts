/**
 * What is selected: its claim rows, the one claim if no source dates it, and of a person the life path. The objects stay
 * the same until they change.
 */

import { type LifeStop, lifePathOf } from "../data/life-path";
import type { PayloadIndex } from "../data/payload-index";
import type { State } from "./screen-state";

export class Selection {
  rows: ReadonlySet<number> = new Set();
  /** The row of the selected claim if it is undated: it is drawn as long as it is selected; else -1. */
  undatedRow = -1;
  lifePath: readonly LifeStop[] = [];

  constructor(private readonly index: PayloadIndex) {}

  /** Follow the state; `before` is the one that was followed last, or null. */
  update(before: State | null, state: State): void {
    const isNew = !before || before.select !== state.select;
    if (!isNew && before.strand === state.strand && before.only === state.only && before.readings === state.readings)
      return;
    const target = this.index.targetOf(state.select);
    if (isNew) this.rows = new Set(target ? this.index.claimsOfTarget(target) : []);
    this.undatedRow = target?.type === "claim" && this.index.payload.claims.undated[target.row] ? target.row : -1;
    this.lifePath = target?.type === "person" ? lifePathOf(this.index, target.row, state) : [];
  }
}
