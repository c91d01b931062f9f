/** Entry of kiosk.html: Leaflet for folium's script, then `liaison.start(map)`. */

import * as L from "leaflet";
import { loadAgain } from "./kiosk/again";
import { Kiosk } from "./kiosk/app";
import type { KioskDocument } from "./kiosk/config";
import { block, fonts, optionalBlock } from "./page-data";
import { type Base, type Borders, readPayload, unpack } from "./payload";
import { kioskWordsOf } from "./words/kiosk";

async function start(map: L.Map): Promise<void> {
  const root = document.documentElement;
  try {
    const added = optionalBlock("liaison-borders");
    const [payload, base, borders, house] = await Promise.all([
      readPayload(block("liaison-data")),
      unpack<Base>(block("liaison-base")),
      added ? unpack<Borders>(added) : null,
      unpack<KioskDocument>(block("liaison-kiosk")),
      fonts(),
    ]);
    new Kiosk(map, payload, base, borders, house);
    root.dataset.ready = "true";
  } catch (error) {
    console.error(error);
    const note = document.createElement("p");
    note.className = "broken";
    note.setAttribute("role", "alert");
    note.textContent = kioskWordsOf(root.lang).still;
    document.body.prepend(note);
    // In a frame the shell waits for a word of ours, and goes on with the release before.
    if (window.parent === window) loadAgain();
  }
}

window.L = L;
window.liaison = { start };
