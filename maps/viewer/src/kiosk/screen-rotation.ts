/**
 * The rotation of the page on its screen: a table is seen from two sides, and a screen may be mounted on its side.
 *
 * The rotation is a CSS transform of one element around everything. The browser finds the element under a finger on its
 * own. Code that computes with positions converts them here to the page's own axes.
 */

import type { KioskScreen } from "../data/payload-schema";
import type { Box } from "../geometry/boxes";

export type RotationDeg = KioskScreen["rotation"];

export interface ScreenPoint {
  x: number;
  y: number;
}

/** Convert a position on a screen of this size to the axes of a page that is rotated clockwise on it. */
export function rotatedPoint({ x, y }: ScreenPoint, rotation: RotationDeg, width: number, height: number): ScreenPoint {
  const points: Readonly<Record<RotationDeg, ScreenPoint>> = {
    0: { x, y },
    90: { x: y, y: width - x },
    180: { x: width - x, y: height - y },
    270: { x: height - y, y: x },
  };
  return points[rotation];
}

export class ScreenRotation {
  private rotationDeg: RotationDeg = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly mountedRotationDeg: RotationDeg,
  ) {
    this.setOppositeSide(false);
    window.addEventListener("resize", () => this.apply());
  }

  /** Turn to the other side of the table, or back to the side in the settings. */
  setOppositeSide(isOpposite: boolean): void {
    this.rotationDeg = ((this.mountedRotationDeg + (isOpposite ? 180 : 0)) % 360) as RotationDeg;
    this.apply();
  }

  private apply(): void {
    const { innerWidth, innerHeight } = window;
    const isSideways = this.rotationDeg % 180 !== 0;
    const [width, height] = isSideways ? [innerHeight, innerWidth] : [innerWidth, innerHeight];
    Object.assign(this.element.style, {
      width: `${width}px`,
      height: `${height}px`,
      left: `${(innerWidth - width) / 2}px`,
      top: `${(innerHeight - height) / 2}px`,
      rotate: this.rotationDeg === 0 ? "" : `${this.rotationDeg}deg`,
    });
    this.element.dataset.tall = String(height > width);
  }

  pagePoint(x: number, y: number): ScreenPoint {
    return rotatedPoint({ x, y }, this.rotationDeg, window.innerWidth, window.innerHeight);
  }

  pageBox(element: Element): Box {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const a = this.pagePoint(left, top),
      b = this.pagePoint(right, bottom);
    return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) };
  }
}
