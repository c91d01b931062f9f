/** The views of the kiosk's map: the initial one, those of the tour, and what a visitor makes of them. */

import type * as L from "leaflet";
import type { KioskDocument } from "../data/payload-schema";
import type { BasemapLayer } from "../map/basemap-layer";
import { endAnimations, resetView } from "../map/leaflet-internals";
import type { MapCamera } from "../map/map-camera";
import { prefersReducedMotion } from "../map/reduced-motion";
import type { MapView } from "../state/screen-state";

export class KioskMap {
  /** Null if the page has changed since it was computed. */
  private initialView: { center: L.LatLng; zoom: number } | null = null;

  constructor(
    private readonly map: L.Map,
    private readonly basemap: BasemapLayer,
    private readonly camera: MapCamera,
    private readonly start: KioskDocument["start"],
  ) {}

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
    this.basemap.cacheImage();
  }

  /** Leaflet begins a zoom with the next frame: one that was requested just before the reset starts after it. */
  keepInitialView(): void {
    const { map, initialView } = this;
    if (initialView && (map.getZoom() !== initialView.zoom || !map.getCenter().equals(initialView.center, 1e-9)))
      this.showInitialView();
  }

  showWholeMap(): void {
    endAnimations(this.map);
    const { map } = this.start;
    if (map) this.camera.setMapView(map);
    else this.camera.fitNetwork(false);
  }

  zoomBy(steps: number): void {
    this.map.setZoom(this.map.getZoom() + steps, { animate: !prefersReducedMotion() });
  }

  /** The view of a stop is for a screen of 1080 lines; a larger screen shows the same area, larger. */
  showView(view: MapView): void {
    const { x, y } = this.map.getSize();
    this.camera.setMapView({ ...view, zoom: view.zoom + Math.log2(Math.min(x, y) / 1080) }, !prefersReducedMotion());
  }
}
