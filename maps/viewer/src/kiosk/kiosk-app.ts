/**
 * The kiosk: the atlas's map and data on a touch screen, for one visitor after another.
 *
 * `KioskSession` decides when the state changes by itself; every change of it ends in `render`.
 */

import type * as L from "leaflet";
import type { Target } from "../data/payload-index";
import type { KioskDocument } from "../data/payload-schema";
import { Kind } from "../data/payload-types";
import type { Box } from "../geometry/boxes";
import type { Words } from "../i18n/viewer-words";
import { configureTouchMap } from "../map/configure-map";
import { prefersReducedMotion } from "../map/reduced-motion";
import { KM_PER_WORLD_PIXEL } from "../scene/layout/map-projection";
import type { Palette } from "../scene/palette";
import type { PageData } from "../start-page";
import type { State } from "../state/screen-state";
import { setPageAttributes } from "../ui/page-attributes";
import { ViewerApp } from "../viewer-app";
import { AttractScreen } from "./attract-screen";
import { kioskPalette, setColourProperties } from "./high-contrast";
import type { KioskContext } from "./kiosk-context";
import { KioskLayout } from "./kiosk-layout";
import { listenToPage } from "./kiosk-listeners";
import { KioskMap } from "./kiosk-map";
import { KioskSession, type SessionHost } from "./kiosk-session";
import {
  initialKioskState,
  initialUiState,
  type KioskUiState,
  stateAtTourStop,
  uiAfter,
  uiAfterStartOver,
} from "./kiosk-state";
import { MapGestures } from "./map-gestures";
import { PageWatchdog } from "./page-watchdog";
import { ScreenRotation } from "./screen-rotation";
import { ShellLink } from "./shell-link";
import { StaffPanel } from "./staff-panel";
import type { PlayMode } from "./step-timer";
import { TouchScreen } from "./touch-screen";
import { VisitStatistics } from "./visit-statistics";

/** A finger covers more than a mouse pointer: how far from its edge a mark is still hit. */
const TOUCH_TOLERANCE_PX = 22;
const root = document.documentElement;

export class KioskApp extends ViewerApp implements KioskContext, SessionHost {
  ui: KioskUiState;
  protected readonly address = null;
  protected readonly layout: KioskLayout;
  private readonly kioskMap: KioskMap;
  private readonly rotation: ScreenRotation;
  private readonly session: KioskSession;
  private readonly touchScreen: TouchScreen;
  private readonly attractScreen: AttractScreen;
  private readonly staffPanel: StaffPanel;
  private readonly watchdog: PageWatchdog;
  private readonly shellLink: ShellLink;
  private readonly statistics: VisitStatistics;

