/** The map of the kiosk and its layers: their scale, colours and view. */

import * as L from "leaflet";
import type { PayloadIndex } from "../data/payload-index";
import type { BasemapData, BorderData } from "../data/payload-types";
import type { Box } from "../geometry/boxes";
import { decodePolyline } from "../geometry/polylines";
import type { Words } from "../i18n/viewer-words";
import { BasemapLayer } from "../map/basemap-layer";
import { endAnimations, resetView } from "../map/leaflet-internals";
import { MapCamera } from "../map/map-camera";
import { equalAreaProjection, KM_PER_WORLD_PIXEL } from "../map/map-projection";
import { NetworkLayer } from "../map/network-layer";
import type { Palette } from "../paint/palette";
import type { MapView } from "../state/url-state";
import type { KioskDocument } from "./kiosk-settings";

const MIN_ZOOM = -2;
const MAX_ZOOM = 9;
const prefersStill = matchMedia("(prefers-reduced-motion: reduce)");

export class KioskMap {
  readonly ground: BasemapLayer;
  readonly network: NetworkLayer;
  private readonly viewpoint: MapCamera;
  /** Null if the page has changed since it was computed. */
  private initialView: { center: L.LatLng; zoom: number } | null = null;

  /** `obstacles` returns the boxes that cover the map. */
  constructor(
    readonly map: L.Map,
    index: PayloadIndex,
    private readonly base: BasemapData,
    borders: BorderData | null,
    private readonly settings: KioskDocument,
    words: Words,
    palette: Palette,
    obstacles: () => Box[],
  ) {
    const projection = equalAreaProjection(base.projection);
    this.ground = new BasemapLayer(base, palette, borders);
    this.network = new NetworkLayer(index, projection, {
      words,
      palette,
      polities: true,
      obstacles,
      seas: base.seas.map(({ name, names, path, size }) => ({
        name,
        names,
        size,
        labelCurve: decodePolyline(path, KM_PER_WORLD_PIXEL),
      })),
    });
    this.viewpoint = new MapCamera(map, projection, index, this.network, obstacles);
  }

  /**
   * Draw it, now that the map is in the page. Leaflet's own handlers are disabled: they count every finger on the
   * screen.
   */
  attach(): void {
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
    resetView(map, [0, 0], 0);
    const maxExtent = base.clip / KM_PER_WORLD_PIXEL;
    map.options.maxBounds = L.latLngBounds([-maxExtent, -maxExtent], [maxExtent, maxExtent]);
    this.updateUnit();
    this.ground.addTo(map);
    this.network.addTo(map);
  }

  private updateUnit(): void {
    const unit = Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1);
    this.network.uiScale = this.ground.uiScale = unit;
  }

  /** The type of the page has another size. */
  fontSizeChanged(): void {
    this.updateUnit();
    this.ground.repaint();
    this.network.relabel();
  }

  recolour(palette: Palette): void {
    this.ground.setPalette(palette);
    this.network.setPalette(palette);
  }

  /** The page has changed: compute the initial view again. */
  clearInitialView(): void {
    this.initialView = null;
  }

  /** The initial view, computed once and then the same to the pixel, so that its basemap need not be painted again. */
  showInitialView(): void {
    if (!this.initialView) {
      this.showWholeMap();
      this.initialView = { center: this.map.getCenter(), zoom: this.map.getZoom() };
    }
    endAnimations(this.map);
    resetView(this.map, this.initialView.center, this.initialView.zoom);
    this.ground.cacheImage();
  }

  /** Leaflet begins a zoom with the next frame: one that was requested just before the reset starts after it. */
  keepInitialView(): void {
    const { map, initialView } = this;
    if (initialView && (map.getZoom() !== initialView.zoom || !map.getCenter().equals(initialView.center, 1e-9)))
      this.showInitialView();
  }

  showWholeMap(): void {
    endAnimations(this.map);
    const { map } = this.settings.start;
    if (map) this.viewpoint.setMapView({ zoom: map[0], lat: map[1], lon: map[2] });
    else this.viewpoint.fitNetwork(false);
  }

  zoomBy(steps: number): void {
    this.map.setZoom(Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, this.map.getZoom() + steps)), {
      animate: !prefersStill.matches,
    });
  }

  /** The view of a stop is for a screen of 1080 lines; a larger screen shows the same area, larger. */
  showView(view: MapView): void {
    const { x, y } = this.map.getSize();
    this.viewpoint.setMapView({ ...view, zoom: view.zoom + Math.log2(Math.min(x, y) / 1080) }, !prefersStill.matches);
  }

  panTo(places: readonly number[]): void {
    this.viewpoint.bringIntoView(places, false);
  }
}
