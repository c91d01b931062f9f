/** The context shared by every part of the page: the payload's index, the words, the state, and how to change it. */

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
  /** Claim rows that hold on only one side of two compared networks, and the number that hold on both. */
  comparison(): { left: number[]; right: number[]; both: number };
  /** Change the state. With `history`, the Back button undoes it; the steps of a run share one history entry. */
  changeState(change: Partial<State>, history?: HistoryStep): void;
  /**
   * Select a reference and bring its year, strand, layer and place into view. `panel` is the panel that stays open.
   */
  focusOn(reference: string, panel?: State["panel"]): void;
}
