/**
 * Entry for a JavaScript engine without a document: `liaisonScene` draws the years of a data set as display lists.
 *
 * `load` takes a payload as Python writes it. `drawNetwork`, `drawBasemap` and `drawPoster` draw; where widths of texts are
 * missing, they are told, and given by `addWidths` before the next try.
 */

import { unpackColumns } from "./data/column-unpacking";
import { expandPayload } from "./data/payload-expansion";
import { PayloadIndex } from "./data/payload-index";
import type { PayloadDocument, PosterPage, SceneRequest } from "./data/payload-schema";
import type { BasemapData, BorderData } from "./data/payload-types";
import { wordsOf } from "./i18n/viewer-words";
import { PosterScene, type PosterSource } from "./poster/poster-scene";
import { BasemapScene } from "./scene/basemap-scene";
import { seasOf } from "./scene/drawing/region-names";
import { GivenWidths } from "./scene/given-widths";
import { equalAreaProjection } from "./scene/layout/map-projection";
import { NetworkScene } from "./scene/network-scene";
import { paletteOf } from "./scene/palette";
import { type RecordedItem, recordedItems } from "./scene/recorded-list";
import type { Font } from "./scene/text-styles";
import { LAYERS } from "./state/screen-state";

type LoadedScene = PosterSource & { posters: PosterScene | null };

const widths = new GivenWidths();
let loaded: LoadedScene | null = null;

function loadedScene(): LoadedScene {
  if (!loaded) throw new Error("nothing is loaded");
  return loaded;
}

/** Load what Python wrote, with its columns packed. */
function load(packedDocument: unknown, packedBase: unknown, packedBorders: unknown): void {
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
    posters: null,
  };
}

function paletteOfRequest({ style, strand }: SceneRequest): ReturnType<typeof paletteOf> {
  return paletteOf(style, loadedScene().index.isFiction(strand));
}

type Measured<Result> = { result: Result; missing: [Font, string][] };

function drawNetwork(request: SceneRequest): Measured<RecordedItem[]> {
  const { index, projection, measurer, seas } = loadedScene();
  const { year, language, strand, viewport, ratio, uiScale } = request;
  index.languages.setLanguage(language);
  const scene = new NetworkScene(index, projection, {
    words: wordsOf(language),
    palette: paletteOfRequest(request),
    measurer,
    seas,
  });
  const { layout } = scene;
  layout.uiScale = uiScale;
  layout.setState({ ...layout.shown, year, strand, layers: new Set(LAYERS) }, true);
  const frame = { viewport, ratio };
  scene.compute({
    ...frame,
    visibleBox: { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height },
    obstacles: [],
  });
  return { result: recordedItems(scene.draw(frame)), missing: widths.takeMissing() };
}

function drawBasemap(request: SceneRequest): RecordedItem[] {
  const { basemap } = loadedScene();
  const { year, viewport, ratio, uiScale } = request;
  const borders = basemap.bordersOf(year);
  return recordedItems(basemap.draw(viewport, ratio, paletteOfRequest(request), uiScale, borders));
}

function posterScene(): PosterScene {
  const scene = loadedScene();
  return (scene.posters ??= new PosterScene(scene));
}

function drawPoster(year: number, language: string): Measured<PosterPage> {
  return { result: posterScene().page(year, language), missing: widths.takeMissing() };
}

const liaisonScene = {
  load,
  drawPoster,
  drawPosterBasemaps: () => posterScene().basemaps(),
  drawNetwork,
  drawBasemap,
  addWidths: (given: Parameters<GivenWidths["add"]>[0]) => widths.add(given),
};

Object.assign(globalThis, { liaisonScene });
