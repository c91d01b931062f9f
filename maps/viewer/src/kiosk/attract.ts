/** What is seen while nobody is there: the tour's texts in large type, and "touch to begin" in each language in turn. */

import { el } from "../dom";
import { kioskWordsOf } from "../words/kiosk";
import { type KioskDocument, saidIn, type TourStop } from "./config";

/** So many steps, and the same text is told in the next language. */
const LONGEST_STAY = 5;

export class Attract {
  readonly element: HTMLElement;
  private readonly title = el("h2", {});
  private readonly text = el("p", { class: "told" });
  private readonly call = el("p", { class: "call" });
  private step = -1;
  /** The stop whose text is shown, and for how many steps. */
  private at = -1;
  private stays = 0;
  /** How often the years have begun anew. */
  private round = 0;

  constructor(private readonly house: KioskDocument) {
    this.element = el(
      "section",
      { class: "attract", "aria-label": kioskWordsOf(house.languages[0]!).touch, hidden: true },
      el("div", { class: "lines" }, this.title, this.text),
      this.call,
    );
  }

  /**
   * One step further: another language calls. Each text of the tour is in another language than the one before it, and
   * than the same a round ago; one that stays for long is told in one after another.
   */
  next(year: number): void {
    this.step += 1;
    const { languages, tour } = this.house;
    const callIn = languages[this.step % languages.length]!;
    this.call.lang = callIn;
    this.call.textContent = kioskWordsOf(callIn).touch;
    const at = this.stopOf(year);
    if (at < this.at) this.round += 1;
    this.stays = at === this.at ? this.stays + 1 : 0;
    this.at = at;
    const stop = tour[at];
    // The words that go stay until they have faded; where nothing is told, no veil lies on the map.
    this.element.dataset.told = String(stop !== undefined);
    if (!stop) return;
    const textIn = languages[(at + this.round + Math.floor(this.stays / LONGEST_STAY)) % languages.length]!;
    const title = saidIn(stop.title, textIn),
      text = saidIn(stop.text, textIn);
    if (this.text.textContent === text.text) return;
    [this.title.lang, this.title.textContent] = [title.language, title.text];
    [this.text.lang, this.text.textContent] = [text.language, text.text];
  }

  reset(): void {
    this.step = this.at = -1;
    this.stays = this.round = 0;
  }

  /** The stop that a year has reached; before the first, none: its text would seem to tell of another year's map. */
  private stopOf(year: number): number {
    let found = -1;
    this.house.tour.forEach((stop: TourStop, i) => {
      if (stop.year <= year) found = i;
    });
    return found;
  }
}
