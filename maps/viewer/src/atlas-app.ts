/**
 * The page: one state, kept in the address; everything on the screen follows from it.
 *
 * `start(map)` is given the Leaflet map that folium has made, and builds the rest around it.
 */

import type * as L from "leaflet";
import { CompareView } from "./compare/compare-view";
import { type LifeStop, lifePathOf } from "./data/life-path";
import { onFontsLoaded } from "./data/page-data";
import { PayloadIndex } from "./data/payload-index";
import type { BasemapData, BorderData, Payload } from "./data/payload-types";
import type { Box } from "./geometry/boxes";
import { decodePolyline } from "./geometry/polylines";
import { GraphView } from "./graph/graph-view";
import { type Words, wordsOf } from "./i18n/viewer-words";
import { BasemapLayer } from "./map/basemap-layer";
import { configureMap } from "./map/configure-map";
import type { Hit } from "./map/hit-testing";
import { MapCamera } from "./map/map-camera";
import { equalAreaProjection, KM_PER_WORLD_PIXEL, type MapProjection } from "./map/map-projection";
import { NetworkLayer, type NetworkOptions } from "./map/network-layer";
import { elementBoxes } from "./map/occlusion";
import { Prewarmer } from "./map/prewarm";
import type { PageContext } from "./page-context";
import { clearTextWidths } from "./paint/canvas-text";
import { type Palette, paletteOf } from "./paint/palette";
import { focusChange, focusPlaces, withSelectionOfWorld } from "./state/focus-state";
import { defaultState, initialState, stateConstraints } from "./state/initial-state";
import { type HistoryStep, UrlHistory } from "./state/url-history";
import { PANEL_ONLY_FIELDS, parseHash, type State, type StateConstraints } from "./state/url-state";
import { periodName, samePeriod, spokenPeriodName, wholeYearChange } from "./time/period";
import { Timeline } from "./timeline/timeline-control";
import { YearLinks } from "./timeline/year-links";
import { button, el } from "./ui/dom";
import { bannerText, countsInWords, Heading } from "./ui/heading";
import { listenForShortcuts } from "./ui/keyboard-shortcuts";
import { LiveRegion } from "./ui/live-region";
import { MapInteraction } from "./ui/map-interaction";
import { PrintMode } from "./ui/print-mode";
import { focusSelector, restoreFocus, SideSheet } from "./ui/side-sheet";
import { Toolbar } from "./ui/toolbar";

/** What changes the contents of a list, so that it begins anew at its first page. */
const RESETS_LIST_PAGE = ["year", "from", "month", "certainty", "world", "sort"] as const;
const SHEET_SELECTOR = ".sheet:not([hidden])";
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");
const prefersReducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

export class AtlasApp implements PageContext {
  readonly index: PayloadIndex;
  words: Words;
  readonly network: NetworkLayer;
  state: State;
  palette: Palette;
  private readonly projection: MapProjection;
  private readonly basemap: BasemapLayer;
  private readonly camera: MapCamera;
  private readonly graph: GraphView;
  private readonly compare: CompareView;
  private readonly prewarmer: Prewarmer;
  private heading!: Heading;
  private tools!: Toolbar;
  private sheet!: SideSheet;
  /** Null on a page of one year. */
  private timeline: Timeline | null = null;
  private timelineBar!: Timeline | YearLinks;
  private readonly liveRegion = new LiveRegion();
  private readonly interaction: MapInteraction;
  private readonly defaults: State;
  private readonly constraints: StateConstraints;
  private readonly urlHistory = new UrlHistory();
  private readonly printMode: PrintMode;

