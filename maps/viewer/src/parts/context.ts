/** What every part of the page needs: the payload's index, the words, the state, and the ways to change it. */

import type { State } from "../address";
import type { Index } from "../index";
import type { Network } from "../network";
import type { Palette } from "../palette";
import type { Borders } from "../payload";
import type { Settling } from "../trail";
import type { Words } from "../words";

export interface Context {
  readonly index: Index;
  readonly words: Words;
  readonly network: Network;
  readonly state: State;
  readonly palette: Palette;
  /** Borders that the user has added, if any. */
  readonly borders: Borders | null;
  /** What holds on one side only of two compared pictures: claim rows. */
  difference(): { left: number[]; right: number[]; both: number };
  /** Change the state. `settle` makes it a step that the Back button returns from; the steps of a run are one together. */
  change(part: Partial<State>, settle?: Settling): void;
  /** Select a reference and bring it into view: its year, its world, its layer, its place; with a panel that stays open. */
  reveal(reference: string, panel?: State["panel"]): void;
}
