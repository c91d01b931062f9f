/** The network of a year as a display list: it is laid out in a frame, and drawn from the bottom up. */

import type { PayloadIndex } from "../data/payload-index";
import { VisibleFeatures } from "../data/visible-features";
import type { Box } from "../geometry/boxes";
import type { Viewport } from "../geometry/viewport";
import type { Words } from "../i18n/viewer-words";
import { periodDays } from "../time/period";
import { DisplayList } from "./display-list";
import { drawLifePath } from "./drawing/life-path-drawing";
import {
  drawAccuracyAreas,
  drawCountBadges,
  drawDots,
  drawExpandedClusters,
  drawLabels,
  drawLeaders,
  drawMarks,
  drawRouteStops,
  drawRoutesAndLinks,
} from "./drawing/network-drawing";
import { RegionNames, type Sea } from "./drawing/region-names";
import type { MapProjection } from "./layout/map-projection";
import { NetworkLayout, type PaperOptions } from "./layout/network-layout";
import type { Palette } from "./palette";
import type { TextMeasurer } from "./text-styles";

/** What a network is drawn in: its pixels, and which of them are in sight. */
export interface Frame {
  viewport: Viewport;
  visibleBox: Box;
  /** Boxes where no name may stand, in pixels from the corner of `visibleBox`. */
  obstacles: readonly Box[];
  /** Pixels of the screen, or of the paper, to one of the frame. */
  ratio: number;
}

export interface SceneOptions {
  words: Words;
  palette: Palette;
  measurer: TextMeasurer;
  seas?: readonly Sea[];
  /** Are the names of states drawn? */
  polities?: boolean;
  /** For a sheet of paper; null for a screen. */
  paper?: PaperOptions | null;
  /** 0 to 1 while a claim is on its way, else 1. */
  progress?: (row: number) => number;
}

export class NetworkScene {
  readonly visible: VisibleFeatures;
  readonly layout: NetworkLayout;
  private readonly regionNames: RegionNames;
  private readonly measurer: TextMeasurer;

  constructor(
    index: PayloadIndex,
    projection: MapProjection,
    private readonly options: SceneOptions,
  ) {
    const { words, palette, measurer, progress = () => 1 } = options;
    this.visible = new VisibleFeatures(index);
    this.layout = new NetworkLayout(this.visible, projection, progress, measurer, palette, words);
    this.layout.paper = options.paper ?? null;
    this.regionNames = new RegionNames(index, measurer);
    this.measurer = measurer;
  }

  /** Lay the network out in a frame. */
  compute({ viewport, visibleBox, obstacles }: Frame): void {
    this.layout.compute(viewport, visibleBox, obstacles);
  }

  /** What was laid out in this frame, as it looks now. */
  draw({ viewport, ratio }: Pick<Frame, "viewport" | "ratio">): DisplayList {
    const { layout, measurer } = this;
    const { palette, uiScale, shown, labelledArea } = layout;
    const { seas, polities } = this.options;
    layout.addHighlightedRoutes(viewport);
    const list = new DisplayList();
    const region = { viewport, palette, uiScale, taken: labelledArea.copy(), uncut: layout.paper !== null };
    if (polities) this.regionNames.drawPolities(list, layout.projected.polities, periodDays(shown), region);
    if (seas) this.regionNames.drawSeas(list, seas, region);
    drawAccuracyAreas(list, layout, viewport);
    drawRoutesAndLinks(list, layout, viewport, ratio);
    drawLifePath(list, layout, viewport, shown.lifePath, shown.year, layout.words.yearText, labelledArea);
    drawRouteStops(list, layout);
    drawDots(list, layout, viewport);
    drawExpandedClusters(list, layout);
    drawLeaders(list, layout, viewport);
    drawMarks(list, layout, viewport);
    drawCountBadges(list, layout, measurer);
    drawLabels(list, layout, measurer);
    return list;
  }
}
