/**
 * The kiosk: the atlas's map and data on a touch screen, for one visitor after another.
 *
 * `KioskSession` decides when the state changes by itself; every change of it ends in `render`.
 */

import type * as L from "leaflet";
import { type LifeStop, lifePathOf } from "../data/life-path";
import { PayloadIndex } from "../data/payload-index";
import type { KioskDocument } from "../data/payload-schema";
import { type BasemapData, type BorderData, Kind, type Payload } from "../data/payload-types";
import { type KioskWords, kioskWordsOf } from "../i18n/kiosk-words";
import { type Words, wordsOf } from "../i18n/viewer-words";
import type { NetworkLayer } from "../map/network-layer";
import type { Palette } from "../paint/palette";
import type { State } from "../state/url-state";
import { countsInWords } from "../ui/heading";
import { AttractScreen } from "./attract-screen";
import { isHighContrast, kioskPalette } from "./high-contrast";
import type { KioskContext } from "./kiosk-context";
import { focusPlaces, stateFocusedOn } from "./kiosk-focus";
import { KioskLayout } from "./kiosk-layout";
import { listenToPage } from "./kiosk-listeners";
import { KioskMap } from "./kiosk-map";
import { KioskSession, type SessionHost } from "./kiosk-session";
import {
  initialKioskState,
  initialUiState,
  type KioskUiState,
  stateAfter,
  stateAtTourStop,
  uiAfter,
  uiAfterStartOver,
} from "./kiosk-state";
import { MapGestures } from "./map-gestures";
import { PageWatchdog } from "./page-watchdog";
import { setColourProperties, setRootAttributes } from "./root-attributes";
import { ScreenRotation } from "./screen-rotation";
import { ShellLink } from "./shell-link";
import { StaffPanel } from "./staff-panel";
import type { PlayMode } from "./step-timer";
import { TouchScreen } from "./touch-screen";
import { VisitStatistics } from "./visit-statistics";

