/**
 * The page: one state, kept in the address; everything on the screen follows from it.
 *
 * `start(map)` is given the Leaflet map that folium has made, and builds the rest around it.
 */

import * as L from "leaflet";
import { OF_A_PANEL, readAddress, type Bounds, type State } from "./address";
import { button, el } from "./dom";
import { GraphView } from "./graph/view";
import { CompareView } from "./compare/view";
import { Ground } from "./ground";
import { Index } from "./index";
import { lifeOf, type LifeStop } from "./life";
import { Network, type Found, type NetworkOptions } from "./network";
import { boundsOf, defaultsOf, firstSight } from "./opening";
import { equalAreaPlane, KM_PER_PIXEL, type Plane } from "./plane";
import { paletteOf, type Palette } from "./palette";
import { decodeRing } from "./rings";
import { Heading, countsInWords } from "./parts/heading";
import { focusKey, restoreFocus, Sheet } from "./parts/sheet";
import { Tools } from "./parts/tools";
import { periodName, periodSpoken, samePeriod } from "./period";
import { Neighbours } from "./timeline/neighbours";
import { Timeline } from "./timeline/timeline";
import { forgetWidths } from "./paint/lettering";
import { Pointing } from "./pointing";
import { Printing } from "./printing";
import { inOneWorld, placesOf, showing } from "./reveal";
import { Trail } from "./trail";
import { Viewpoint } from "./view";
import { wordsOf, type Words } from "./words";
import type { Base, Borders, Payload } from "./payload";
import type { Context } from "./parts/context";
import type { Box } from "./boxes";

