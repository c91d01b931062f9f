/** The ground under the network: the sea, land with its fading lines of water, the graticule, and the user's borders. */

import type { Palette } from "./palette";
import type { Base, Borders } from "./payload";
import { KM_PER_PIXEL } from "./plane";
import { decodeRing, linesPath, type Ring, ringsPath, type Window } from "./rings";
import { Surface } from "./surface";
import { lastDay } from "./time";

/** Below this many pixels of the screen to one of the world the coarse outlines differ from the fine ones by two thirds of a pixel at most. */
const COARSE_BELOW = 1.3;

/** Lines that follow the coast out to sea, from the outermost: width to both sides in pixels, colour. */
const WATER_LINES = [
  [13, "coastline3"],
  [8.6, "coastline2"],
  [4.6, "coastline1"],
] as const;

const decode = (rings: number[][]): Ring[] => rings.map((ring) => decodeRing(ring, KM_PER_PIXEL));

export class Ground extends Surface {
  /** How much larger than ordinary the lines are drawn. */
  unit = 1;
  /** Decoded when it is first looked at closely. */
  private land: Ring[] | null = null;
  private readonly coarse: Ring[];
  private readonly graticule: Ring[];
  private readonly borders: Ring[][];
  /** Those that stood at the end of the year that is shown, by their numbers. */
  private standing: number[] = [];
  /** The picture of one view, and all that it depends on. */
  private kept: { picture: HTMLCanvasElement; key: readonly unknown[] } | null = null;

  constructor(
    private readonly base: Base,
    private palette: Palette,
    private readonly dated: Borders | null = null,
  ) {
    super("tilePane", "liaison-ground");
    this.coarse = decode(base.landCoarse);
    this.graticule = decode(base.graticule);
    this.borders = (dated?.lines ?? []).map(decode);
  }

  /** Show the borders of the last day of a year: where one moved within it, the later one alone. */
  show(year: number): void {
    const { dated } = this;
    if (!dated) return;
    const day = lastDay(year);
    const standing = this.borders.map((_, i) => i).filter((i) => dated.from[i]! <= day && dated.to[i]! >= day);
    if (standing.join() === this.standing.join()) return;
    this.standing = standing;
    this.repaint();
  }

  recolour(palette: Palette): void {
    if (palette === this.palette) return;
    this.palette = palette;
    this.repaint();
  }

  /** Keep the picture that is shown: where one comes back to again and again it need not be painted anew. */
  keep(): void {
    const key = this.keyOf(this.window);
    if (!this.settled || this.isKept(key)) return;
    const picture = this.kept?.picture ?? document.createElement("canvas");
    picture.width = this.canvas.width;
    picture.height = this.canvas.height;
    picture.addEventListener("contextlost", () => (this.kept = null), { once: true });
    picture.getContext("2d")?.drawImage(this.canvas, 0, 0);
    this.kept = { picture, key };
  }

  protected override get slides(): boolean {
    return !this.isKept(this.keyOf(this.window));
  }

  private keyOf({ scale, originX, originY, width, height }: Window): readonly unknown[] {
    return [scale, originX, originY, width, height, this.ratio(), this.unit, this.palette, this.standing.join()];
  }

  private isKept(key: readonly unknown[]): boolean {
    return this.kept?.key.every((part, i) => part === key[i]) ?? false;
  }

  protected override paint(ctx: CanvasRenderingContext2D, window: Window): void {
    const { palette, unit } = this;
    if (this.kept && this.isKept(this.keyOf(window))) {
      ctx.drawImage(this.kept.picture, 0, 0, window.width, window.height);
      return;
    }
    const disc = new Path2D();
    disc.arc(-window.originX, -window.originY, (this.base.clip / KM_PER_PIXEL) * window.scale, 0, 2 * Math.PI);
    ctx.save();
    ctx.fillStyle = palette.sea;
    ctx.fill(disc);
    ctx.clip(disc);
    ctx.lineJoin = ctx.lineCap = "round";
    const graticule = linesPath(this.graticule, window);
    ctx.strokeStyle = palette.graticule;
    ctx.lineWidth = 0.7 * unit;
    ctx.stroke(graticule);

    const rings =
      window.scale * ctx.getTransform().a < COARSE_BELOW ? this.coarse : (this.land ??= decode(this.base.land));
    const land = ringsPath(rings, window, 40 * unit);
    // The water lines need no finer outline than their own distance from the coast.
    const shore = ringsPath(window.scale < 1.6 ? this.coarse : rings, window, 40 * unit, 1.5);
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
    if (this.standing.length > 0) {
      ctx.strokeStyle = palette.polity;
      ctx.globalAlpha = 0.75;
      ctx.lineWidth = 0.9 * unit;
      ctx.lineCap = "butt";
      ctx.setLineDash([6, 3, 1.5, 3].map((length) => length * unit));
      for (const i of this.standing) ctx.stroke(linesPath(this.borders[i]!, window));
    }
    ctx.restore();
    ctx.strokeStyle = palette.coast;
    ctx.lineWidth = unit;
    ctx.stroke(disc);
  }
}
