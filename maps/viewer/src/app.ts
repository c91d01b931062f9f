/**
 * The page: one state, kept in the address; everything on the screen follows from it.
 *
 * `start(map)` is given the Leaflet map that folium has made, and builds the rest around it.
 */

import type * as L from "leaflet";
import { type Bounds, OF_A_PANEL, readAddress, type State } from "./address";
import type { Box } from "./boxes";
import { CompareView } from "./compare/view";
import { coveredBy } from "./covered";
import { button, el } from "./dom";
import { GraphView } from "./graph/view";
import { Ground } from "./ground";
import { Index } from "./index";
import { listenForKeys } from "./keys";
import { type LifeStop, lifeOf } from "./life";
import { LiveRegion } from "./live-region";
import { type Found, Network, type NetworkOptions } from "./network";
import { boundsOf, defaultsOf, firstSight } from "./opening";
import { whenFontsCome } from "./page-data";
import { forgetWidths } from "./paint/lettering";
import { type Palette, paletteOf } from "./palette";
import type { Context } from "./parts/context";
import { bannerOf, countsInWords, Heading } from "./parts/heading";
import { focusKey, restoreFocus, Sheet } from "./parts/sheet";
import { Tools } from "./parts/tools";
import type { Base, Borders, Payload } from "./payload";
import { periodName, periodSpoken, samePeriod, wholeYear } from "./period";
import { equalAreaPlane, KM_PER_PIXEL, type Plane } from "./plane";
import { Pointing } from "./pointing";
import { Printing } from "./printing";
import { Rehearsal } from "./rehearsal";
import { inOneWorld, placesOf, showing } from "./reveal";
import { decodeRing } from "./rings";
import { settle } from "./settle";
import { Neighbours } from "./timeline/neighbours";
import { Timeline } from "./timeline/timeline";
import { type Settling, Trail } from "./trail";
import { Viewpoint } from "./view";
import { type Words, wordsOf } from "./words";

/** What changes the contents of a list, so that it begins anew at its first page. */
const PAGED_BY = ["year", "from", "month", "certainty", "world", "sort"] as const;
const SHEET = ".sheet:not([hidden])";
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");

export class App implements Context {
  readonly index: Index;
  words: Words;
  readonly network: Network;
  state: State;
  palette: Palette;
  private readonly plane: Plane;
  private readonly ground: Ground;
  private readonly viewpoint: Viewpoint;
  private readonly graph: GraphView;
  private readonly compare: CompareView;
  private readonly rehearsal: Rehearsal;
  private heading!: Heading;
  private tools!: Tools;
  private sheet!: Sheet;
  /** Null on a page of one year. */
  private timeline: Timeline | null = null;
  private foot!: Timeline | Neighbours;
  private readonly live = new LiveRegion();
  private readonly pointing: Pointing;
  private readonly defaults: State;
  private readonly bounds: Bounds;
  private readonly trail = new Trail();
  private readonly printing: Printing;

