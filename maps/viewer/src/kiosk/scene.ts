/** The map and what is drawn on it: how large, in which colours, and where it looks. */

import * as L from "leaflet";
import type { View } from "../address";
import type { Box } from "../boxes";
import { Ground } from "../ground";
import type { Index } from "../index";
import { Network } from "../network";
import type { Palette } from "../palette";
import type { Base, Borders } from "../payload";
import { equalAreaPlane, KM_PER_PIXEL } from "../plane";
import { decodeRing } from "../rings";
import { Viewpoint } from "../view";
import type { Words } from "../words";
import type { KioskDocument } from "./config";

// Inner workings of Leaflet 1.9: they end a movement at once.
interface Inner {
  _stop(): void;
  _onZoomTransitionEnd(): void;
}

const MIN_ZOOM = -2;
const MAX_ZOOM = 9;
const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");

export class Scene {
  readonly ground: Ground;
  readonly network: Network;
  private readonly viewpoint: Viewpoint;
  /** Null where the page has changed since. */
  private home: { center: L.LatLng; zoom: number } | null = null;

  /** `panels` tells what lies on the map. */
  constructor(
    readonly map: L.Map,
    index: Index,
    private readonly base: Base,
    borders: Borders | null,
    private readonly house: KioskDocument,
    words: Words,
    palette: Palette,
    panels: () => Box[],
  ) {
    const plane = equalAreaPlane(base.projection);
    this.ground = new Ground(base, palette, borders);
    this.network = new Network(index, plane, {
      words,
      palette,
      polities: true,
      obstacles: panels,
      seas: base.seas.map(({ name, names, path, size }) => ({
        name,
        names,
        size,
        sweep: decodeRing(path, KM_PER_PIXEL),
      })),
    });
    this.viewpoint = new Viewpoint(map, plane, index, this.network, panels);
  }

  /** Draw it, now that the map has its place in the page. Leaflet's own hands are taken off: they count strangers' fingers. */
  begin(): void {
    const { map, base } = this;
    map.zoomControl?.remove();
    map.attributionControl?.remove();
    for (const handler of [
      map.dragging,
      map.touchZoom,
      map.doubleClickZoom,
      map.scrollWheelZoom,
      map.boxZoom,
      map.keyboard,
      map.tapHold,
    ])
      handler?.disable();
    map.getContainer().removeAttribute("tabindex");
    map.options.zoomSnap = 0;
    map.setMinZoom(MIN_ZOOM).setMaxZoom(MAX_ZOOM);
    map.invalidateSize({ animate: false, pan: false });
    map.setView([0, 0], 0, { animate: false, reset: true } as L.ZoomPanOptions);
    const reach = base.clip / KM_PER_PIXEL;
    map.options.maxBounds = L.latLngBounds([-reach, -reach], [reach, reach]);
    this.measure();
    this.ground.addTo(map);
    this.network.addTo(map);
  }

  private measure(): void {
    const unit = Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1);
    this.network.unit = this.ground.unit = unit;
  }

  /** The letters of the page have another size. */
  refit(): void {
    this.measure();
    this.ground.repaint();
    this.network.relabel();
  }

  recolour(palette: Palette): void {
    this.ground.recolour(palette);
    this.network.recolour(palette);
  }

  /** The page has changed: its start is to be found anew. */
  forgetHome(): void {
    this.home = null;
  }

  /** The view of the start, found once and then always the same to the pixel, so that its ground need not be painted anew. */
  goHome(): void {
    if (!this.home) {
      this.wholeMap();
      this.home = { center: this.map.getCenter(), zoom: this.map.getZoom() };
    }
    this.rest();
    // Reset, where Leaflet would only move its pane: after months no trace of the way is left.
    this.map.setView(this.home.center, this.home.zoom, { animate: false, reset: true } as L.ZoomPanOptions);
    this.ground.keep();
  }

  /** End what moves: as long as a zoom is under way Leaflet heeds no other view, and then ends where that was to lead. */
  private rest(): void {
    const inner = this.map as unknown as Inner;
    inner._stop();
    inner._onZoomTransitionEnd();
  }

  /** Leaflet begins a zoom with the next frame: one that was asked for just before the return comes after it. */
  stayHome(): void {
    const { map, home } = this;
    if (home && (map.getZoom() !== home.zoom || !map.getCenter().equals(home.center, 1e-9))) this.goHome();
  }

  wholeMap(): void {
    this.rest();
    const { map } = this.house.start;
    if (map) this.viewpoint.go({ zoom: map[0], lat: map[1], lon: map[2] });
    else this.viewpoint.whole(false);
  }

  zoomBy(steps: number): void {
    this.map.setZoom(Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, this.map.getZoom() + steps)), {
      animate: !prefersStill.matches,
    });
  }

  /** A stop is told for a screen of 1080 lines; a larger one shows the same, larger. */
  goTo(view: View): void {
    const { x, y } = this.map.getSize();
    this.viewpoint.go({ ...view, zoom: view.zoom + Math.log2(Math.min(x, y) / 1080) }, !prefersStill.matches);
  }

  bring(places: readonly number[]): void {
    this.viewpoint.bring(places, false);
  }
}
