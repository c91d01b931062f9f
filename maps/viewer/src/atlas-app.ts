/**
 * The atlas page: one state, kept in the URL, determines everything on the screen.
 *
 * In addition to the map of `ViewerApp` it has a second network to compare, a graph view, and a print mode.
 */

import { CompareView } from "./compare/compare-view";
import type { Box } from "./geometry/boxes";
import { GraphView } from "./graph/graph-view";
import { configureMap } from "./map/configure-map";
import { PanelBoxes } from "./map/occlusion";
import { Prewarmer } from "./map/prewarm";
import { KM_PER_WORLD_PIXEL } from "./scene/layout/map-projection";
import type { NetworkState } from "./scene/layout/network-layout";
import { type Palette, paletteOf } from "./scene/palette";
import type { PageData } from "./start-page";
import { defaultState, initialState, type State } from "./state/screen-state";
import { type HistoryStep, UrlHistory } from "./state/url-history";
import { stateOfAddress } from "./state/url-state";
import { samePeriod } from "./time/period";
import { MapInteraction } from "./ui/map-interaction";
import { updatePageAttributes } from "./ui/page-attributes";
import { PageLayout } from "./ui/page-layout";
import { PrintMode } from "./ui/print-mode";
import { ViewerApp } from "./viewer-app";

const TEXT_FIELDS = "input:not([type=radio], [type=checkbox], [type=range]), select, textarea";
const SPACE_KEY_TARGETS = "button, a, input, select, textarea, summary, [tabindex='0'] pre";
const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

const styleOf = ({ style }: State): "light" | "dark" => style || (prefersDark.matches ? "dark" : "light");

export class AtlasApp extends ViewerApp {
  protected readonly address = new UrlHistory();
  protected readonly layout: PageLayout;
  private readonly graph: GraphView;
  private readonly compare: CompareView;
  private readonly prewarmer: Prewarmer;
  private readonly panels: PanelBoxes;
  private readonly printMode: PrintMode;

  constructor(data: PageData) {
    const { map, index, base } = data;
    const state = stateOfAddress(index, initialState(index.payload));
    super(data, state, paletteOf(styleOf(state), index.isFiction(state.strand)));
    const { projection, networkOptions } = this;
    this.panels = new PanelBoxes(map, () => this.printMode.isOnPaper);
    this.compare = new CompareView(this, map, projection, networkOptions);
    this.prewarmer = new Prewarmer(this.network, projection, networkOptions);
    this.graph = new GraphView(
      this,
      () => this.camera.freeArea(),
      () => this.panels.boxes(),
    );
    const { tooltip } = new MapInteraction(this, map, this.compare, (found) => this.handlePress(found));
    this.printMode = new PrintMode(
      this.compare,
      this.graph,
      this.basemap,
      () => this.camera.freeArea(this.panels.sheetBoxes),
      () => {
        root.dataset.style = "light";
        this.setPalette(paletteOf("light", index.isFiction(this.state.strand)));
      },
      () => this.render(null),
    );
    this.layout = new PageLayout(
      this,
      map.getContainer(),
      (steps) => (this.graph.shown ? this.graph.zoomBy(steps) : map.setZoom(map.getZoom() + steps)),
      () => (this.graph.shown ? this.graph.fitGraph() : this.camera.fitNetwork(false)),
    );
    this.layout.mount(this.compare.element, this.graph.element, tooltip);
    configureMap(map, base.clip / KM_PER_WORLD_PIXEL);
    this.listen();
    this.render(null);
    if (this.state.mapView) this.camera.setMapView(this.state.mapView);
    else {
      this.camera.fitNetwork(true);
      if (this.state.select) this.bringSelectionIntoView();
    }
    // Add the layers only once the map's position is known, so that the first year is painted once.
    this.addLayers();
    this.address.record(this.state, false);
    this.prewarmer.start();
  }

  private listen(): void {
    const { map } = this;
    window.addEventListener("hashchange", () => this.restoreFromHash());
    prefersDark.addEventListener("change", () => this.render(null));
    map.on("moveend", () => {
      this.camera.afterMove();
      this.state = { ...this.state, mapView: this.camera.currentMapView() };
      // The link in the share panel includes the map's position.
      if (this.state.panel === "share") this.layout.updatePanel();
      this.address.record(this.state, false);
    });
    map.on("resize", () => {
      this.scaleWithFont();
      this.camera.afterResize();
      this.prewarmer.start();
    });
    document.addEventListener("keydown", (event) => {
      if (this.handleKey(event)) event.preventDefault();
    });
  }

