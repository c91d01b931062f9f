/**
 * The page turned on its screen: a table is seen from two sides, and a screen may hang on its side.
 *
 * A turn is a CSS transform of one element around everything. The browser finds what lies under a finger by itself;
 * what computes with positions asks here for them in the page's own directions.
 */

import type { Box } from "../boxes";

export type Turn = 0 | 90 | 180 | 270;

export interface Spot {
  x: number;
  y: number;
}

/** A position on the screen, in the directions of a page that is turned by so much clockwise on a screen of this size. */
export function turnedSpot({ x, y }: Spot, turn: Turn, width: number, height: number): Spot {
  switch (turn) {
    case 0:
      return { x, y };
    case 90:
      return { x: y, y: width - x };
    case 180:
      return { x: width - x, y: height - y };
    case 270:
      return { x: height - y, y: x };
  }
}

export class Turning {
  turn: Turn;

  constructor(
    readonly element: HTMLElement,
    private readonly hung: Turn,
  ) {
    this.turn = hung;
    this.apply();
    window.addEventListener("resize", () => this.apply());
  }

  /** To the other side of the table, or back as the house has it. */
  toOtherSide(other: boolean): void {
    this.turn = ((this.hung + (other ? 180 : 0)) % 360) as Turn;
    this.apply();
  }

  private apply(): void {
    const lying = this.turn % 180 !== 0;
    const { innerWidth: width, innerHeight: height } = window;
    const { style } = this.element;
    style.width = `${lying ? height : width}px`;
    style.height = `${lying ? width : height}px`;
    style.left = `${lying ? (width - height) / 2 : 0}px`;
    style.top = `${lying ? (height - width) / 2 : 0}px`;
    style.rotate = this.turn === 0 ? "" : `${this.turn}deg`;
    this.element.dataset.tall = String((lying ? width : height) > (lying ? height : width));
  }

  spot(x: number, y: number): Spot {
    return turnedSpot({ x, y }, this.turn, window.innerWidth, window.innerHeight);
  }

  boxOf(element: Element): Box {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const a = this.spot(left, top),
      b = this.spot(right, bottom);
    return { x0: Math.min(a.x, b.x), y0: Math.min(a.y, b.y), x1: Math.max(a.x, b.x), y1: Math.max(a.y, b.y) };
  }
}
