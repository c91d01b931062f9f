/** The network of a year on a Leaflet map: one canvas for life. It lays the year out, and finds what is under a pointer. */

import * as L from "leaflet";
import { fanOut, type Fan } from "./fan";
import { PointGrid, placeLabels, type Box, type Placed } from "./labels";
import { sizeOf } from "./looks";
import { along, distanceTo } from "./paint/arcs";
import { paintLife } from "./paint/life";
import { drawPolities, drawSeas, type Sea } from "./paint/names";
import {
  paintChips, paintLabels, paintLeaders, paintMarks, paintOpened, paintReach, paintStops, paintWays, type Picture,
} from "./paint/picture";
import { KM_PER_PIXEL, type Plane } from "./plane";
import { journeysOf, linesOf, shiftFor, type Journey, type Line, type Stop } from "./ways";
import { labelWishes, type LabelWish } from "./wishes";
import { Spots } from "./spots";
import { Surface } from "./surface";
import { layerOf, YearNet, type Filter } from "./year-net";
import type { Index } from "./index";
import type { LifeStop } from "./life";
import type { Palette } from "./palette";
import type { Window } from "./rings";
import type { Words } from "./words";

export interface Shown extends Filter {
  /** The way of the selected person through the years; empty for none. */
  life: readonly LifeStop[];
  /** Claim rows that are selected. */
  selected: ReadonlySet<number>;
  /** Id of the place whose fan is open. */
  open: string;
}

/** What lies under a pointer: a claim, or the number of a closed fan (the id of its place). */
export type Found = { claim: number } | { fan: string };

export interface NetworkOptions {
  words: Words;
  palette: Palette;
  seas?: readonly Sea[];
  polities?: boolean;
  /** The pane of the map to draw in; the overlays by default. */
  pane?: string;
  /** Boxes in pixels of the map's container where no name may stand. */
  obstacles?: () => Box[];
}

/** A small map shows who headed a station; the others come when it is enlarged. */
const PEOPLE_FROM = 1.9;
const FADE_MS = 260;
const TRAVEL_MS = 900;
/** Above this many marks a year changes without travel: the picture is the message. */
const MOST_MOVING = 600;

