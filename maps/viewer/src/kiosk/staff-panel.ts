/** The staff page behind a hidden corner: five touches in the top left corner, then the code. It protects no secret. */

import { button, el } from "../ui/dom";
import type { KioskContext } from "./kiosk-context";
import type { ShellLink } from "./shell-link";
import type { VisitStatistics } from "./visit-statistics";

const CORNER_TOUCHES = 5;
const WITHIN_MS = 4000;
const CORNER_PX = 120;
const MAX_CODE_DIGITS = 8;

export interface DeviceStatus {
  startedMs: number;
  statistics: VisitStatistics;
  link: ShellLink;
}

export class StaffPanel {
  readonly element = el("section", { class: "staff", hidden: true, role: "dialog" });
  private cornerTouchesMs: number[] = [];
  private typedCode = "";

  constructor(
    private readonly context: KioskContext,
    private readonly deviceStatus: DeviceStatus,
  ) {}

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** A touch, in the page's own axes. */
  touchHappened(x: number, y: number, nowMs: number): void {
    if (this.context.settings.staff.code === null || this.isOpen) return;
    this.cornerTouchesMs =
      x < CORNER_PX && y < CORNER_PX ? [...this.cornerTouchesMs.filter((at) => nowMs - at < WITHIN_MS), nowMs] : [];
    if (this.cornerTouchesMs.length < CORNER_TOUCHES) return;
    this.cornerTouchesMs = [];
    this.typedCode = "";
    this.showCodePad("");
  }

  close(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
    this.typedCode = "";
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

  private showCodePad(message: string): void {
    const { kioskWords, settings } = this.context;
    const typedDigits = el(
      "output",
      { class: "typed", "aria-label": kioskWords.staff.code },
      "\u2022".repeat(this.typedCode.length),
    );
    const type = (digit: string) => {
      if (this.typedCode.length < MAX_CODE_DIGITS) this.typedCode += digit;
      this.showCodePad("");
    };
    const enter = () => {
      const isCorrect = this.typedCode === settings.staff.code;
      this.typedCode = "";
      if (isCorrect) this.showStatus();
      else this.showCodePad(kioskWords.staff.wrong);
    };
    this.show(
      el("p", {}, kioskWords.staff.code),
      typedDigits,
      el("p", { role: "status" }, message),
      el(
        "div",
        { class: "digits" },
        ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) =>
          button({ class: "wide" }, () => type(digit), digit),
        ),
        button(
          { class: "wide" },
          () => {
            this.typedCode = this.typedCode.slice(0, -1);
            this.showCodePad("");
          },
          kioskWords.staff.erase,
        ),
        button({ class: "wide" }, () => type("0"), "0"),
        button({ class: "wide" }, enter, kioskWords.staff.enter),
      ),
    );
  }

  private showStatus(message = ""): void {
    const { kioskWords, settings, index } = this.context;
    const { startedMs, statistics, link } = this.deviceStatus;
    const { staff } = kioskWords;
    const durationText = (ms: number) => staff.duration(Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60);
    const memory = (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize;
    const rows: [string, string][] = [
      [staff.program, index.payload.program],
      [staff.data, index.payload.version],
      [staff.shown, settings.version],
      ...(link.shellStatus
        ? ([
            [staff.release, link.shellStatus.release],
            [staff.machineUptime, durationText(link.shellStatus.uptimeS * 1000)],
            [staff.made, String(link.shellStatus.made)],
          ] as [string, string][])
        : []),
      [staff.uptime, durationText(performance.now() - startedMs)],
      [staff.sessions, String(statistics.sessionCount)],
      [staff.memory, memory === undefined ? staff.unknown : staff.megabytes(Math.round(memory / 1_048_576))],
      [staff.elements, String(document.getElementsByTagName("*").length)],
    ];
    const save = () => {
      statistics.download();
      this.showStatus(staff.saved);
    };
    const clearCounters = () => {
      statistics.clear();
      this.showStatus();
    };
    this.show(
      el("dl", { class: "facts" }, ...rows.flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)])),
      el("p", {}, settings.staff.counters ? staff.countersOn : staff.countersOff),
      el(
        "div",
        { class: "choices" },
        ...(settings.staff.counters
          ? [button({ class: "wide" }, save, staff.save), button({ class: "wide" }, clearCounters, staff.forget)]
          : []),
      ),
      el("p", { role: "status" }, message),
    );
  }
}
