/** The scale of months within a year: twelve buttons, each with its dated claims marked on their days. */

import type { PageContext } from "../page-context";
import { button, el } from "../ui/dom";
import type { DatedClaim } from "./dated-claims";
import { drawMonthMarks, type MonthBox } from "./month-marks";

export class MonthScale {
  readonly element: HTMLElement;
  private readonly buttons: HTMLButtonElement[];
  private readonly canvases: HTMLCanvasElement[];
  private dated: readonly DatedClaim[] = [];

  constructor(private readonly context: PageContext) {
    const { words } = context;
    this.canvases = Array.from({ length: 12 }, () => el("canvas", { class: "dated", "aria-hidden": "true" }));
    this.buttons = this.canvases.map((canvas, i) =>
      button(
        { class: "month", tabindex: i === 0 ? 0 : -1 },
        () => this.toggleMonth(i + 1),
        canvas,
        el("span", {}, words.monthShort(i + 1)),
      ),
    );
    this.element = el("div", { class: "months", id: "liaison-months", role: "group", hidden: true }, ...this.buttons);
    this.element.addEventListener("keydown", (event) => this.onKeyDown(event));
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** A month that is pressed again is deselected, which shows the full year. */
  private toggleMonth(month: number): void {
    this.context.changeState({ month: this.context.state.month === month ? 0 : month }, true);
  }

  /** One tab stop; the arrow keys move from month to month. */
  private onKeyDown(event: KeyboardEvent): void {
    const current = this.buttons.indexOf(event.target as HTMLButtonElement);
    const next = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: 11 }[event.key];
    if (current < 0 || next === undefined) return;
    event.preventDefault();
    this.setTabStop(Math.max(0, Math.min(11, next)));
    this.buttons[Math.max(0, Math.min(11, next))]!.focus();
  }

  private setTabStop(index: number): void {
    this.buttons.forEach((monthButton, i) => monthButton.setAttribute("tabindex", i === index ? "0" : "-1"));
  }

  update(dated: readonly DatedClaim[]): void {
    const { state, words } = this.context;
    this.element.hidden = state.month === null;
    if (state.month === null) return;
    this.dated = dated;
    this.element.setAttribute("aria-label", words.time.months(state.year));
    this.buttons.forEach((monthButton, i) => {
      const label = words.time.monthButton(i + 1, state.year, dated.filter(({ month }) => month === i + 1).length);
      monthButton.setAttribute("aria-label", label);
      monthButton.title = label;
      monthButton.setAttribute("aria-pressed", String(state.month === i + 1));
    });
    if (!this.element.contains(document.activeElement)) this.setTabStop(Math.max(0, state.month - 1));
    this.draw();
  }

  private draw(): void {
    if (this.element.hidden) return;
    const ratio = window.devicePixelRatio || 1;
    const unit = (ratio * parseFloat(getComputedStyle(document.documentElement).fontSize)) / 16 || ratio;
    const sizes = this.canvases.map(
      ({ clientWidth, clientHeight }) => [Math.round(clientWidth * ratio), Math.round(clientHeight * ratio)] as const,
    );
    this.canvases.forEach((canvas, i) => {
      const [width, height] = sizes[i]!;
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const ctx = canvas.getContext("2d");
      const box: MonthBox = { width, height, unit };
      if (ctx)
        drawMonthMarks(
          ctx,
          this.dated.filter(({ month }) => month === i + 1),
          box,
          this.context.palette,
        );
    });
  }
}
