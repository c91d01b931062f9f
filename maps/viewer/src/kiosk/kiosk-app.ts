/**
 * The kiosk: the map and data of the atlas on a touch screen, for one visitor after another.
 *
 * `KioskSession` decides when the state changes on its own. Every change of the state ends in `render`.
 */

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
import { layerChange } from "../state/focus-state";
import type { State } from "../state/screen-state";
import { setPageAttributes } from "../ui/page-attributes";
import { ViewerApp } from "../viewer-app";
import { AttractScreen } from "./attract-screen";
import { lockDownBrowser } from "./browser-lockdown";
import { kioskPalette, setColourProperties } from "./high-contrast";
import { KioskLayout } from "./kiosk-layout";
import { KioskMap } from "./kiosk-map";
import { KioskSession, type PlayMode, type SessionHost } from "./kiosk-session";
import { initialKioskState, initialUiState, type KioskUiState } from "./kiosk-state";
import { PageWatchdog } from "./page-watchdog";
import { ScreenRotation } from "./screen-rotation";
import { ShellLink } from "./shell-link";
import { StaffPanel } from "./staff-panel";
import { TouchScreen } from "./touch-screen";
import { VisitCounters } from "./visit-counters";

/** The distance from its edge at which a mark is still hit: a finger covers more than a mouse pointer. */
const TOUCH_TOLERANCE_PX = 22;
const root = document.documentElement;

export class KioskApp extends ViewerApp implements SessionHost {
  ui: KioskUiState;
  readonly kioskMap: KioskMap;
  protected readonly address = null;
  protected readonly layout: KioskLayout;
  private readonly rotation: ScreenRotation;
  private readonly session: KioskSession;
  private readonly touchScreen: TouchScreen;
  private readonly attractScreen: AttractScreen;
  private readonly staffPanel: StaffPanel;
  private readonly watchdog: PageWatchdog;
  private readonly shellLink: ShellLink;
  private readonly counters: VisitCounters;

  constructor(
    data: PageData,
    readonly settings: KioskDocument,
  ) {
    const { map, index, base } = data;
    const state = initialKioskState(settings, index.payload);
    super(data, state, kioskPalette(index.isFiction(state.strand), settings.access.high_contrast));
    this.ui = initialUiState(settings);
    this.counters = new VisitCounters(settings.staff.counters);
    this.shellLink = new ShellLink(settings.version, (text) => this.counters.addJson(text));
    this.layout = new KioskLayout(this);
    this.watchdog = new PageWatchdog(this.layout.frame, this.title, settings.languages, this.shellLink);
    this.rotation = new ScreenRotation(this.layout.frame, settings.screen.rotation);
    this.kioskMap = new KioskMap(map, this.basemap, this.camera, settings.start, this.rotation, (at) =>
      this.handlePress(this.network.hitAt(at, TOUCH_TOLERANCE_PX)),
    );
    this.session = new KioskSession(this);
    this.attractScreen = new AttractScreen(settings);
    this.staffPanel = new StaffPanel(this, this.counters, this.shellLink);
    this.layout.build([
      this.attractScreen.element,
      this.session.warning,
      this.staffPanel.element,
      this.session.quietScreen,
    ]);
    configureTouchMap(map, base.clip / KM_PER_WORLD_PIXEL);
    this.addLayers();
    this.touchScreen = new TouchScreen(root, this.session, this.kioskMap, (x, y) =>
      this.staffPanel.touchHappened(this.rotation.pagePoint(x, y), performance.now()),
    );
    lockDownBrowser(() => this.session.keyPressed(performance.now()));
    window.addEventListener("resize", () => this.resized());
    document.addEventListener("visibilitychange", () => this.network.relabel());
    this.render(null);
    this.resetAll();
    this.session.start();
    this.shellLink.sendReady();
  }

  get kioskWords(): Words["kiosk"] {
    return this.words.kiosk;
  }

  private get title(): string {
    return this.settings.title ?? this.index.payload.title;
  }

  // --- the start ------------------------------------------------------------------------------------------

  private initialState(): State {
    return initialKioskState(this.settings, this.index.payload);
  }

  private replaceState(state: State): void {
    const before = this.state;
    this.state = state;
    this.render(before);
  }

  /** Reset everything to the settings: year, view, layers, language, panels, focus, zoom, scroll. */
  private resetAll(): void {
    this.touchScreen.releaseAll();
    this.staffPanel.close();
    this.ui = initialUiState(this.settings);
    this.attractScreen.reset();
    this.session.restartStep();
    this.rotation.setOppositeSide(false);
    this.replaceState(this.initialState());
    this.kioskMap.showInitialView();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    for (const scrolled of [root, document.body, this.layout.frame]) scrolled.scrollTop = scrolled.scrollLeft = 0;
    this.attractScreen.showStep(this.state.year);
    this.session.showPhase();
  }

  /** Start over, but keep the options that this visitor needs to read the screen. */
  startOver(): void {
    const { isRotated, highContrast, largeType } = this.ui;
    this.ui = { ...initialUiState(this.settings), isRotated, highContrast, largeType };
    this.replaceState({ ...this.initialState(), language: this.state.language });
    this.kioskMap.showWholeMap();
  }

