/** The payload's places, states and great circles in world pixels; computed once for a map. */

import type { PayloadIndex } from "../../data/payload-index";
import type { MapProjection } from "./map-projection";

const SETTLEMENT_RADIUS_KM = 30;
const EARTH_KM = 6371;
/** Legs that are kept; more than are drawn one by one in any year. */
const MAX_CACHED_LEGS = 4000;

export class ProjectedPlaces {
  /** [x, y] of each place; NaN where it is not located. */
  readonly places: Float64Array;
  /** Radius of each place's accuracy. */
  readonly accuracyRadius: Float64Array;
  readonly polities: Float64Array;
  /** For each place the settlement by which a small map calls it: itself, or the nearest one around; -1 for none. */
  readonly settlementOf: Int32Array;
  private readonly legs = new Map<number, Float64Array>();
  private scratch = new Float64Array(0);

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
    this.settlementOf = this.findSettlements();
  }

  private kindOf(place: number): string {
    const { places, categories } = this.index.payload;
    return categories.placeKind[places.kind[place]!]?.[0] ?? "";
  }

  private findSettlements(): Int32Array {
    const { places } = this.index.payload;
    const count = places.id.length;
    const settlements = Array.from({ length: count }, (_, place) => place).filter(
      (place) => this.kindOf(place) === "settlement" && this.index.isLocated(place),
    );
    return Int32Array.from({ length: count }, (_, place) => {
      const kind = this.kindOf(place);
      if (kind === "settlement" || kind === "island") return place;
      if ((kind !== "address" && kind !== "district") || !this.index.isLocated(place)) return -1;
      let town = -1;
      let nearest = SETTLEMENT_RADIUS_KM;
      for (const candidate of settlements) {
        const km = this.distanceKm(place, candidate);
        if (km < nearest) [town, nearest] = [candidate, km];
      }
      return town < 0 ? place : town;
    });
  }

  private distanceKm(a: number, b: number): number {
    const { lon, lat } = this.index.payload.places;
    const radians = Math.PI / 180;
    const dy = (lat[a]! - lat[b]!) * radians;
    const dx = (lon[a]! - lon[b]!) * radians * Math.cos(((lat[a]! + lat[b]!) / 2) * radians);
    return EARTH_KM * Math.hypot(dx, dy);
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

  /** The same in few pieces; the array is reused by the next call. */
  coarseLeg(from: number, to: number, pieces: number): Float64Array {
    const { lon, lat } = this.index.payload.places;
    if (this.scratch.length < 2 * (pieces + 1)) this.scratch = new Float64Array(2 * (pieces + 1));
    this.projection.coarseGreatCircle(lon[from]!, lat[from]!, lon[to]!, lat[to]!, pieces, this.scratch);
    return this.scratch;
  }
}
