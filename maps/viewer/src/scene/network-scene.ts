/** The network of a year as a display list: lays it out in a frame, and draws it from the bottom up. */

import type { PayloadIndex } from "../data/payload-index";
import { VisibleFeatures } from "../data/visible-features";
import { type Box, BoxGrid, type Viewport } from "../geometry/boxes";
import { DisplayList } from "./display-list";
import { drawNetwork } from "./drawing/network-drawing";
import { RegionNames, type Sea } from "./drawing/region-names";
import { type LabelLayout, layoutLabels } from "./layout/label-layout";
import type { MapProjection } from "./layout/map-projection";
import { type LayoutOptions, NetworkLayout } from "./layout/network-layout";

/** The frame in which a network is drawn: its pixels, and the visible part of them. */
export interface Frame {
  viewport: Viewport;
  visibleBox: Box;
  /** Boxes that names must avoid, in pixels from the corner of `visibleBox`. */
  obstacles: readonly Box[];
  /** Pixels of the screen or the paper per pixel of the frame. */
  ratio: number;
  /** Are names omitted that the edge of the frame would cut? By default they are on paper, but not on a screen. */
  uncut?: boolean;
}

export interface SceneOptions extends LayoutOptions {
  /** The seas whose names are drawn. The names of states are drawn only if this is given. */
  seas?: readonly Sea[];
}

export class NetworkScene {
  readonly visible: VisibleFeatures;
  readonly layout: NetworkLayout;
  names: LabelLayout = { labels: [], taken: new BoxGrid() };
  private readonly regionNames: RegionNames | null;

  constructor(index: PayloadIndex, projection: MapProjection, options: SceneOptions) {
    this.visible = new VisibleFeatures(index);
    this.layout = new NetworkLayout(this.visible, projection, options);
    this.regionNames = options.seas ? new RegionNames(this.layout, options.seas) : null;
  }

  /** Lay the network out in a frame. */
  compute({ viewport, visibleBox, obstacles, uncut }: Frame): void {
    this.layout.compute(viewport, uncut);
    this.names = layoutLabels(this.layout, visibleBox, obstacles);
  }

  /** Draw the last layout in its current state; `ratio` is that of its frame. */
  draw({ ratio }: Pick<Frame, "ratio">): DisplayList {
    const list = new DisplayList();
    this.layout.addHighlightedRoutes();
    this.regionNames?.draw(list, this.names.taken.copy());
    drawNetwork(list, this.layout, this.names, ratio);
    return list;
  }
}
