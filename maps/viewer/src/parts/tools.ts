/** The quiet bar: find, list, layers, legend, about, the style; and the ways to zoom and to share. */

import { PANELS } from "../address";
import { button, el, ICONS, icon, tell } from "../dom";
import { offered } from "../words";
import type { Context } from "./context";

export class Tools {
  readonly element: HTMLElement;
  private readonly panels = new Map<string, HTMLButtonElement>();
  private readonly style: HTMLButtonElement;
  /** What the button of the style offers. */
  private offers = "";

  constructor(
    private readonly context: Context,
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
      if (panel === "language" && offered(context.index.payload.languages).length < 2) continue;
      const opener = button(
        {
          class: "tool",
          "aria-expanded": "false",
          "aria-controls": "liaison-sheet",
          // What is shown is the language spoken; a voice says what it is the name of.
          "aria-label": panel === "language" ? `${words.language}: ${words.ownName}` : undefined,
        },
        () => this.open(panel),
        icon(ICONS[panel]),
        el("span", {}, names[panel]),
      );
      this.panels.set(panel, opener);
    }
    this.style = button({ class: "tool style" }, () => context.change({ style: isDark() ? "light" : "dark" }, true));
    const zoom = (label: string, path: string, action: () => void) =>
      button({ class: "round", "aria-label": label, title: label }, action, icon(path));
    const share = button(
      {
        class: "round",
        "aria-label": words.shareParts.button,
        title: words.shareParts.button,
        "aria-expanded": "false",
        "aria-controls": "liaison-sheet",
      },
      () => context.change({ panel: context.state.panel === "share" ? "" : "share" }, true),
      icon(ICONS.share),
    );
    this.panels.set("share", share);
    this.element = el(
      "nav",
      { class: "tools", "aria-label": words.tools },
      el("div", { class: "bar" }, ...[...this.panels.values()].filter((opener) => opener !== share), this.style),
      el(
        "div",
        { class: "zoom" },
        zoom(words.zoomIn, ICONS.plus, () => zoomBy(1)),
        zoom(words.zoomOut, ICONS.minus, () => zoomBy(-1)),
        zoom(words.wholeMap, ICONS.whole, wholeMap),
        share,
      ),
    );
  }

  /** The button of the network changes the picture too: to the graph with its figures, and back to the map. */
  private open(panel: (typeof PANELS)[number]): void {
    const { state } = this.context;
    if (panel !== "network") this.context.change({ panel: state.panel === panel ? "" : panel }, true);
    else if (state.picture === "network") this.context.change({ picture: "map", panel: "" }, true);
    else this.context.change({ picture: "network", panel }, true);
  }

  update(): void {
    const { state, words } = this.context;
    for (const [panel, opener] of this.panels) opener.setAttribute("aria-expanded", String(state.panel === panel));
    const { picture } = state;
    tell(this.panels.get("network")!.lastElementChild!, picture === "network" ? words.graph.toMap : words.graph.button);
    const dark = this.isDark();
    const label = dark ? words.toLight : words.toDark;
    this.style.setAttribute("aria-label", label);
    this.style.title = label;
    if (this.offers !== label)
      this.style.replaceChildren(
        icon(dark ? ICONS.light : ICONS.dark),
        el("span", {}, dark ? words.light : words.dark),
      );
    this.offers = label;
  }
}