  constructor(
    readonly map: L.Map,
    payload: Payload,
    base: Base,
    readonly borders: Borders | null,
  ) {
    this.index = new Index(payload);
    this.plane = equalAreaPlane(base.projection);
    this.defaults = defaultsOf(payload);
    this.bounds = boundsOf(this.index);
    this.state = inOneWorld(this.index, readAddress(location.hash, firstSight(payload), this.bounds));
    this.index.tongues.speak(this.state.language);
    this.words = wordsOf(this.state.language);
    this.palette = paletteOf(this.isDark() ? "dark" : "light", this.state.world);
    this.ground = new Ground(base, this.palette, borders);
    const options: NetworkOptions = {
      words: this.words,
      palette: this.palette,
      seas: base.seas.map(({ name, names, path, size }) => ({
        name,
        names,
        size,
        sweep: decodeRing(path, KM_PER_PIXEL),
      })),
      polities: true,
      obstacles: () => this.obstacles(),
    };
    this.network = new Network(this.index, this.plane, { ...options, part: () => this.compare.part("left") });
    this.compare = new CompareView(this, map, this.plane, options);
    this.rehearsal = new Rehearsal(this.network, () => [this.index, this.plane, options]);
    this.viewpoint = new Viewpoint(map, this.plane, this.index, this.network, () => this.panels());
    this.graph = new GraphView(
      this,
      () => this.viewpoint.free(),
      () => this.panels(),
    );
    this.pointing = new Pointing(this, map, {
      find: (at, slack) => this.find(at, slack),
      press: (found) => this.press(found),
    });
    this.printing = new Printing({
      compare: this.compare,
      graph: this.graph,
      ground: this.ground,
      frame: () => this.viewpoint.free(this.sheetBox),
      lighten: () => {
        root.dataset.style = "light";
        this.recolour(paletteOf("light", this.state.world));
      },
      restore: () => this.apply(null),
    });
    this.furnish();
    this.build(base);
    this.listen();
    this.apply(null);
    if (this.state.view) this.viewpoint.go(this.state.view);
    else {
      this.viewpoint.whole(true);
      if (this.state.select) this.bringSelected();
    }
    // Only now, when it is known where the map looks: so that the first picture is painted once.
    this.ground.addTo(map);
    this.network.addTo(map);
    this.trail.keep(this.state, false);
    this.rehearsal.begin();
  }

  // --- the page -------------------------------------------------------------------------------------------

  /** Make the parts around the map, in the language of the moment. */
  private furnish(): void {
    const { words } = this;
    this.heading = new Heading(this);
    this.tools = new Tools(
      this,
      (steps) => (this.graph.shown ? this.graph.zoomBy(steps) : this.map.setZoom(this.map.getZoom() + steps)),
      () => (this.graph.shown ? this.graph.whole() : this.viewpoint.whole(false)),
      () => this.isDark(),
    );
    this.sheet = new Sheet(this);
    this.timeline =
      this.index.payload.year === null ? new Timeline(this, (playing) => this.announcePlaying(playing)) : null;
    this.foot = this.timeline ?? new Neighbours(this);
    const skip = button(
      { class: "skip" },
      () => {
        this.change({ panel: "list" }, true);
        this.sheet.element.querySelector("h2")?.focus();
      },
      words.skip,
    );
    this.heading.element.prepend(skip);
    const container = this.map.getContainer();
    container.setAttribute("role", "group");
    container.setAttribute("aria-label", words.map);
  }

  /** Put everything into words anew: each part holds its own, so each is made again where it stood. */
  private speakAnew(): void {
    const old = [this.heading, this.tools, this.foot, this.sheet];
    const focused = focusKey(document.activeElement);
    this.index.tongues.speak(this.state.language);
    this.words = wordsOf(this.state.language);
    this.network.reword(this.words);
    this.rehearsal.begin();
    this.furnish();
    [this.heading, this.tools, this.foot, this.sheet].forEach((part, i) => old[i]!.element.replaceWith(part.element));
    this.refocus = focused;
  }

  private refocus: string | null = null;

  private build(base: Base): void {
    const { map } = this;
    const container = map.getContainer();
    const main = el("main", { class: "stage" });
    main.append(container, this.compare.element, this.graph.element, this.pointing.tip);
    document.body.prepend(
      this.heading.element,
      this.tools.element,
      main,
      this.foot.element,
      this.sheet.element,
      this.live.element,
    );
    document.body.classList.add("liaison");

    settle(map, base.clip / KM_PER_PIXEL);
    this.network.unit = this.ground.unit = this.unit();
  }

  private unit(): number {
    return Math.max(1, parseFloat(getComputedStyle(root).fontSize) / 16 || 1);
  }

  private isDark(): boolean {
    return this.state.style === "" ? prefersDark.matches : this.state.style === "dark";
  }

  /** Where the sheet lay when that was last asked for the screen: on paper it has no place. */
  private sheetBox: Box[] = [];

  /** Boxes of what lies on the map, in pixels of its container. Nothing lies on one that is printed. */
  private panels(): Box[] {
    if (this.printing.onPaper) return [];
    this.sheetBox = coveredBy(SHEET, this.map.getContainer());
    return [...coveredBy(".heading, .tools .bar, .tools .zoom, .timeline", this.map.getContainer()), ...this.sheetBox];
  }

