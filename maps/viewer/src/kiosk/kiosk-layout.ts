/**
 * The elements of the page: the map, its heading, the bar, the panel, and the overlays. They are rebuilt when the
 * language changes, and the names on the map keep clear of them.
 */

import type { KioskDocument } from "../data/payload-schema";
import { type Box, grown, shifted } from "../geometry/boxes";
import { countsInWords } from "../i18n/counts-text";
import { el } from "../ui/dom";
import { Heading } from "../ui/heading";
import { KioskBar } from "./kiosk-bar";
import { KioskPanel } from "./kiosk-panel";
import type { KioskContext } from "./kiosk-state";
import type { ScreenPoint, ScreenRotation } from "./screen-rotation";

/** The elements that the names on the map keep clear of. */
const OBSTACLE_SELECTOR =
  ".heading, .kiosk-bar .time, .kiosk-bar .nearer, .panel:not([hidden]), .attract[data-told='true']:not([hidden]) .lines, .attract:not([hidden]) .call";
/** The distance that the names keep from these elements, in pixels. */
const OBSTACLE_MARGIN_PX = 4;

/** The smallest touch target, in pixels of the page: at least 48, whatever the resolution. */
export function touchTargetPx({ screen }: KioskDocument, pixelRatio: number): number {
  return Math.max(48, Math.ceil(screen.target_px / pixelRatio));
}

export class KioskLayout {
  /** Contains everything and is rotated with the page. */
  readonly frame = el("div", { class: "house" });
  /** Reports changes to a screen reader. */
  private readonly liveRegion = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
  private heading!: Heading;
  private bar!: KioskBar;
  private panel!: KioskPanel;
  private isUsable = false;

  constructor(private readonly context: KioskContext) {}

  /** Add everything to the page, with `overlays` on top. */
  build(overlays: readonly Element[]): void {
    this.makeParts();
    const main = el("main", { class: "stage" }, this.context.kioskMap.element);
    this.frame.append(this.heading.element, main, this.panel.element, this.bar.element, ...overlays, this.liveRegion);
    document.body.prepend(this.frame);
    document.body.classList.add("liaison", "kiosk");
  }

  /** Rebuild the parts in another language. */
  rebuild(): void {
    const { heading, bar, panel } = this;
    this.makeParts();
    heading.element.replaceWith(this.heading.element);
    bar.element.replaceWith(this.bar.element);
    panel.element.replaceWith(this.panel.element);
    this.setFootHeight();
  }

  private makeParts(): void {
    const { settings, words, kioskMap } = this.context;
    this.heading = new Heading(this.context);
    if (settings.title !== null) this.heading.element.querySelector("h1")!.textContent = settings.title;
    if (settings.logo !== null)
      this.heading.element.prepend(el("img", { class: "logo", src: settings.logo, alt: "", draggable: "false" }));
    this.bar = new KioskBar(this.context);
    this.panel = new KioskPanel(this.context);
    kioskMap.element.setAttribute("role", "group");
    kioskMap.element.setAttribute("aria-label", words.wholeMap);
    this.setUsable(this.isUsable);
  }

  update(): void {
    this.heading.update();
    this.bar.update(countsInWords(this.context));
    this.panel.update();
  }

  updatePanel(): void {
    this.panel.update();
  }

  announceYear(): void {
    this.liveRegion.textContent = `${this.context.words.yearText(this.context.state.year)}: ${countsInWords(this.context)}`;
  }

  /** Set whether visitors can use the bar and the panel. */
  setUsable(isUsable: boolean): void {
    this.isUsable = isUsable;
    this.bar.element.inert = this.panel.element.inert = !isUsable;
  }

  /** Update the layout after the size of the screen or of the type has changed. */
  sizeChanged(): void {
    const targetPx = touchTargetPx(this.context.settings, window.devicePixelRatio || 1);
    document.documentElement.style.setProperty("--target", `${targetPx}px`);
    this.setFootHeight();
    this.updatePanel();
  }

  /** Place the panel above the bar, whose height depends on language and type size. */
  private setFootHeight(): void {
    this.frame.style.setProperty("--foot", `calc(${this.bar.element.offsetHeight}px + 1.6rem)`);
  }

  /**
   * The boxes that cover the map, in the map's own pixels and rotation. The drift is subtracted, because map and page
   * drift together.
   */
  obstacleBoxes(rotation: ScreenRotation, mapHeight: number, drift: ScreenPoint): Box[] {
    return [...this.frame.querySelectorAll(OBSTACLE_SELECTOR)].flatMap((element) => {
      const box = rotation.pageBox(element);
      if (box.x1 <= box.x0 || box.y1 <= box.y0) return [];
      const obstacle = grown(shifted(box, -drift.x, -drift.y), OBSTACLE_MARGIN_PX);
      // Below the years there is only the rest of the bar.
      return element.classList.contains("time") ? { ...obstacle, y1: mapHeight } : obstacle;
    });
  }
}
