/** The panel for the selection, the tour, the index and the switches. Large buttons scroll long content. */

import { button, type Child, type Children, el, ICONS, icon, iconButton, nodesOf, type Panel } from "../ui/dom";
import { legendPanel } from "../ui/legend-panel";
import { alphabetPanel, displayPanel, kioskLanguagePanel, undatedPanel } from "./bar-panels";
import { kioskCard, shortCitationList, sourceCard } from "./kiosk-card";
import { type KioskContext, type OpenPanel, textInLanguage } from "./kiosk-state";

type KioskPanelContent = Omit<Panel, "title"> & { title: Child; footer?: Children };

const CONTENTS: Record<Exclude<OpenPanel, "">, (context: KioskContext) => KioskPanelContent | null> = {
  card: (context) => kioskCard(context, context.state.select),
  tour: tourStop,
  index: alphabetPanel,
  undated: undatedPanel,
  show: displayPanel,
  legend: legendPanel,
  language: kioskLanguagePanel,
  source: citedSource,
};

function tourStop(context: KioskContext): KioskPanelContent | null {
  const { settings, ui, words, kioskWords, index, state } = context;
  const stop = settings.tour[ui.tourStop];
  if (!stop) return null;
  const title = textInLanguage(stop.title, state.language),
    text = textInLanguage(stop.text, state.language);
  const target = index.targetOf(stop.select);
  const cites = target?.type === "claim" ? (index.payload.claims.cites[target.row] ?? []) : [];
  const isLast = ui.tourStop === settings.tour.length - 1;
  const playing = ui.playing === "tour";
  const footerButton = (name: string, path: string, action: () => void, disabled = false) =>
    button({ class: "wide", disabled }, action, icon(path), el("span", {}, name));
  return {
    kicker: `${kioskWords.stopOf(ui.tourStop + 1, settings.tour.length)} · ${words.yearText(stop.year)}`,
    title: el("span", { lang: title.language }, title.text),
    content: [
      el("p", { class: "told", lang: text.language, dir: "auto" }, text.text),
      shortCitationList(context, cites),
    ],
    // A tour of one stop has no next stop.
    footer: settings.tour.length > 1 && [
      footerButton(kioskWords.previous, ICONS.back, () => context.goToTourStop(ui.tourStop - 1), ui.tourStop === 0),
      playing
        ? footerButton(kioskWords.pauseTour, ICONS.pause, () => context.changeUi({ playing: "" }))
        : footerButton(kioskWords.playTour, ICONS.play, () => context.changeUi({ playing: "tour" })),
      isLast
        ? footerButton(kioskWords.begin, ICONS.whole, () => context.goToTourStop(0))
        : footerButton(kioskWords.next, ICONS.forward, () => context.goToTourStop(ui.tourStop + 1)),
    ],
  };
}

/** The full source of a citation, with a way back to the citation. */
function citedSource(context: KioskContext): KioskPanelContent | null {
  const { ui, state, kioskWords } = context;
  if (!ui.citation) return null;
  const back = button({ class: "wide" }, () => context.changeUi({ openPanel: ui.citedIn }), kioskWords.previous);
  return {
    ...sourceCard(context, ui.citation.source, ui.citation),
    footer: (state.select !== "" || ui.citedIn === "tour") && back,
  };
}

/** A round button without a tooltip, because a finger cannot hover. */
export const touchButton = (label: string, path: string, action: () => void, className = "round"): HTMLButtonElement =>
  iconButton(label, path, action, { class: className, title: undefined });

export class KioskPanel {
  readonly element: HTMLElement;
  private readonly body = el("div", { class: "panel-body", tabindex: 0, onscroll: () => this.updateScrollButtons() });
  private readonly head = el("div", { class: "panel-title" });
  private readonly foot = el("div", { class: "panel-foot" });
  private readonly up: HTMLButtonElement;
  private readonly down: HTMLButtonElement;
  private shownKey = "";

  constructor(private readonly context: KioskContext) {
    const { kioskWords, words } = context;
    const close = touchButton(words.close, ICONS.close, () => context.changeUi({ openPanel: "" }), "round close");
    this.up = touchButton(kioskWords.up, "M5.5 15L12 8.5L18.5 15", () => this.scrollPage(-1));
    this.down = touchButton(kioskWords.down, "M5.5 9L12 15.5L18.5 9", () => this.scrollPage(1));
    this.element = el("aside", { class: "panel", hidden: true, "aria-label": words.selection }, [
      this.head,
      this.body,
      el("div", { class: "panel-side" }, close, this.up, this.down),
      this.foot,
    ]);
  }

  update(): void {
    const { ui, state } = this.context;
    const shown = ui.openPanel === "" ? null : CONTENTS[ui.openPanel](this.context);
    this.element.hidden = shown === null;
    if (!shown) {
      this.shownKey = "";
      this.body.replaceChildren();
      return;
    }
    const selected = ui.openPanel === "card" && state.select;
    const key = [ui.openPanel, state.language, selected, ui.tourStop, ui.indexList, ui.indexLetter].join(" ");
    const scrollTop = key === this.shownKey ? this.body.scrollTop : 0;
    this.shownKey = key;
    const titles = el("div", {}, [
      shown.kicker && el("p", { class: "kicker" }, shown.kicker),
      el("h2", { dir: "auto" }, shown.title),
    ]);
    this.head.replaceChildren(...nodesOf([shown.picture, titles]));
    this.body.replaceChildren(...nodesOf(shown.content));
    this.foot.replaceChildren(...nodesOf(shown.footer));
    this.foot.hidden = this.foot.childElementCount === 0;
    this.body.scrollTop = scrollTop;
    this.updateScrollButtons();
  }

  private scrollPage(direction: number): void {
    this.body.scrollTop += direction * this.body.clientHeight * 0.85;
  }

  /** Show the buttons if there is more to scroll. They keep their place, so that nothing moves under a finger. */
  private updateScrollButtons(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.body;
    const hasMore = scrollHeight > clientHeight + 2;
    this.up.hidden = this.down.hidden = !hasMore;
    this.up.disabled = scrollTop < 2;
    this.down.disabled = scrollTop + clientHeight > scrollHeight - 2;
    this.body.dataset.more = `${this.up.disabled ? "" : "up"}${hasMore && !this.down.disabled ? "down" : ""}`;
  }
}
