/** Starts a page with a map: provides Leaflet for folium's script, which then calls `liaison.start(map)`. */

import * as L from "leaflet";
import { dataBlock, loadFonts, optionalDataBlock } from "./data/page-data";
import { PayloadIndex } from "./data/payload-index";
import { decodeBlock, readPayload } from "./data/payload-reader";
import type { BasemapData, BorderData } from "./data/payload-types";
import { el } from "./ui/dom";

/** The data of every page: folium's map, and the data blocks in the page. */
export interface PageData {
  map: L.Map;
  index: PayloadIndex;
  base: BasemapData;
  borders: BorderData | null;
}

declare global {
  interface Window {
    L: typeof L;
    liaison: { start: (map: L.Map) => Promise<void> };
  }
}

/** Let folium's script open the page; `errorText(language)` returns the message for a page that cannot be opened. */
export function startPage(
  open: (data: PageData) => unknown,
  errorText: (language: string) => string,
  onFailure: () => void = () => {},
): void {
  const root = document.documentElement;
  async function start(map: L.Map): Promise<void> {
    try {
      const bordersBlock = optionalDataBlock("liaison-borders");
      const [payload, base, borders] = await Promise.all([
        readPayload(dataBlock("liaison-data")),
        decodeBlock<BasemapData>(dataBlock("liaison-base")),
        bordersBlock ? decodeBlock<BorderData>(bordersBlock) : null,
        loadFonts(),
      ]);
      await open({ map, index: new PayloadIndex(payload), base, borders });
      root.dataset.ready = "true";
    } catch (error) {
      console.error(error);
      document.body.prepend(el("p", { class: "broken", role: "alert" }, errorText(root.lang)));
      onFailure();
    }
  }
  window.L = L;
  window.liaison = { start };
}
