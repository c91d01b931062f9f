/** The toolbar: find, list, layers, legend, about and the style; and the buttons to zoom and to share. */

import { offeredLanguages } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { PANELS } from "../state/screen-state";
import { button, el, ICONS, icon, setText } from "./dom";

export class Toolbar {
  readonly element: HTMLElement;
  private readonly panelButtons = new Map<string, HTMLButtonElement>();
  private readonly styleButton: HTMLButtonElement;
  /** The current label of the style button. */
  private styleLabel = "";

  constructor(
    private readonly context: PageContext,
    zoomBy: (steps: number) => void,
    wholeMap: () => void,
    private readonly isDark: () => boolean,
  ) {
    const { words } = context;
    const names = {
      find: words.find,
      list: words.list,
      network: words.graph.button,
      compare: words.compare.button,
      layers: words.layersButton,
      legend: words.legend,
      language: words.ownName,
      about: words.about,
    };
    for (const panel of PANELS) {
      if (panel === "share") continue;
      if (panel === "language" && offeredLanguages(context.index.payload.languages).length < 2) continue;
      const panelButton = button(
        {
          class: "tool",
          "aria-expanded": "false",
          "aria-controls": "liaison-sheet",
          // The button shows the name of the current language; its label says what that is.
          "aria-label": panel === "language" ? `${words.language}: ${words.ownName}` : undefined,
        },
        () => this.togglePanel(panel),
        [icon(ICONS[panel]), el("span", {}, names[panel])],
      );
      this.panelButtons.set(panel, panelButton);
    }
    this.styleButton = button({ class: "tool style" }, () =>
      context.changeState({ style: isDark() ? "light" : "dark" }, true),
    );
    const zoomButton = (label: string, path: string, action: () => void) =>
      button({ class: "round", "aria-label": label, title: label }, action, icon(path));
    const shareButton = button(
      {
        class: "round",
        "aria-label": words.shareParts.button,
        title: words.shareParts.button,
        "aria-expanded": "false",
        "aria-controls": "liaison-sheet",
      },
      () => context.changeState({ panel: context.state.panel === "share" ? "" : "share" }, true),
      [icon(ICONS.share)],
    );
    this.panelButtons.set("share", shareButton);
    this.element = el("nav", { class: "tools", "aria-label": words.tools }, [
      el("div", { class: "bar" }, [
        [...this.panelButtons.values()].filter((panelButton) => panelButton !== shareButton),
        this.styleButton,
      ]),
      el("div", { class: "zoom" }, [
        zoomButton(words.zoomIn, ICONS.plus, () => zoomBy(1)),
        zoomButton(words.zoomOut, ICONS.minus, () => zoomBy(-1)),
        zoomButton(words.wholeMap, ICONS.whole, wholeMap),
        shareButton,
      ]),
    ]);
  }

  /** The network button changes the view too: to the graph with its figures, and back to the map. */
  private togglePanel(panel: (typeof PANELS)[number]): void {
    const { state } = this.context;
    if (panel !== "network") this.context.changeState({ panel: state.panel === panel ? "" : panel }, true);
    else if (state.viewMode === "network") this.context.changeState({ viewMode: "map", panel: "" }, true);
    else this.context.changeState({ viewMode: "network", panel }, true);
  }

  update(): void {
    const { state, words } = this.context;
    for (const [panel, panelButton] of this.panelButtons)
      panelButton.setAttribute("aria-expanded", String(state.panel === panel));
    const { viewMode } = state;
    setText(
      this.panelButtons.get("network")!.lastElementChild!,
      viewMode === "network" ? words.graph.toMap : words.graph.button,
    );
    const isDark = this.isDark();
    const label = isDark ? words.toLight : words.toDark;
    this.styleButton.setAttribute("aria-label", label);
    this.styleButton.title = label;
    if (this.styleLabel !== label)
      this.styleButton.replaceChildren(
        icon(isDark ? ICONS.light : ICONS.dark),
        el("span", {}, isDark ? words.light : words.dark),
      );
    this.styleLabel = label;
  }
}