  constructor(
    data: PageData,
    readonly settings: KioskDocument,
  ) {
    const { map, index, base } = data;
    const { payload } = index;
    const state = initialKioskState(settings, payload);
    const ui = initialUiState(settings);
    super(data, state, kioskPalette(data.index.isFiction(state.strand), ui));
    this.ui = ui;
    this.shellLink = new ShellLink(settings.version, (text) => this.statistics.restore(text));
    this.statistics = new VisitStatistics(settings.staff.counters, this.shellLink);
    this.layout = new KioskLayout(this, map.getContainer());
    this.watchdog = new PageWatchdog(
      this.layout.frame,
      settings.title ?? payload.title,
      settings.languages,
      (message) => {
        this.shellLink.send({ type: "error", message });
        return this.shellLink.isFramed;
      },
    );
    this.rotation = new ScreenRotation(this.layout.frame, settings.screen.rotation);
    this.kioskMap = new KioskMap(map, this.basemap, this.camera, settings.start);
    this.session = new KioskSession(settings, this);
    this.attractScreen = new AttractScreen(settings);
    this.staffPanel = new StaffPanel(this, {
      startedMs: performance.now(),
      statistics: this.statistics,
      link: this.shellLink,
    });
    this.layout.build([
      this.attractScreen.element,
      this.session.warning.element,
      this.staffPanel.element,
      this.session.quietScreen,
    ]);
    configureTouchMap(map, base.clip / KM_PER_WORLD_PIXEL);
    this.addLayers();
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
    });
    this.render(null);
    this.resetAll();
    this.session.start();
    this.shellLink.sendReady();
  }

  get kioskWords(): Words["kiosk"] {
    return this.words.kiosk;
  }

  // --- the start ------------------------------------------------------------------------------------------

  private initialState(): State {
    return initialKioskState(this.settings, this.index.payload);
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
    this.layout.setUsable(this.session.phase === "active");
    this.network.relabel();
  }

  advance(mode: Exclude<PlayMode, "">): void {
    const [first, last] = this.index.payload.period;
    const nextYear = this.state.year >= last ? first : this.state.year + 1;
    switch (mode) {
      case "attract":
        if (!prefersReducedMotion()) this.changeState({ year: nextYear });
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

  // --- the map --------------------------------------------------------------------------------------------

  protected override panelBoxes(): Box[] {
    return this.layout.obstacleBoxes(this.rotation, this.map.getSize().y, this.watchdog.driftPx);
  }

  private mapPressed(at: L.Point): void {
    this.handlePress(this.network.hitAt(at, TOUCH_TOLERANCE_PX));
  }

  protected override selectOnMap(reference: string): void {
    this.focusOn(reference);
  }

  protected override closeCard(): void {
    if (this.ui.openPanel === "card") this.changeUi({ openPanel: "" });
  }

  zoomBy(steps: number): void {
    this.kioskMap.zoomBy(steps);
  }

  showWholeMap(): void {
    this.kioskMap.showWholeMap();
  }

  protected override bringIntoView(target: Target): void {
    super.bringIntoView(target, false);
  }

  protected override fontsLoaded(): void {
    this.kioskMap.clearInitialView();
    super.fontsLoaded();
  }

  private resized(): void {
    this.kioskMap.clearInitialView();
    this.map.invalidateSize({ animate: false, pan: false });
    this.layout.setTouchTargetSize();
    this.fontSizeChanged();
    this.showWholeMap();
  }

  private fontSizeChanged(): void {
    this.scaleWithFont();
    this.layout.fontSizeChanged();
  }

  // --- state ----------------------------------------------------------------------------------------------

  override changeState(change: Partial<State>): void {
    if (change.year !== undefined && this.session.phase === "active")
      this.statistics.count("year", String(change.year));
    if (change.language !== undefined) this.statistics.count("language", change.language);
    super.changeState(change);
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
    if (target) this.bringIntoView(target);
  }

  override focusOn(reference: string): void {
    const target = this.index.targetOf(reference);
    if (!target) return;
    const { claims } = this.index.payload;
    if (target.type === "claim" && claims.kind[target.row] === Kind.station)
      this.statistics.count("station", claims.id[target.row]!);
    this.ui = { ...this.ui, openPanel: "card", playing: "" };
    super.focusOn(reference);
  }

  /** Disputed claims alone are the visitor's own choice or that of the settings, and a tie, which no map shows, has no year. */
  protected override focusChange(target: Target): Partial<State> {
    const { only, year, ...change } = super.focusChange(target);
    const { kind } = this.index.payload.claims;
    const isDated = this.index.claimsOfTarget(target).some((row) => kind[row] !== Kind.tie);
    return isDated && year !== undefined ? { ...change, year } : change;
  }

  protected override render(before: State | null): void {
    const isTypeResized = (root.dataset.type === "large") !== this.ui.largeType;
    if (this.ui.openPanel === "card" && !this.state.select) this.ui = { ...this.ui, openPanel: "" };
    super.render(before);
    if (!before || isTypeResized) this.fontSizeChanged();
    if (before && before.year !== this.state.year && this.session.phase === "active" && this.ui.playing === "")
      this.layout.announceYear();
  }

  protected override updateRoot(): void {
    const { state, ui, settings, index } = this;
    setPageAttributes(this, `${settings.title ?? index.payload.title}, ${this.words.yearText(state.year)}`, {
      style: "light",
      contrast: ui.highContrast ? "high" : "",
      type: ui.largeType ? "large" : "",
      panel: typeof ui.openPanel === "string" ? ui.openPanel : "source",
      year: state.year,
    });
    setColourProperties(index.isFiction(state.strand), ui);
  }

  protected override paletteOfState(): Palette {
    return kioskPalette(this.index.isFiction(this.state.strand), this.ui);
  }
}
