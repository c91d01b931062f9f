/** The network of a year on a Leaflet map: one canvas for life. It lays the year out, and finds what is under a pointer. */

import type * as L from "leaflet";
import { type Box, BoxGrid } from "./boxes";
import { gather, MOST_MARKS } from "./crowd";
import { type Fan, type FanOptions, fanOut } from "./fan";
import type { Index } from "./index";
import type { Placed } from "./labels";
import type { LifeStop } from "./life";
import { sizeOf } from "./looks";
import { named } from "./naming";
import { paintLife } from "./paint/life";
import { drawPolities, drawSeas, type Sea } from "./paint/names";
import {
  type Picture,
  paintChips,
  paintLabels,
  paintLeaders,
  paintMarks,
  paintOpened,
  paintReach,
  paintStops,
  paintWays,
} from "./paint/picture";
import type { Palette } from "./palette";
import { daysOf, samePeriod } from "./period";
import { KM_PER_PIXEL, type Plane } from "./plane";
import { type Found, foundAt } from "./pointer";
import type { Window } from "./rings";
import { Spots } from "./spots";
import { Surface } from "./surface";
import { Travel } from "./travel";
import { crowdOfJourneys, crowdOfLines, type Ends, MOST_WAYS, WayCrowd } from "./way-crowd";
import { type Journey, journeysOf, type Line, linesOf, type Stop, shiftFor } from "./ways";
import type { LabelWish } from "./wishes";
import type { Words } from "./words";
import { type Filter, layerOf, YearNet } from "./year-net";

export type { Found } from "./pointer";

export interface Shown extends Filter {
  /** The way of the selected person through the years; empty for none. */
  life: readonly LifeStop[];
  /** Claim rows that are selected. */
  selected: ReadonlySet<number>;
  /** Id of the place whose fan is open. */
  open: string;
}

export interface NetworkOptions {
  words: Words;
  palette: Palette;
  seas?: readonly Sea[];
  polities?: boolean;
  /** The pane of the map to draw in; the overlays by default. */
  pane?: string;
  /** Boxes in pixels of the map's container where no name may stand. */
  obstacles?: () => Box[];
  /** The part of the container that is its own, where another picture has the rest. */
  part?: () => Box | null;
}

/** How a picture is looked at: its window and the part of it in sight, in which pixels, colours and words. */
export interface Sight {
  window: Window;
  sight: Box;
  ratio: number;
  unit: number;
  palette: Palette;
  words: Words;
}

/** A small map shows who headed a station; the others come when it is enlarged. */
const PEOPLE_FROM = 1.9;
/** A network of more claims than this is not painted far outside of the window. */
const MOST_CLAIMS_AROUND = 10_000;
/** The class of the canvas that goes. */
const GHOST = "liaison-ghost";
const FADE_MS = 260;

const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");
const still = (): boolean => prefersStill.matches;

export class Network extends Surface implements Picture {
  readonly net: YearNet;
  readonly spots: Spots;
  /** How much larger than ordinary everything is set: a large screen is read from further away. */
  unit = 1;
  /** What makes scales comparable: 1 on the page's own plane, where a pixel at zoom 0 is 20 km in Europe too. */
  private readonly detail: number;
  palette: Palette;
  private words: Words;
  shown: Shown;
  hovered = -1;
  fan: Fan = {
    dx: new Float32Array(0),
    dy: new Float32Array(0),
    hub: new Int32Array(0),
    hidden: new Uint8Array(0),
    chips: [],
    opened: [],
  };
  private fanFor = "";
  rows: Int32Array = new Int32Array(0);
  count = 0;
  crowded = false;
  readonly journeyCrowd = new WayCrowd();
  readonly lineCrowd = new WayCrowd();
  ends: Ends = new Float32Array(0);
  x = new Float32Array(0);
  y = new Float32Array(0);
  radius = new Float32Array(0);
  journeys: Journey[] = [];
  lines: Line[] = [];
  wishes: LabelWish[] = [];
  labels: Placed[] = [];
  private taken = new BoxGrid();
  stops: Stop[] = [];
  private stale = true;
  /** The picture of the year before, while it goes. */
  private ghost: HTMLCanvasElement;
  private going: Animation | null = null;
  private readonly travel: Travel;