/** A finger covers more than a mouse pointer: how far from its edge a mark is still hit. */
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
  private readonly statistics: VisitStatistics;
  private readonly startedMs = performance.now();
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
    this.shellLink = new ShellLink(settings.version, (text) => this.statistics.restore(text));
    this.statistics = new VisitStatistics(settings.staff.counters, this.shellLink);
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
    this.palette = kioskPalette(this.state, this.ui);
    this.rotation = new ScreenRotation(this.layout.frame, settings.screen.rotation);
    this.kioskMap = new KioskMap(map, this.index, base, borders, settings, this.words, this.palette, () =>
      this.layout.obstacleBoxes(this.rotation, map.getSize().y, this.watchdog.driftPx),
    );
    this.network = this.kioskMap.network;
    this.session = new KioskSession(settings, this);
    this.attractScreen = new AttractScreen(settings);
    this.staffPanel = new StaffPanel(
      () => this,
      () => ({ startedMs: this.startedMs, statistics: this.statistics, link: this.shellLink }),
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
        const point = this.rotation.pagePoint(x, y);
        this.staffPanel.touchHappened(point.x, point.y, performance.now());
      },
    );
    listenToPage({
      resized: () => this.resized(),
      keyPressed: () => this.session.keyPressed(),
      visibilityChanged: () => this.network.relabel(),
      fontsLoaded: () => {
        this.kioskMap.clearInitialView();
        this.network.relabel();
      },
    });
    this.render(null);
    this.resetAll();
    this.session.start();
    this.shellLink.sendReady();
  }

  private resized(): void {
    this.kioskMap.clearInitialView();
    this.map.invalidateSize({ animate: false, pan: false });
    this.layout.setTouchTargetSize();
    this.fontSizeChanged();
    this.showWholeMap();
  }

  // --- the start ------------------------------------------------------------------------------------------

  private initialState(): State {
    return initialKioskState(this.settings, this.index.payload.period);
  }

  /** Everything as the settings have it: year, view, layers, language, panels, focus, zoom, scroll. */
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
    this.ui = uiAfterStartOver(this.settings, this.ui);
    this.state = { ...this.initialState(), language: before.language };
    this.render(before);
    this.showWholeMap();
  }

  // --- what the session reports ---------------------------------------------------------------------------

  sessionStarted(): void {
    this.statistics.countSession();
    this.shellLink.send({ type: "active" });
    const before = this.state;
    this.state = this.initialState();
    this.render(before);
  }

  sessionEnded(): void {
    this.resetAll();
    this.shellLink.send({ type: "idle" });
    this.statistics.store();
  }

  phaseChanged(): void {
    this.attractScreen.element.hidden = this.session.phase !== "attract";
    this.layout.usable = this.session.phase === "active";
    this.network.relabel();
  }

  advance(mode: Exclude<PlayMode, "">): void {
    const [first, last] = this.index.payload.period;
    const nextYear = this.state.year >= last ? first : this.state.year + 1;
    switch (mode) {
      case "attract":
        if (!prefersStill.matches) this.changeState({ year: nextYear });
        this.attractScreen.showStep(this.state.year);
        break;
      case "years":
        this.changeState({ year: nextYear });
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

  // --- what a visitor does --------------------------------------------------------------------------------

  private mapPressed(at: L.Point): void {
    const hit = this.network.hitAt(at, TOUCH_TOLERANCE_PX);
    if (hit && "cluster" in hit) this.changeState({ open: this.state.open === hit.cluster ? "" : hit.cluster });
    else if (hit) this.focusOn(this.index.reference(hit.claim));
    else if (this.state.open) this.changeState({ open: "" });
    else if (this.ui.openPanel === "card") this.changeUi({ openPanel: "" });
  }

  changeState(part: Partial<State>): void {
    const before = this.state;
    this.state = stateAfter(this.index, before, part);
    if (this.ui.openPanel === "card" && !this.state.select) this.ui.openPanel = "";
    if (part.year !== undefined && this.session.phase === "active") this.statistics.count("year", String(part.year));
    if (part.language !== undefined) this.statistics.count("language", part.language);
    this.render(before);
  }

  changeUi(part: Partial<KioskUiState>): void {
    const before = this.state;
    if (part.playing !== undefined) this.session.restartStep();
    this.ui = uiAfter(this.ui, part);
    if (part.isRotated !== undefined) this.rotation.setOppositeSide(part.isRotated);
    if (part.openPanel === "") this.state = { ...this.state, select: "", open: "" };
    this.render(before);
  }

  goToTourStop(stop: number, isPlaying = false): void {
    const tourStop = this.settings.tour[stop];
    if (!tourStop) return;
    this.ui = { ...this.ui, openPanel: "tour", tourStop: stop, playing: isPlaying ? "tour" : "" };
    this.session.restartStep();
    this.changeState(stateAtTourStop(this.settings, tourStop, this.index, this.state.layers));
    this.kioskMap.showView(tourStop.view);
    const target = this.index.targetOf(tourStop.select);
    if (target) this.kioskMap.panTo(focusPlaces(this, target));
  }

  focusOn(reference: string): void {
    const target = this.index.targetOf(reference);
    if (!target) return;
    const { claims } = this.index.payload;
    if (target.type === "claim" && claims.kind[target.row] === Kind.station)
      this.statistics.count("station", claims.id[target.row]!);
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

  /** The type of the page has another size. */
  private fontSizeChanged(): void {
    this.kioskMap.fontSizeChanged();
    this.layout.fontSizeChanged();
  }

  /** Bring the screen up to the state; `before` is the state that is shown, null for a new page. */
  private render(before: State | null): void {
    const { state, ui } = this;
    const typeSizeChanged = setRootAttributes(root, state, ui, this.settings.title ?? this.index.payload.title);
    if (!before || before.language !== state.language) this.applyLanguage();
    const target = this.index.targetOf(state.select);
    if (!before || before.select !== state.select)
      this.selectedRows = new Set(target ? this.index.claimsOfTarget(target) : []);
    this.lifeStops = target?.type === "person" ? lifePathOf(this.index, target.row, state) : [];
    const palette = kioskPalette(state, ui);
    if (palette !== this.palette) {
      this.palette = palette;
      this.kioskMap.recolour(palette);
    }
    setColourProperties(root, palette, isHighContrast(state, ui));
    this.kioskMap.ground.show(state.year);
    this.network.show({ ...state, lifePath: this.lifeStops, selected: this.selectedRows });
    const counts = countsInWords(this);
    this.layout.update(counts);
    this.network.relabel();
    if (before && typeSizeChanged) this.fontSizeChanged();
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
