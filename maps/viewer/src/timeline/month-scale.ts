/** The scale of months within a year: twelve buttons, each with marks for its dated claims. */

import type { PageContext } from "../page-context";
import { button, el } from "../ui/dom";
import { drawMonthMarks } from "./month-marks";
import type { DatedClaim } from "./timeline-claims";

/** Set the label of a control, for screen readers and as its tooltip. */
export function setLabel(control: HTMLElement, label: string): void {
  control.setAttribute("aria-label", label);
  control.title = label;
}

export class MonthScale {
  readonly element: HTMLElement;
  private readonly buttons: HTMLButtonElement[];
  private readonly canvases: HTMLCanvasElement[];
  private dated: readonly DatedClaim[] = [];

  constructor(private readonly context: PageContext) {
    const { words } = context;
    this.canvases = Array.from({ length: 12 }, () => el("canvas", { class: "dated", "aria-hidden": "true" }));
    this.buttons = this.canvases.map((canvas, i) =>
      button({ class: "month" }, () => this.toggleMonth(i + 1), canvas, el("span", {}, words.monthShort(i + 1))),
    );
    this.setTabStop(0);
    this.element = el("div", { class: "months", id: "liaison-months", role: "group", hidden: true }, this.buttons);
    this.element.addEventListener("keydown", (event) => this.moveFocus(event));
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** Select a month. Pressing the selected month deselects it and shows the full year. */
  private toggleMonth(month: number): void {
    this.context.changeState({ month: this.context.state.month === month ? 0 : month }, true);
  }

  /** The buttons have one tab stop. The arrow keys move from month to month. */
  private moveFocus(event: KeyboardEvent): void {
    const current = this.buttons.indexOf(event.target as HTMLButtonElement);
    const keys: Record<string, number> = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: 11 };
    const next = keys[event.key];
    if (current < 0 || next === undefined) return;
    event.preventDefault();
    const reached = Math.max(0, Math.min(11, next));
    this.setTabStop(reached);
    this.buttons[reached]!.focus();
  }

  private setTabStop(index: number): void {
    this.buttons.forEach((monthButton, i) => (monthButton.tabIndex = i === index ? 0 : -1));
  }

  private inMonth(month: number): DatedClaim[] {
    return this.dated.filter((claim) => claim.month === month);
  }

  update(dated: readonly DatedClaim[]): void {
    const { state, words } = this.context;
    this.element.hidden = state.month === null;
    if (state.month === null) return;
    this.dated = dated;
    this.element.setAttribute("aria-label", words.time.months(state.year));
    this.buttons.forEach((monthButton, i) => {
      setLabel(monthButton, words.time.monthButton(i + 1, state.year, this.inMonth(i + 1).length));
      monthButton.setAttribute("aria-pressed", String(state.month === i + 1));
    });
    if (!this.element.contains(document.activeElement)) this.setTabStop(Math.max(0, state.month - 1));
    this.draw();
  }

  private draw(): void {
    if (this.element.hidden) return;
    const ratio = window.devicePixelRatio || 1;
    const unit = (ratio * parseFloat(getComputedStyle(document.documentElement).fontSize)) / 16 || ratio;
    // All are measured before any is resized, because measuring after a resize would force another layout.
    const boxes = this.canvases.map(({ clientWidth, clientHeight }) => ({
      width: Math.round(clientWidth * ratio),
      height: Math.round(clientHeight * ratio),
      unit,
    }));
    this.canvases.forEach((canvas, i) => {
      const box = boxes[i]!;
      if (canvas.width !== box.width) canvas.width = box.width;
      if (canvas.height !== box.height) canvas.height = box.height;
      const ctx = canvas.getContext("2d");
      if (ctx) drawMonthMarks(ctx, this.inMonth(i + 1), box, this.context.palette);
    });
  }
}
