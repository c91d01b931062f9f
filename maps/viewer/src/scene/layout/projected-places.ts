/** The payload's places, states and great circles in world pixels, computed once per map. */

import type { PayloadIndex } from "../../data/payload-index";
import { type Viewport, wrapShift } from "../../geometry/boxes";
import type { MapProjection } from "./map-projection";

const SETTLEMENT_RADIUS_KM = 30;
const KM_PER_DEGREE = (6371 * Math.PI) / 180;
/** Maximum number of cached legs; more than are drawn one by one in any year. */
const MAX_CACHED_LEGS = 4000;

export class ProjectedPlaces {
  /** [x, y] of each place; NaN if it is not located. */
  readonly places: Float64Array;
  /** Accuracy radius of each place in world pixels. */
  readonly accuracyRadius: Float64Array;
  readonly polities: Float64Array;
  /**
   * For each place, the place by whose name a small map labels it. For an address or district it is the nearest
   * settlement, or the place itself if none is near; for a settlement or island, itself; for all others, -1.
   */
  readonly settlementOf: Int32Array;
  private readonly legs = new Map<number, Float64Array>();

  constructor(
    readonly index: PayloadIndex,
    readonly projection: MapProjection,
  ) {
    const { places, polities } = index.payload;
    const count = places.id.length;
    this.places = new Float64Array(2 * count).fill(NaN);
    this.accuracyRadius = new Float64Array(count);
    for (let place = 0; place < count; place++) {
      if (!index.isLocated(place)) continue;
      const lon = places.lon[place]!,
        lat = places.lat[place]!;
      this.places.set(projection.toWorldPixels(lon, lat), 2 * place);
      this.accuracyRadius[place] = projection.worldPixelLength(lon, lat, (places.accuracy_m[place] ?? 0) / 1000);
    }
    this.polities = Float64Array.from(
      polities.name.flatMap((_, row) => projection.toWorldPixels(polities.lon[row]!, polities.lat[row]!)),
    );
    const kinds = places.kind.map((kind) => index.payload.categories.placeKind[kind]?.[0] ?? "");
    const settlements = [...kinds.keys()].filter((place) => kinds[place] === "settlement" && index.isLocated(place));
    this.settlementOf = Int32Array.from(kinds, (kind, place) => {
      if (kind === "settlement" || kind === "island") return place;
      if ((kind !== "address" && kind !== "district") || !index.isLocated(place)) return -1;
      return this.nearestWithin(SETTLEMENT_RADIUS_KM, place, settlements) ?? place;
    });
  }

  private nearestWithin(maxKm: number, place: number, candidates: readonly number[]): number | undefined {
    const { lon, lat } = this.index.payload.places;
    let found: number | undefined;
    let nearest = maxKm;
    for (const candidate of candidates) {
      const middle = (((lat[place]! + lat[candidate]!) / 2) * Math.PI) / 180;
      const dx = (lon[place]! - lon[candidate]!) * Math.cos(middle);
      const km = KM_PER_DEGREE * Math.hypot(lat[place]! - lat[candidate]!, dx);
      if (km < nearest) [found, nearest] = [candidate, km];
    }
    return found;
  }

  /** How far a place, or the midpoint of two, is shifted sideways on a map that repeats. */
  shift(viewport: Viewport, place: number, other = place): number {
    const middle = (this.places[2 * place]! + this.places[2 * other]!) / 2;
    return wrapShift(middle, viewport, this.projection.wrapWidth);
  }

  /** The position of a place in a viewport. */
  onScreen(place: number, viewport: Viewport): { x: number; y: number } {
    const { scale, originX, originY } = viewport;
    const x = this.places[2 * place]! + this.shift(viewport, place);
    return { x: x * scale - originX, y: this.places[2 * place + 1]! * scale - originY };
  }

  /** The great circle between two located places. */
  leg(from: number, to: number): Float64Array {
    const { lon, lat } = this.index.payload.places;
    const key = from * lon.length + to;
    let leg = this.legs.get(key);
    if (!leg) {
      if (this.legs.size >= MAX_CACHED_LEGS) this.legs.clear();
      leg = this.projection.greatCircleLine(lon[from]!, lat[from]!, lon[to]!, lat[to]!);
      this.legs.set(key, leg);
    }
    return leg;
  }

  /** The same great circle in few pieces, computed faster. */
  coarseLeg(from: number, to: number, pieces: number): Float64Array {
    const { lon, lat } = this.index.payload.places;
    const leg = new Float64Array(2 * (pieces + 1));
    this.projection.coarseGreatCircle(lon[from]!, lat[from]!, lon[to]!, lat[to]!, pieces, leg);
    return leg;
  }
}
