/** What every part of the page needs: the payload's index, the words, the state, and the functions that change it. */

import type { PayloadIndex } from "./data/payload-index";
import type { BorderData } from "./data/payload-types";
import type { Words } from "./i18n/viewer-words";
import type { NetworkLayer } from "./map/network-layer";
import type { Palette } from "./paint/palette";
import type { HistoryStep } from "./state/url-history";
import type { State } from "./state/url-state";

export interface PageContext {
  readonly index: PayloadIndex;
  readonly words: Words;
  readonly network: NetworkLayer;
  readonly state: State;
  readonly palette: Palette;
  /** Borders that the user has added, if any. */
  readonly borders: BorderData | null;
  /** The claim rows that hold on one side only of two compared views, and how many hold on both. */
  comparison(): { left: number[]; right: number[]; both: number };
  /**
   * Change the state. `history` makes it an entry of the history, which Back returns from; the steps of a run are one
   * entry.
   */
  changeState(change: Partial<State>, history?: HistoryStep): void;
  /** Select a reference and bring it into view: its year, world, layer and place; `panel` stays open. */
  focusOn(reference: string, panel?: State["panel"]): void;
}
