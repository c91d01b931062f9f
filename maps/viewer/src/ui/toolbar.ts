/** The toolbar: the buttons that open the panels, change the style, zoom and share. */

import { offeredLanguages } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import type { PANELS } from "../state/screen-state";
import { button, el, ICONS, icon, iconButton, setAttributes, setText } from "./dom";

type PanelName = (typeof PANELS)[number];

const isDark = (): boolean => document.documentElement.dataset.style === "dark";

export class Toolbar {
  readonly element: HTMLElement;
  private readonly panelButtons = new Map<PanelName, HTMLButtonElement>();
  private readonly styleButton: HTMLButtonElement;

  constructor(
    private readonly context: PageContext,
    zoomBy: (steps: number) => void,
    showAll: () => void,
  ) {
    const { words, index } = context;
    const opensSheet = { "aria-expanded": "false", "aria-controls": "liaison-sheet" };
    const addButton = (panel: Exclude<PanelName, "share">, name: string, label?: string) => {
      const attributes = { class: "tool", "aria-label": label, ...opensSheet };
      const panelButton = button(attributes, () => this.togglePanel(panel), icon(ICONS[panel]), el("span", {}, name));
      this.panelButtons.set(panel, panelButton);
    };
    addButton("find", words.find);
    addButton("list", words.list);
    addButton("network", words.graph.button);
    addButton("compare", words.compare.button);
    addButton("layers", words.layersButton);
    addButton("legend", words.legend);
    // The button shows only the name of the current language; its label adds the word "language".
    if (offeredLanguages(index.payload.languages).length > 1)
      addButton("language", words.ownName, `${words.language}: ${words.ownName}`);
    addButton("about", words.about);
    this.styleButton = button({ class: "tool style" }, () =>
      context.changeState({ style: isDark() ? "light" : "dark" }, true),
    );
    const bar = el("div", { class: "bar" }, [...this.panelButtons.values()], this.styleButton);
    const share = iconButton(words.shareParts.button, ICONS.share, () => this.togglePanel("share"), opensSheet);
    this.panelButtons.set("share", share);
    this.element = el("nav", { class: "tools", "aria-label": words.tools }, bar, [
      el("div", { class: "zoom" }, [
        iconButton(words.zoomIn, ICONS.plus, () => zoomBy(1)),
        iconButton(words.zoomOut, ICONS.minus, () => zoomBy(-1)),
        iconButton(words.wholeMap, ICONS.whole, showAll),
        share,
      ]),
    ]);
  }

  /** Open or close a panel. The network button also changes the view: to the graph, and back to the map. */
  private togglePanel(panel: PanelName): void {
    const { state } = this.context;
    if (panel !== "network") this.context.changeState({ panel: state.panel === panel ? "" : panel }, true);
    else if (state.viewMode === "network") this.context.changeState({ viewMode: "map", panel: "" }, true);
    else this.context.changeState({ viewMode: "network", panel }, true);
  }

  update(): void {
    const { state, words } = this.context;
    for (const [panel, panelButton] of this.panelButtons)
      panelButton.setAttribute("aria-expanded", String(state.panel === panel));
    const networkText = state.viewMode === "network" ? words.graph.toMap : words.graph.button;
    setText(this.panelButtons.get("network")!.lastElementChild!, networkText);
    const [label, path, text] = isDark()
      ? [words.toLight, ICONS.light, words.light]
      : [words.toDark, ICONS.dark, words.dark];
    if (this.styleButton.title === label) return;
    setAttributes(this.styleButton, { "aria-label": label, title: label });
    this.styleButton.replaceChildren(icon(path), el("span", {}, text));
  }
}
