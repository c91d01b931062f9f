/** What every part of the page needs: the payload's index, the words, the state, and the ways to change it. */

import type { State } from "../address";
import type { PayloadIndex } from "../index";
import type { NetworkLayer } from "../network";
import type { Palette } from "../palette";
import type { BorderData } from "../payload";
import type { HistoryStep } from "../trail";
import type { Words } from "../words";

export interface PageContext {
  readonly index: PayloadIndex;
  readonly words: Words;
  readonly network: NetworkLayer;
  readonly state: State;
  readonly palette: Palette;
  /** Borders that the user has added, if any. */
  readonly borders: BorderData | null;
  /** What holds on one side only of two compared pictures: claim rows. */
  comparison(): { left: number[]; right: number[]; both: number };
  /** Change the state. `settle` makes it a step that the Back button returns from; the steps of a run are one together. */
  changeState(part: Partial<State>, history?: HistoryStep): void;
  /** Select a reference and bring it into view: its year, its world, its layer, its place; with a panel that stays open. */
  focusOn(reference: string, panel?: State["panel"]): void;
}
