/** Entry of the page: Leaflet for folium's script, then `liaison.start(map)`. */

import * as L from "leaflet";
import { AtlasApp } from "./atlas-app";
import { dataBlock, loadFonts, optionalDataBlock } from "./data/page-data";
import { decodeBlock, readPayload } from "./data/payload-reader";
import type { BasemapData, BorderData } from "./data/payload-types";
import { wordsOf } from "./i18n/viewer-words";

declare global {
  interface Window {
    L: typeof L;
    liaison: { start: (map: L.Map) => Promise<void> };
  }
}

/** Draw the atlas of this page in a Leaflet map. */
async function start(map: L.Map): Promise<void> {
  try {
    const bordersBlock = optionalDataBlock("liaison-borders");
    const [payload, base, borders] = await Promise.all([
      readPayload(dataBlock("liaison-data")),
      decodeBlock<BasemapData>(dataBlock("liaison-base")),
      bordersBlock ? decodeBlock<BorderData>(bordersBlock) : null,
      loadFonts(),
    ]);
    new AtlasApp(map, payload, base, borders);
    document.documentElement.dataset.ready = "true";
  } catch (error) {
    console.error(error);
    const errorMessage = document.createElement("p");
    errorMessage.className = "broken";
    errorMessage.setAttribute("role", "alert");
    errorMessage.textContent = wordsOf(document.documentElement.lang).broken;
    document.body.prepend(errorMessage);
  }
}

window.L = L;
window.liaison = { start };
