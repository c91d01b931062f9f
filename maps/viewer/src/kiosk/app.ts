/**
 * The kiosk: the atlas's map and data under the hands of visitors who stand, one after another.
 *
 * The state is that of the atlas, without an address; `Ui` holds what only a kiosk has. When it changes by itself is
 * told by `Rhythm`; every change of it ends in `apply`.
 */

import type * as L from "leaflet";
import type { State } from "../address";
import { Index } from "../index";
import { type LifeStop, lifeOf } from "../life";
import type { Network } from "../network";
import { forgetWidths } from "../paint/lettering";
import { type Palette, paletteOf } from "../palette";
import { countsInWords } from "../parts/heading";
import { type Base, type Borders, Kind, type Payload } from "../payload";
import { type Words, wordsOf } from "../words";
import { type KioskWords, kioskWordsOf } from "../words/kiosk";
import { Attract } from "./attract";
import { Care } from "./care";
import type { KioskDocument } from "./config";
import type { KioskContext, Ui } from "./context";
import { asProperties, strong } from "./contrast";
import { Counters, hourOf } from "./counters";
import { Furniture } from "./furniture";
import { guard } from "./guard";
import { placesOf, stateShowing, withLayerOf } from "./leading";
import { MapHands } from "./map-hands";
import { LONGEST_TOUCH_MS } from "./phases";
import type { Plays } from "./playing";
import { type Host, Rhythm } from "./rhythm";
import { Scene } from "./scene";
import { ShellLink } from "./shell-link";
import { Staff } from "./staff";
import { startState, startUi } from "./start";
import { TouchScreen } from "./touch";
import { Turning } from "./turning";

/** A finger covers more than a mouse: how much nearer than its edge a mark is found. */
const SLACK = 22;
const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");
const root = document.documentElement;

export class Kiosk implements KioskContext, Host {
  readonly index: Index;
  readonly network: Network;
  words: Words;
  kiosk: KioskWords;
  state: State;
  palette: Palette;
  ui: Ui;
  private readonly scene: Scene;
  private readonly furniture: Furniture;
  private readonly turning: Turning;
  private readonly rhythm: Rhythm;
  private readonly touches: TouchScreen;
  private readonly attract: Attract;
  private readonly staff: Staff;
  private readonly care: Care;
  private readonly link: ShellLink;
  private readonly counters = new Counters();
  private readonly sinceMs = performance.now();
  private sessions = 0;
  private selected = new Set<number>();
  private life: readonly LifeStop[] = [];

  constructor(
    readonly map: L.Map,
    payload: Payload,
    base: Base,
    readonly borders: Borders | null,
    readonly house: KioskDocument,
  ) {
    this.index = new Index(payload);
    this.link = new ShellLink(house.version, (text) => house.staff.counters && this.counters.read(text));
    this.furniture = new Furniture(this);
    this.care = new Care(this.furniture.frame, house.title ?? payload.title, house.languages, (message) => {
      this.link.say({ type: "error", message });
      return this.link.framed;
    });
    this.state = this.freshState();
    this.ui = startUi(this.house);
    this.index.tongues.speak(this.state.language);
    this.words = wordsOf(this.state.language);
    this.kiosk = kioskWordsOf(this.state.language);
    this.palette = this.paletteNow();
    this.turning = new Turning(this.furniture.frame, house.screen.rotation);
    this.scene = new Scene(map, this.index, base, borders, house, this.words, this.palette, () =>
      this.furniture.onTheMap(this.turning, map.getSize().y, this.care.drift),
    );
    this.network = this.scene.network;
    this.rhythm = new Rhythm(house, this);
    this.attract = new Attract(house);
    this.staff = new Staff(
      () => this,
      () => ({
        sinceMs: this.sinceMs,
        sessions: this.sessions,
        counters: this.counters,
        link: this.link,
        saveCounters: () => this.saveCounters(),
      }),
    );
    this.furniture.build(map.getContainer(), [
      this.attract.element,
      this.rhythm.warning.element,
      this.staff.element,
      this.rhythm.dark,
    ]);
    this.scene.begin();
    this.touches = new TouchScreen(
      root,
      this.rhythm.hands,
      [new MapHands(map, this.turning, (at) => this.press(at))],
      (x, y) => {
        const spot = this.turning.spot(x, y);
        this.staff.touched(spot.x, spot.y, performance.now());
      },
    );
    this.listen();
    this.apply(null);
    this.returnToStart();
    this.rhythm.begin();
    this.link.ready();
  }