  constructor(
    index: Index,
    plane: Plane,
    private readonly extras: NetworkOptions,
  ) {
    super(extras.pane ?? "overlayPane", "liaison-network");
    this.net = new YearNet(index);
    this.travel = new Travel(this.net);
    this.spots = new Spots(index, plane);
    this.detail = plane.worldLength(10, 50, KM_PER_PIXEL);
    this.palette = extras.palette;
    this.words = extras.words;
    this.shown = {
      year: index.payload.period[0],
      from: null,
      month: null,
      layers: new Set(),
      certainty: "possible",
      world: "record",
      readings: new Map(),
      life: [],
      selected: new Set(),
      open: "",
    };
    this.ghost = this.newCanvas();
  }

  override onRemove(): this {
    this.travel.clear();
    this.ghost.remove();
    return super.onRemove();
  }

  /** Show another state. What did not change is not computed again. */
  show(shown: Shown): void {
    const before = this.shown;
    const yearChanged = !samePeriod(before, shown);
    const filterChanged =
      yearChanged ||
      before.layers !== shown.layers ||
      before.certainty !== shown.certainty ||
      before.world !== shown.world ||
      before.readings !== shown.readings;
    if (filterChanged && this._map && !still()) this.fade();
    const old = yearChanged && this._map && !still() ? this.travel.before() : null;
    this.shown = shown;
    if (filterChanged) this.net.update(shown);
    if (filterChanged || before.open !== shown.open || before.selected !== shown.selected) this.fanFor = "";
    this.stale = true;
    if (old) this.travel.begin(old, shown);
    else if (yearChanged) this.travel.clear();
    this.repaint();
  }

  /** Speak another language: of the names of the data the index tells, of the months these words. */
  reword(words: Words): void {
    if (words === this.words) return;
    this.words = words;
    this.relabel();
  }

  recolour(palette: Palette): void {
    this.palette = palette;
    this.repaint();
  }

  /** Place the names anew, for a panel has opened or the fonts have come. */
  relabel(): void {
    this.stale = true;
    this.repaint();
  }

  hover(claim: number): void {
    if (claim === this.hovered) return;
    this.hovered = claim;
    this.repaint();
  }

  /** While the years play, how long a stop lasts; else 0. */
  get stopMs(): number {
    return this.travel.stopMs;
  }

  set stopMs(ms: number) {
    this.travel.stopMs = ms;
  }

  progress(row: number): number {
    return this.travel.progress(row);
  }

  private grow(count: number): void {
    if (this.x.length >= count) return;
    const room = Math.ceil(count * 1.5) + 16;
    this.x = new Float32Array(room);
    this.y = new Float32Array(room);
    this.radius = new Float32Array(room);
  }

  // --- movement -------------------------------------------------------------------------------------------

  /** Leave the old picture on top and let it go; the new one is painted on the other of two canvases. */
  private fade(): void {
    const { width, height } = this.canvas;
    if (width === 0 || width * height > 12e6) return;
    this.going?.cancel();
    this.ghost.classList.remove(GHOST);
    this.ghost = this.exchange(this.ghost);
    const { ghost } = this;
    ghost.classList.add(GHOST);
    this.going = ghost.animate([{ opacity: 1 }, { opacity: 0 }], { duration: FADE_MS, easing: "ease-out" });
    this.going.onfinish = () => ghost.remove();
  }

  /** A year is painted more often than the map is dragged, and a crowd only where it is seen. */
  protected override around(pixels: number): number {
    return this.net.index.size > MOST_CLAIMS_AROUND ? 0.03 : super.around(pixels) / 2;
  }

  protected override moved(): void {
    this.ghost.remove();
    this.stale = true;
  }

  // --- layout ---------------------------------------------------------------------------------------------

  placeX(place: number, window: Window): number {
    const x = this.spots.places[2 * place]!;
    return (x + shiftFor(x, window, this.spots.plane.repeat)) * window.scale - window.originX;
  }

