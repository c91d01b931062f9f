/** The sheet next to the map: a panel, or the card of the selection. */

import type { PageContext } from "../page-context";
import type { State } from "../state/screen-state";
import { aboutPanel } from "./about-panel";
import { comparePanel } from "./compare-panel";
import { button, el, ICONS, iconButton, localizedText, nodesOf, type Panel } from "./dom";
import { languagePanel, layersPanel } from "./layers-panel";
import { legendPanel } from "./legend-panel";
import { listPanel } from "./list-panel";
import { networkPanel } from "./network-panel";
import { SearchPanel } from "./search-panel";
import { selectionCard } from "./selection-card";
import { SharePanel } from "./share-panel";

const TITLE_ID = "liaison-sheet-title";
const PANEL_FUNCTIONS = {
  find: (context) => new SearchPanel(context),
  list: listPanel,
  network: networkPanel,
  compare: comparePanel,
  layers: layersPanel,
  legend: legendPanel,
  language: languagePanel,
  about: aboutPanel,
  share: (context) => new SharePanel(context),
} satisfies Record<Exclude<State["panel"], "">, (context: PageContext) => Panel>;

export class SideSheet {
  readonly element: HTMLElement;
  private readonly heading = el("h2", { id: TITLE_ID, tabindex: "-1", dir: "auto" });
  private readonly kicker = el("p", { class: "kicker" });
  private readonly picture = el("div", { class: "picture" });
  // The body scrolls, so it must be reachable by keyboard even if it contains no control.
  private readonly body = el("div", { class: "sheet-body", tabindex: "0", role: "group", "aria-labelledby": TITLE_ID });
  private readonly back: HTMLButtonElement;
  private shownKey = "";
  private opener: Element | null = null;
  private initialFocus: HTMLElement = this.heading;
  /** The panels that live as long as the page, created when they are first opened. */
  private readonly persistentPanels: { find?: Panel; share?: Panel } = {};

  constructor(private readonly context: PageContext) {
    const { words } = context;
    const title = el("div", { class: "sheet-title" }, this.kicker, this.heading);
    const close = iconButton(words.close, ICONS.close, () => this.close(), { class: "round close" });
    this.back = button({ class: "link back" }, () => context.changeState({ panel: "list" }, true), words.backToList);
    this.element = el("aside", { id: "liaison-sheet", class: "sheet", "aria-label": words.selection, hidden: true }, [
      el("div", { class: "sheet-head" }, this.picture, title, close),
      this.body,
      this.back,
    ]);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Close the open panel or card, and return the focus to the element that opened it. */
  close(): void {
    const { state } = this.context;
    this.context.changeState(state.panel ? { panel: "" } : { select: "" }, true);
    if (!this.isOpen && this.opener instanceof HTMLElement && this.opener.isConnected)
      this.opener.focus({ preventScroll: true });
  }

  /** Move the focus to the initial element of the open panel. */
  moveFocusInside(): void {
    if (this.opener === null || !this.opener.isConnected) this.opener = document.activeElement;
    this.initialFocus.focus({ preventScroll: true });
  }

  private shownPanel(): Panel | null {
    const { panel, select } = this.context.state;
    if (panel === "") return selectionCard(this.context, select);
    if (panel === "find" || panel === "share")
      return (this.persistentPanels[panel] ??= PANEL_FUNCTIONS[panel](this.context));
    return PANEL_FUNCTIONS[panel](this.context);
  }

  /** Show the panel or card of the state. */
  update(): void {
    const { state } = this.context;
    const wasOpen = this.isOpen;
    const key = state.panel || state.select;
    if (key === "" && this.shownKey === "" && !wasOpen) return;
    const sameKey = key === this.shownKey;
    const focused = this.element.contains(document.activeElement) ? focusSelector(document.activeElement) : null;
    const scroll = sameKey ? this.body.scrollTop : 0;
    const panel = this.shownPanel();
    if (panel) this.fill(panel, state.panel === "");
    this.element.hidden = panel === null;
    this.element.dataset.shows = state.panel || "card";
    if (panel) {
      this.body.scrollTop = scroll;
      if (!sameKey) this.focusIfOpenedByControl(wasOpen);
      else if (focused) this.element.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
    }
    this.shownKey = panel ? key : "";
    if (wasOpen !== this.isOpen) document.documentElement.dataset.sheet = this.isOpen ? "open" : "";
  }

  private fill(panel: Panel, isCard: boolean): void {
    panel.update?.();
    this.initialFocus = panel.initialFocus ?? this.heading;
    this.kicker.textContent = panel.kicker ?? "";
    this.heading.replaceChildren(...(isCard ? localizedText(this.context, panel.title) : [panel.title]));
    this.picture.replaceChildren(...nodesOf(panel.picture));
    this.element.setAttribute("aria-label", isCard ? this.context.words.selection : panel.title);
    this.back.hidden = !isCard;
    const children = nodesOf(panel.content);
    const { childNodes } = this.body;
    // An element that is removed and added again loses the focus, so a persistent panel stays in place.
    if (children.length !== childNodes.length || children.some((child, i) => child !== childNodes[i]))
      this.body.replaceChildren(...children);
  }

  /** Move the focus into the sheet if it was opened by a control. */
  private focusIfOpenedByControl(wasOpen: boolean): void {
    const active = document.activeElement;
    if (!wasOpen) this.opener = active;
    if (active instanceof HTMLButtonElement) this.initialFocus.focus({ preventScroll: true });
  }
}

/** A selector that finds the focused element again after it has been rebuilt; null if there is none. */
export function focusSelector(element: Element | null): string | null {
  if (!(element instanceof HTMLElement)) return null;
  const { key, reference } = element.dataset;
  if (key) return `[data-key="${CSS.escape(key)}"]`;
  if (element instanceof HTMLInputElement) return `input[name="${element.name}"][value="${element.value}"]`;
  return reference ? `[data-reference="${CSS.escape(reference)}"]` : null;
}
