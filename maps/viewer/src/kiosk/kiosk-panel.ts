/** The one panel: the selection, the tour, the index, the switches. Large buttons scroll what does not fit. */

import { button, type Child, el, ICONS, icon } from "../ui/dom";
import { legendPanel } from "../ui/legend-panel";
import type { Panel } from "../ui/panel-content";
import { alphabetPanel } from "./alphabet-index";
import { displayPanel, kioskLanguagePanel, undatedPanel } from "./display-panels";
import { fullSourceCard, kioskCard, shortCitationList } from "./kiosk-card";
import type { KioskContext } from "./kiosk-context";
import { textInLanguage } from "./kiosk-settings";

interface KioskPanelContent {
  key: string;
  kicker?: string;
  title: Child[];
  picture?: Node | null;
  content: Child[];
  footer: Child[];
}

export class KioskPanel {
  readonly element: HTMLElement;
  private readonly body = el("div", { class: "panel-body", tabindex: 0 });
  private readonly head = el("div", { class: "panel-title" });
  private readonly foot = el("div", { class: "panel-foot" });
  private readonly up: HTMLButtonElement;
  private readonly down: HTMLButtonElement;
  private shownKey = "";

  constructor(private readonly context: KioskContext) {
    const { kioskWords, words } = context;
    this.up = button(
      { class: "round", "aria-label": kioskWords.up },
      () => this.scrollPage(-1),
      icon("M5.5 15L12 8.5L18.5 15"),
    );
    this.down = button(
      { class: "round", "aria-label": kioskWords.down },
      () => this.scrollPage(1),
      icon("M5.5 9L12 15.5L18.5 9"),
    );
    const close = button(
      { class: "round close", "aria-label": words.close },
      () => context.changeUi({ openPanel: "" }),
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
    this.body.addEventListener("scroll", () => this.updateScrollButtons());
  }

  update(): void {
    const shown = this.content();
    this.element.hidden = shown === null;
    if (!shown) {
      this.shownKey = "";
      this.body.replaceChildren();
      return;
    }
    const scrollTop = shown.key === this.shownKey ? this.body.scrollTop : 0;
    this.shownKey = shown.key;
    this.element.dataset.part = shown.key.split(" ")[0]!;
    const heading = el("h2", { dir: "auto" }, ...shown.title);
    this.head.replaceChildren(
      ...(shown.picture ? [shown.picture] : []),
      el("div", {}, shown.kicker ? el("p", { class: "kicker" }, shown.kicker) : null, heading),
    );
    this.body.replaceChildren(...shown.content.filter((child): child is Node => child instanceof Node));
    this.foot.replaceChildren(...shown.footer.filter((child): child is Node => child instanceof Node));
    this.foot.hidden = this.foot.childElementCount === 0;
    this.body.scrollTop = scrollTop;
    this.updateScrollButtons();
  }

  private scrollPage(direction: number): void {
    this.body.scrollTop += direction * this.body.clientHeight * 0.85;
    this.updateScrollButtons();
  }

  /** The buttons are shown if there is more. They stay in place, so that nothing moves under a finger. */
  private updateScrollButtons(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.body;
    const hasMore = scrollHeight > clientHeight + 2;
    this.up.hidden = this.down.hidden = !hasMore;
    this.up.disabled = scrollTop < 2;
    this.down.disabled = scrollTop + clientHeight > scrollHeight - 2;
    this.body.dataset.more = `${this.up.disabled ? "" : "up"}${hasMore && !this.down.disabled ? "down" : ""}`;
  }

  private content(): KioskPanelContent | null {
    const { context } = this;
    const { ui, state } = context;
    const panelContent = (key: string, { title, content }: Panel): KioskPanelContent => ({
      key: `${key} ${state.language}`,
      title: [title],
      content,
      footer: [],
    });
    switch (ui.openPanel) {
      case "":
        return null;
      case "tour":
        return this.tourStopContent();
      case "index":
        return { ...panelContent("index", alphabetPanel(context)), key: `index ${ui.indexList} ${ui.indexLetter}` };
      case "undated":
        return panelContent("undated", undatedPanel(context));
      case "show":
        return panelContent("show", displayPanel(context));
      case "legend":
        return panelContent("legend", legendPanel(context));
      case "language":
        return panelContent("language", kioskLanguagePanel(context));
      case "card": {
        const card = kioskCard(context, state.select);
        return card && { key: `card ${state.select}`, ...card, title: [card.title], footer: [] };
      }
      default: {
        const { source, locator, through, from } = ui.openPanel;
        const back = button(
          { class: "wide" },
          () => context.changeUi({ openPanel: from }),
          context.kioskWords.previous,
        );
        const card = fullSourceCard(context, source, locator, through);
        return {
          key: `source ${source}`,
          ...card,
          title: [card.title],
          footer: state.select || from === "tour" ? [back] : [],
        };
      }
    }
  }

  private tourStopContent(): KioskPanelContent | null {
    const { context } = this;
    const { settings, ui, kioskWords, index, state } = context;
    const stop = settings.tour[ui.tourStop];
    if (!stop) return null;
    const title = textInLanguage(stop.title, state.language),
      text = textInLanguage(stop.text, state.language);
    const target = index.targetOf(stop.select);
    const cites = target?.type === "claim" ? (index.payload.claims.cites[target.row] ?? []) : [];
    const isLast = ui.tourStop === settings.tour.length - 1;
    const playing = ui.playing === "tour";
    const footerButton = (name: string, path: string, action: () => void, disabled = false): HTMLButtonElement =>
      button({ class: "wide", disabled }, action, icon(path), el("span", {}, name));
    return {
      key: `tour ${stop.id}`,
      kicker: `${kioskWords.stopOf(ui.tourStop + 1, settings.tour.length)} · ${context.words.yearText(stop.year)}`,
      title: [el("span", { lang: title.language }, title.text)],
      content: [
        el("p", { class: "told", lang: text.language, dir: "auto" }, text.text),
        shortCitationList(context, cites),
      ],
      // A tour of one stop has no next.
      footer:
        settings.tour.length === 1
          ? []
          : [
              footerButton(
                kioskWords.previous,
                ICONS.back,
                () => context.goToTourStop(ui.tourStop - 1),
                ui.tourStop === 0,
              ),
              footerButton(
                playing ? kioskWords.pauseTour : kioskWords.playTour,
                playing ? ICONS.pause : ICONS.play,
                () => context.changeUi({ playing: playing ? "" : "tour" }),
              ),
              isLast
                ? footerButton(kioskWords.begin, ICONS.whole, () => context.goToTourStop(0))
                : footerButton(kioskWords.next, ICONS.forward, () => context.goToTourStop(ui.tourStop + 1)),
            ],
    };
  }
}
