/** Entry of kiosk.html: Leaflet for folium's script, then `liaison.start(map)`. */

import * as L from "leaflet";
import { dataBlock, loadFonts, optionalDataBlock } from "./data/page-data";
import { decodeBlock, readPayload } from "./data/payload-reader";
import type { KioskDocument } from "./data/payload-schema";
import type { BasemapData, BorderData } from "./data/payload-types";
import { kioskWordsOf } from "./i18n/kiosk-words";
import { KioskApp } from "./kiosk/kiosk-app";
import { reloadAfterFailure } from "./kiosk/page-reload";

async function start(map: L.Map): Promise<void> {
  const root = document.documentElement;
  try {
    const bordersBlock = optionalDataBlock("liaison-borders");
    const [payload, base, borders, kioskDocument] = await Promise.all([
      readPayload(dataBlock("liaison-data")),
      decodeBlock<BasemapData>(dataBlock("liaison-base")),
      bordersBlock ? decodeBlock<BorderData>(bordersBlock) : null,
      decodeBlock<KioskDocument>(dataBlock("liaison-kiosk")),
      loadFonts(),
    ]);
    new KioskApp(map, payload, base, borders, kioskDocument);
    root.dataset.ready = "true";
  } catch (error) {
    console.error(error);
    const errorMessage = document.createElement("p");
    errorMessage.className = "broken";
    errorMessage.setAttribute("role", "alert");
    errorMessage.textContent = kioskWordsOf(root.lang).still;
    document.body.prepend(errorMessage);
    // In a frame the shell waits for a message from this page, and goes on with the release before.
    if (window.parent === window) reloadAfterFailure();
  }
}

window.L = L;
window.liaison = { start };
