/**
 * The bar along the foot: the years, and buttons for the panels. Everything is large, has a name, and acts when it is
 * released.
 */

import { undatedClaims } from "../data/undated-claims";
import { button, el, ICONS, icon, setText } from "../ui/dom";
import type { KioskContext } from "./kiosk-context";
import type { OpenPanel } from "./kiosk-state";

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
  private readonly toggleButtons: [HTMLButtonElement, () => boolean][] = [];

  constructor(private readonly context: KioskContext) {
    const { words, kioskWords, settings, index } = context;
    const [first, last] = index.payload.period;
    const step = (by: number, label: string, path: string) =>
      button(
        { class: "round", "aria-label": label },
        () => {
          const year = Math.max(first, Math.min(last, context.state.year + by));
          context.changeUi({ playing: "" });
          context.changeState({ year });
        },
        icon(path),
      );
    this.slider = el("input", {
      type: "range",
      class: "years",
      min: first,
      max: last,
      step: 1,
      "aria-label": words.year,
    });
    this.slider.addEventListener("input", () => {
      const year = Number(this.slider.value); // the update below sets it back to the year that is shown
      context.changeUi({ playing: "" });
      context.changeState({ year });
    });
    this.playButton = button({ class: "round" }, () =>
      context.changeUi({ playing: context.ui.playing === "years" ? "" : "years" }),
    );
    const panelButton = (panel: Exclude<OpenPanel, object>, name: string, path: string) => {
      const element = button(
        { class: "tool", "aria-expanded": "false" },
        () => {
          if (panel === "tour" && context.ui.openPanel !== "tour") context.goToTourStop(context.ui.tourStop);
          else context.changeUi({ openPanel: context.ui.openPanel === panel ? "" : panel });
        },
        icon(path),
        el("span", {}, name),
      );
      this.panelButtons.set(panel, element);
      return element;
    };
    const toggle = (name: string, path: string, isOn: () => boolean, action: () => void) => {
      const element = button({ class: "tool" }, action, icon(path), el("span", {}, name));
      this.toggleButtons.push([element, isOn]);
      return element;
    };
    const hasLanguages = settings.languages.length > 1;
    this.element = el(
      "nav",
      { class: "kiosk-bar", "aria-label": kioskWords.bar },
      el(
        "div",
        { class: "time" },
        this.playButton,
        step(-1, words.back, ICONS.back),
        el("span", { class: "end", "aria-hidden": "true" }, words.yearText(first)),
        this.slider,
        el("span", { class: "end", "aria-hidden": "true" }, words.yearText(last)),
        step(1, words.forward, ICONS.forward),
      ),
      el(
        "div",
        { class: "ways" },
        settings.tour.length > 0 && panelButton("tour", kioskWords.tour, TOUR_ICON),
        panelButton("index", kioskWords.index, INDEX_ICON),
        panelButton("undated", "", UNDATED_ICON),
        panelButton("show", kioskWords.show, ICONS.layers),
        panelButton("legend", words.legend, ICONS.legend),
        hasLanguages && panelButton("language", words.language, ICONS.language),
        toggle(
          kioskWords.largeType,
          TYPE_SIZE_ICON,
          () => context.ui.largeType,
          () => context.changeUi({ largeType: !context.ui.largeType }),
        ),
        toggle(
          kioskWords.contrast,
          CONTRAST_ICON,
          () => context.ui.highContrast,
          () => context.changeUi({ highContrast: !context.ui.highContrast }),
        ),
        settings.screen.table &&
          toggle(
            kioskWords.turn,
            ROTATE_ICON,
            () => context.ui.isRotated,
            () => context.changeUi({ isRotated: !context.ui.isRotated }),
          ),
        button({ class: "tool" }, () => context.startOver(), icon(ICONS.whole), el("span", {}, kioskWords.startOver)),
      ),
      el(
        "div",
        { class: "nearer" },
        button({ class: "round", "aria-label": words.zoomIn }, () => context.zoomBy(1), icon(ICONS.plus)),
        button({ class: "round", "aria-label": words.zoomOut }, () => context.zoomBy(-1), icon(ICONS.minus)),
        button({ class: "round", "aria-label": words.wholeMap }, () => context.showWholeMap(), icon(ICONS.whole)),
      ),
    );
  }

  /** The tray's button has its number; without anything undated there is none. On a tall screen the buttons are two rows. */
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
    const { state, ui, words } = this.context;
    this.slider.value = String(state.year);
    this.slider.setAttribute("aria-valuetext", `${words.yearText(state.year)}: ${counts}`);
    const [first, last] = this.context.index.payload.period;
    this.slider.style.setProperty("--share", `${(100 * (state.year - first)) / Math.max(1, last - first)}%`);
    this.updateWays();
    const playing = ui.playing === "years";
    this.playButton.setAttribute("aria-label", playing ? words.pause : words.play);
    this.playButton.replaceChildren(icon(playing ? ICONS.pause : ICONS.play));
    const openedFrom = typeof ui.openPanel === "string" ? ui.openPanel : ui.openPanel.from;
    for (const [panel, panelButton] of this.panelButtons)
      panelButton.setAttribute("aria-expanded", String(openedFrom === panel));
    for (const [element, isOn] of this.toggleButtons) element.setAttribute("aria-pressed", String(isOn()));
  }
}
