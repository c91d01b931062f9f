/**
 * Entry point for a JavaScript engine without a document: `liaisonScene` draws years of a data set as display lists.
 *
 * `load` takes a payload as Python writes it. `drawNetwork`, `drawBasemap` and `drawPoster` draw. `drawNetwork` and
 * `drawPoster` also return the texts whose widths are missing: pass these to `addWidths` and draw again.
 */

import { unpackColumns } from "./data/column-unpacking";
import { expandPayload } from "./data/payload-expansion";
import { PayloadIndex } from "./data/payload-index";
import type { PayloadDocument, SceneRequest } from "./data/payload-schema";
import type { BasemapData, BorderData } from "./data/payload-types";
import { frameBox } from "./geometry/boxes";
import { wordsOf } from "./i18n/viewer-words";
import { PosterScene, type PosterSource } from "./poster/poster-scene";
import { BasemapScene } from "./scene/basemap-scene";
import { seasOf } from "./scene/drawing/region-names";
import { GivenWidths } from "./scene/given-widths";
import { equalAreaProjection } from "./scene/layout/map-projection";
import { NetworkScene } from "./scene/network-scene";
import { paletteOf } from "./scene/palette";
import { recordedItems } from "./scene/recorded-list";
import type { Font } from "./scene/text-styles";
import { LAYERS } from "./state/screen-state";

const widths = new GivenWidths();
let loaded: PosterSource | null = null;
let posters: PosterScene | null = null;

function source(): PosterSource {
  if (!loaded) throw new Error("nothing is loaded");
  return loaded;
}

const posterScene = (): PosterScene => (posters ??= new PosterScene(source()));

/** A result, and the texts whose widths are missing. */
const measured = <Result>(result: Result): { result: Result; missing: [Font, string][] } => ({
  result,
  missing: widths.takeMissing(),
});

const liaisonScene = {
  /** Load the documents that Python writes, with packed columns. */
  load(packedDocument: unknown, packedBase: unknown, packedBorders: unknown): void {
    const base = unpackColumns(packedBase) as BasemapData;
    const borders = unpackColumns(packedBorders) as BorderData | null;
    loaded = {
      index: new PayloadIndex(expandPayload(unpackColumns(packedDocument) as PayloadDocument)),
      base,
      borders,
      basemap: new BasemapScene(base, borders),
      seas: seasOf(base),
      projection: equalAreaProjection(base.projection),
      measurer: widths,
    };
    posters = null;
  },

  addWidths: (given: Parameters<GivenWidths["add"]>[0]) => widths.add(given),

  drawNetwork({ year, language, style, strand, viewport, ratio, uiScale }: SceneRequest) {
    const { index, projection, measurer, seas } = source();
    index.languages.setLanguage(language);
    const palette = paletteOf(style, index.isFiction(strand));
    const scene = new NetworkScene(index, projection, { words: wordsOf(language), palette, measurer, seas });
    const { layout } = scene;
    layout.uiScale = uiScale;
    layout.setState({ ...layout.shown, year, strand, layers: new Set(LAYERS) }, true);
    scene.compute({ viewport, ratio, visibleBox: frameBox(viewport), obstacles: [] });
    return measured(recordedItems(scene.draw({ ratio })));
  },

  drawBasemap({ year, style, strand, viewport, ratio, uiScale }: SceneRequest) {
    const { basemap, index } = source();
    const palette = paletteOf(style, index.isFiction(strand));
    const borders = basemap.bordersOf(year);
    return recordedItems(basemap.draw({ viewport, palette, uiScale, borders }, ratio));
  },

  drawPoster: (year: number, language: string) => measured(posterScene().page(year, language)),

  drawPosterBasemaps: () => posterScene().basemaps(),
};

Object.assign(globalThis, { liaisonScene });
