/**
 * The kiosk: the atlas's map and data under the hands of visitors who stand, one after another.
 *
 * The state is that of the atlas, without an address; `Ui` holds what only a kiosk has. When it changes by itself is
 * told by `Rhythm`; every change of it ends in `apply`.
 */

import type * as L from "leaflet";
import { type LifeStop, lifePathOf } from "../data/life-path";
import { PayloadIndex } from "../data/payload-index";
import { type BasemapData, type BorderData, Kind, type Payload } from "../data/payload-types";
import { type KioskWords, kioskWordsOf } from "../i18n/kiosk-words";
import { type Words, wordsOf } from "../i18n/viewer-words";
import type { NetworkLayer } from "../map/network-layer";
import { clearTextWidths } from "../paint/canvas-text";
import { type Palette, paletteOf } from "../paint/palette";
import type { State } from "../state/url-state";
import { countsInWords } from "../ui/heading";
import { AttractScreen } from "./attract-screen";
import { blockBrowserActions } from "./browser-lockdown";
import { cssProperties, highContrastPalette } from "./high-contrast";
import type { KioskContext, KioskUiState } from "./kiosk-context";
import { focusPlaces, stateFocusedOn, withLayerOf } from "./kiosk-focus";
import { KioskLayout } from "./kiosk-layout";
import { KioskMap } from "./kiosk-map";
import { KioskSession, type SessionHost } from "./kiosk-session";
import type { KioskDocument } from "./kiosk-settings";
import { initialKioskState, initialUiState } from "./kiosk-state";
import { MapGestures } from "./map-gestures";
import { PageWatchdog } from "./page-watchdog";
import { ScreenRotation } from "./screen-rotation";
import { MAX_TOUCH_MS } from "./session-phases";
import { ShellLink } from "./shell-link";
import { StaffPanel } from "./staff-panel";
import type { PlayMode } from "./step-timer";
import { TouchScreen } from "./touch-screen";
import { hourText, VisitCounters } from "./visit-counters";

/** A finger covers more than a mouse: how much nearer than its edge a mark is found. */
const TOUCH_TOLERANCE_PX = 22;
const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");
const root = document.documentElement;

export class KioskApp implements KioskContext, SessionHost {
  readonly index: PayloadIndex;
  readonly network: NetworkLayer;
  words: Words;
  kioskWords: KioskWords;
  state: State;
  palette: Palette;
  ui: KioskUiState;
  private readonly kioskMap: KioskMap;
  private readonly layout: KioskLayout;
  private readonly rotation: ScreenRotation;
  private readonly session: KioskSession;
  private readonly touchScreen: TouchScreen;
  private readonly attractScreen: AttractScreen;
  private readonly staffPanel: StaffPanel;
  private readonly watchdog: PageWatchdog;
  private readonly shellLink: ShellLink;
  private readonly statistics = new VisitCounters();
  private readonly startedMs = performance.now();
  private sessionCount = 0;
  private selectedRows = new Set<number>();
  private lifeStops: readonly LifeStop[] = [];

  constructor(
    readonly map: L.Map,
    payload: Payload,
    base: BasemapData,
    readonly borders: BorderData | null,
    readonly settings: KioskDocument,
  ) {
    this.index = new PayloadIndex(payload);
    this.shellLink = new ShellLink(
      settings.version,
      (text) => settings.staff.counters && this.statistics.addJson(text),
    );
    this.layout = new KioskLayout(this);
    this.watchdog = new PageWatchdog(
      this.layout.frame,
      settings.title ?? payload.title,
      settings.languages,
      (message) => {
        this.shellLink.send({ type: "error", message });
        return this.shellLink.isFramed;
      },
    );
    this.state = this.initialState();
    this.ui = initialUiState(this.settings);
    this.index.languages.setLanguage(this.state.language);
    this.words = wordsOf(this.state.language);
    this.kioskWords = kioskWordsOf(this.state.language);
    this.palette = this.kioskPalette();
    this.rotation = new ScreenRotation(this.layout.frame, settings.screen.rotation);
    this.kioskMap = new KioskMap(map, this.index, base, borders, settings, this.words, this.palette, () =>
      this.layout.obstacleBoxes(this.rotation, map.getSize().y, this.watchdog.driftPx),
    );
    this.network = this.kioskMap.network;
    this.session = new KioskSession(settings, this);
    this.attractScreen = new AttractScreen(settings);
    this.staffPanel = new StaffPanel(
      () => this,
      () => ({
        startedMs: this.startedMs,
        sessionCount: this.sessionCount,
        counters: this.statistics,
        link: this.shellLink,
        saveCounters: () => this.saveCounters(),
      }),
    );
    this.layout.build(map.getContainer(), [
      this.attractScreen.element,
      this.session.warning.element,
      this.staffPanel.element,
      this.session.quietScreen,
    ]);
    this.kioskMap.attach();
    this.touchScreen = new TouchScreen(
      root,
      this.session.touchGate,
      [new MapGestures(map, this.rotation, (at) => this.mapPressed(at))],
      (x, y) => {
        const spot = this.rotation.pagePoint(x, y);
        this.staffPanel.touchHappened(spot.x, spot.y, performance.now());
      },
    );
    this.listenToPage();
    this.render(null);
    this.resetAll();
    this.session.start();
    this.shellLink.sendReady();
  }

