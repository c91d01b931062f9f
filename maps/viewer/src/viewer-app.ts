/**
 * The common base of the atlas and the kiosk: one state, and the map, colours, address and panels that follow from it.
 */

import type * as L from "leaflet";
import { canvasMeasurer } from "./canvas/canvas-measurer";
import { lifePathOf } from "./data/life-path";
import { onFontsLoaded } from "./data/page-data";
import type { PayloadIndex, Target } from "./data/payload-index";
import type { BorderData } from "./data/payload-types";
import type { Box } from "./geometry/boxes";
import { type Words, wordsOf } from "./i18n/viewer-words";
import { BasemapLayer } from "./map/basemap-layer";
import { MapCamera } from "./map/map-camera";
import { NetworkLayer, type NetworkOptions } from "./map/network-layer";
import { prefersReducedMotion } from "./map/reduced-motion";
import type { PageContext } from "./page-context";
import { BasemapScene } from "./scene/basemap-scene";
import { seasOf } from "./scene/drawing/region-names";
import type { Hit } from "./scene/layout/hit-testing";
import { equalAreaProjection, type PlaneProjection } from "./scene/layout/map-projection";
import type { NetworkState } from "./scene/layout/network-layout";
import type { Palette } from "./scene/palette";
import type { PageData } from "./start-page";
import { focusChange, focusPlaces } from "./state/focus-state";
import type { State } from "./state/screen-state";
import { changesPanelOnly, stateAfter } from "./state/state-change";
import type { HistoryStep, UrlHistory } from "./state/url-history";
import type { PageLayout } from "./ui/page-layout";

export abstract class ViewerApp implements PageContext {
  readonly map: L.Map;
  readonly index: PayloadIndex;
  readonly borders: BorderData | null;
  readonly network: NetworkLayer;
  protected readonly projection: PlaneProjection;
  protected readonly basemap: BasemapLayer;
  protected readonly camera: MapCamera;
  protected readonly networkOptions: NetworkOptions;
  /** The selection, with the life path of a selected person. An undated claim is drawn while it is selected. */
  private selection!: Pick<NetworkState, "selected" | "undatedRow" | "lifePath">;
  /** The parts of the page around the map. */
  protected abstract readonly layout: Pick<PageLayout, "update" | "updatePanel" | "rebuild">;
  /** The address bar, if it holds the state. */
  protected abstract readonly address: UrlHistory | null;

  constructor(
    { map, index, base, borders }: PageData,
    public state: State,
    public palette: Palette,
  ) {
    this.map = map;
    this.index = index;
    this.borders = borders;
    index.languages.setLanguage(state.language);
    this.projection = equalAreaProjection(base.projection);
    this.basemap = new BasemapLayer(new BasemapScene(base, borders), palette);
    this.networkOptions = {
      words: this.words,
      palette,
      seas: seasOf(base),
      obstacles: () => this.panelBoxes(),
      clipBox: () => this.clipBox(),
    };
    this.network = new NetworkLayer(index, this.projection, this.networkOptions);
    this.camera = new MapCamera(map, this.projection, index, this.network, () => this.panelBoxes());
    this.scaleWithFont();
    onFontsLoaded(() => this.fontsLoaded());
  }

  get words(): Words {
    return wordsOf(this.state.language);
  }

  // --- the map --------------------------------------------------------------------------------------------

  /** The boxes that cover the map. */
  protected abstract panelBoxes(): Box[];

  /** The part of the map in which the network is drawn, or null for the entire map. */
  protected clipBox(): Box | null {
    return null;
  }

  protected addLayers(): void {
    this.basemap.addTo(this.map);
    this.network.addTo(this.map);
  }

  /** Scale the map with the page's font size. */
  protected scaleWithFont(): void {
    const fontSizePx = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.network.layout.uiScale = this.basemap.uiScale = Math.max(1, fontSizePx / 16 || 1);
    this.basemap.repaint();
    this.network.relabel();
  }

  protected fontsLoaded(): void {
    canvasMeasurer.clear();
    this.network.relabel();
  }

  protected setPalette(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.basemap.setPalette(palette);
    this.network.setPalette(palette);
  }

  /** Handle a press on the map. */
  protected handlePress(hit: Hit | null): void {
    if (hit && "cluster" in hit) this.changeState({ open: this.state.open === hit.cluster ? "" : hit.cluster }, true);
    else if (hit) this.selectOnMap(this.index.reference(hit.claim));
    else if (this.state.open) this.changeState({ open: "" }, true);
    else this.closeCard();
  }

  protected abstract selectOnMap(reference: string): void;
  protected abstract closeCard(): void;

  comparison(): ReturnType<PageContext["comparison"]> {
    return { left: [], right: [], both: 0 };
  }

  // --- state ----------------------------------------------------------------------------------------------

  changeState(change: Partial<State>, history: HistoryStep = false): void {
    const before = this.state;
    this.state = stateAfter(this.index, before, change);
    const panelOnly = changesPanelOnly(change);
    if (panelOnly) this.layout.updatePanel();
    else this.render(before);
    this.address?.record(this.state, history);
    // Typed text belongs to the history entry in which it was typed.
    if (panelOnly && !history) this.address?.adoptIntoEntry(this.state);
  }

  focusOn(reference: string, panel: State["panel"] = ""): void {
    const target = this.index.targetOf(reference);
    if (!target) return;
    this.changeState({ ...this.focusChange(target), select: reference, panel }, true);
    this.bringIntoView(target);
  }

  protected focusChange(target: Target): Partial<State> {
    return focusChange(this.network.visible, this.state, target);
  }

  protected bringIntoView(target: Target, animate = !prefersReducedMotion()): void {
    this.camera.bringIntoView(focusPlaces(this.network.visible, this.state, target), animate);
  }

  /** Update the screen to the state; `before` is the state that it shows, or null to update everything. */
  protected render(before: State | null): void {
    const { state } = this;
    if (before && before.language !== state.language) this.useLanguage();
    this.updateRoot();
    this.updateSelection(before);
    this.setPalette(this.paletteOfState());
    this.basemap.show(state.year);
    this.network.show(this.networkState());
    this.layout.update();
    this.network.relabel();
  }

  /** Set the page title, and the attributes of the root element that the style sheet uses. */
  protected abstract updateRoot(): void;
  protected abstract paletteOfState(): Palette;

  /** Update the selection from the state. Its objects keep their identity until the selection changes. */
  private updateSelection(before: State | null): void {
    const { index, state } = this;
    const { select, strand, only, readings } = state;
    const isNew = before?.select !== select;
    if (!isNew && before.strand === strand && before.only === only && before.readings === readings) return;
    const target = index.targetOf(select);
    this.selection = {
      selected: isNew ? new Set(target && index.claimsOfTarget(target)) : this.selection.selected,
      undatedRow: target?.type === "claim" && index.payload.claims.undated[target.row] ? target.row : -1,
      lifePath: target?.type === "person" ? lifePathOf(index, target.row, state) : [],
    };
  }

  protected networkState(): NetworkState {
    return { ...this.state, ...this.selection };
  }

  protected useLanguage(): void {
    this.index.languages.setLanguage(this.state.language);
    this.network.setWords(this.words);
    this.layout.rebuild();
  }
}