  constructor(
    readonly map: L.Map,
    payload: Payload,
    base: BasemapData,
    readonly borders: BorderData | null,
  ) {
    this.index = new PayloadIndex(payload);
    this.projection = equalAreaProjection(base.projection);
    this.defaults = defaultState(payload);
    this.constraints = stateConstraints(this.index);
    this.state = withSelectionOfWorld(this.index, parseHash(location.hash, initialState(payload), this.constraints));
    this.index.languages.setLanguage(this.state.language);
    this.words = wordsOf(this.state.language);
    this.palette = paletteOf(this.isDark() ? "dark" : "light", this.state.world);
    this.basemap = new BasemapLayer(base, this.palette, borders);
    const options: NetworkOptions = {
      words: this.words,
      palette: this.palette,
      seas: base.seas.map(({ name, names, path, size }) => ({
        name,
        names,
        size,
        labelCurve: decodePolyline(path, KM_PER_WORLD_PIXEL),
      })),
      polities: true,
      obstacles: () => this.labelObstacles(),
    };
    this.network = new NetworkLayer(this.index, this.projection, {
      ...options,
      clipBox: () => this.compare.clipBox("left"),
    });
    this.compare = new CompareView(this, map, this.projection, options);
    this.prewarmer = new Prewarmer(this.network, () => [this.index, this.projection, options]);
    this.camera = new MapCamera(map, this.projection, this.index, this.network, () => this.panelBoxes());
    this.graph = new GraphView(
      this,
      () => this.camera.freeArea(),
      () => this.panelBoxes(),
    );
    this.interaction = new MapInteraction(this, map, {
      hitAt: (at, slack) => this.hitAt(at, slack),
      onPress: (found) => this.handleHit(found),
    });
    this.printMode = new PrintMode({
      compare: this.compare,
      graph: this.graph,
      ground: this.basemap,
      freeArea: () => this.camera.freeArea(this.sheetBoxes),
      useLightStyle: () => {
        root.dataset.style = "light";
        this.setPalette(paletteOf("light", this.state.world));
      },
      restoreScreen: () => this.render(null),
    });
    this.createParts();
    this.mountPage(base);
    this.listen();
    this.render(null);
    if (this.state.mapView) this.camera.setMapView(this.state.mapView);
    else {
      this.camera.fitNetwork(true);
      if (this.state.select) this.bringSelectionIntoView();
    }
    // Only now, when it is known where the map looks: so that the first picture is painted once.
    this.basemap.addTo(map);
    this.network.addTo(map);
    this.urlHistory.record(this.state, false);
    this.prewarmer.start();
  }

  // --- the page -------------------------------------------------------------------------------------------