  placeY(place: number, window: Window): number {
    return this.spots.places[2 * place + 1]! * window.scale - window.originY;
  }

  private ring(): number {
    return 25 * this.unit;
  }

  private layout(ctx: CanvasRenderingContext2D, window: Window): void {
    const { net } = this;
    const { claims } = net.index.payload;
    this.chooseMarks(window);
    const key = `${window.scale}${net.markCount > MOST_MARKS ? ` ${window.originX} ${window.originY}` : ""}`;
    if (this.fanFor !== key) this.spread(window);
    this.fanFor = key;
    for (let mark = 0; mark < this.count; mark++) {
      const place = claims.place[this.rows[mark]!]!;
      this.x[mark] = this.placeX(place, window) + this.fan.dx[mark]!;
      this.y[mark] = this.placeY(place, window) + this.fan.dy[mark]!;
    }
    this.layWays(window);
    this.letter(ctx, window);
    this.stale = false;
  }

  /** All marks of the year; of a great many only those in the window. */
  private chooseMarks(window: Window): void {
    const { net } = this;
    this.grow(net.markCount);
    if (net.markCount <= MOST_MARKS) {
      this.rows = net.marks;
      this.count = net.markCount;
      return;
    }
    if (this.rows === net.marks || this.rows.length < net.markCount) this.rows = new Int32Array(net.marks.length);
    const { claims } = net.index.payload;
    const around = 2 * this.ring();
    this.count = 0;
    for (let mark = 0; mark < net.markCount; mark++) {
      const row = net.marks[mark]!;
      const x = this.placeX(claims.place[row]!, window),
        y = this.placeY(claims.place[row]!, window);
      if (x > -around && y > -around && x < window.width + around && y < window.height + around)
        this.rows[this.count++] = row;
    }
  }

  /** Open crowded places like a fan, or show one mark a cell where there are too many. */
  private spread(window: Window): void {
    const { net, spots, unit, count, rows } = this;
    const { claims, places } = net.index.payload;
    for (let mark = 0; mark < count; mark++) {
      const place = claims.place[rows[mark]!]!;
      this.x[mark] = spots.places[2 * place]! * window.scale;
      this.y[mark] = spots.places[2 * place + 1]! * window.scale;
      this.radius[mark] = (sizeOf(net.index, rows[mark]!) * unit) / 2;
    }
    let wanted = -1;
    for (let mark = 0; mark < count && wanted < 0; mark++) if (this.shown.selected.has(rows[mark]!)) wanted = mark;
    const left = window.scale * this.detail < PEOPLE_FROM * unit;
    this.crowded = count > MOST_MARKS;
    const options: FanOptions = {
      reach: 24 * unit,
      ring: this.ring(),
      isOpen: (hub) => this.shown.open !== "" && places.id[claims.place[rows[hub]!]!] === this.shown.open,
      wanted,
      radius: this.radius,
      minor: (mark) => left && layerOf(net.index, rows[mark]!) === "people",
      yields: (mark) => net.index.isVague(claims.place[rows[mark]!]!),
    };
    this.fan = this.crowded ? gather(this.x, this.y, count, unit, options) : fanOut(this.x, this.y, count, options);
  }

  /** Journeys and lines one by one, or as crowds. */
  private layWays(window: Window): void {
    const { net, spots } = this;
    this.journeyCrowd.clear();
    this.lineCrowd.clear();
    this.ends = new Float32Array(0);
    if (net.journeyCount > MOST_WAYS) {
      this.ends = crowdOfJourneys(this.journeyCrowd, net, spots, window, this.markedPlaces());
      this.stops = [];
    } else {
      this.journeys = journeysOf(net, spots, window);
      this.stops = this.stopsWithoutMark(window);
    }
    if (net.lineCount > MOST_WAYS) {
      crowdOfLines(this.lineCrowd, net, spots, window);
      this.lines = [];
    } else this.lines = linesOf(net, spots, window);
  }

