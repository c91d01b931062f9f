/**
 * The atlas page: one state, kept in the URL; everything on the screen follows from it.
 *
 * `start(map)` is given the Leaflet map that folium has made, and builds the rest around it.
 */

import type * as L from "leaflet";
import { CompareView } from "./compare/compare-view";
import { onFontsLoaded } from "./data/page-data";
import { PayloadIndex, type Target } from "./data/payload-index";
import type { BasemapData, BorderData, Payload } from "./data/payload-types";
import { decodePolyline } from "./geometry/polylines";
import { GraphView } from "./graph/graph-view";
import { type Words, wordsOf } from "./i18n/viewer-words";
import { BasemapLayer } from "./map/basemap-layer";
import { configureMap } from "./map/configure-map";
import type { Hit } from "./map/hit-testing";
import { MapCamera } from "./map/map-camera";
import { equalAreaProjection, KM_PER_WORLD_PIXEL, type MapProjection } from "./map/map-projection";
import { NetworkLayer, type NetworkOptions } from "./map/network-layer";
import { PanelBoxes } from "./map/occlusion";
import { Prewarmer } from "./map/prewarm";
import type { PageContext } from "./page-context";
import { clearTextWidths } from "./paint/canvas-text";
import { type Palette, paletteOf } from "./paint/palette";
import { focusChange, focusPlaces, withSelectionOfWorld } from "./state/focus-state";
import { defaultState, initialState, stateConstraints } from "./state/initial-state";
import { Selection } from "./state/selection";
import { type HistoryStep, UrlHistory } from "./state/url-history";
import { PANEL_ONLY_FIELDS, parseHash, type State, type StateConstraints } from "./state/url-state";
import { samePeriod, wholeYearChange } from "./time/period";
import { listenForShortcuts } from "./ui/keyboard-shortcuts";
import { MapInteraction } from "./ui/map-interaction";
import { updatePageAttributes } from "./ui/page-attributes";
import { PageLayout } from "./ui/page-layout";
import { PrintMode } from "./ui/print-mode";

