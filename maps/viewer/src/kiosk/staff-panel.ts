/** The staff page: five touches in the top left corner show a code pad, which opens it. It protects no secret. */

import { factRow } from "../ui/claim-card";
import { button, el } from "../ui/dom";
import type { KioskContext } from "./kiosk-state";
import type { ScreenPoint } from "./screen-rotation";
import type { ShellLink } from "./shell-link";
import type { VisitCounters } from "./visit-counters";

const CORNER_TOUCHES = 5;
const WITHIN_MS = 4000;
const CORNER_PX = 120;
const MAX_CODE_DIGITS = 8;

export class StaffPanel {
  readonly element = el("section", { class: "staff", hidden: true, role: "dialog" });
  /** Visits since the page was loaded. */
  visitCount = 0;
  private readonly startedMs = performance.now();
  private cornerTouchesMs: number[] = [];

  constructor(
    private readonly context: KioskContext,
    private readonly counters: VisitCounters,
    private readonly shellLink: ShellLink,
  ) {}

  /** Handle a touch, in the page's own axes. */
  touchHappened({ x, y }: ScreenPoint, nowMs: number): void {
    if (this.context.settings.staff.code === null || !this.element.hidden) return;
    this.cornerTouchesMs =
      x < CORNER_PX && y < CORNER_PX ? [...this.cornerTouchesMs.filter((at) => nowMs - at < WITHIN_MS), nowMs] : [];
    if (this.cornerTouchesMs.length < CORNER_TOUCHES) return;
    this.cornerTouchesMs = [];
    this.showCodePad("");
  }

  close(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  private show(...children: Node[]): void {
    const { kioskWords, words } = this.context;
    this.element.hidden = false;
    this.element.setAttribute("aria-label", kioskWords.staff.title);
    this.element.replaceChildren(
      el("h2", {}, kioskWords.staff.title),
      ...children,
      button({ class: "wide" }, () => this.close(), words.close),
    );
  }

  private showCodePad(typed: string, message = ""): void {
    const { staff } = this.context.kioskWords;
    const key = (label: string, action: () => void) => button({ class: "wide" }, action, label);
    const digitKey = (digit: string) => key(digit, () => this.showCodePad((typed + digit).slice(0, MAX_CODE_DIGITS)));
    const enter = () => {
      if (typed === this.context.settings.staff.code) this.showStatus();
      else this.showCodePad("", staff.wrong);
    };
    this.show(
      el("p", {}, staff.code),
      el("output", { class: "typed", "aria-label": staff.code }, "\u2022".repeat(typed.length)),
      el("p", { role: "status" }, message),
      el("div", { class: "digits" }, [
        ["1", "2", "3", "4", "5", "6", "7", "8", "9"].map(digitKey),
        key(staff.erase, () => this.showCodePad(typed.slice(0, -1))),
        digitKey("0"),
        key(staff.enter, enter),
      ]),
    );
  }

  private showStatus(message = ""): void {
    const { kioskWords, settings, index } = this.context;
    const { counters, shellLink } = this;
    const { staff } = kioskWords;
    const shell = shellLink.shellStatus;
    const durationText = (ms: number) => staff.duration(Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60);
    const memory = (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize;
    const save = () => {
      shellLink.download("counters.csv", counters.toCsv());
      this.showStatus(staff.saved);
    };
    const clear = () => {
      counters.clear();
      shellLink.store(counters.toJson());
      this.showStatus();
    };
    this.show(
      el("dl", { class: "facts" }, [
        factRow(staff.program, index.payload.program),
        factRow(staff.data, index.payload.version),
        factRow(staff.shown, settings.version),
        shell && [
          factRow(staff.release, String(shell.release)),
          factRow(staff.machineUptime, durationText(shell.uptimeS * 1000)),
          factRow(staff.made, String(shell.made)),
        ],
        factRow(staff.uptime, durationText(performance.now() - this.startedMs)),
        factRow(staff.sessions, String(this.visitCount)),
        factRow(staff.memory, memory === undefined ? staff.unknown : staff.megabytes(Math.round(memory / 1_048_576))),
        factRow(staff.elements, String(document.getElementsByTagName("*").length)),
      ]),
      el("p", {}, settings.staff.counters ? staff.countersOn : staff.countersOff),
      el("div", { class: "choices" }, [
        settings.staff.counters && [
          button({ class: "wide" }, save, staff.save),
          button({ class: "wide" }, clear, staff.forget),
        ],
      ]),
      el("p", { role: "status" }, message),
    );
  }
}
