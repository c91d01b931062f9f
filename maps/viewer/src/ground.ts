/** The ground under the network: the disc of the sea, land with its fading lines of water, and the graticule. */

import { KM_PER_PIXEL } from "./plane";
import { decodeRing, linesPath, ringsPath, type Ring, type Window } from "./rings";
import { Surface } from "./surface";
import type { Base } from "./payload";
import type { Palette } from "./palette";

/** Below this scale the coarse outlines differ from the fine ones by less than a pixel. */
const COARSE_BELOW = 0.9;

/** Lines that follow the coast out to sea, from the outermost: width to both sides in pixels, colour. */
const WATER_LINES = [[13, "coastline3"], [8.6, "coastline2"], [4.6, "coastline1"]] as const;

export class Ground extends Surface {
  /** How much larger than ordinary the lines are drawn. */
  unit = 1;
  private readonly land: Ring[];
  private readonly coarse: Ring[];
  private readonly graticule: Ring[];

  constructor(private readonly base: Base, private palette: Palette) {
    super("tilePane", "liaison-ground");
    const decode = (rings: number[][]) => rings.map((ring) => decodeRing(ring, KM_PER_PIXEL));
    this.land = decode(base.land);
    this.coarse = decode(base.landCoarse);
    this.graticule = decode(base.graticule);
  }

  recolour(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.repaint();
  }

  protected override paint(ctx: CanvasRenderingContext2D, window: Window): void {
    const { palette, unit } = this;
    const disc = new Path2D();
    disc.arc(-window.originX, -window.originY, (this.base.clip / KM_PER_PIXEL) * window.scale, 0, 2 * Math.PI);
    ctx.save();
    ctx.fillStyle = palette.sea;
    ctx.fill(disc);
    ctx.clip(disc);
    ctx.lineJoin = "round";
    const graticule = linesPath(this.graticule, window);
    ctx.strokeStyle = palette.graticule;
    ctx.lineWidth = 0.7 * unit;
    ctx.stroke(graticule);

    const land = ringsPath(window.scale < COARSE_BELOW ? this.coarse : this.land, window, 40 * unit);
    // The water lines need no finer outline than their own distance from the coast.
    const shore = ringsPath(window.scale < 1.6 ? this.coarse : this.land, window, 40 * unit, 1.5);
    for (const [distance, colour] of WATER_LINES) {
      ctx.strokeStyle = palette[colour];
      ctx.lineWidth = 2 * distance * unit;
      ctx.stroke(shore);
      ctx.strokeStyle = palette.sea;
      ctx.lineWidth = (2 * distance - 1.7) * unit;
      ctx.stroke(shore);
    }
    ctx.fillStyle = palette.land;
    ctx.fill(land, "evenodd");
    ctx.strokeStyle = palette.coast;
    ctx.lineWidth = 0.75 * unit;
    ctx.stroke(land);
    ctx.restore();
    ctx.strokeStyle = palette.coast;
    ctx.lineWidth = unit;
    ctx.stroke(disc);
  }
}
