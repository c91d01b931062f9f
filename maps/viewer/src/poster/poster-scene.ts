/** The poster of a year as a page of an atlas: its maps, the column next to them, the legend and the foot. */

import type { PayloadIndex } from "../data/payload-index";
import { MAIN_STRAND, type PosterPage } from "../data/payload-schema";
import type { BasemapData, BorderData } from "../data/payload-types";
import { layerOf } from "../data/visible-features";
import { type Box, frameBox, grown, shifted } from "../geometry/boxes";
import { countsInWords } from "../i18n/counts-text";
import { capital, type Words, wordsOf } from "../i18n/viewer-words";
import type { BasemapScene } from "../scene/basemap-scene";
import { DisplayList, drawnList } from "../scene/display-list";
import type { Sea } from "../scene/drawing/region-names";
import type { MapProjection } from "../scene/layout/map-projection";
import { ProjectedPlaces } from "../scene/layout/projected-places";
import { clusterSample, legendSections } from "../scene/legend";
import { NetworkScene } from "../scene/network-scene";
import { paletteOf } from "../scene/palette";
import { Path } from "../scene/path";
import { type RecordedItem, recordedItems } from "../scene/recorded-list";
import type { TextMeasurer } from "../scene/text-styles";
import { LAYERS } from "../state/screen-state";
import { citedWorks } from "./cited-works";
import { drawColumn } from "./poster-column";
import { drawFoot } from "./poster-foot";
import { detailBox, type PosterFrame, posterFrames } from "./poster-frames";
import { recordedLegend } from "./poster-legend";
import { yearEntries } from "./year-entries";

const PAGE = { width: 1600, height: 1000 };
/** The resolution at which coasts are drawn: print pixels per page pixel. */
const RATIO = 2;
/** Blank paper between an inset and the map around it, and between the map and its outer frame line. */
const INSET_MARGIN = 5;
const FRAME_GAP = 5;

/** The data from which the posters of a data set are drawn. */
export interface PosterSource {
  index: PayloadIndex;
  base: BasemapData;
  borders: BorderData | null;
  basemap: BasemapScene;
  seas: readonly Sea[];
  projection: MapProjection;
  measurer: TextMeasurer;
}

const palette = paletteOf("light", false);

const rectangle = ({ x0, y0, x1, y1 }: Box): Path => new Path().rect(x0, y0, x1 - x0, y1 - y0);

/** The box of a map on the page, with a margin around it. */
const pageBox = ({ x, y, viewport }: PosterFrame, margin = 0): Box => grown(shifted(frameBox(viewport), x, y), margin);

export class PosterScene {
  /** The main map, and the inset if there is one. */
  private readonly frames: readonly PosterFrame[];
  /** The network in each frame, kept from year to year. */
  private readonly networks: readonly NetworkScene[];

  constructor(private readonly source: PosterSource) {
    const { index, projection, measurer, seas, base } = source;
    this.frames = posterFrames(index, new ProjectedPlaces(index, projection), base.clip);
    const [main, inset] = this.frames;
    const options = { words: wordsOf("en"), palette, measurer, seas };
    this.networks = this.frames.map((frame) => {
      const detail = frame === main && inset ? detailBox(main, inset) : null;
      const network = new NetworkScene(index, projection, { ...options, paper: { detail } });
      network.layout.uiScale = frame.uiScale;
      return network;
    });
  }

  /** The basemaps, which are the same in every year and language. */
  basemaps(): RecordedItem[][] {
    return this.frames.map(({ viewport, uiScale }) => {
      const paper = drawnList((list) => list.fill(rectangle(frameBox(viewport)), palette.paper));
      const basemap = this.source.basemap.draw({ viewport, palette, uiScale, borders: [] }, RATIO);
      return [...recordedItems(paper), ...recordedItems(basemap)];
    });
  }