const MIN_ZOOM = -2;
const MAX_ZOOM = 9;
const LIVE_DELAY_MS = 400;
/** What changes the contents of a list, so that it begins anew at its first page. */
const PAGED_BY = ["year", "from", "month", "certainty", "world", "sort"] as const;
// Leaflet knows `reset` and hides it from its types: no movement, whatever is under way.
const RESET = { animate: false, reset: true } as L.ZoomPanOptions;

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
  private heading!: Heading;
  private tools!: Tools;
  private sheet!: Sheet;
  /** Null on a page of one year. */
  private timeline: Timeline | null = null;
  private foot!: Timeline | Neighbours;
  private readonly live = el("div", { class: "unseen", role: "status", "aria-live": "polite" });
  private readonly pointing: Pointing;
  private readonly defaults: State;
  private readonly bounds: Bounds;
  private readonly trail = new Trail();
  private liveTimer = 0;
  private readonly printing: Printing;

  constructor(readonly map: L.Map, payload: Payload, base: Base, readonly borders: Borders | null) {
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
      seas: base.seas.map(({ name, names, path, size }) => ({ name, names, size, sweep: decodeRing(path, KM_PER_PIXEL) })),
      polities: true,
      obstacles: () => this.panels(),
    };
    this.network = new Network(this.index, this.plane, { ...options, obstacles: () => [...this.panels(), ...this.compare.side("left")] });
    this.compare = new CompareView(this, map, this.plane, options);
    this.viewpoint = new Viewpoint(map, this.plane, this.index, this.network, () => this.panels());
    this.graph = new GraphView(this, () => this.viewpoint.free(), () => this.panels());
    this.pointing = new Pointing(this, map, { find: (at, slack) => this.find(at, slack), press: (found) => this.press(found) });
    this.printing = new Printing({
      compare: this.compare,
      ground: this.ground,
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
    this.timeline = this.index.payload.year === null ? new Timeline(this, (playing) => this.announcePlaying(playing)) : null;
    this.foot = this.timeline ?? new Neighbours(this);
    const skip = button({ class: "skip" }, () => {
      this.change({ panel: "list" }, true);
      this.sheet.element.querySelector("h2")?.focus();
    }, words.skip);
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
    document.body.prepend(this.heading.element, this.tools.element, main, this.foot.element, this.sheet.element, this.live);
    document.body.classList.add("liaison");

    // The map is folium's; how it moves is ours.
    map.zoomControl?.remove();
    map.attributionControl?.remove();
    map.options.zoomSnap = 0;
    map.options.zoomDelta = 1;
    map.options.wheelPxPerZoomLevel = 110;
    const reach = base.clip / KM_PER_PIXEL;
    map.options.maxBoundsViscosity = 0.9;
    map.setMinZoom(MIN_ZOOM).setMaxZoom(MAX_ZOOM);
    map.invalidateSize({ animate: false, pan: false });
    // The middle first: outside the bounds Leaflet would start to drift back, and carry on under our own view.
    map.setView([0, 0], 0, RESET);
    // Wide enough for the whole world beside an open sheet: within narrower bounds Leaflet would keep it in the middle.
    map.setMaxBounds(L.latLngBounds([-reach * 2, -reach * 2], [reach * 2, reach * 2]));
    this.network.unit = this.ground.unit = this.unit();
  }

  private unit(): number {
    return Math.max(1, parseFloat(getComputedStyle(root).fontSize) / 16 || 1);
  }

  private isDark(): boolean {
    return this.state.style === "" ? prefersDark.matches : this.state.style === "dark";
  }

  /** Boxes of what lies on the map, in pixels of its container. */
  private panels(): Box[] {
    const frame = this.map.getContainer().getBoundingClientRect();
    const boxes: Box[] = [];
    // Nothing lies on the map that is printed.
    if (this.printing.now) return boxes;
    for (const element of document.querySelectorAll(".heading, .tools .bar, .tools .zoom, .timeline, .sheet:not([hidden])")) {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (right > left && bottom > top) boxes.push({ x0: left - frame.left - 4, y0: top - frame.top - 4, x1: right - frame.left + 4, y1: bottom - frame.top + 4 });
    }
    return boxes;
  }

  private listen(): void {
    const { map } = this;
    window.addEventListener("hashchange", () => this.restore());
    prefersDark.addEventListener("change", () => this.apply(null));
    map.on("moveend", () => this.afterMove());
    map.on("resize", () => this.afterResize());
    document.addEventListener("keydown", (event) => this.key(event));
    // The browser tells of the fonts that were waited for, too, long after they have come.
    const known = new Set([...document.fonts].filter(({ status }) => status === "loaded"));
    document.fonts.addEventListener("loadingdone", ({ fontfaces }) => {
      if (fontfaces.every((face) => known.has(face))) return;
      fontfaces.forEach((face) => known.add(face));
      forgetWidths();
      this.network.relabel();
      this.compare.relabel();
    });
  }

  private key(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (event.key === "Escape") {
      if (this.sheet.isOpen) {
        this.sheet.close();
        if (document.activeElement === document.body) this.tools.element.querySelector("button")?.focus({ preventScroll: true });
      }
      else if (this.state.open) this.change({ open: "" }, true);
      else return;
      event.preventDefault();
    } else if (event.key === "/" && this.state.keys !== "off" && !event.ctrlKey && !event.altKey && !event.metaKey && !target.closest("input:not([type=radio], [type=checkbox], [type=range]), select, textarea")) {
      this.change({ panel: "find" }, true);
      this.sheet.enter();
      event.preventDefault();
    } else if (event.key === " " && this.state.keys !== "off" && this.timeline && !target.closest("button, a, input, select, textarea, summary, [tabindex='0'] pre")) {
      this.timeline.toggle(event);
      event.preventDefault();
    }
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
    }
    else if (this.state.open) this.change({ open: "" }, true);
    else if (this.state.select && !this.state.panel) this.change({ select: "" }, true);
  }

  // --- state ----------------------------------------------------------------------------------------------

  change(part: Partial<State>, settle = false): void {
    if (part.language !== undefined && part.language !== this.state.language) this.timeline?.stop();
    const before = this.state;
    const changed = (name: keyof State) => part[name] !== undefined && part[name] !== before[name];
    this.state = inOneWorld(this.index, { ...before, ...wholeYear(before, part), ...part });
    if (this.index.payload.year !== null) Object.assign(this.state, { year: this.index.payload.year, from: null, month: null });
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
    if (target && target.type !== "person") this.viewpoint.bring(placesOf(this.index, this.network.net, this.state, target), !prefersStill.matches);
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
    root.lang = state.language;
    root.dir = this.words.direction;
    setData({ year: state.year, from: state.from, month: state.month || null, world: state.world, style, state: root.dataset.state ?? "ready", view: state.picture });
    const marked = state.world === "fiction" ? ` (${this.words.fictionBanner})` : "";
    document.title = `${this.index.payload.title}, ${periodName(state, this.words)}${marked}`;
    if (!before || before.select !== state.select) this.selected = this.selectedRows();
    if (!before || before.select !== state.select || before.world !== state.world || before.readings !== state.readings) this.life = this.lifeOfSelected();
    const palette = paletteOf(style, state.world);
    this.recolour(palette);
    this.ground.show(state.year);
    const shown = { year: state.year, from: state.from, month: state.month, layers: state.layers, certainty: state.certainty, world: state.world, readings: state.readings, life: this.life, selected: this.selected, open: state.open };
    this.network.show(this.compare.update(shown));
    this.heading.update();
    this.tools.update();
    this.foot.update();
    if (this.sheet.update()) root.dataset.sheet = this.sheet.isOpen ? "open" : "";
    this.graph.update(this.network.unit);
    if (this.refocus) restoreFocus(document.body, this.refocus);
    this.refocus = null;
    this.network.relabel();
    if (before && !samePeriod(before, state)) this.speak();
  }

  private recolour(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.ground.recolour(palette);
    this.network.recolour(palette);
    this.compare.recolour(palette);
  }

  /** Say the year once it rests; a slider that has the focus says it itself. */
  private speak(): void {
    clearTimeout(this.liveTimer);
    this.liveTimer = window.setTimeout(() => {
      if (!this.timeline?.speaks) this.live.textContent = this.words.time.value(periodSpoken(this.state, this.words), countsInWords(this));
    }, LIVE_DELAY_MS);
  }

  private announcePlaying(playing: boolean): void {
    root.dataset.state = playing ? "playing" : "ready";
  }

  // --- address --------------------------------------------------------------------------------------------

  private restore(): void {
    if (!this.trail.leadsElsewhere(this.state)) return;
    this.timeline?.stop();
    const before = this.state;
    this.state = inOneWorld(this.index, readAddress(location.hash, { ...this.defaults, year: this.state.year, view: this.state.view }, this.bounds));
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
  }
}

/** Who names a year and no more asks for the whole of it: not for a month, nor for a range. */
function wholeYear(before: State, part: Partial<State>): Partial<State> {
  if (part.year === undefined || part.year === before.year) return {};
  return { from: null, month: before.month === null ? null : 0 };
}

/** Say on the root of the page what it shows. What is said already is not said again: each time costs a new style. */
function setData(said: Readonly<Record<string, string | number | null>>): void {
  for (const [name, value] of Object.entries(said)) {
    if (value === null) delete root.dataset[name];
    else if (root.dataset[name] !== String(value)) root.dataset[name] = String(value);
  }
}
