/** The count-down to the reset: the seconds left, in the visitor's language. Any touch stops it. */

import type { Words } from "../i18n/viewer-words";
import { el } from "../ui/dom";

export class IdleWarning {
  readonly element: HTMLElement;
  private readonly question = el("h2", {});
  private readonly seconds = el("p", { class: "seconds", "aria-hidden": "true" });
  private readonly countdownText = el("p", {});
  private readonly stayPrompt = el("p", { class: "call" });
  private shownSeconds = -1;

  constructor() {
    this.element = el(
      "section",
      { class: "warning", role: "alertdialog", hidden: true },
      el("div", { class: "lines" }, this.question, this.seconds, this.countdownText, this.stayPrompt),
    );
  }

  show(secondsLeft: number, kioskWords: Words["kiosk"]): void {
    this.element.hidden = secondsLeft === 0;
    if (secondsLeft === this.shownSeconds) return;
    this.shownSeconds = secondsLeft;
    this.element.setAttribute("aria-label", kioskWords.stillThere);
    this.question.textContent = kioskWords.stillThere;
    this.seconds.textContent = String(secondsLeft);
    this.countdownText.textContent = kioskWords.backIn(secondsLeft);
    this.stayPrompt.textContent = kioskWords.touchToStay;
  }
}