  /** Handle the keys that work regardless of focus: Escape, "/" to search, space to play. */
  private handleKey(event: KeyboardEvent): boolean {
    const { key, ctrlKey, altKey, metaKey } = event;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    if (key === "Escape") return this.closeTopmost();
    // Users of speech input turn single-key shortcuts off.
    if (this.state.singleKeys === "off") return false;
    const { timeline } = this.layout;
    if (key === "/" && !ctrlKey && !altKey && !metaKey && !target.closest(TEXT_FIELDS)) this.openSearch();
    else if (key === " " && timeline && !target.closest(SPACE_KEY_TARGETS)) timeline.playback.toggle(event);
    else return false;
    return true;
  }

  // --- the map --------------------------------------------------------------------------------------------

  protected override panelBoxes(): Box[] {
    return this.panels.boxes();
  }

  protected override clipBox(): Box | null {
    return this.compare.clipBox("left");
  }

  override comparison(): { left: number[]; right: number[]; both: number } {
    return this.compare.difference();
  }

  protected override selectOnMap(reference: string): void {
    this.changeState({ select: reference, panel: "" }, true);
    this.bringSelectionIntoView();
  }

  /** Bring the selection into view next to the card. A person has many places, so the map does not move for one. */
  private bringSelectionIntoView(): void {
    const target = this.index.targetOf(this.state.select);
    if (target && target.type !== "person") this.bringIntoView(target);
  }

  protected override setPalette(palette: Palette): void {
    if (palette === this.palette) return;
    super.setPalette(palette);
    this.compare.rightNetwork?.setPalette(palette);
    this.prewarmer.start();
  }

  protected override fontsLoaded(): void {
    super.fontsLoaded();
    this.compare.rightNetwork?.relabel();
    this.prewarmer.start();
  }

  // --- panels ---------------------------------------------------------------------------------------------

  // Escape closes one open element at a time, from front to back.
  private closeTopmost(): boolean {
    if (this.layout.sheet.isOpen) this.layout.closeSheet();
    else if (this.state.open) this.changeState({ open: "" }, true);
    else return false;
    return true;
  }

  private openSearch(): void {
    this.changeState({ panel: "find" }, true);
    this.layout.sheet.moveFocusInside();
  }

  protected override closeCard(): void {
    if (this.state.select && !this.state.panel) this.changeState({ select: "" }, true);
  }

  // --- state ----------------------------------------------------------------------------------------------

  override changeState(change: Partial<State>, history: HistoryStep = false): void {
    if (change.language !== undefined && change.language !== this.state.language) this.layout.timeline?.playback.stop();
    super.changeState(change, history);
  }

  override focusOn(reference: string, panel: State["panel"] = ""): void {
    super.focusOn(reference, panel);
    if (panel === "") this.layout.sheet.element.querySelector("h2")?.focus({ preventScroll: true });
  }

  private restoreFromHash(): void {
    if (!this.address.hashChanged(this.state)) return;
    this.layout.timeline?.playback.stop();
    const before = this.state;
    const { year, mapView } = before;
    this.state = stateOfAddress(this.index, { ...defaultState(this.index.payload), year, mapView });
    this.address.adoptIntoEntry(this.state);
    this.render(before);
    if (this.state.mapView && JSON.stringify(this.state.mapView) !== JSON.stringify(mapView))
      this.camera.setMapView(this.state.mapView);
    this.address.record(this.state, false);
  }

  protected override render(before: State | null): void {
    super.render(before);
    if (before && (before.month === null) !== (this.state.month === null)) this.camera.avoidPanels();
    this.graph.update(this.network.layout.uiScale);
    this.layout.restoreFocus();
    this.network.relabel();
    if (before && !samePeriod(before, this.state)) this.layout.announcePeriod();
  }

  protected override updateRoot(): void {
    updatePageAttributes(this, styleOf(this.state));
  }

  protected override paletteOfState(): Palette {
    return paletteOf(styleOf(this.state), this.index.isFiction(this.state.strand));
  }

  protected override networkState(): NetworkState {
    return this.compare.update(super.networkState());
  }

  protected override useLanguage(): void {
    super.useLanguage();
    this.prewarmer.start();
  }
}
