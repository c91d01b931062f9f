/** The one panel: what is selected, the tour, the index, the switches. What does not fit is turned by large buttons. */

import { button, type Child, el, ICONS, icon } from "../dom";
import { legendPanel } from "../parts/legend";
import { kioskCard, shortSources, sourceInFull } from "./card";
import { saidIn } from "./config";
import type { KioskContext } from "./context";
import { lettersPanel } from "./letters";
import { languagePanel, showPanel } from "./switches";

interface Shown {
  key: string;
  kicker?: string;
  title: Child[];
  picture?: Node | null;
  content: Child[];
  foot: Child[];
}

export class Panel {
  readonly element: HTMLElement;
  private readonly body = el("div", { class: "panel-body", tabindex: 0 });
  private readonly head = el("div", { class: "panel-title" });
  private readonly foot = el("div", { class: "panel-foot" });
  private readonly up: HTMLButtonElement;
  private readonly down: HTMLButtonElement;
  private shownKey = "";

  constructor(private readonly context: KioskContext) {
    const { kiosk, words } = context;
    this.up = button({ class: "round", "aria-label": kiosk.up }, () => this.turn(-1), icon("M5.5 15L12 8.5L18.5 15"));
    this.down = button({ class: "round", "aria-label": kiosk.down }, () => this.turn(1), icon("M5.5 9L12 15.5L18.5 9"));
    const close = button(
      { class: "round close", "aria-label": words.close },
      () => context.arrange({ open: "" }),
      icon(ICONS.close),
    );
    this.element = el(
      "aside",
      { class: "panel", hidden: true, "aria-label": words.selection },
      this.head,
      this.body,
      el("div", { class: "panel-side" }, close, this.up, this.down),
      this.foot,
    );
    this.body.addEventListener("scroll", () => this.mark());
  }

  update(): void {
    const shown = this.shown();
    this.element.hidden = shown === null;
    if (!shown) {
      this.shownKey = "";
      this.body.replaceChildren();
      return;
    }
    const top = shown.key === this.shownKey ? this.body.scrollTop : 0;
    this.shownKey = shown.key;
    this.element.dataset.part = shown.key.split(" ")[0]!;
    const heading = el("h2", { dir: "auto" }, ...shown.title);
    this.head.replaceChildren(
      ...(shown.picture ? [shown.picture] : []),
      el("div", {}, shown.kicker ? el("p", { class: "kicker" }, shown.kicker) : null, heading),
    );
    this.body.replaceChildren(...shown.content.filter((child): child is Node => child instanceof Node));
    this.foot.replaceChildren(...shown.foot.filter((child): child is Node => child instanceof Node));
    this.foot.hidden = this.foot.childElementCount === 0;
    this.body.scrollTop = top;
    this.mark();
  }

  private turn(way: number): void {
    this.body.scrollTop += way * this.body.clientHeight * 0.85;
    this.mark();
  }

  /** The buttons are there where there is more. They stay in place, so that nothing moves under a finger. */
  private mark(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.body;
    const more = scrollHeight > clientHeight + 2;
    this.up.hidden = this.down.hidden = !more;
    this.up.disabled = scrollTop < 2;
    this.down.disabled = scrollTop + clientHeight > scrollHeight - 2;
    this.body.dataset.more = `${this.up.disabled ? "" : "up"}${more && !this.down.disabled ? "down" : ""}`;
  }

  private shown(): Shown | null {
    const { context } = this;
    const { ui, state } = context;
    const plain = (key: string, { title, content }: { title: string; content: Child[] }): Shown => ({
      key: `${key} ${state.language}`,
      title: [title],
      content,
      foot: [],
    });
    switch (ui.open) {
      case "":
        return null;
      case "tour":
        return this.stop();
      case "index":
        return { ...plain("index", lettersPanel(context)), key: `index ${ui.list} ${ui.letter}` };
      case "show":
        return plain("show", showPanel(context));
      case "legend":
        return plain("legend", legendPanel(context));
      case "language":
        return plain("language", languagePanel(context));
      case "card": {
        const card = kioskCard(context, state.select);
        return card && { key: `card ${state.select}`, ...card, title: [card.title], foot: [] };
      }
      default: {
        const { source, locator, from } = ui.open;
        const back = button({ class: "wide" }, () => context.arrange({ open: from }), context.kiosk.previous);
        const card = sourceInFull(context, source, locator);
        return {
          key: `source ${source}`,
          ...card,
          title: [card.title],
          foot: state.select || from === "tour" ? [back] : [],
        };
      }
    }
  }

  private stop(): Shown | null {
    const { context } = this;
    const { house, ui, kiosk, index, state } = context;
    const stop = house.tour[ui.stop];
    if (!stop) return null;
    const title = saidIn(stop.title, state.language),
      text = saidIn(stop.text, state.language);
    const target = index.find(stop.select);
    const cites = target?.type === "claim" ? (index.payload.claims.cites[target.row] ?? []) : [];
    const last = ui.stop === house.tour.length - 1;
    const playing = ui.playing === "tour";
    const ends = (name: string, path: string, action: () => void, disabled = false): HTMLButtonElement =>
      button({ class: "wide", disabled }, action, icon(path), el("span", {}, name));
    return {
      key: `tour ${stop.id}`,
      kicker: `${kiosk.stopOf(ui.stop + 1, house.tour.length)} · ${stop.year}`,
      title: [el("span", { lang: title.language }, title.text)],
      content: [el("p", { class: "told", lang: text.language, dir: "auto" }, text.text), shortSources(context, cites)],
      // Of a single stop there is no next.
      foot:
        house.tour.length === 1
          ? []
          : [
              ends(kiosk.previous, ICONS.back, () => context.goTo(ui.stop - 1), ui.stop === 0),
              ends(playing ? kiosk.pauseTour : kiosk.playTour, playing ? ICONS.pause : ICONS.play, () =>
                context.arrange({ playing: playing ? "" : "tour" }),
              ),
              last
                ? ends(kiosk.begin, ICONS.whole, () => context.goTo(0))
                : ends(kiosk.next, ICONS.forward, () => context.goTo(ui.stop + 1)),
            ],
    };
  }
}