const still = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

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
  fan: Fan = { dx: new Float32Array(0), dy: new Float32Array(0), hub: new Int32Array(0), hidden: new Uint8Array(0), chips: [], opened: [] };
  private fanScale = 0;
  x = new Float32Array(0);
  y = new Float32Array(0);
  radius = new Float32Array(0);
  journeys: Journey[] = [];
  lines: Line[] = [];
  wishes: LabelWish[] = [];
  labels: Placed[] = [];
  private taken: Box[] = [];
  stops: Stop[] = [];
  private stale = true;
  private readonly ghost = document.createElement("canvas");
  private readonly born = new Map<number, number>();
  private moving = 0;

  constructor(index: Index, plane: Plane, private readonly extras: NetworkOptions) {
    super(extras.pane ?? "overlayPane", "liaison-network");
    this.net = new YearNet(index);
    this.spots = new Spots(index, plane);
    this.detail = plane.worldLength(10, 50, KM_PER_PIXEL);
    this.palette = extras.palette;
    this.words = extras.words;
    this.shown = { year: index.payload.period[0], layers: new Set(), certainty: "possible", world: "record", readings: new Map(), life: [], selected: new Set(), open: "" };
    this.ghost.className = "liaison-network liaison-ghost leaflet-zoom-animated";
    this.ghost.setAttribute("aria-hidden", "true");
  }

  override onRemove(): this {
    cancelAnimationFrame(this.moving);
    this.moving = 0;
    this.ghost.remove();
    return super.onRemove();
  }

  /** Show another state. What did not change is not computed again. */
  show(shown: Shown): void {
    const before = this.shown;
    const yearChanged = before.year !== shown.year;
    const filterChanged = yearChanged || before.layers !== shown.layers || before.certainty !== shown.certainty || before.world !== shown.world;
    if (filterChanged && this._map && !still()) this.fade();
    const old = yearChanged ? new Set(this.rowsShown()) : null;
    this.shown = shown;
    if (filterChanged) {
      this.net.update(shown);
      this.grow(this.net.markCount);
    }
    if (filterChanged || before.open !== shown.open || before.selected !== shown.selected) this.fanScale = 0;
    this.stale = true;
    if (old && this._map) this.begin(old);
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

  private *rowsShown(): Iterable<number> {
    for (let i = 0; i < this.net.markCount; i++) yield this.net.marks[i]!;
    for (let i = 0; i < this.net.journeyCount; i++) yield this.net.journeys[i]!;
  }

  private grow(count: number): void {
    if (this.x.length >= count) return;
    const room = Math.ceil(count * 1.5) + 16;
    this.x = new Float32Array(room);
    this.y = new Float32Array(room);
    this.radius = new Float32Array(room);
  }

  // --- movement -------------------------------------------------------------------------------------------

  /** Leave the old picture on top and let it go. */
  private fade(): void {
    const { ghost, canvas } = this;
    if (canvas.width === 0 || canvas.width * canvas.height > 12e6) return;
    ghost.width = canvas.width;
    ghost.height = canvas.height;
    ghost.style.width = canvas.style.width;
    ghost.style.height = canvas.style.height;
    ghost.getContext("2d")?.drawImage(canvas, 0, 0);
    L.DomUtil.setTransform(ghost, this.corner, 1);
    canvas.after(ghost);
    const going = ghost.animate([{ opacity: 1 }, { opacity: 0 }], { duration: FADE_MS, easing: "ease-out" });
    going.onfinish = () => ghost.remove();
  }

  protected override moved(): void {
    this.ghost.remove();
    this.stale = true;
  }

  /** New journeys travel once, new raids ring once. */
  private begin(old: ReadonlySet<number>): void {
    this.born.clear();
    if (still() || this.net.markCount + this.net.journeyCount > MOST_MOVING) return;
    const now = performance.now();
    for (const row of this.rowsShown()) {
      if (!old.has(row) && (this.net.index.isKind(row, "journey") || this.net.index.isKind(row, "event"))) this.born.set(row, now);
    }
    if (this.born.size > 0 && !this.moving) this.moving = requestAnimationFrame(() => this.step());
  }

  private step(): void {
    this.moving = 0;
    const now = performance.now();
    for (const [row, start] of this.born) if (now - start > TRAVEL_MS) this.born.delete(row);
    this.paintNow();
    if (this.born.size > 0) this.moving = requestAnimationFrame(() => this.step());
  }

  /** 0 to 1 while something new is on its way, else 1. */
  progress(row: number): number {
    const start = this.born.get(row);
    if (start === undefined) return 1;
    const t = Math.min(1, (performance.now() - start) / TRAVEL_MS);
    return 1 - (1 - t) ** 3;
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
    const { net, spots, unit } = this;
    const { claims, places } = net.index.payload;
    const count = net.markCount;
    if (this.fanScale !== window.scale) {
      for (let mark = 0; mark < count; mark++) {
        const place = claims.place[net.marks[mark]!]!;
        this.x[mark] = spots.places[2 * place]! * window.scale;
        this.y[mark] = spots.places[2 * place + 1]! * window.scale;
        this.radius[mark] = (sizeOf(net.index, net.marks[mark]!) * unit) / 2;
      }
      let wanted = -1;
      for (let mark = 0; mark < count && wanted < 0; mark++) if (this.shown.selected.has(net.marks[mark]!)) wanted = mark;
      this.fan = fanOut(this.x, this.y, count, {
        reach: 24 * unit,
        ring: this.ring(),
        isOpen: (hub) => this.shown.open !== "" && places.id[claims.place[net.marks[hub]!]!] === this.shown.open,
        wanted,
        radius: this.radius,
        minor: (mark) => window.scale * this.detail < PEOPLE_FROM * unit && layerOf(net.index, net.marks[mark]!) === "people",
        yields: (mark) => net.index.isVague(claims.place[net.marks[mark]!]!),
      });
      this.fanScale = window.scale;
    }
    for (let mark = 0; mark < count; mark++) {
      const place = claims.place[net.marks[mark]!]!;
      this.x[mark] = this.placeX(place, window) + this.fan.dx[mark]!;
      this.y[mark] = this.placeY(place, window) + this.fan.dy[mark]!;
    }
    this.journeys = journeysOf(net, spots, window);
    this.lines = linesOf(net, spots, window);
    this.stops = this.stopsWithoutMark(window);
    this.letter(ctx, window);
    this.stale = false;
  }

  private stopsWithoutMark(window: Window): Stop[] {
    const { net } = this;
    const { claims } = net.index.payload;
    const marked = new Set<number>();
    for (let mark = 0; mark < net.markCount; mark++) marked.add(claims.place[net.marks[mark]!]!);
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

  /** The part of the canvas that is in sight now. */
  private sight(): Box {
    const map = this._map;
    const at = map.containerPointToLayerPoint([0, 0]).subtract(this.corner);
    const size = map.getSize();
    return { x0: at.x, y0: at.y, x1: at.x + size.x, y1: at.y + size.y };
  }

  private letter(ctx: CanvasRenderingContext2D, window: Window): void {
    const { net, fan, unit } = this;
    const sight = this.sight();
    const panels = (this.extras.obstacles?.() ?? []).map(({ x0, y0, x1, y1 }) => ({
      x0: x0 + sight.x0, y0: y0 + sight.y0, x1: x1 + sight.x0, y1: y1 + sight.y0,
    }));
    const visible = (mark: number) =>
      this.x[mark]! > sight.x0 && this.x[mark]! < sight.x1 && this.y[mark]! > sight.y0 && this.y[mark]! < sight.y1;
    const around = (x: number, y: number, r: number): Box => ({ x0: x - r, y0: y - r, x1: x + r, y1: y + r });
    const taken = [...panels];
    for (let mark = 0; mark < net.markCount && taken.length < 2000; mark++) {
      if (!fan.hidden[mark] && visible(mark)) taken.push(around(this.x[mark]!, this.y[mark]!, this.radius[mark]! * 0.9));
    }
    for (const chip of fan.chips) taken.push(around(this.chipX(chip), this.chipY(chip), 12 * unit));
    const opened = new Set<number>();
    for (const { hub } of fan.opened) opened.add(hub);
    this.wishes = labelWishes(ctx, {
      index: net.index, spots: this.spots, words: this.words, year: this.shown.year,
      rows: net.marks, x: this.x, y: this.y, radius: this.radius, count: net.markCount,
      fan, ring: this.ring(), scale: window.scale * this.detail, unit, selected: this.shown.selected, opened, visible,
      stops: this.stops.filter(({ x, y }) => x > sight.x0 && x < sight.x1 && y > sight.y0 && y < sight.y1),
    });
    const grid = new PointGrid();
    for (const { way } of this.journeys.slice(0, 120)) {
      for (let at = 0; at < way.length; at += 9) {
        const { x, y } = along(way, at);
        grid.add(x, y);
      }
    }
    const frame = { x0: sight.x0 + 4, y0: sight.y0 + 4, x1: sight.x1 - 4, y1: sight.y1 - 4 };
    this.labels = placeLabels(this.wishes, taken, frame, grid);
    this.taken = [...taken, ...this.labels.map(({ box }) => box)];
  }

  chipX(chip: Fan["chips"][number]): number {
    return this.x[chip.hub]! - this.fan.dx[chip.hub]! + chip.dx;
  }

  chipY(chip: Fan["chips"][number]): number {
    return this.y[chip.hub]! - this.fan.dy[chip.hub]! + chip.dy;
  }

  // --- painting -------------------------------------------------------------------------------------------

  protected override paint(ctx: CanvasRenderingContext2D, window: Window): void {
    if (this.stale || this.fanScale !== window.scale) this.layout(ctx, window);
    const taken = [...this.taken];
    if (this.extras.polities) drawPolities(ctx, this.net.index, this.spots.polities, this.shown.year, window, this.palette, this.unit, taken);
    if (this.extras.seas) drawSeas(ctx, this.extras.seas, this.net.index.payload.language, window, this.palette, this.unit, taken);
    paintReach(this, ctx, window);
    paintWays(this, ctx);
    paintLife(this, ctx, window, this.shown.life, this.shown.year, this.taken);
    paintStops(this, ctx);
    paintOpened(this, ctx);
    paintLeaders(this, ctx, window);
    paintMarks(this, ctx, window);
    paintChips(this, ctx);
    paintLabels(this, ctx);
  }

  // --- finding --------------------------------------------------------------------------------------------

  /** What lies at a point of the map's container; `slack` widens the targets, for a finger. */
  find(container: L.Point, slack: number): Found | null {
    const map = this._map;
    if (!map) return null;
    const { x, y } = map.containerPointToLayerPoint(container).subtract(this.corner);
    const { net, fan } = this;
    for (const chip of fan.chips) {
      if (Math.hypot(this.chipX(chip) - x, this.chipY(chip) - y) < 10 * this.unit + slack / 2) return { fan: this.placeIdOf(chip.hub) };
    }
    let found = -1;
    let nearest = Infinity;
    for (let mark = 0; mark < net.markCount; mark++) {
      if (fan.hidden[mark]) continue;
      const distance = Math.hypot(this.x[mark]! - x, this.y[mark]! - y);
      if (distance < this.radius[mark]! + slack && distance < nearest) [found, nearest] = [mark, distance];
    }
    if (found >= 0) return { claim: net.marks[found]! };
    for (const { wish, box } of this.labels) {
      if (x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1) return { claim: this.wishes[wish]!.row };
    }
    return this.findWay(x, y, slack);
  }

  private findWay(x: number, y: number, slack: number): Found | null {
    let found: Found | null = null;
    let nearest = 4 + slack;
    for (const { row, way } of this.journeys) {
      const distance = distanceTo(way, x, y);
      if (distance < nearest) [found, nearest] = [{ claim: row }, distance];
    }
    if (found) return found;
    nearest = Math.min(nearest, 3 + slack / 2);
    for (const { line, way } of this.lines) {
      const distance = distanceTo(way, x, y);
      if (distance < nearest) [found, nearest] = [{ claim: this.net.index.payload.liaison.from[line]! }, distance];
    }
    return found;
  }

  private placeIdOf(mark: number): string {
    const { claims, places } = this.net.index.payload;
    return places.id[claims.place[this.net.marks[mark]!]!] ?? "";
  }
}
