/** The one sheet beside the map: a panel or the card of the selection. */

import type { PageContext } from "../page-context";
import type { State } from "../state/screen-state";
import { aboutPanel } from "./about-panel";
import { comparePanel } from "./compare-panel";
import { button, type Child, el, ICONS, icon } from "./dom";
import { languagePanel } from "./language-panel";
import { layersPanel } from "./layers-panel";
import { legendPanel } from "./legend-panel";
import { listPanel } from "./list-panel";
import { localizedText } from "./localized-text";
import { networkPanel } from "./network-panel";
import type { Panel } from "./panel-content";
import { SearchPanel } from "./search-panel";
import { selectionCard } from "./selection-card";
import { SharePanel } from "./share-panel";

const PANEL_FUNCTIONS = {
  about: aboutPanel,
  compare: comparePanel,
  language: languagePanel,
  layers: layersPanel,
  legend: legendPanel,
  list: listPanel,
  network: networkPanel,
} as const;

export class SideSheet {
  readonly element: HTMLElement;
  private readonly heading = el("h2", { id: "liaison-sheet-title", tabindex: "-1", dir: "auto" });
  private readonly kicker = el("p", { class: "kicker" });
  private readonly picture = el("div", { class: "picture" });
  // It scrolls, so it can be reached by the keyboard even if it contains no control.
  private readonly body = el("div", {
    class: "sheet-body",
    tabindex: "0",
    role: "group",
    "aria-labelledby": "liaison-sheet-title",
  });
  private readonly back: HTMLButtonElement;
  private shownKey = "";
  private opener: Element | null = null;
  private initialFocus: HTMLElement = this.heading;
  /** Panels that live as long as the page; made when they are first opened. */
  private readonly persistentPanels: { search?: SearchPanel; share?: SharePanel } = {};

  constructor(private readonly context: PageContext) {
    const { words } = context;
    const close = button({ class: "round close", "aria-label": words.close, title: words.close }, () => this.close(), [
      icon(ICONS.close),
    ]);
    this.back = button({ class: "link back" }, () => context.changeState({ panel: "list" }, true), words.backToList);
    this.element = el("aside", { id: "liaison-sheet", class: "sheet", "aria-label": words.selection, hidden: true }, [
      el("div", { class: "sheet-head" }, [
        this.picture,
        el("div", { class: "sheet-title" }, this.kicker, this.heading),
        close,
      ]),
      this.body,
      this.back,
    ]);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** Close what is open; the focus goes back to where it came from. */
  close(): void {
    const { state } = this.context;
    this.context.changeState(state.panel ? { panel: "" } : { select: "" }, true);
    if (!this.isOpen && this.opener instanceof HTMLElement && this.opener.isConnected)
      this.opener.focus({ preventScroll: true });
  }

  /** Move the focus to where the open panel begins. */
  moveFocusInside(): void {
    if (this.opener === null || !this.opener.isConnected) this.opener = document.activeElement;
    this.initialFocus.focus({ preventScroll: true });
  }

  private panelFor(name: Exclude<State["panel"], "">): Panel {
    if (name === "find") return (this.persistentPanels.search ??= new SearchPanel(this.context));
    if (name === "share") return (this.persistentPanels.share ??= new SharePanel(this.context));
    return PANEL_FUNCTIONS[name](this.context);
  }

  /** Show the panel or card of the state. Returns whether the sheet has opened or closed. */
  update(): boolean {
    const { state } = this.context;
    const wasOpen = this.isOpen;
    const key = state.panel || state.select;
    if (key === "" && this.shownKey === "" && !wasOpen) return false;
    const sameKey = key === this.shownKey;
    const focused = this.element.contains(document.activeElement) ? focusSelector(document.activeElement) : null;
    const scroll = sameKey ? this.body.scrollTop : 0;
    const hasContent = this.fillBody();
    this.element.hidden = !hasContent;
    this.element.dataset.shows = state.panel || "card";
    if (hasContent) {
      this.body.scrollTop = scroll;
      if (!sameKey) this.focusIfOpenedByControl(wasOpen);
      else if (focused) restoreFocus(this.element, focused);
    }
    this.shownKey = hasContent ? key : "";
    return wasOpen !== this.isOpen;
  }

  private fillBody(): boolean {
    const { state, words } = this.context;
    let content: Child[];
    if (state.panel) {
      const panel = this.panelFor(state.panel);
      panel.update?.();
      this.initialFocus = panel.initialFocus ?? this.heading;
      this.kicker.textContent = "";
      this.heading.textContent = panel.title;
      this.picture.replaceChildren();
      content = panel.content;
      this.element.setAttribute("aria-label", panel.title);
    } else {
      const card = state.select ? selectionCard(this.context, state.select) : null;
      if (!card) return false;
      this.initialFocus = this.heading;
      this.kicker.textContent = card.kicker;
      this.heading.replaceChildren(...localizedText(this.context, card.title));
      this.picture.replaceChildren(...(card.picture ? [card.picture] : []));
      content = card.content;
      this.element.setAttribute("aria-label", words.selection);
    }
    this.back.hidden = state.panel !== "";
    const children = content.filter((child): child is Node | string => Boolean(child));
    // An element that is removed and added again loses the focus: a persistent panel stays in place.
    const isUnchanged =
      children.length === this.body.childNodes.length &&
      children.every((child, i) => child === this.body.childNodes[i]);
    if (!isUnchanged) this.body.replaceChildren(...children);
    return true;
  }

  /** Move the focus into the sheet if it was opened by a control. */
  private focusIfOpenedByControl(wasOpen: boolean): void {
    const active = document.activeElement;
    const byControl = active instanceof HTMLButtonElement || active === document.body || active === null;
    if (!wasOpen) this.opener = active;
    if (byControl && active !== document.body && active !== null) this.initialFocus.focus({ preventScroll: true });
  }
}

export function focusSelector(element: Element | null): string | null {
  if (!(element instanceof HTMLElement)) return null;
  if (element.dataset.key) return `[data-key="${CSS.escape(element.dataset.key)}"]`;
  if (element instanceof HTMLInputElement) return `input[name="${element.name}"][value="${element.value}"]`;
  return element.dataset.reference ? `[data-reference="${CSS.escape(element.dataset.reference)}"]` : null;
}

/** Put the focus back to where it was in a panel that was built again. */
export function restoreFocus(root: HTMLElement, selector: string): void {
  root.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
}
