/**
 * The attract screen, shown while nobody is there: the tour's texts in large type, and "touch to begin" in each
 * language in turn.
 */

import type { KioskDocument } from "../data/payload-schema";
import { wordsOf } from "../i18n/viewer-words";
import { el } from "../ui/dom";
import { textInLanguage } from "./kiosk-state";

/** The number of steps at one stop after which its text changes to the next language. */
const STEPS_PER_LANGUAGE = 5;

export class AttractScreen {
  readonly element: HTMLElement;
  private readonly title = el("h2");
  private readonly text = el("p", { class: "told" });
  private readonly prompt = el("p", { class: "call" });
  private stepCount = -1;
  /** The stop whose text is shown, and the number of steps since it appeared. */
  private stopIndex = -1;
  private stepsAtStop = 0;
  /** The number of times that the years have started again. */
  private roundCount = 0;

  constructor(private readonly settings: KioskDocument) {
    const { touch } = wordsOf(settings.languages[0]!).kiosk;
    const lines = el("div", { class: "lines" }, this.title, this.text);
    this.element = el("section", { class: "attract", "aria-label": touch, hidden: true }, lines, this.prompt);
  }

  /**
   * Show the next step. The prompt changes to the next language. Each text of the tour is in a different language from
   * the text before it, and from the same text one round ago. A text that stays for long cycles through the languages.
   */
  showStep(year: number): void {
    const { languages, tour } = this.settings;
    const languageAt = (step: number) => languages[step % languages.length]!;
    this.stepCount += 1;
    this.prompt.lang = languageAt(this.stepCount);
    this.prompt.textContent = wordsOf(this.prompt.lang).kiosk.touch;
    // Before the first stop no text is shown: that stop's text would seem to describe the map of another year.
    const stopIndex = tour.findLastIndex((stop) => stop.year <= year);
    if (stopIndex < this.stopIndex) this.roundCount += 1;
    this.stepsAtStop = stopIndex === this.stopIndex ? this.stepsAtStop + 1 : 0;
    this.stopIndex = stopIndex;
    const stop = tour[stopIndex];
    // The old text stays until it has faded out. Without a text, no veil covers the map.
    this.element.dataset.told = String(stop !== undefined);
    if (!stop) return;
    const language = languageAt(stopIndex + this.roundCount + Math.floor(this.stepsAtStop / STEPS_PER_LANGUAGE));
    const title = textInLanguage(stop.title, language),
      text = textInLanguage(stop.text, language);
    if (this.text.textContent === text.text) return;
    [this.title.lang, this.title.textContent] = [title.language, title.text];
    [this.text.lang, this.text.textContent] = [text.language, text.text];
  }

  reset(): void {
    this.stepCount = this.stopIndex = -1;
    this.stepsAtStop = this.roundCount = 0;
  }
}