  /** Where no name may stand. */
  private obstacles(): Box[] {
    return [...this.panels(), ...this.printing.beyond()];
  }

  private listen(): void {
    const { map } = this;
    window.addEventListener("hashchange", () => this.restore());
    prefersDark.addEventListener("change", () => this.apply(null));
    map.on("moveend", () => this.afterMove());
    map.on("resize", () => this.afterResize());
    listenForKeys({
      close: () => this.escape(),
      seek: () => this.seek(),
      play: (event) => this.timeline?.toggle(event),
      allowed: () => this.state.keys !== "off",
      plays: () => this.timeline !== null,
    });
    whenFontsCome(() => {
      forgetWidths();
      this.network.relabel();
      this.compare.relabel();
      this.rehearsal.begin();
    });
  }

  // Escape closes what is open, from the front to the back.
  private escape(): boolean {
    if (this.sheet.isOpen) {
      this.sheet.close();
      if (document.activeElement === document.body)
        this.tools.element.querySelector("button")?.focus({ preventScroll: true });
    } else if (this.state.open) this.change({ open: "" }, true);
    else return false;
    return true;
  }

  private seek(): void {
    this.change({ panel: "find" }, true);
    this.sheet.enter();
  }

  // --- pointer --------------------------------------------------------------------------------------------

  private find(at: L.Point, slack: number): Found | null {
    const there = this.compare.find(at, slack);
    return there === undefined ? this.network.find(at, slack) : there;
  }

  difference(): { left: number[]; right: number[]; both: number } {
    return this.compare.difference();
  }

  private press(found: Found | null): void {
    if (found && "fan" in found) this.change({ open: this.state.open === found.fan ? "" : found.fan }, true);
    else if (found) {
      this.change({ select: this.index.reference(found.claim), panel: "" }, true);
      this.bringSelected();
    } else if (this.state.open) this.change({ open: "" }, true);
    else if (this.state.select && !this.state.panel) this.change({ select: "" }, true);
  }

  // --- state ----------------------------------------------------------------------------------------------

  change(part: Partial<State>, settle: Settling = false): void {
    if (part.language !== undefined && part.language !== this.state.language) this.timeline?.stop();
    const before = this.state;
    const changed = (name: keyof State) => part[name] !== undefined && part[name] !== before[name];
    this.state = inOneWorld(this.index, { ...before, ...wholeYear(before, part), ...part });
    if (this.index.payload.year !== null)
      Object.assign(this.state, { year: this.index.payload.year, from: null, month: null });
    if (!samePeriod(before, this.state) && part.open === undefined) this.state.open = "";
    if (PAGED_BY.some(changed) && part.page === undefined) this.state.page = 1;
    if ((Object.keys(part) as (keyof State)[]).every((name) => OF_A_PANEL.has(name)) && Object.keys(part).length > 0) {
      this.sheet.update();
      this.trail.keep(this.state, settle);
      // What is typed belongs to the entry of the history in which it was typed.
      if (!settle) this.trail.belongs(this.state);
      return;
    }
    this.apply(before);
    this.trail.keep(this.state, settle);
  }

  reveal(reference: string, panel: State["panel"] = ""): void {
    const target = this.index.find(reference);
    if (!target) return;
    this.change({ ...showing(this.index, this.network.net, this.state, target), select: reference, panel }, true);
    if (panel === "") this.sheet.element.querySelector("h2")?.focus({ preventScroll: true });
    this.viewpoint.bring(placesOf(this.index, this.network.net, this.state, target), !prefersStill.matches);
  }

  /** Keep what is selected beside the card. A person is in many places: then the map stays. */
  private bringSelected(): void {
    const target = this.index.find(this.state.select);
    if (target && target.type !== "person")
      this.viewpoint.bring(placesOf(this.index, this.network.net, this.state, target), !prefersStill.matches);
  }

  private selectedRows(): Set<number> {
    const target = this.index.find(this.state.select);
    if (!target) return new Set();
    return new Set(this.index.claimsOf(target));
  }

