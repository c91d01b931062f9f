/**
 * The kiosk: the atlas's map and data under the hands of visitors who stand, one after another.
 *
 * The state is that of the atlas, without an address; `Ui` holds what only a kiosk has. One heartbeat, by a clock that
 * never jumps back, drives everything that takes time.
 */

import * as L from "leaflet";
import { Heading, countsInWords } from "../parts/heading";
import { Index } from "../index";
import { el } from "../dom";
import { forgetWidths } from "../paint/lettering";
import { kioskWordsOf, type KioskWords } from "../words/kiosk";
import { layerOf } from "../year-net";
import { lifeOf, type LifeStop } from "../life";
import { paletteOf, type Palette } from "../palette";
import { yearToShow } from "../time";
import { wordsOf, type Words } from "../words";
import { Kind, type Base, type Borders, type Payload } from "../payload";
import { Attract } from "./attract";
import { Bar } from "./bar";
import { Care } from "./care";
import { asProperties, strong } from "./contrast";
import { Counters, hourOf } from "./counters";
import { guard } from "./guard";
import { MapHands } from "./map-hands";
import { Panel } from "./panel";
import { Phases, type Touch } from "./phases";
import { Scene } from "./scene";
import { ShellLink } from "./shell-link";
import { Staff } from "./staff";
import { startState, startUi } from "./start";
import { TouchScreen } from "./touch";
import { Turning } from "./turning";
import { Warning } from "./warning";
import { isQuiet, targetOf, type KioskDocument } from "./config";
import type { Box } from "../boxes";
import type { Network } from "../network";
import type { State } from "../address";
import type { KioskContext, Ui } from "./context";

const BEAT_MS = 200;
/** A finger covers more than a mouse: how much nearer than its edge a mark is found. */
const SLACK = 22;
const YEAR_MS = 1800;
const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");
const root = document.documentElement;

export class Kiosk implements KioskContext {
  readonly index: Index;
  readonly network: Network;
  words: Words;
  kiosk: KioskWords;
  state: State;
  palette: Palette;
  ui: Ui;
  private readonly scene: Scene;
  private readonly turning: Turning;
  private readonly phases: Phases;
  private readonly touches: TouchScreen;
  private readonly attract: Attract;
  private readonly warning = new Warning();
  private readonly staff: Staff;
  private readonly care: Care;
  private readonly link: ShellLink;
  private readonly counters = new Counters();
  private readonly frame = el("div", { class: "house" });
  private readonly live = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
  private readonly dark = el("div", { class: "quiet", hidden: true });
  private heading!: Heading;
  private bar!: Bar;
  private panel!: Panel;
  private readonly sinceMs = performance.now();
  private sessions = 0;
  private shownPhase = "";
  /** When what plays took its last step. */
  private steppedMs = 0;
  private selected = new Set<number>();
  private life: readonly LifeStop[] = [];

  constructor(readonly map: L.Map, payload: Payload, base: Base, readonly borders: Borders | null, readonly house: KioskDocument) {
    this.index = new Index(payload);
    this.link = new ShellLink(house.version, (text) => house.staff.counters && this.counters.read(text));
    this.care = new Care(house.languages, (message) => {
      this.link.say({ type: "error", message });
      return this.link.framed;
    });
    this.state = this.freshState();
    this.ui = startUi(this.house);
    this.index.tongues.speak(this.state.language);
    this.words = wordsOf(this.state.language);
    this.kiosk = kioskWordsOf(this.state.language);
    this.palette = this.paletteNow();
    this.scene = new Scene(map, this.index, base, borders, house, this.words, this.palette, () => this.panels());
    this.network = this.scene.network;
    this.phases = new Phases({ idleMs: house.times.idle_s * 1000, countdownMs: house.times.countdown_s * 1000 }, performance.now());
    this.attract = new Attract(house);
    this.staff = new Staff(() => this, () => ({ sinceMs: this.sinceMs, sessions: this.sessions, counters: this.counters, link: this.link, saveCounters: () => this.saveCounters() }));
    this.turning = new Turning(this.frame, house.screen.rotation);
    this.furnish();
    this.build();
    this.touches = new TouchScreen(root, this.hands(), [new MapHands(map, this.turning, (at) => this.press(at))], (x, y) => {
      const spot = this.turning.spot(x, y);
      this.staff.touched(spot.x, spot.y, performance.now());
    });
    this.listen();
    this.apply(null);
    this.returnToStart();
    setInterval(() => this.beat(), BEAT_MS);
    this.link.ready();
  }

  // --- the start ------------------------------------------------------------------------------------------

