/** What is selected: its claim rows and, of a person, the life path. Both stay the same objects until they change. */

import { type LifeStop, lifePathOf } from "../data/life-path";
import type { PayloadIndex } from "../data/payload-index";
import type { State } from "./url-state";

export class Selection {
  rows: ReadonlySet<number> = new Set();
  lifePath: readonly LifeStop[] = [];

  constructor(private readonly index: PayloadIndex) {}

  /** Follow the state; `before` is the one that was followed last, or null. */
  update(before: State | null, state: State): void {
    const isNew = !before || before.select !== state.select;
    if (!isNew && before.strand === state.strand && before.only === state.only && before.readings === state.readings)
      return;
    const target = this.index.targetOf(state.select);
    if (isNew) this.rows = new Set(target ? this.index.claimsOfTarget(target) : []);
    this.lifePath = target?.type === "person" ? lifePathOf(this.index, target.row, state) : [];
  }
}