  private listenToPage(): void {
    blockBrowserActions(document);
    window.addEventListener("resize", () => {
      this.kioskMap.clearInitialView();
      this.map.invalidateSize({ animate: false, pan: false });
      this.layout.setTouchTargetSize();
      this.fontSizeChanged();
      this.showWholeMap();
    });
    let heldMs = -Infinity;
    document.addEventListener(
      "keydown",
      (event) => {
        if (!event.repeat) heldMs = performance.now();
        // As on the screen: what lies on a key for so long is no hand.
        if (performance.now() - heldMs < MAX_TOUCH_MS && this.session.keyPressed() === "use") return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true },
    );
    document.addEventListener("visibilitychange", () => this.network.relabel());
    document.fonts.addEventListener("loadingdone", () => {
      this.kioskMap.clearInitialView();
      clearTextWidths();
      this.network.relabel();
    });
  }

  // --- the start ------------------------------------------------------------------------------------------

  private initialState(): State {
    return initialKioskState(this.settings, this.index.payload.period);
  }

  /** Everything as the house has it: year, view, layers, language, panels, focus, zoom, scroll. */
  private resetAll(): void {
    const before = this.state;
    this.touchScreen.releaseAll();
    this.staffPanel.close();
    this.ui = initialUiState(this.settings);
    this.state = this.initialState();
    this.attractScreen.reset();
    this.session.restartStep();
    this.rotation.setOppositeSide(false);
    this.render(before);
    this.kioskMap.showInitialView();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const scrolled of [root, document.body, this.layout.frame]) scrolled.scrollTop = scrolled.scrollLeft = 0;
    this.attractScreen.showStep(this.state.year);
    this.session.showPhase();
  }

  startOver(): void {
    const before = this.state;
    this.ui = {
      ...initialUiState(this.settings),
      isRotated: this.ui.isRotated,
      highContrast: this.ui.highContrast,
      largeType: this.ui.largeType,
    };
    this.state = { ...this.initialState(), language: before.language };
    this.render(before);
    this.showWholeMap();
  }

  // --- what the rhythm tells ------------------------------------------------------------------------------

  sessionStarted(): void {
    this.sessionCount += 1;
    this.countVisit("visit");
    this.shellLink.send({ type: "active" });
    const before = this.state;
    this.state = this.initialState();
    this.render(before);
  }

  sessionEnded(): void {
    this.resetAll();
    this.shellLink.send({ type: "idle" });
    if (this.settings.staff.counters) this.shellLink.store(this.statistics.toJson());
  }

  phaseChanged(): void {
    this.attractScreen.element.hidden = this.session.phase !== "attract";
    this.layout.usable = this.session.phase === "active";
    this.network.relabel();
  }

  advance(mode: Exclude<PlayMode, "">): void {
    const [first, last] = this.index.payload.period;
    const following = this.state.year >= last ? first : this.state.year + 1;
    switch (mode) {
      case "attract":
        if (!prefersStill.matches) this.changeState({ year: following });
        this.attractScreen.showStep(this.state.year);
        break;
      case "years":
        this.changeState({ year: following });
        break;
      case "tour":
        this.goToTourStop((this.ui.tourStop + 1) % this.settings.tour.length, true);
        break;
    }
  }

  tick(nowMs: number): void {
    if (this.session.phase === "attract") this.kioskMap.keepInitialView();
    this.watchdog.tick(nowMs);
  }

  private countVisit(kind: "visit" | "year" | "station" | "language", what = ""): void {
    if (this.settings.staff.counters) this.statistics.increment(hourText(new Date()), kind, what);
  }

  private saveCounters(): void {
    this.shellLink.download("counters.csv", this.statistics.toCsv());
  }

  // --- what a visitor does --------------------------------------------------------------------------------

  private mapPressed(at: L.Point): void {
    const found = this.network.hitAt(at, TOUCH_TOLERANCE_PX);
    if (found && "cluster" in found) this.changeState({ open: this.state.open === found.cluster ? "" : found.cluster });
    else if (found) this.focusOn(this.index.reference(found.claim));
    else if (this.state.open) this.changeState({ open: "" });
    else if (this.ui.openPanel === "card") this.changeUi({ openPanel: "" });
  }

  changeState(part: Partial<State>): void {
    const before = this.state;
    this.state = { ...before, ...part };
    if (part.year !== undefined && part.year !== before.year && part.open === undefined) this.state.open = "";
    const target = this.index.targetOf(this.state.select);
    if (target && !this.index.fitsWorld(target, this.state.world === "fiction")) this.state.select = "";
    if (this.ui.openPanel === "card" && !this.state.select) this.ui.openPanel = "";
    if (part.year !== undefined && this.session.phase === "active") this.countVisit("year", String(part.year));
    if (part.language !== undefined) this.countVisit("language", part.language);
    this.render(before);
  }

  changeUi(part: Partial<KioskUiState>): void {
    const before = this.state;
    if (part.playing !== undefined) this.session.restartStep();
    const leaving = part.openPanel !== undefined && part.openPanel !== "tour" && this.ui.playing === "tour";
    this.ui = { ...this.ui, ...(leaving ? { playing: "" } : {}), ...part };
    if (part.isRotated !== undefined) this.rotation.setOppositeSide(part.isRotated);
    if (part.openPanel === "") this.state = { ...this.state, select: "", open: "" };
    this.render(before);
  }

  goToTourStop(stop: number, isPlaying = false): void {
    const told = this.settings.tour[stop];
    if (!told) return;
    this.ui = { ...this.ui, openPanel: "tour", tourStop: stop, playing: isPlaying ? "tour" : "" };
    this.session.restartStep();
    const target = this.index.targetOf(told.select);
    // The tour is of the house's own world, whatever a visitor has left out before: its stop must be on the map.
    this.changeState({
      year: told.year,
      select: told.select,
      world: this.settings.start.world,
      certainty: "possible",
      ...withLayerOf(this.index, target, this.state.layers),
    });
    this.kioskMap.showView(told.view);
    if (target) this.kioskMap.panTo(focusPlaces(this, target));
  }

  focusOn(reference: string): void {
    const target = this.index.targetOf(reference);
    if (!target) return;
    const { claims } = this.index.payload;
    if (target.type === "claim" && claims.kind[target.row] === Kind.station)
      this.countVisit("station", claims.id[target.row]!);
    this.ui = { ...this.ui, openPanel: "card", playing: "" };
    this.changeState(stateFocusedOn(this, reference, target));
    this.kioskMap.panTo(focusPlaces(this, target));
  }

  zoomBy(steps: number): void {
    this.kioskMap.zoomBy(steps);
  }

  showWholeMap(): void {
    this.kioskMap.showWholeMap();
  }

  comparison(): { left: number[]; right: number[]; both: number } {
    return { left: [], right: [], both: 0 };
  }

  // --- what is seen ---------------------------------------------------------------------------------------

  private kioskPalette(): Palette {
    const palette = paletteOf("light", this.state.world);
    return this.ui.highContrast && this.state.world !== "fiction" ? highContrastPalette(palette) : palette;
  }

  /** The letters of the page have another size. */
  private fontSizeChanged(): void {
    this.kioskMap.fontSizeChanged();
    this.layout.fontSizeChanged();
  }

  /** Bring the screen up to the state; `before` tells what need not be done again. */
  private render(before: State | null): void {
    const { state, ui } = this;
    root.dataset.world = state.world;
    root.dataset.style = "light";
    root.dataset.contrast = ui.highContrast ? "high" : "";
    const resized = before !== null && (root.dataset.type === "large") !== ui.largeType;
    root.dataset.type = ui.largeType ? "large" : "";
    root.dataset.panel = typeof ui.openPanel === "string" ? ui.openPanel : "source";
    root.dataset.year = String(state.year);
    if (!before || before.language !== state.language) this.applyLanguage();
    document.title = `${this.settings.title ?? this.index.payload.title}, ${state.year}`;
    const target = this.index.targetOf(state.select);
    if (!before || before.select !== state.select)
      this.selectedRows = new Set(target ? this.index.claimsOfTarget(target) : []);
    this.lifeStops = target?.type === "person" ? lifePathOf(this.index, target.row, state) : [];
    const palette = this.kioskPalette();
    if (palette !== this.palette) {
      this.palette = palette;
      this.kioskMap.recolour(palette);
    }
    const own = ui.highContrast && state.world !== "fiction";
    for (const [name, colour] of cssProperties(palette))
      own ? root.style.setProperty(name, colour) : root.style.removeProperty(name);
    this.kioskMap.ground.show(state.year);
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
      lifePath: this.lifeStops,
      selected: this.selectedRows,
    });
    const counts = countsInWords(this);
    this.layout.update(counts);
    this.network.relabel();
    if (resized) this.fontSizeChanged();
    if (before && before.year !== state.year && this.session.phase === "active" && ui.playing === "")
      this.layout.liveRegion.textContent = `${state.year}: ${counts}`;
  }

  private applyLanguage(): void {
    const { language } = this.state;
    root.lang = language;
    this.index.languages.setLanguage(language);
    this.words = wordsOf(language);
    this.kioskWords = kioskWordsOf(language);
    root.dir = this.words.direction;
    this.network.setWords(this.words);
    this.layout.rebuild(this.map.getContainer());
    this.layout.usable = this.session.phase === "active";
  }
}
