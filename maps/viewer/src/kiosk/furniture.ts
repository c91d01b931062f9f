/**
 * What stands on the page: the map, its heading, the bar, the panel, and what lies over them all. Made anew in each
 * language, and never in the way of the names on the map.
 */

import type { Box } from "../boxes";
import { el } from "../dom";
import { Heading } from "../parts/heading";
import { Bar } from "./bar";
import { targetOf } from "./config";
import type { KioskContext } from "./context";
import { Panel } from "./panel";
import type { Turning } from "./turning";

/** What of it the names on the map keep clear of. */
const IN_THE_WAY =
  ".heading, .kiosk-bar .time, .kiosk-bar .nearer, .panel:not([hidden]), .attract[data-told='true']:not([hidden]) .lines, .attract:not([hidden]) .call";
/** So far from it, in pixels. */
const CLEAR = 4;

export class Furniture {
  /** Everything: what is turned with the page. */
  readonly frame = el("div", { class: "house" });
  /** Says to a screen reader what has changed. */
  readonly live = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
  private heading!: Heading;
  private bar!: Bar;
  private panel!: Panel;

  constructor(private readonly context: KioskContext) {}

  /** Put everything in its place, with `over` above it. */
  build(map: HTMLElement, over: readonly Element[]): void {
    this.make(map);
    const main = el("main", { class: "stage" });
    main.append(map);
    this.frame.append(this.heading.element, main, this.panel.element, this.bar.element, ...over, this.live);
    document.body.prepend(this.frame);
    document.body.classList.add("liaison", "kiosk");
    this.measure();
  }

  /** In another language. */
  remake(map: HTMLElement): void {
    const old = [this.heading, this.bar, this.panel].map(({ element }) => element);
    this.make(map);
    [this.heading, this.bar, this.panel].forEach(({ element }, i) => old[i]!.replaceWith(element));
    this.makeRoom();
  }

  private make(map: HTMLElement): void {
    const { house, words } = this.context;
    this.heading = new Heading(this.context);
    if (house.title !== null) this.heading.element.querySelector("h1")!.textContent = house.title;
    if (house.logo !== null)
      this.heading.element.prepend(el("img", { class: "logo", src: house.logo, alt: "", draggable: "false" }));
    this.bar = new Bar(this.context);
    this.panel = new Panel(this.context);
    map.setAttribute("role", "group");
    map.setAttribute("aria-label", words.wholeMap);
  }

  update(counts: string): void {
    this.heading.update();
    this.bar.update(counts);
    this.panel.update();
  }

  /** May it be used? */
  set usable(usable: boolean) {
    for (const { element } of [this.bar, this.panel]) element.inert = !usable;
  }

  /** How large a finger is on this screen. */
  measure(): void {
    document.documentElement.style.setProperty(
      "--target",
      `${targetOf(this.context.house, window.devicePixelRatio || 1)}px`,
    );
  }

  /** Its letters have another size. */
  refit(): void {
    this.makeRoom();
    this.panel.update();
  }

  /** The panel stands on the bar, however tall that is in this language and size. */
  private makeRoom(): void {
    this.frame.style.setProperty("--foot", `calc(${this.bar.element.offsetHeight}px + 1.6rem)`);
  }

  /** What lies on the map, in its own pixels and directions. Map and page drift together, and nothing between them moves. */
  onTheMap(turning: Turning, foot: number, [dx, dy]: readonly [number, number]): Box[] {
    const boxes: Box[] = [];
    for (const element of this.frame.querySelectorAll(IN_THE_WAY)) {
      const { x0, y0, x1, y1 } = turning.boxOf(element);
      // Below the years there is nothing but the rest of the bar.
      if (x1 > x0 && y1 > y0)
        boxes.push({
          x0: x0 - dx - CLEAR,
          y0: y0 - dy - CLEAR,
          x1: x1 - dx + CLEAR,
          y1: element.classList.contains("time") ? foot : y1 - dy + CLEAR,
        });
    }
    return boxes;
  }
}