/** What changes the contents of a list, so that it begins anew at its first page. */
const RESETS_LIST_PAGE = ["year", "from", "month", "certainty", "world", "sort"] as const;
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
  private readonly panels: PanelBoxes;
  private readonly pageLayout: PageLayout;
  private readonly selection: Selection;
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
      obstacles: () => [...this.panels.boxes(), ...this.printMode.boxesOutsideFrame()],
    };
    this.selection = new Selection(this.index);
    this.panels = new PanelBoxes(map, () => this.printMode.isOnPaper);
    this.network = new NetworkLayer(this.index, this.projection, {
      ...options,
      clipBox: () => this.compare.clipBox("left"),
    });
    this.compare = new CompareView(this, map, this.projection, options);
    this.prewarmer = new Prewarmer(this.network, () => [this.index, this.projection, options]);
    this.camera = new MapCamera(map, this.projection, this.index, this.network, () => this.panels.boxes());
    this.graph = new GraphView(
      this,
      () => this.camera.freeArea(),
      () => this.panels.boxes(),
    );
    this.interaction = new MapInteraction(this, map, {
      hitAt: (at, slack) => this.hitAt(at, slack),
      onPress: (found) => this.handleHit(found),
    });
    this.printMode = new PrintMode({
      compare: this.compare,
      graph: this.graph,
      basemap: this.basemap,
      freeArea: () => this.camera.freeArea(this.panels.sheetBoxes),
      useLightStyle: () => {
        root.dataset.style = "light";
        this.setPalette(paletteOf("light", this.state.world));
      },
      restoreScreen: () => this.render(null),
    });
    this.pageLayout = new PageLayout(this, map.getContainer(), {
      zoomBy: (steps) => (this.graph.shown ? this.graph.zoomBy(steps) : map.setZoom(map.getZoom() + steps)),
      showAll: () => (this.graph.shown ? this.graph.fitGraph() : this.camera.fitNetwork(false)),
      isDark: () => this.isDark(),
      setPlayingState: (playing) => this.setPlayingState(playing),
    });
    this.pageLayout.mount(this.compare.element, this.graph.element, this.interaction.tooltip);
    configureMap(map, base.clip / KM_PER_WORLD_PIXEL);
    this.network.uiScale = this.basemap.uiScale = this.uiScale();
    this.listen();
    this.render(null);
    if (this.state.mapView) this.camera.setMapView(this.state.mapView);
    else {
      this.camera.fitNetwork(true);
      if (this.state.select) this.bringSelectionIntoView();
    }
    // Only now that the map's position is known, so that the first year is painted once.
    this.basemap.addTo(map);
    this.network.addTo(map);
    this.urlHistory.record(this.state, false);
    this.prewarmer.start();
  }

  // --- the page -------------------------------------------------------------------------------------------

  private rebuildInLanguage(): void {
    this.index.languages.setLanguage(this.state.language);
    this.words = wordsOf(this.state.language);
    this.network.setWords(this.words);
    this.prewarmer.start();
    this.pageLayout.rebuild();
  }

  private uiScale(): number {
    return Math.max(1, parseFloat(getComputedStyle(root).fontSize) / 16 || 1);
  }

  private isDark(): boolean {
    return this.state.style === "" ? prefersDark.matches : this.state.style === "dark";
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
      play: (event) => this.pageLayout.timeline?.togglePlayback(event),
      singleKeysAllowed: () => this.state.singleKeys !== "off",
      hasPlayback: () => this.pageLayout.timeline !== null,
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
    if (this.pageLayout.sheet.isOpen) this.pageLayout.closeSheet();
    else if (this.state.open) this.changeState({ open: "" }, true);
    else return false;
    return true;
  }

  private openSearch(): void {
    this.changeState({ panel: "find" }, true);
    this.pageLayout.sheet.moveFocusInside();
  }

  // --- pointer --------------------------------------------------------------------------------------------

  private hitAt(at: L.Point, slack: number): Hit | null {
    const rightHit = this.compare.hitAt(at, slack);
    return rightHit === undefined ? this.network.hitAt(at, slack) : rightHit;
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

  changeState(change: Partial<State>, history: HistoryStep = false): void {
    if (change.language !== undefined && change.language !== this.state.language) this.pageLayout.timeline?.stop();
    const before = this.state;
    const changed = (name: keyof State) => change[name] !== undefined && change[name] !== before[name];
    this.state = withSelectionOfWorld(this.index, { ...before, ...wholeYearChange(before, change), ...change });
    if (this.index.payload.year !== null)
      Object.assign(this.state, { year: this.index.payload.year, from: null, month: null });
    if (!samePeriod(before, this.state) && change.open === undefined) this.state.open = "";
    if (RESETS_LIST_PAGE.some(changed) && change.page === undefined) this.state.page = 1;
    if (
      (Object.keys(change) as (keyof State)[]).every((name) => PANEL_ONLY_FIELDS.has(name)) &&
      Object.keys(change).length > 0
    ) {
      this.pageLayout.sheet.update();
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
    if (panel === "") this.pageLayout.sheet.element.querySelector("h2")?.focus({ preventScroll: true });
    this.bringIntoView(target);
  }

  private bringIntoView(target: Target): void {
    const places = focusPlaces(this.index, this.network.visible, this.state, target);
    this.camera.bringIntoView(places, !prefersReducedMotion.matches);
  }

  /** Keep what is selected beside the card. A person is in many places: then the map stays. */
  private bringSelectionIntoView(): void {
    const target = this.index.targetOf(this.state.select);
    if (target && target.type !== "person") this.bringIntoView(target);
  }

  /** Bring the screen up to the state; `before` is the state that it shows, or null to do everything again. */
  private render(before: State | null): void {
    const { state } = this;
    const style = this.isDark() ? "dark" : "light";
    if (before && before.language !== state.language) this.rebuildInLanguage();
    updatePageAttributes(this, style);
    this.selection.update(before, state);
    this.setPalette(paletteOf(style, state.world));
    this.basemap.show(state.year);
    const { year, from, month, layers, certainty, world, readings, open } = state;
    const { lifePath, rows: selected } = this.selection;
    this.network.show(
      this.compare.update({ year, from, month, layers, certainty, world, readings, lifePath, selected, open }),
    );
    this.pageLayout.update();
    if (before && (before.month === null) !== (state.month === null)) this.camera.avoidPanels();
    this.graph.update(this.network.uiScale);
    this.pageLayout.restoreFocus();
    this.network.relabel();
    if (before && !samePeriod(before, state)) this.pageLayout.announcePeriod();
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

  // --- the URL --------------------------------------------------------------------------------------------

  private restoreFromHash(): void {
    if (!this.urlHistory.hashChanged(this.state)) return;
    this.pageLayout.timeline?.stop();
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
    const { mapView } = this.state;
    if (mapView && JSON.stringify(mapView) !== JSON.stringify(before.mapView)) this.camera.setMapView(mapView);
    this.urlHistory.record(this.state, false);
  }

  private afterMove(): void {
    this.camera.afterMove();
    this.state = { ...this.state, mapView: this.camera.currentMapView() };
    // The link that the panel offers includes the map's position.
    if (this.state.panel === "share") this.pageLayout.sheet.update();
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
