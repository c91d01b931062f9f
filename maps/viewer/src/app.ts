/**
 * The page: one state, kept in the address; everything on the screen follows from it.
 *
 * `start(map)` is given the Leaflet map that folium has made, and builds the rest around it.
 */

import * as L from "leaflet";
import { LAYERS, OF_A_PANEL, readAddress, type Bounds, type State } from "./address";
import { button, el } from "./dom";
import { GraphView } from "./graph/view";
import { CompareView } from "./compare/view";
import { Ground } from "./ground";
import { Index } from "./index";
import { lifeOf, type LifeStop } from "./life";
import { Network, type Found, type NetworkOptions } from "./network";
import { equalAreaPlane, KM_PER_PIXEL, type Plane } from "./plane";
import { paletteOf, type Palette } from "./palette";
import { decodeRing } from "./rings";
import { Heading, countsInWords } from "./parts/heading";
import { said } from "./parts/said";
import { focusKey, restoreFocus, Sheet } from "./parts/sheet";
import { Tools } from "./parts/tools";
import { periodName, periodSpoken, samePeriod } from "./period";
import { Neighbours } from "./timeline/neighbours";
import { Timeline } from "./timeline/timeline";
import { forgetWidths } from "./paint/lettering";
import { Printing } from "./printing";
import { yearToShow } from "./time";
import { Trail } from "./trail";
import { Viewpoint } from "./view";
import { layerOf } from "./year-net";
import { offered, wordsOf, type Words } from "./words";
import { Kind, Standing, type Base, type Borders, type Payload } from "./payload";
import type { Context } from "./parts/context";
import type { Box } from "./labels";

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
  private readonly tip = el("div", { class: "tip", "aria-hidden": "true", hidden: true });
  private readonly defaults: State;
  private readonly bounds: Bounds;
  private readonly trail = new Trail();
  private liveTimer = 0;
  /** Until the reader has moved the map, it keeps showing the whole network when the window changes. */
  private untouched = true;
  private led = { zoom: 0, center: L.latLng(0, 0) };
  private steering = false;
  private readonly printing: Printing;

  constructor(readonly map: L.Map, payload: Payload, base: Base, readonly borders: Borders | null) {
    this.index = new Index(payload);
    this.plane = equalAreaPlane(base.projection);
    this.defaults = {
      year: payload.year ?? payload.period[0], from: null, month: null, speed: 1, language: payload.language, select: "", layers: new Set(LAYERS),
      certainty: "possible", world: "record", readings: new Map(), picture: "map", compare: "", swipe: 0.5, panel: "", style: "", open: "",
      find: "", sort: { by: "kind", down: false }, page: 1, keys: "", view: null,
    };
    this.bounds = {
      period: payload.year === null ? payload.period : [payload.year, payload.year],
      languages: offered(payload.languages),
      knows: (reference) => this.index.find(reference) !== undefined,
      knowsReading: (id, reference) => payload.disagreements.some((each) => each.id === id && each.refs.includes(reference)),
      knowsPlace: (id) => this.index.find(`place:${id}`) !== undefined,
    };
    this.state = this.inOneWorld(readAddress(location.hash, this.firstSight(payload), this.bounds));
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
    if (this.state.view) {
      this.untouched = false;
      this.steer(() => this.viewpoint.go(this.state.view!));
    } else {
      this.wholeMap(true);
      if (this.state.select) this.bringSelected();
    }
    // Only now, when it is known where the map looks: so that the first picture is painted once.
    this.ground.addTo(map);
    this.network.addTo(map);
    this.trail.keep(this.state, false);
  }

  /** Before anything is chosen: the middle of the period. */
  private firstSight(payload: Payload): State {
    const [first, last] = payload.period;
    return { ...this.defaults, year: payload.year ?? Math.round((first + last) / 2) };
  }

  // --- the page -------------------------------------------------------------------------------------------

  /** Make the parts around the map, in the language of the moment. */
  private furnish(): void {
    const { words } = this;
    this.heading = new Heading(this);
    this.tools = new Tools(
      this,
      (steps) => (this.graph.shown ? this.graph.zoomBy(steps) : this.map.setZoom(this.map.getZoom() + steps)),
      () => (this.graph.shown ? this.graph.whole() : this.wholeMap(false)),
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
    main.append(container, this.compare.element, this.graph.element, this.tip);
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
    map.on("dragstart zoomstart", () => this.hideTip());
    map.on("resize", () => this.afterResize());
    map.on("click", (event) => this.press(this.find(event.containerPoint, slackOf(event.originalEvent))));
    map.on("mousemove", (event) => this.point(event.containerPoint, this.find(event.containerPoint, 3)));
    map.on("mouseout", () => this.hideTip());
    document.addEventListener("keydown", (event) => this.key(event));
    // The browser tells of the fonts that were waited for, too, long after they have come.
    const known = new Set([...document.fonts].filter(({ status }) => status === "loaded"));
    document.fonts.addEventListener("loadingdone", ({ fontfaces }) => {
      if (fontfaces.every((face) => known.has(face))) return;
      fontfaces.forEach((face) => known.add(face));
      forgetWidths();
      this.network.relabel();
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
    this.hideTip();
    if (found && "fan" in found) this.change({ open: this.state.open === found.fan ? "" : found.fan }, true);
    else if (found) {
      this.change({ select: this.index.reference(found.claim), panel: "" }, true);
      this.bringSelected();
    }
    else if (this.state.open) this.change({ open: "" }, true);
    else if (this.state.select && !this.state.panel) this.change({ select: "" }, true);
  }

  private point(at: L.Point, found: Found | null): void {
    this.map.getContainer().style.cursor = found ? "pointer" : "";
    this.network.hover(found && "claim" in found ? found.claim : -1);
    if (!found) {
      this.tip.hidden = true;
      return;
    }
    const { claims } = this.index.payload;
    this.tip.replaceChildren(
      ...("claim" in found
        ? [el("strong", { dir: "auto" }, ...said(this, this.index.label(found.claim))), el("span", { dir: "auto" }, this.index.text(claims.when[found.claim]))]
        : [el("span", {}, this.words.looks.cluster)]),
    );
    this.tip.hidden = false;
    const { x: width } = this.map.getSize();
    const box = this.tip.getBoundingClientRect();
    this.tip.style.left = `${Math.min(at.x + 14, width - box.width - 8)}px`;
    this.tip.style.top = `${at.y + 18}px`;
  }

  private hideTip(): void {
    this.tip.hidden = true;
    this.network.hover(-1);
  }

  // --- state ----------------------------------------------------------------------------------------------

  change(part: Partial<State>, settle = false): void {
    if (part.language !== undefined && part.language !== this.state.language) this.timeline?.stop();
    const before = this.state;
    const changed = (name: keyof State) => part[name] !== undefined && part[name] !== before[name];
    this.state = this.inOneWorld({ ...before, ...wholeYear(before, part), ...part });
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
    const part: Partial<State> = { select: reference, panel };
    const { index, network, state } = this;
    const { claims, year: onlyYear } = index.payload;
    const fiction = state.world === "fiction";
    if (!index.fitsWorld(target, fiction)) part.world = fiction ? "record" : "fiction";
    const world = part.world ?? state.world;
    const rows = index.claimsOf(target).filter((row) => (claims.standing[row] === Standing.fiction) === (world === "fiction"));
    if (target.type === "claim") {
      const { row } = target;
      if (world === "disputed" && claims.standing[row] !== Standing.disputed) part.world = "record";
      const layer = layerOf(index, row);
      if (layer && !state.layers.has(layer)) part.layers = new Set([...state.layers, layer]);
    }
    // What does not hold now is shown in the nearest year in which it does. A source is of no year.
    const placed = rows.filter((row) => claims.kind[row] !== Kind.tie);
    const decisive = placed.length > 0 ? placed : rows;
    if (onlyYear === null && target.type !== "source" && !decisive.some((row) => network.net.hold[row])) {
      const year = this.nearestYear(decisive);
      if (year !== null) part.year = year;
    }
    this.change(part, true);
    const places =
      target.type === "claim" ? index.placesOf(target.row)
        : target.type === "place" ? [target.row]
          : target.type === "source" ? []
            : rows.filter((row) => network.net.admits(row, this.state)).flatMap((row) => index.placesOf(row));
    if (panel === "") this.sheet.element.querySelector("h2")?.focus({ preventScroll: true });
    this.steer(() => this.viewpoint.bring(places, !prefersStill.matches));
  }

  /** The year nearest to the one on the screen in which one of these claims holds. */
  private nearestYear(rows: readonly number[]): number | null {
    const { claims, period } = this.index.payload;
    const near = this.state.year;
    let best: number | null = null;
    for (const row of rows) {
      const year = yearToShow(claims, row, near, period);
      if (year !== null && (best === null || Math.abs(year - near) < Math.abs(best - near))) best = year;
    }
    return best;
  }

  /** Nothing of the fiction is ever open over the record, nor the other way round. */
  private inOneWorld(state: State): State {
    const target = this.index.find(state.select);
    return !target || this.index.fitsWorld(target, state.world === "fiction") ? state : { ...state, select: "" };
  }

  /** Keep what is selected beside the card. */
  private bringSelected(): void {
    const target = this.index.find(this.state.select);
    if (!target) return;
    const places = target.type === "claim" ? this.index.placesOf(target.row) : target.type === "place" ? [target.row] : [];
    this.steer(() => this.viewpoint.bring(places, !prefersStill.matches));
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
    this.state = this.inOneWorld(readAddress(location.hash, { ...this.defaults, year: this.state.year, view: this.state.view }, this.bounds));
    this.trail.belongs(this.state);
    this.apply(before);
    const { view } = this.state;
    if (view && JSON.stringify(view) !== JSON.stringify(before.view)) this.steer(() => this.viewpoint.go(view));
    this.trail.keep(this.state, false);
  }

  /** Move the map ourselves. */
  private steer(move: () => void): void {
    this.steering = true;
    move();
    this.steering = false;
  }

  private wholeMap(readable: boolean): void {
    this.steer(() => this.viewpoint.whole(readable));
    this.untouched = true;
    this.led = { zoom: this.map.getZoom(), center: this.map.getCenter() };
  }

  /** A change of the window moves the map by a pixel or so; that is not the reader's doing. */
  private isWhereItWasLed(): boolean {
    const { zoom, center } = this.led;
    const away = this.map.project(center, zoom).distanceTo(this.map.project(this.map.getCenter(), zoom));
    return Math.abs(this.map.getZoom() - zoom) < 0.01 && away < 6;
  }

  private afterMove(): void {
    if (!this.steering && this.untouched) this.untouched = this.isWhereItWasLed();
    this.state = { ...this.state, view: this.viewpoint.read() };
    // The link that it offers tells where the map looks.
    if (this.state.panel === "share") this.sheet.update();
    this.trail.keep(this.state, false);
  }

  private afterResize(): void {
    this.network.unit = this.ground.unit = this.unit();
    this.ground.repaint();
    this.network.relabel();
    if (this.untouched) this.wholeMap(true);
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

/** A finger covers more than a mouse: how much nearer than its edge a mark is found. */
function slackOf(event: Event): number {
  const type = "pointerType" in event ? event.pointerType : "";
  return type === "touch" || type === "pen" || matchMedia("(pointer: coarse)").matches ? 14 : 4;
}