  // --- what the session reports ---------------------------------------------------------------------------

  sessionStarted(): void {
    this.staffPanel.visitCount += 1;
    this.counters.increment("visit");
    this.shellLink.send({ type: "active" });
    this.replaceState(this.initialState());
  }

  sessionEnded(): void {
    this.resetAll();
    this.shellLink.send({ type: "idle" });
    if (this.settings.staff.counters) this.shellLink.store(this.counters.toJson());
  }

  phaseChanged(): void {
    this.attractScreen.element.hidden = this.session.phase !== "attract";
    this.layout.setUsable(this.session.phase === "active");
    this.network.relabel();
  }

  advance(mode: PlayMode): void {
    const [first, last] = this.index.payload.period;
    if (mode === "tour") this.goToTourStop((this.ui.tourStop + 1) % this.settings.tour.length, true);
    else if (mode === "years" || !prefersReducedMotion())
      this.changeState({ year: this.state.year >= last ? first : this.state.year + 1 });
    if (mode === "attract") this.attractScreen.showStep(this.state.year);
  }

  tick(nowMs: number): void {
    if (this.session.phase === "attract") this.kioskMap.keepInitialView();
    this.watchdog.tick(nowMs);
  }

  // --- the map --------------------------------------------------------------------------------------------

  protected override panelBoxes(): Box[] {
    return this.layout.obstacleBoxes(this.rotation, this.map.getSize().y, this.watchdog.driftPx);
  }

  protected override selectOnMap(reference: string): void {
    this.focusOn(reference);
  }

  protected override closeCard(): void {
    if (this.ui.openPanel === "card") this.changeUi({ openPanel: "" });
  }

  protected override bringIntoView(target: Target): void {
    super.bringIntoView(target, false);
  }

  protected override fontsLoaded(): void {
    this.kioskMap.initialView = null;
    super.fontsLoaded();
  }

  private resized(): void {
    this.kioskMap.initialView = null;
    this.map.invalidateSize({ animate: false, pan: false });
    this.sizeChanged();
    this.kioskMap.showWholeMap();
  }

  private sizeChanged(): void {
    this.scaleWithFont();
    this.layout.sizeChanged();
  }

  // --- state ----------------------------------------------------------------------------------------------

  override changeState(change: Partial<State>): void {
    if (change.year !== undefined && this.session.phase === "active")
      this.counters.increment("year", String(change.year));
    if (change.language !== undefined) this.counters.increment("language", change.language);
    super.changeState(change);
  }

  changeUi(part: Partial<KioskUiState>): void {
    if (part.playing !== undefined) this.session.restartStep();
    // Opening any panel other than the tour's stops the tour.
    const leavesTour = part.openPanel !== undefined && part.openPanel !== "tour" && this.ui.playing === "tour";
    this.ui = { ...this.ui, ...(leavesTour && { playing: "" }), ...part };
    if (part.isRotated !== undefined) this.rotation.setOppositeSide(part.isRotated);
    this.replaceState(part.openPanel === "" ? { ...this.state, select: "", open: "" } : this.state);
  }

  goToTourStop(stop: number, isPlaying = false): void {
    const tourStop = this.settings.tour[stop];
    if (!tourStop) return;
    const { year, select, view } = tourStop;
    const target = this.index.targetOf(select);
    this.ui = { ...this.ui, openPanel: "tour", tourStop: stop, playing: isPlaying ? "tour" : "" };
    this.session.restartStep();
    this.changeState({
      year,
      select,
      // The tour belongs to the strand of the settings. Its stop must be on the map, whatever the visitor has hidden.
      strand: this.initialState().strand,
      only: new Set(),
      certainty: "possible",
      ...layerChange(this.index, target, this.state.layers),
    });
    this.kioskMap.showView(view);
    if (target) this.bringIntoView(target);
  }

  override focusOn(reference: string): void {
    const target = this.index.targetOf(reference);
    if (!target) return;
    const { claims } = this.index.payload;
    if (target.type === "claim" && claims.kind[target.row] === Kind.station)
      this.counters.increment("station", claims.id[target.row]!);
    this.ui = { ...this.ui, openPanel: "card", playing: "" };
    super.focusOn(reference);
  }

  /** Change neither `only`, which the visitor or the settings choose, nor the year for a tie, which no map shows. */
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
    if (!before || isTypeResized) this.sizeChanged();
    if (before && before.year !== this.state.year && this.session.phase === "active" && this.ui.playing === "")
      this.layout.announceYear();
  }

  protected override updateRoot(): void {
    const { state, ui } = this;
    setPageAttributes(this, `${this.title}, ${this.words.yearText(state.year)}`, {
      style: "light",
      contrast: ui.highContrast ? "high" : "",
      type: ui.largeType ? "large" : "",
      panel: ui.openPanel,
      year: state.year,
    });
    setColourProperties(this.paletteOfState());
  }

  protected override paletteOfState(): Palette {
    return kioskPalette(this.index.isFiction(this.state.strand), this.ui.highContrast);
  }
}
