/** Entry of the page: Leaflet for folium's script, then `liaison.start(map)`. */

import * as L from "leaflet";
import { App } from "./app";
import { readPayload, unpack, type Base, type Borders } from "./payload";
import { wordsOf } from "./words";

const FONTS = ["600 16px 'Source Serif 4'", "400 16px 'Source Serif 4'", "italic 400 16px 'Source Serif 4'", "400 16px 'Source Sans 3'", "600 16px 'Source Sans 3'"];
const FONTS_WAIT_MS = 1500;

declare global {
  interface Window {
    L: typeof L;
    liaison: { start: typeof start };
  }
}

function block(id: string): string {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`the page has no data: the block "${id}" is missing`);
  return text;
}

/** The fonts are in the page; they only have to be unpacked. A page that has none is drawn without. */
async function fonts(): Promise<void> {
  const loaded = Promise.all(FONTS.map((font) => document.fonts.load(font))).catch(() => []);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, FONTS_WAIT_MS))]);
}

/** Draw the atlas of this page in a Leaflet map. */
async function start(map: L.Map): Promise<void> {
  try {
    const added = document.getElementById("liaison-borders")?.textContent;
    const [payload, base, borders] = await Promise.all([
      readPayload(block("liaison-data")), unpack<Base>(block("liaison-base")), added ? unpack<Borders>(added) : null, fonts(),
    ]);
    new App(map, payload, base, borders);
    document.documentElement.dataset.ready = "true";
  } catch (error) {
    console.error(error);
    const note = document.createElement("p");
    note.className = "broken";
    note.setAttribute("role", "alert");
    note.textContent = wordsOf(document.documentElement.lang).broken;
    document.body.prepend(note);
  }
}

window.L = L;
window.liaison = { start };
