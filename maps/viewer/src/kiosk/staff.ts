/** The staff page behind a hidden corner: five touches in the corner at the top left, then the code. It is no secret. */

import { button, el } from "../dom";
import type { KioskContext } from "./context";
import type { Counters } from "./counters";
import type { ShellLink } from "./shell-link";

const TOUCHES = 5;
const WITHIN_MS = 4000;
const CORNER = 120;
const LONGEST_CODE = 8;

export interface Machine {
  sinceMs: number;
  sessions: number;
  counters: Counters;
  link: ShellLink;
  saveCounters: () => void;
}

export class Staff {
  readonly element = el("section", { class: "staff", hidden: true, role: "dialog" });
  private touches: number[] = [];
  private typed = "";

  constructor(
    private readonly context: () => KioskContext,
    private readonly machine: () => Machine,
  ) {}

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** A touch somewhere, in the page's own directions. */
  touched(x: number, y: number, nowMs: number): void {
    if (this.context().house.staff.code === null || this.isOpen) return;
    this.touches = x < CORNER && y < CORNER ? [...this.touches.filter((at) => nowMs - at < WITHIN_MS), nowMs] : [];
    if (this.touches.length < TOUCHES) return;
    this.touches = [];
    this.typed = "";
    this.ask("");
  }

  close(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
    this.typed = "";
  }

  private show(...children: Node[]): void {
    const { kiosk, words } = this.context();
    this.element.hidden = false;
    this.element.setAttribute("aria-label", kiosk.staff.title);
    this.element.replaceChildren(
      el("h2", {}, kiosk.staff.title),
      ...children,
      button({ class: "wide" }, () => this.close(), words.close),
    );
  }

  private ask(told: string): void {
    const { kiosk, house } = this.context();
    const shown = el("output", { class: "typed", "aria-label": kiosk.staff.code }, "\u2022".repeat(this.typed.length));
    const type = (digit: string) => {
      if (this.typed.length < LONGEST_CODE) this.typed += digit;
      this.ask("");
    };
    const enter = () => {
      const right = this.typed === house.staff.code;
      this.typed = "";
      if (right) this.tell();
      else this.ask(kiosk.staff.wrong);
    };
    this.show(
      el("p", {}, kiosk.staff.code),
      shown,
      el("p", { role: "status" }, told),
      el(
        "div",
        { class: "digits" },
        ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((digit) =>
          button({ class: "wide" }, () => type(digit), digit),
        ),
        button(
          { class: "wide" },
          () => {
            this.typed = this.typed.slice(0, -1);
            this.ask("");
          },
          kiosk.staff.erase,
        ),
        button({ class: "wide" }, () => type("0"), "0"),
        button({ class: "wide" }, enter, kiosk.staff.enter),
      ),
    );
  }

  private tell(note = ""): void {
    const { kiosk, house, index } = this.context();
    const { sinceMs, sessions, counters, link, saveCounters } = this.machine();
    const { staff } = kiosk;
    const lasting = (ms: number) => staff.duration(Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60);
    const memory = (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize;
    const rows: [string, string][] = [
      [staff.program, index.payload.program],
      [staff.data, index.payload.version],
      [staff.shown, house.version],
      ...(link.told
        ? ([
            [staff.release, link.told.release],
            [staff.machineUptime, lasting(link.told.uptimeS * 1000)],
            [staff.made, String(link.told.made)],
          ] as [string, string][])
        : []),
      [staff.uptime, lasting(performance.now() - sinceMs)],
      [staff.sessions, String(sessions)],
      [staff.memory, memory === undefined ? staff.unknown : staff.megabytes(Math.round(memory / 1_048_576))],
      [staff.elements, String(document.getElementsByTagName("*").length)],
    ];
    const save = () => {
      saveCounters();
      this.tell(staff.saved);
    };
    const forget = () => {
      counters.clear();
      link.keep(counters.write());
      this.tell();
    };
    this.show(
      el("dl", { class: "facts" }, ...rows.flatMap(([term, value]) => [el("dt", {}, term), el("dd", {}, value)])),
      el("p", {}, house.staff.counters ? staff.countersOn : staff.countersOff),
      el(
        "div",
        { class: "choices" },
        ...(house.staff.counters
          ? [button({ class: "wide" }, save, staff.save), button({ class: "wide" }, forget, staff.forget)]
          : []),
      ),
      el("p", { role: "status" }, note),
    );
  }
}