  private selected = new Set<number>();
  private life: readonly LifeStop[] = [];

  private lifeOfSelected(): readonly LifeStop[] {
    const target = this.index.find(this.state.select);
    return target?.type === "person" ? lifeOf(this.index, target.row, this.state) : [];
  }

  /** Bring the screen up to the state; `before` tells what need not be done again. */
  private apply(before: State | null): void {
    const { state } = this;
    const style = this.isDark() ? "dark" : "light";
    if (before && before.language !== state.language) this.speakAnew();
    // Said again, a language is looked for anew in every element.
    if (root.lang !== state.language) root.lang = state.language;
    if (root.dir !== this.words.direction) root.dir = this.words.direction;
    setData({
      year: state.year,
      from: state.from,
      month: state.month || null,
      world: state.world,
      style,
      state: root.dataset.state ?? "ready",
      view: state.picture,
      panel: state.panel || null,
    });
    const banner = bannerOf(this);
    document.title = `${this.index.payload.title}, ${periodName(state, this.words)}${banner && ` (${banner})`}`;
    if (!before || before.select !== state.select) this.selected = this.selectedRows();
    if (!before || before.select !== state.select || before.world !== state.world || before.readings !== state.readings)
      this.life = this.lifeOfSelected();
    const palette = paletteOf(style, state.world);
    this.recolour(palette);
    this.ground.show(state.year);
    const shown = {
      year: state.year,
      from: state.from,
      month: state.month,
      layers: state.layers,
      certainty: state.certainty,
      world: state.world,
      readings: state.readings,
      life: this.life,
      selected: this.selected,
      open: state.open,
    };
    this.network.show(this.compare.update(shown));
    this.heading.update();
    this.tools.update();
    this.foot.update();
    if (this.sheet.update()) root.dataset.sheet = this.sheet.isOpen ? "open" : "";
    if (before && (before.month === null) !== (state.month === null)) this.viewpoint.makeWay();
    this.graph.update(this.network.unit);
    if (this.refocus) restoreFocus(document.body, this.refocus);
    this.refocus = null;
    this.network.relabel();
    // A slider that has the focus says the year itself.
    if (before && !samePeriod(before, state))
      this.live.sayOnceItRests(() =>
        this.timeline?.speaks ? "" : this.words.time.value(periodSpoken(this.state, this.words), countsInWords(this)),
      );
  }

  private recolour(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.ground.recolour(palette);
    this.network.recolour(palette);
    this.compare.recolour(palette);
    this.rehearsal.begin();
  }

  private announcePlaying(playing: boolean): void {
    root.dataset.state = playing ? "playing" : "ready";
  }

  // --- address --------------------------------------------------------------------------------------------

  private restore(): void {
    if (!this.trail.leadsElsewhere(this.state)) return;
    this.timeline?.stop();
    const before = this.state;
    this.state = inOneWorld(
      this.index,
      readAddress(location.hash, { ...this.defaults, year: this.state.year, view: this.state.view }, this.bounds),
    );
    this.trail.belongs(this.state);
    this.apply(before);
    const { view } = this.state;
    if (view && JSON.stringify(view) !== JSON.stringify(before.view)) this.viewpoint.go(view);
    this.trail.keep(this.state, false);
  }

  private afterMove(): void {
    this.viewpoint.moved();
    this.state = { ...this.state, view: this.viewpoint.read() };
    // The link that it offers tells where the map looks.
    if (this.state.panel === "share") this.sheet.update();
    this.trail.keep(this.state, false);
  }

  private afterResize(): void {
    this.network.unit = this.ground.unit = this.unit();
    this.ground.repaint();
    this.network.relabel();
    this.viewpoint.resized();
    this.rehearsal.begin();
  }
}

/** Say on the root of the page what it shows. What is said already is not said again: each time costs a new style. */
function setData(said: Readonly<Record<string, string | number | null>>): void {
  for (const [name, value] of Object.entries(said)) {
    if (value === null) delete root.dataset[name];
    else if (root.dataset[name] !== String(value)) root.dataset[name] = String(value);
  }
}
