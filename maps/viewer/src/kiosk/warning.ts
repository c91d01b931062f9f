/** The count-down: how long it still takes, in the visitor's language. Any touch stops it. */

import { el } from "../dom";
import type { KioskWords } from "../words/kiosk";

export class Warning {
  readonly element: HTMLElement;
  private readonly question = el("h2", {});
  private readonly seconds = el("p", { class: "seconds", "aria-hidden": "true" });
  private readonly told = el("p", {});
  private readonly stay = el("p", { class: "call" });
  private shown = -1;

  constructor() {
    this.element = el(
      "section",
      { class: "warning", role: "alertdialog", hidden: true },
      el("div", { class: "lines" }, this.question, this.seconds, this.told, this.stay),
    );
  }

  show(left: number, kiosk: KioskWords): void {
    this.element.hidden = left === 0;
    if (left === this.shown) return;
    this.shown = left;
    this.element.setAttribute("aria-label", kiosk.stillThere);
    this.question.textContent = kiosk.stillThere;
    this.seconds.textContent = String(left);
    this.told.textContent = kiosk.backIn(left);
    this.stay.textContent = kiosk.touchToStay;
  }
}