  private listen(): void {
    guard(document);
    window.addEventListener("resize", () => {
      this.scene.forgetHome();
      this.map.invalidateSize({ animate: false, pan: false });
      this.furniture.measure();
      this.refit();
      this.wholeMap();
    });
    let heldMs = -Infinity;
    document.addEventListener(
      "keydown",
      (event) => {
        if (!event.repeat) heldMs = performance.now();
        // As on the screen: what lies on a key for so long is no hand.
        if (performance.now() - heldMs < LONGEST_TOUCH_MS && this.rhythm.pressed() === "use") return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true },
    );
    document.addEventListener("visibilitychange", () => this.network.relabel());
    document.fonts.addEventListener("loadingdone", () => {
      this.scene.forgetHome();
      forgetWidths();
      this.network.relabel();
    });
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
    this.rhythm.restart();
    this.turning.toOtherSide(false);
    this.apply(before);
    this.scene.goHome();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const scrolled of [root, document.body, this.furniture.frame]) scrolled.scrollTop = scrolled.scrollLeft = 0;
    this.attract.next(this.state.year);
    this.rhythm.showPhase();
  }

  startOver(): void {
    const before = this.state;
    this.ui = { ...startUi(this.house), turned: this.ui.turned, contrast: this.ui.contrast, large: this.ui.large };
    this.state = { ...this.freshState(), language: before.language };
    this.apply(before);
    this.wholeMap();
  }

  // --- what the rhythm tells ------------------------------------------------------------------------------

  woken(): void {
    this.sessions += 1;
    this.count("visit");
    this.link.say({ type: "active" });
    const before = this.state;
    this.state = this.freshState();
    this.apply(before);
  }

  left(): void {
    this.returnToStart();
    this.link.say({ type: "idle" });
    if (this.house.staff.counters) this.link.keep(this.counters.write());
  }

  phaseChanged(): void {
    this.attract.element.hidden = this.rhythm.phase !== "attract";
    this.furniture.usable = this.rhythm.phase === "active";
    this.network.relabel();
  }

  step(plays: Exclude<Plays, "">): void {
    const [first, last] = this.index.payload.period;
    const following = this.state.year >= last ? first : this.state.year + 1;
    switch (plays) {
      case "attract":
        if (!prefersStill.matches) this.change({ year: following });
        this.attract.next(this.state.year);
        break;
      case "years":
        this.change({ year: following });
        break;
      case "tour":
        this.goTo((this.ui.stop + 1) % this.house.tour.length, true);
        break;
    }
  }

  cared(nowMs: number): void {
    if (this.rhythm.phase === "attract") this.scene.stayHome();
    this.care.tick(nowMs);
  }

  private count(kind: "visit" | "year" | "station" | "language", what = ""): void {
    if (this.house.staff.counters) this.counters.count(hourOf(new Date()), kind, what);
  }

  private saveCounters(): void {
    this.link.save("counters.csv", this.counters.csv());
  }

  // --- what a visitor does --------------------------------------------------------------------------------

  private press(at: L.Point): void {
    const found = this.network.find(at, SLACK);
    if (found && "fan" in found) this.change({ open: this.state.open === found.fan ? "" : found.fan });
    else if (found) this.reveal(this.index.reference(found.claim));
    else if (this.state.open) this.change({ open: "" });
    else if (this.ui.open === "card") this.arrange({ open: "" });
  }

  change(part: Partial<State>): void {
    const before = this.state;
    this.state = { ...before, ...part };
    if (part.year !== undefined && part.year !== before.year && part.open === undefined) this.state.open = "";
    const target = this.index.find(this.state.select);
    if (target && !this.index.fitsWorld(target, this.state.world === "fiction")) this.state.select = "";
    if (this.ui.open === "card" && !this.state.select) this.ui.open = "";
    if (part.year !== undefined && this.rhythm.phase === "active") this.count("year", String(part.year));
    if (part.language !== undefined) this.count("language", part.language);
    this.apply(before);
  }

  arrange(part: Partial<Ui>): void {
    const before = this.state;
    if (part.playing !== undefined) this.rhythm.restart();
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
    this.rhythm.restart();
    const target = this.index.find(told.select);
    // The tour is of the house's own world, whatever a visitor has left out before: its stop must be on the map.
    this.change({
      year: told.year,
      select: told.select,
      world: this.house.start.world,
      certainty: "possible",
      ...withLayerOf(this.index, target, this.state.layers),
    });
    this.scene.goTo(told.view);
    if (target) this.scene.bring(placesOf(this, target));
  }

  reveal(reference: string): void {
    const target = this.index.find(reference);
    if (!target) return;
    const { claims } = this.index.payload;
    if (target.type === "claim" && claims.kind[target.row] === Kind.station)
      this.count("station", claims.id[target.row]!);
    this.ui = { ...this.ui, open: "card", playing: "" };
    this.change(stateShowing(this, reference, target));
    this.scene.bring(placesOf(this, target));
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

  // --- what is seen ---------------------------------------------------------------------------------------

  private paletteNow(): Palette {
    const palette = paletteOf("light", this.state.world);
    return this.ui.contrast && this.state.world !== "fiction" ? strong(palette) : palette;
  }

  /** The letters of the page have another size. */
  private refit(): void {
    this.scene.refit();
    this.furniture.refit();
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
    for (const [name, colour] of asProperties(palette))
      own ? root.style.setProperty(name, colour) : root.style.removeProperty(name);
    this.scene.ground.show(state.year);
    const { year, from, month, layers, certainty, world, readings, open } = state;
    this.network.show({
      year,
      from,
      month,
      layers,
      certainty,
      world,
      readings,
      open,
      life: this.life,
      selected: this.selected,
    });
    const counts = countsInWords(this);
    this.furniture.update(counts);
    this.network.relabel();
    if (resized) this.refit();
    if (before && before.year !== state.year && this.rhythm.phase === "active" && ui.playing === "")
      this.furniture.live.textContent = `${state.year}: ${counts}`;
  }

  private speak(): void {
    const { language } = this.state;
    root.lang = language;
    this.index.tongues.speak(language);
    this.words = wordsOf(language);
    this.kiosk = kioskWordsOf(language);
    root.dir = this.words.direction;
    this.network.reword(this.words);
    this.furniture.remake(this.map.getContainer());
    this.furniture.usable = this.rhythm.phase === "active";
  }
}