  /** Of a crowd of journeys only what is chosen or under the pointer is drawn by itself. */
  private liftFromCrowd(window: Window): void {
    if (this.net.journeyCount <= MOST_WAYS) return;
    const lifted = [...this.shown.selected, this.hovered].filter(
      (row) => row >= 0 && this.net.index.isKind(row, "journey") && this.net.admits(row, this.shown),
    );
    this.journeys = journeysOf(this.net, this.spots, window, lifted.slice(0, MOST_WAYS));
  }

  private markedPlaces(): Set<number> {
    const { claims } = this.net.index.payload;
    const marked = new Set<number>();
    for (let mark = 0; mark < this.count; mark++)
      if (!this.fan.hidden[mark]) marked.add(claims.place[this.rows[mark]!]!);
    return marked;
  }

  private stopsWithoutMark(window: Window): Stop[] {
    const marked = this.markedPlaces();
    const stops: Stop[] = [];
    for (const { row, ends } of this.journeys) {
      for (const place of ends) {
        if (marked.has(place)) continue;
        marked.add(place);
        stops.push({ place, row, x: this.placeX(place, window), y: this.placeY(place, window) });
      }
    }
    return stops;
  }

  get look(): Sight {
    const { window, unit, palette, words } = this;
    return { window, sight: this.sight(), ratio: this.ratio(), unit, palette, words };
  }

  /** The part of the canvas that is in sight now. */
  protected sight(): Box {
    const map = this._map;
    const at = map.containerPointToLayerPoint([0, 0]).subtract(this.corner);
    const { x, y } = map.getSize();
    const { x0, y0, x1, y1 } = this.extras.part?.() ?? { x0: 0, y0: 0, x1: x, y1: y };
    return { x0: at.x + x0, y0: at.y + y0, x1: at.x + x1, y1: at.y + y1 };
  }

  private letter(ctx: CanvasRenderingContext2D, window: Window): void {
    const { shown } = this;
    const naming = {
      words: this.words,
      year: shown.year,
      severalYears: shown.from !== null && shown.from !== shown.year,
      opened: new Set(this.fan.opened.map(({ hub }) => hub)),
      ring: this.ring(),
      scale: window.scale * this.detail,
    };
    ({
      wishes: this.wishes,
      labels: this.labels,
      taken: this.taken,
    } = named(ctx, this, naming, window, this.sight(), this.extras.obstacles?.() ?? []));
  }

  chipX(chip: Fan["chips"][number]): number {
    return this.x[chip.hub]! - this.fan.dx[chip.hub]! + chip.dx;
  }

  chipY(chip: Fan["chips"][number]): number {
    return this.y[chip.hub]! - this.fan.dy[chip.hub]! + chip.dy;
  }

  // --- painting -------------------------------------------------------------------------------------------

  protected override paint(ctx: CanvasRenderingContext2D, window: Window): void {
    if (this.stale) this.layout(ctx, window);
    this.liftFromCrowd(window);
    const taken = this.taken.copy();
    if (this.extras.polities)
      drawPolities(
        ctx,
        this.net.index,
        this.spots.polities,
        daysOf(this.shown)[1],
        window,
        this.palette,
        this.unit,
        taken,
      );
    if (this.extras.seas)
      drawSeas(ctx, this.extras.seas, this.net.index.payload.language, window, this.palette, this.unit, taken);
    paintReach(this, ctx, window);
    paintWays(this, ctx, window);
    paintLife(this, ctx, window, this.shown.life, this.shown.year, this.taken);
    paintStops(this, ctx);
    paintOpened(this, ctx);
    paintLeaders(this, ctx, window);
    paintMarks(this, ctx, window);
    paintChips(this, ctx);
    paintLabels(this, ctx);
    // As long as something is on its way, the next frame is painted too.
    if (this.travel.goesOn()) this.repaint();
  }

  /** What lies at a point of the map's container; `slack` widens the targets, for a finger. */
  find(container: L.Point, slack: number): Found | null {
    const map = this._map;
    if (!map) return null;
    const { x, y } = map.containerPointToLayerPoint(container).subtract(this.corner);
    return foundAt(this, x, y, slack);
  }
}
