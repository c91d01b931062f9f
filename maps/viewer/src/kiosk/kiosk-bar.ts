/**
 * The bar along the bottom of the page: the years, and buttons for the panels. Every control is large, has a name, and
 * acts when it is released.
 */

import { undatedClaims } from "../data/visible-features";
import { button, el, ICONS, icon, setText } from "../ui/dom";
import { touchButton } from "./kiosk-panel";
import type { KioskContext, OpenPanel } from "./kiosk-state";

const TYPE_SIZE_ICON = "M5 18.5L9.5 6.5H10.5L15 18.5M6.7 14.5H13.3M16.5 18.5L18.7 12.5H19.3L21.5 18.5";
const CONTRAST_ICON = "M12 3.5A8.5 8.5 0 1 1 12 20.5A8.5 8.5 0 1 1 12 3.5M12 3.5V20.5M15 5V19M18 7.5V16.5";
const ROTATE_ICON = "M19 8A8 8 0 1 0 20 12M19 3.5V8H14.5";
const INDEX_ICON = "M5 5.5H8M5 12H8M5 18.5H8M12 5.5H19M12 12H19M12 18.5H19";
const UNDATED_ICON =
  "M4.5 12A7.5 7.5 0 1 1 19.5 12A7.5 7.5 0 1 1 4.5 12M9.6 9.7A2.4 2.4 0 1 1 12 12.2V13.6M12 16.2V16.6";
const TOUR_ICON = "M5 19L10 6L14 17L19 5";

export class KioskBar {
  readonly element: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly playButton: HTMLButtonElement;
  private readonly panelButtons = new Map<OpenPanel, HTMLButtonElement>();
  private readonly toggleButtons = new Map<"largeType" | "highContrast" | "isRotated", HTMLButtonElement>();

  constructor(private readonly context: KioskContext) {
    const { words, kioskWords, kioskMap, settings, index } = context;
    const [first, last] = index.payload.period;
    const tool = (name: string, path: string, action: () => void) =>
      button({ class: "tool" }, action, icon(path), el("span", {}, name));
    const panelButton = (panel: OpenPanel, name: string, path: string) => {
      const element = tool(name, path, () => {
        if (panel === "tour" && context.ui.openPanel !== "tour") context.goToTourStop(context.ui.tourStop);
        else context.changeUi({ openPanel: context.ui.openPanel === panel ? "" : panel });
      });
      this.panelButtons.set(panel, element);
      return element;
    };
    const toggle = (field: "largeType" | "highContrast" | "isRotated", name: string, path: string) => {
      const element = tool(name, path, () => context.changeUi({ [field]: !context.ui[field] }));
      this.toggleButtons.set(field, element);
      return element;
    };
    const showYear = (year: number) => {
      context.changeUi({ playing: "" });
      context.changeState({ year: Math.max(first, Math.min(last, year)) });
    };
    const periodEnd = (year: number) => el("span", { class: "end", "aria-hidden": "true" }, words.yearText(year));
    this.slider = el("input", { type: "range", class: "years", min: first, max: last, "aria-label": words.year });
    this.slider.addEventListener("input", () => showYear(Number(this.slider.value)));
    this.playButton = touchButton(words.play, ICONS.play, () =>
      context.changeUi({ playing: context.ui.playing === "years" ? "" : "years" }),
    );
    this.element = el("nav", { class: "kiosk-bar", "aria-label": kioskWords.bar }, [
      el("div", { class: "time" }, [
        this.playButton,
        touchButton(words.back, ICONS.back, () => showYear(context.state.year - 1)),
        periodEnd(first),
        this.slider,
        periodEnd(last),
        touchButton(words.forward, ICONS.forward, () => showYear(context.state.year + 1)),
      ]),
      el("div", { class: "ways" }, [
        settings.tour.length > 0 && panelButton("tour", kioskWords.tour, TOUR_ICON),
        panelButton("index", kioskWords.index, INDEX_ICON),
        panelButton("undated", "", UNDATED_ICON),
        panelButton("show", kioskWords.show, ICONS.layers),
        panelButton("legend", words.legend, ICONS.legend),
        settings.languages.length > 1 && panelButton("language", words.language, ICONS.language),
        toggle("largeType", kioskWords.largeType, TYPE_SIZE_ICON),
        toggle("highContrast", kioskWords.contrast, CONTRAST_ICON),
        settings.screen.table && toggle("isRotated", kioskWords.turn, ROTATE_ICON),
        tool(kioskWords.startOver, ICONS.whole, () => context.startOver()),
      ]),
      el("div", { class: "nearer" }, [
        touchButton(words.zoomIn, ICONS.plus, () => kioskMap.zoomBy(1)),
        touchButton(words.zoomOut, ICONS.minus, () => kioskMap.zoomBy(-1)),
        touchButton(words.wholeMap, ICONS.whole, () => kioskMap.showWholeMap()),
      ]),
    ]);
  }

  /**
   * Show the number of undated claims on the tray's button, or hide the button if there are none. On a tall screen the
   * buttons form two rows.
   */
  private updateWays(): void {
    const { index, state, words } = this.context;
    const { length } = undatedClaims(index, state);
    const undated = this.panelButtons.get("undated")!;
    setText(undated.querySelector("span")!, words.counts.undated(length));
    undated.hidden = length === 0;
    const ways = undated.parentElement!;
    ways.style.setProperty("--half", String(Math.ceil(ways.querySelectorAll(":scope > :not([hidden])").length / 2)));
  }

  update(counts: string): void {
    const { index, state, ui, words } = this.context;
    const [first, last] = index.payload.period;
    this.slider.value = String(state.year);
    this.slider.setAttribute("aria-valuetext", `${words.yearText(state.year)}: ${counts}`);
    this.slider.style.setProperty("--share", `${(100 * (state.year - first)) / Math.max(1, last - first)}%`);
    this.updateWays();
    const playing = ui.playing === "years";
    this.playButton.setAttribute("aria-label", playing ? words.pause : words.play);
    this.playButton.replaceChildren(icon(playing ? ICONS.pause : ICONS.play));
    const openedFrom = ui.openPanel === "source" ? ui.citedIn : ui.openPanel;
    for (const [panel, element] of this.panelButtons)
      element.setAttribute("aria-expanded", String(panel === openedFrom));
    for (const [field, element] of this.toggleButtons) element.setAttribute("aria-pressed", String(ui[field]));
  }
}