  /** Make the parts around the map, in the language of the moment. */
  private createParts(): void {
    const { words } = this;
    this.heading = new Heading(this);
    this.tools = new Toolbar(
      this,
      (steps) => (this.graph.shown ? this.graph.zoomBy(steps) : this.map.setZoom(this.map.getZoom() + steps)),
      () => (this.graph.shown ? this.graph.fitGraph() : this.camera.fitNetwork(false)),
      () => this.isDark(),
    );
    this.sheet = new SideSheet(this);
    this.timeline =
      this.index.payload.year === null ? new Timeline(this, (playing) => this.setPlayingState(playing)) : null;
    this.timelineBar = this.timeline ?? new YearLinks(this);
    const skip = button(
      { class: "skip" },
      () => {
        this.changeState({ panel: "list" }, true);
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
  private rebuildInLanguage(): void {
    const old = [this.heading, this.tools, this.timelineBar, this.sheet];
    const focused = focusSelector(document.activeElement);
    this.index.languages.setLanguage(this.state.language);
    this.words = wordsOf(this.state.language);
    this.network.setWords(this.words);
    this.prewarmer.start();
    this.createParts();
    [this.heading, this.tools, this.timelineBar, this.sheet].forEach((part, i) =>
      old[i]!.element.replaceWith(part.element),
    );
    this.focusToRestore = focused;
  }

  private focusToRestore: string | null = null;

  private mountPage(base: BasemapData): void {
    const { map } = this;
    const container = map.getContainer();
    const main = el("main", { class: "stage" });
    main.append(container, this.compare.element, this.graph.element, this.interaction.tooltip);
    document.body.prepend(
      this.heading.element,
      this.tools.element,
      main,
      this.timelineBar.element,
      this.sheet.element,
      this.liveRegion.element,
    );
    document.body.classList.add("liaison");

    configureMap(map, base.clip / KM_PER_WORLD_PIXEL);
    this.network.uiScale = this.basemap.uiScale = this.uiScale();
  }

  private uiScale(): number {
    return Math.max(1, parseFloat(getComputedStyle(root).fontSize) / 16 || 1);
  }

  private isDark(): boolean {
    return this.state.style === "" ? prefersDark.matches : this.state.style === "dark";
  }

  /** Where the sheet lay when that was last asked for the screen: on paper it has no place. */
  private sheetBoxes: Box[] = [];

  /** Boxes of what lies on the map, in pixels of its container. Nothing lies on one that is printed. */
  private panelBoxes(): Box[] {
    if (this.printMode.isOnPaper) return [];
    this.sheetBoxes = elementBoxes(SHEET_SELECTOR, this.map.getContainer());
    return [
      ...elementBoxes(".heading, .tools .bar, .tools .zoom, .timeline", this.map.getContainer()),
      ...this.sheetBoxes,
    ];
  }

  /** Where no name may stand. */
  private labelObstacles(): Box[] {
    return [...this.panelBoxes(), ...this.printMode.boxesOutsideFrame()];
  }

  private listen(): void {
    const { map } = this;
    window.addEventListener("hashchange", () => this.restoreFromHash());
    prefersDark.addEventListener("change", () => this.render(null));
    map.on("moveend", () => this.afterMove());
    map.on("resize", () => this.afterResize());
    listenForShortcuts({
      close: () => this.closeTopmost(),
      openSearch: () => this.openSearch(),
      play: (event) => this.timeline?.togglePlayback(event),
      singleKeysAllowed: () => this.state.singleKeys !== "off",
      hasPlayback: () => this.timeline !== null,
    });
    onFontsLoaded(() => {
      clearTextWidths();
      this.network.relabel();
      this.compare.relabel();
      this.prewarmer.start();
    });
  }

  // Escape closes what is open, from the front to the back.
  private closeTopmost(): boolean {
    if (this.sheet.isOpen) {
      this.sheet.close();
      if (document.activeElement === document.body)
        this.tools.element.querySelector("button")?.focus({ preventScroll: true });
    } else if (this.state.open) this.changeState({ open: "" }, true);
    else return false;
    return true;
  }

  private openSearch(): void {
    this.changeState({ panel: "find" }, true);
    this.sheet.moveFocusInside();
  }

  // --- pointer --------------------------------------------------------------------------------------------

  private hitAt(at: L.Point, slack: number): Hit | null {
    const there = this.compare.hitAt(at, slack);
    return there === undefined ? this.network.hitAt(at, slack) : there;
  }

  comparison(): { left: number[]; right: number[]; both: number } {
    return this.compare.difference();
  }

  private handleHit(found: Hit | null): void {
    if (found && "cluster" in found)
      this.changeState({ open: this.state.open === found.cluster ? "" : found.cluster }, true);
    else if (found) {
      this.changeState({ select: this.index.reference(found.claim), panel: "" }, true);
      this.bringSelectionIntoView();
    } else if (this.state.open) this.changeState({ open: "" }, true);
    else if (this.state.select && !this.state.panel) this.changeState({ select: "" }, true);
  }

  // --- state ----------------------------------------------------------------------------------------------

  changeState(part: Partial<State>, history: HistoryStep = false): void {
    if (part.language !== undefined && part.language !== this.state.language) this.timeline?.stop();
    const before = this.state;
    const changed = (name: keyof State) => part[name] !== undefined && part[name] !== before[name];
    this.state = withSelectionOfWorld(this.index, { ...before, ...wholeYearChange(before, part), ...part });
    if (this.index.payload.year !== null)
      Object.assign(this.state, { year: this.index.payload.year, from: null, month: null });
    if (!samePeriod(before, this.state) && part.open === undefined) this.state.open = "";
    if (RESETS_LIST_PAGE.some(changed) && part.page === undefined) this.state.page = 1;
    if (
      (Object.keys(part) as (keyof State)[]).every((name) => PANEL_ONLY_FIELDS.has(name)) &&
      Object.keys(part).length > 0
    ) {
      this.sheet.update();
      this.urlHistory.record(this.state, history);
      // What is typed belongs to the entry of the history in which it was typed.
      if (!history) this.urlHistory.adoptIntoEntry(this.state);
      return;
    }
    this.render(before);
    this.urlHistory.record(this.state, history);
  }

  focusOn(reference: string, panel: State["panel"] = ""): void {
    const target = this.index.targetOf(reference);
    if (!target) return;
    this.changeState(
      { ...focusChange(this.index, this.network.visible, this.state, target), select: reference, panel },
      true,
    );
    if (panel === "") this.sheet.element.querySelector("h2")?.focus({ preventScroll: true });
    this.camera.bringIntoView(
      focusPlaces(this.index, this.network.visible, this.state, target),
      !prefersReducedMotion.matches,
    );
  }

  /** Keep what is selected beside the card. A person is in many places: then the map stays. */
  private bringSelectionIntoView(): void {
    const target = this.index.targetOf(this.state.select);
    if (target && target.type !== "person")
      this.camera.bringIntoView(
        focusPlaces(this.index, this.network.visible, this.state, target),
        !prefersReducedMotion.matches,
      );
  }

  private selectedRows(): Set<number> {
    const target = this.index.targetOf(this.state.select);
    if (!target) return new Set();
    return new Set(this.index.claimsOfTarget(target));
  }

  private selected = new Set<number>();
  private lifePath: readonly LifeStop[] = [];

  private selectedLifePath(): readonly LifeStop[] {
    const target = this.index.targetOf(this.state.select);
    return target?.type === "person" ? lifePathOf(this.index, target.row, this.state) : [];
  }

  /** Bring the screen up to the state; `before` tells what need not be done again. */
  private render(before: State | null): void {
    const { state } = this;
    const style = this.isDark() ? "dark" : "light";
    if (before && before.language !== state.language) this.rebuildInLanguage();
    // Said again, a language is looked for anew in every element.
    if (root.lang !== state.language) root.lang = state.language;
    if (root.dir !== this.words.direction) root.dir = this.words.direction;
    setRootData({
      year: state.year,
      from: state.from,
      month: state.month || null,
      world: state.world,
      style,
      state: root.dataset.state ?? "ready",
      view: state.viewMode,
      panel: state.panel || null,
    });
    const banner = bannerText(this);
    document.title = `${this.index.payload.title}, ${periodName(state, this.words)}${banner && ` (${banner})`}`;
    if (!before || before.select !== state.select) this.selected = this.selectedRows();
    if (!before || before.select !== state.select || before.world !== state.world || before.readings !== state.readings)
      this.lifePath = this.selectedLifePath();
    const palette = paletteOf(style, state.world);
    this.setPalette(palette);
    this.basemap.show(state.year);
    const shown = {
      year: state.year,
      from: state.from,
      month: state.month,
      layers: state.layers,
      certainty: state.certainty,
      world: state.world,
      readings: state.readings,
      lifePath: this.lifePath,
      selected: this.selected,
      open: state.open,
    };
    this.network.show(this.compare.update(shown));
    this.heading.update();
    this.tools.update();
    this.timelineBar.update();
    if (this.sheet.update()) root.dataset.sheet = this.sheet.isOpen ? "open" : "";
    if (before && (before.month === null) !== (state.month === null)) this.camera.avoidPanels();
    this.graph.update(this.network.uiScale);
    if (this.focusToRestore) restoreFocus(document.body, this.focusToRestore);
    this.focusToRestore = null;
    this.network.relabel();
    // A slider that has the focus says the year itself.
    if (before && !samePeriod(before, state))
      this.liveRegion.announceDebounced(() =>
        this.timeline?.sliderHasFocus
          ? ""
          : this.words.time.value(spokenPeriodName(this.state, this.words), countsInWords(this)),
      );
  }

  private setPalette(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.basemap.setPalette(palette);
    this.network.setPalette(palette);
    this.compare.setPalette(palette);
    this.prewarmer.start();
  }

  private setPlayingState(playing: boolean): void {
    root.dataset.state = playing ? "playing" : "ready";
  }

  // --- address --------------------------------------------------------------------------------------------

  private restoreFromHash(): void {
    if (!this.urlHistory.hashChanged(this.state)) return;
    this.timeline?.stop();
    const before = this.state;
    this.state = withSelectionOfWorld(
      this.index,
      parseHash(
        location.hash,
        { ...this.defaults, year: this.state.year, mapView: this.state.mapView },
        this.constraints,
      ),
    );
    this.urlHistory.adoptIntoEntry(this.state);
    this.render(before);
    const { mapView: view } = this.state;
    if (view && JSON.stringify(view) !== JSON.stringify(before.mapView)) this.camera.setMapView(view);
    this.urlHistory.record(this.state, false);
  }

  private afterMove(): void {
    this.camera.afterMove();
    this.state = { ...this.state, mapView: this.camera.currentMapView() };
    // The link that it offers tells where the map looks.
    if (this.state.panel === "share") this.sheet.update();
    this.urlHistory.record(this.state, false);
  }

  private afterResize(): void {
    this.network.uiScale = this.basemap.uiScale = this.uiScale();
    this.basemap.repaint();
    this.network.relabel();
    this.camera.afterResize();
    this.prewarmer.start();
  }
}

/** Say on the root of the page what it shows. What is said already is not said again: each time costs a new style. */
function setRootData(attributes: Readonly<Record<string, string | number | null>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) delete root.dataset[name];
    else if (root.dataset[name] !== String(value)) root.dataset[name] = String(value);
  }
}
