/** What every part of the page needs: the payload's index, the words, the state, and how to change it. */

import type { PayloadIndex } from "./data/payload-index";
import type { BorderData } from "./data/payload-types";
import type { Words } from "./i18n/viewer-words";
import type { NetworkLayer } from "./map/network-layer";
import type { Palette } from "./scene/palette";
import type { State } from "./state/screen-state";
import type { HistoryStep } from "./state/url-history";

export interface PageContext {
  readonly index: PayloadIndex;
  readonly words: Words;
  readonly network: NetworkLayer;
  readonly state: State;
  readonly palette: Palette;
  /** Borders that the user has added, if any. */
  readonly borders: BorderData | null;
  /** What holds on one side only of two compared networks: claim rows. */
  comparison(): { left: number[]; right: number[]; both: number };
  /** Change the state. With `history` the Back button returns from it; the steps of a run are one entry together. */
  changeState(change: Partial<State>, history?: HistoryStep): void;
  /**
   * Select a reference and bring it into view: its year, its strand, its layer, its place; with a panel that stays open.
   */
  focusOn(reference: string, panel?: State["panel"]): void;
}