  private freshState(): State {
    return startState(this.house, this.index.payload.period);
  }

  /** Everything as the house has it: year, view, layers, language, panels, focus, zoom, scroll. */
  private returnToStart(): void {
    const before = this.state;
    this.touches.release();
    this.staff.close();
    this.ui = startUi(this.house);
    this.state = this.freshState();
    this.attract.reset();
    this.steppedMs = performance.now();
    this.turning.toOtherSide(false);
    this.apply(before);
    this.scene.goHome();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const scrolled of [root, document.body, this.frame]) scrolled.scrollTop = scrolled.scrollLeft = 0;
    this.attract.next(this.state.year);
    this.showPhase();
  }

  startOver(): void {
    const before = this.state;
    this.ui = { ...startUi(this.house), turned: this.ui.turned, contrast: this.ui.contrast, large: this.ui.large };
    this.state = { ...this.freshState(), language: before.language };
    this.apply(before);
    this.wholeMap();
  }

  // --- the page -------------------------------------------------------------------------------------------

  private furnish(): void {
    const { house } = this;
    const old = this.heading ? [this.heading, this.bar, this.panel].map(({ element }) => element) : [];
    this.heading = new Heading(this);
    if (house.title !== null) this.heading.element.querySelector("h1")!.textContent = house.title;
    if (house.logo !== null) this.heading.element.prepend(el("img", { class: "logo", src: house.logo, alt: "", draggable: "false" }));
    this.bar = new Bar(this);
    this.panel = new Panel(this);
    [this.heading, this.bar, this.panel].forEach(({ element }, i) => old[i]?.replaceWith(element));
    if (old.length > 0) this.makeRoom();
    const container = this.map.getContainer();
    container.setAttribute("role", "group");
    container.setAttribute("aria-label", this.words.wholeMap);
  }

  private build(): void {
    const { map, frame } = this;
    const main = el("main", { class: "stage" });
    main.append(map.getContainer());
    frame.append(this.heading.element, main, this.panel.element, this.bar.element, this.attract.element, this.warning.element, this.staff.element, this.dark, this.live);
    document.body.prepend(frame);
    document.body.classList.add("liaison", "kiosk");
    root.style.setProperty("--target", `${targetOf(this.house, window.devicePixelRatio || 1)}px`);
    this.scene.begin();
  }

  private paletteNow(): Palette {
    const palette = paletteOf("light", this.state.world);
    return this.ui.contrast && this.state.world !== "fiction" ? strong(palette) : palette;
  }

  /** What lies on the map, in its own pixels and directions. Map and page drift together, and nothing between them moves. */
  private panels(): Box[] {
    const boxes: Box[] = [];
    const foot = this.map.getSize().y;
    const [dx, dy] = this.care.drift;
    for (const element of this.frame.querySelectorAll(".heading, .kiosk-bar .time, .kiosk-bar .nearer, .panel:not([hidden]), .attract:not([hidden]) :is(.lines, .call)")) {
      const { x0, y0, x1, y1 } = this.turning.boxOf(element);
      // Below the years there is nothing but the rest of the bar.
      if (x1 > x0 && y1 > y0) boxes.push({ x0: x0 - dx - 4, y0: y0 - dy - 4, x1: x1 - dx + 4, y1: element.classList.contains("time") ? foot : y1 - dy + 4 });
    }
    return boxes;
  }

  private listen(): void {
    guard(document);
    window.addEventListener("resize", () => {
      this.scene.forgetHome();
      this.map.invalidateSize({ animate: false, pan: false });
      root.style.setProperty("--target", `${targetOf(this.house, window.devicePixelRatio || 1)}px`);
      this.refit();
      this.wholeMap();
    });
    document.addEventListener("keydown", (event) => {
      if (this.touched(this.phases.pressed(performance.now())) === "use") return;
      event.preventDefault();
      event.stopPropagation();
    }, { capture: true });
    document.addEventListener("visibilitychange", () => this.network.relabel());
    document.fonts.addEventListener("loadingdone", () => {
      this.scene.forgetHome();
      forgetWidths();
      this.network.relabel();
    });
  }

  /** The letters of the page have another size. */
  private refit(): void {
    this.scene.refit();
    this.makeRoom();
    this.panel.update();
  }

  /** The panel stands on the bar, however tall that is in this language and size. */
  private makeRoom(): void {
    this.frame.style.setProperty("--foot", `calc(${this.bar.element.offsetHeight}px + 1.6rem)`);
  }

  // --- hands ----------------------------------------------------------------------------------------------

  private hands(): { down(finger: number, nowMs: number): Touch; move(finger: number, nowMs: number): boolean; up(finger: number, nowMs: number): boolean } {
    return {
      down: (finger, nowMs) => this.touched(this.phases.down(finger, nowMs)),
      move: (finger, nowMs) => this.phases.move(finger, nowMs),
      up: (finger, nowMs) => this.phases.up(finger, nowMs),
    };
  }

  private touched(touch: Touch): Touch {
    if (touch === "wake") {
      this.sessions += 1;
      this.count("visit");
      this.link.say({ type: "active" });
      const before = this.state;
      this.state = this.freshState();
      this.apply(before);
    }
    if (touch !== "use") this.showPhase();
    return touch;
  }

  private press(at: L.Point): void {
    const found = this.network.find(at, SLACK);
    if (found && "fan" in found) this.change({ open: this.state.open === found.fan ? "" : found.fan });
    else if (found) this.reveal(this.index.reference(found.claim));
    else if (this.state.open) this.change({ open: "" });
    else if (this.ui.open === "card") this.arrange({ open: "" });
  }

  // --- time -----------------------------------------------------------------------------------------------

  private beat(): void {
    const nowMs = performance.now();
    if (this.phases.tick(nowMs)) {
      this.returnToStart();
      this.link.say({ type: "idle" });
      if (this.house.staff.counters) this.link.keep(this.counters.write());
    }
    this.warning.show(this.phases.secondsLeft(nowMs), this.kiosk);
    if (this.shownPhase !== this.phases.phase) this.showPhase();
    this.play(nowMs);
    if (this.phases.phase === "attract") this.scene.stayHome();
    if (!this.phases.touched(nowMs)) this.care.tick(nowMs);
  }

  private play(nowMs: number): void {
    const { times, tour } = this.house;
    const attracting = this.phases.phase === "attract";
    const everyMs = attracting ? times.attract_step_s * 1000 : this.ui.playing === "tour" ? times.tour_stop_s * 1000 : this.ui.playing === "years" ? YEAR_MS : 0;
    // Not while it is asked whether anyone is there: what moves behind a question is missed.
    if (everyMs === 0 || this.phases.phase === "warning") {
      this.steppedMs = nowMs;
      return;
    }
    if (nowMs - this.steppedMs < everyMs) return;
    this.steppedMs = nowMs;
    const [first, last] = this.index.payload.period;
    const following = this.state.year >= last ? first : this.state.year + 1;
    if (attracting) {
      if (!this.dark.hidden) return;
      if (!prefersStill.matches) this.change({ year: following });
      this.attract.next(this.state.year);
    } else if (this.ui.playing === "years") this.change({ year: following });
    else this.goTo((this.ui.stop + 1) % tour.length, true);
  }

  private showPhase(): void {
    const { phase } = this.phases;
    this.shownPhase = phase;
    root.dataset.state = phase;
    const now = new Date();
    this.dark.hidden = phase !== "attract" || !isQuiet(this.house.quiet, `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`);
    this.attract.element.hidden = phase !== "attract";
    for (const { element } of [this.bar, this.panel]) element.inert = phase !== "active";
    this.network.relabel();
  }

  // --- state ----------------------------------------------------------------------------------------------

  change(part: Partial<State>): void {
    const before = this.state;
    this.state = { ...before, ...part };
    if (part.year !== undefined && part.year !== before.year && part.open === undefined) this.state.open = "";
    const target = this.index.find(this.state.select);
    if (target && !this.index.fitsWorld(target, this.state.world === "fiction")) this.state.select = "";
    if (this.ui.open === "card" && !this.state.select) this.ui.open = "";
    if (part.year !== undefined && this.phases.phase === "active") this.count("year", String(part.year));
    if (part.language !== undefined) this.count("language", part.language);
    this.apply(before);
  }

  arrange(part: Partial<Ui>): void {
    const before = this.state;
    if (part.playing !== undefined) this.steppedMs = performance.now();
    const leaving = part.open !== undefined && part.open !== "tour" && this.ui.playing === "tour";
    this.ui = { ...this.ui, ...(leaving ? { playing: "" } : {}), ...part };
    if (part.turned !== undefined) this.turning.toOtherSide(part.turned);
    if (part.open === "") this.state = { ...this.state, select: "", open: "" };
    this.apply(before);
  }

  goTo(stop: number, played = false): void {
    const told = this.house.tour[stop];
    if (!told) return;
    this.ui = { ...this.ui, open: "tour", stop, playing: played ? "tour" : "" };
    this.steppedMs = performance.now();
    const target = this.index.find(told.select);
    const layer = target?.type === "claim" ? layerOf(this.index, target.row) : undefined;
    this.change({ year: told.year, select: told.select, ...(layer ? { layers: new Set([...this.state.layers, layer]) } : {}) });
    this.scene.goTo(told.view);
    if (target) this.scene.bring(this.placesOf(told.select));
  }

  reveal(reference: string): void {
    const target = this.index.find(reference);
    if (!target) return;
    const part: Partial<State> = { select: reference };
    const { claims, period } = this.index.payload;
    const rows = this.index.claimsOf(target).filter((row) => claims.kind[row] !== Kind.tie);
    if (target.type === "claim") {
      const layer = layerOf(this.index, target.row);
      if (layer && !this.state.layers.has(layer)) part.layers = new Set([...this.state.layers, layer]);
      if (claims.kind[target.row] === Kind.station) this.count("station", claims.id[target.row]!);
    }
    if (target.type !== "source" && rows.length > 0 && !rows.some((row) => this.network.net.hold[row])) {
      const near = this.state.year;
      const years = rows.map((row) => yearToShow(claims, row, near, period)).filter((year): year is number => year !== null);
      if (years.length > 0) part.year = years.reduce((best, year) => (Math.abs(year - near) < Math.abs(best - near) ? year : best));
    }
    this.ui = { ...this.ui, open: "card", playing: "" };
    this.change(part);
    this.scene.bring(this.placesOf(reference));
  }

  private placesOf(reference: string): readonly number[] {
    const target = this.index.find(reference);
    if (target?.type === "claim") return this.index.placesOf(target.row);
    if (target?.type === "place") return [target.row];
    const { network, state } = this;
    return target?.type === "person" ? this.index.claimsOf(target).filter((row) => network.net.admits(row, state)).flatMap((row) => this.index.placesOf(row)) : [];
  }

  zoomBy(steps: number): void {
    this.scene.zoomBy(steps);
  }

  wholeMap(): void {
    this.scene.wholeMap();
  }

  difference(): { left: number[]; right: number[]; both: number } {
    return { left: [], right: [], both: 0 };
  }

  private count(kind: "visit" | "year" | "station" | "language", what = ""): void {
    if (this.house.staff.counters) this.counters.count(hourOf(new Date()), kind, what);
  }

  private saveCounters(): void {
    this.link.save("counters.csv", this.counters.csv());
  }

  /** Bring the screen up to the state; `before` tells what need not be done again. */
  private apply(before: State | null): void {
    const { state, ui } = this;
    root.dataset.world = state.world;
    root.dataset.style = "light";
    root.dataset.contrast = ui.contrast ? "high" : "";
    const resized = before !== null && (root.dataset.type === "large") !== ui.large;
    root.dataset.type = ui.large ? "large" : "";
    root.dataset.panel = typeof ui.open === "string" ? ui.open : "source";
    root.dataset.year = String(state.year);
    if (!before || before.language !== state.language) this.speak();
    document.title = `${this.house.title ?? this.index.payload.title}, ${state.year}`;
    const target = this.index.find(state.select);
    if (!before || before.select !== state.select) this.selected = new Set(target ? this.index.claimsOf(target) : []);
    this.life = target?.type === "person" ? lifeOf(this.index, target.row, state) : [];
    const palette = this.paletteNow();
    if (palette !== this.palette) {
      this.palette = palette;
      this.scene.recolour(palette);
    }
    const own = ui.contrast && state.world !== "fiction";
    for (const [name, colour] of asProperties(palette)) own ? root.style.setProperty(name, colour) : root.style.removeProperty(name);
    this.scene.ground.show(state.year);
    const { year, from, month, layers, certainty, world, readings, open } = state;
    this.network.show({ year, from, month, layers, certainty, world, readings, open, life: this.life, selected: this.selected });
    this.heading.update();
    const counts = countsInWords(this);
    this.bar.update(counts);
    this.panel.update();
    this.network.relabel();
    if (resized) this.refit();
    if (before && before.year !== state.year && this.phases.phase === "active" && ui.playing === "") this.live.textContent = `${state.year}: ${counts}`;
  }

  private speak(): void {
    const { language } = this.state;
    root.lang = language;
    this.index.tongues.speak(language);
    this.words = wordsOf(language);
    this.kiosk = kioskWordsOf(language);
    root.dir = this.words.direction;
    this.network.reword(this.words);
    this.furnish();
    for (const { element } of [this.bar, this.panel]) element.inert = this.phases.phase !== "active";
  }
}