  /** The poster of a year, in one of the data's languages. */
  page(year: number, language: string): PosterPage {
    const { index, measurer } = this.source;
    index.languages.setLanguage(language);
    const words = wordsOf(language);
    const { poster: posterWords } = words;
    for (const { layout } of this.networks) {
      layout.words = words;
      layout.setState({ ...layout.shown, year, strand: MAIN_STRAND, layers: new Set(LAYERS) }, true);
    }
    const maps = this.frames.flatMap((_, number) => this.mapOnPage(number, year));
    const { visible, layout } = this.networks[0]!;
    const rows = Array.from({ length: index.size }, (_, row) => row).filter(
      (row) => layerOf(index, row) && visible.isVisible(row, layout.shown),
    );
    const counts = capital(countsInWords({ network: { visible }, state: layout.shown, words }));
    const sections = legendSections(index, layout.shown, words, palette, true);
    if (this.networks.some((network) => network.layout.isClustered))
      sections[0]!.entries.push({ sample: clusterSample(palette), text: posterWords.moreHere });
    const { events, posts } = yearEntries(visible, rows, year, words, posterWords);
    const { title, subtitle } = index.payload;
    const list = new DisplayList();
    drawColumn(list, {
      visible,
      title,
      subtitle,
      year: words.yearText(year),
      counts,
      events,
      posts,
      measurer,
      palette,
      words: posterWords,
    });
    const works = citedWorks(index, rows, posterWords);
    drawFoot(list, works, this.imprint(words, posterWords), measurer, palette, words, posterWords);
    const happened = events.map(({ text }) => text).join("; ");
    return {
      ...PAGE,
      language: index.payload.language,
      title: `${title}, ${words.yearText(year)}`,
      description: happened ? `${counts}. ${posterWords.inThisYear}: ${happened}.` : `${counts}.`,
      items: [...maps, ...recordedLegend(sections, measurer, palette), ...recordedItems(list)],
    };
  }

  /** A map, the paper around it, and its frame lines. */
  private mapOnPage(number: number, year: number): RecordedItem[] {
    const frame = this.frames[number]!;
    const map = this.recordedMap(number, year);
    if (number > 0) {
      const paper = drawnList((list) => list.fill(rectangle(pageBox(frame, INSET_MARGIN)), palette.paper));
      const outline = drawnList((list) => list.stroke(rectangle(pageBox(frame)), palette.ink, 0.8));
      return [...recordedItems(paper), map, ...recordedItems(outline)];
    }
    const { detail = null } = this.networks[0]!.layout.paper ?? {};
    const around = drawnList((list) => {
      // Cover the parts of the network that extend beyond the map: clipping them takes as long as drawing them.
      const { x0, y0, x1, y1 } = pageBox(frame);
      list.fill(rectangle(frameBox(PAGE)).rect(x0, y0, x1 - x0, y1 - y0), palette.paper, 1, "evenodd");
      list.stroke(rectangle(pageBox(frame)), palette.ink, 1);
      list.stroke(rectangle(pageBox(frame, FRAME_GAP)), palette.ink, 0.5);
      if (detail) list.stroke(rectangle(shifted(detail, frame.x, frame.y)), palette.inkSoft, 0.7);
    });
    return [map, ...recordedItems(around)];
  }

  /** A map of the page: the borders and the network of the year. */
  private recordedMap(number: number, year: number): RecordedItem {
    const { viewport, x, y, uiScale } = this.frames[number]!;
    const { width, height } = viewport;
    const { basemap } = this.source;
    const network = this.networks[number]!;
    const { detail = null } = network.layout.paper ?? {};
    const inset = this.frames[1];
    const obstacles = inset && detail ? [detail, shifted(pageBox(inset, INSET_MARGIN), -x, -y)] : [];
    network.compute({ viewport, ratio: RATIO, visibleBox: frameBox(viewport), obstacles });
    const borders = basemap.bordersOf(year);
    const drawnBorders = basemap.drawBorders({ viewport, palette, uiScale, borders });
    const items = [...recordedItems(drawnBorders), ...recordedItems(network.draw({ ratio: RATIO }))];
    return { op: "map", basemap: number, clipped: number > 0, x, y, width, height, items };
  }

  private imprint(words: Words, posterWords: Words["poster"]): string[] {
    const { index, borders } = this.source;
    const { claims, licence, version, program } = index.payload;
    const undated = claims.undated.filter((is, row) => is === 1 && index.isOfStrand(row, MAIN_STRAND)).length;
    return [
      undated > 0 ? posterWords.undated(undated) : "",
      words.aboutParts.version(version, program),
      words.printParts.licence(licence.title),
      borders ? words.aboutParts.borders(borders.attribution, borders.licence) : "",
      posterWords.landOutlines,
      posterWords.projection,
    ];
  }
}
