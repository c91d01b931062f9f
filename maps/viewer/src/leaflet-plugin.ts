/**
 * Entry point for third-party Leaflet maps: `liaisonLayer.add(map, data, { year })` draws the network on the map.
 *
 * It adds one canvas, one year slider and one card, but no basemap and no page. The host page provides Leaflet.
 */

import * as L from "leaflet";
import { PayloadIndex } from "./data/payload-index";
import { readPayload } from "./data/payload-reader";
import { MAIN_STRAND } from "./data/payload-schema";
import { locatorText } from "./i18n/citation-text";
import { accuracyInWords, placeInWords } from "./i18n/place-text";
import { type Words, wordsOf } from "./i18n/viewer-words";
import { leafletProjection } from "./map/leaflet-projection";
import { NetworkLayer } from "./map/network-layer";
import { paletteOf } from "./scene/palette";
import { initialState, type State } from "./state/screen-state";
import { claimHolds, placeNameDay, yearDays } from "./time/claim-dates";
import { bidiIsolated, button, el, ICONS, icon, list } from "./ui/dom";

declare global {
  interface Window {
    liaisonLayer: { add: typeof add };
  }
}

const palette = paletteOf("light", false);

const CARD_STYLE: Partial<CSSStyleDeclaration> = {
  background: palette.card,
  color: palette.ink,
  border: `1px solid ${palette.cardEdge}`,
  borderRadius: "6px",
  padding: "8px 12px",
  font: "14px/1.4 'Source Sans 3', 'Segoe UI', system-ui, sans-serif",
  boxSizing: "border-box",
};
const SERIF = "'Source Serif 4', Georgia, serif";

function leafletControl(position: L.ControlPosition, element: HTMLElement): L.Control {
  const made = new L.Control({ position });
  made.onAdd = () => element;
  L.DomEvent.disableClickPropagation(element);
  L.DomEvent.disableScrollPropagation(element);
  // Leaflet listens to these events to drag the map: a finger on the slider must not move it.
  for (const name of ["pointerdown", "touchstart", "mousedown"])
    element.addEventListener(name, (event) => event.stopPropagation());
  return made;
}

/** The network on the host's map, with its slider, banner and card. */
class NetworkOnMap {
  private readonly words: Words;
  private readonly network: NetworkLayer;
  private state: State;
  private readonly controls: L.Control[] = [];
  private card: L.Control | null = null;
  private selectedRow = -1;
  private readonly listeners: L.LeafletEventHandlerFnMap = {
    click: ({ containerPoint }) => {
      const found = this.network.hitAt(containerPoint, 6);
      if (found && "claim" in found) this.openCard(found.claim);
      else this.select(-1);
    },
    mousemove: ({ containerPoint }) => {
      const found = this.network.hitAt(containerPoint, 3);
      this.network.hover(found && "claim" in found ? found.claim : -1);
      this.map.getContainer().style.cursor = found ? "pointer" : "";
    },
  };

  constructor(
    private readonly map: L.Map,
    private readonly index: PayloadIndex,
    firstYear: number | undefined,
  ) {
    const { period, year, language, strands, claims } = index.payload;
    this.words = wordsOf(language);
    // Strands are never mixed. If all claims belong to one other strand, that strand is drawn and named.
    const drawnStrands = strands.name.filter((_, row) => claims.strand.includes(row));
    const strand = drawnStrands.length === 1 ? drawnStrands[0]! : MAIN_STRAND;
    const isFiction = index.isFiction(strand);
    const state = initialState(index.payload);
    this.state = { ...state, year: year ?? firstYear ?? state.year, strand };
    const options = { words: this.words, palette: paletteOf("light", isFiction) };
    this.network = new NetworkLayer(index, leafletProjection(map), options);
    if (strand !== MAIN_STRAND) {
      const text = `${index.strandTitle(strand)}: ${index.strandNote(strand)}`;
      const [background, color] = isFiction
        ? [palette.fictionBanner, palette.fictionOnBanner]
        : [palette.ink, palette.card];
      this.addControl("topright", el("div", { dir: "auto", style: { ...CARD_STYLE, background, color } }, text));
    }
    this.render();
    this.network.addTo(map);
    map.on(this.listeners);
    if (year === null && period[1] > period[0]) this.addControl("bottomleft", this.slider(period));
  }

  remove(): void {
    this.map.off(this.listeners);
    this.network.remove();
    this.card?.remove();
    for (const control of this.controls) control.remove();
  }

  private addControl(position: L.ControlPosition, element: HTMLElement): void {
    this.controls.push(leafletControl(position, element).addTo(this.map));
  }

  private render(): void {
    const selected = new Set(this.selectedRow >= 0 ? [this.selectedRow] : []);
    this.network.show({ ...this.state, lifePath: [], selected, undatedRow: -1 });
  }

  private slider([first, last]: [number, number]): HTMLElement {
    const { words, state } = this;
    const number = el("output", { style: { font: `600 20px ${SERIF}` } }, words.yearText(state.year));
    const style = { width: "220px", height: "32px", display: "block" };
    const oninput = () => {
      this.state = { ...this.state, year: Number(input.value) };
      number.textContent = words.yearText(this.state.year);
      this.render();
      if (this.selectedRow >= 0) this.openCard(this.selectedRow);
    };
    const limits = { min: first, max: last, step: 1 };
    const input = el("input", { type: "range", ...limits, "aria-label": words.year, style, oninput });
    // Set as a property after the limits: an attribute would be clamped to the limits at the time it is set.
    input.value = String(state.year);
    return el("div", { role: "group", "aria-label": words.layerControl, style: CARD_STYLE }, number, input);
  }

  /** Select a claim, or none with -1, and close the card of the previous one. */
  private select(row: number): void {
    this.card?.remove();
    this.card = null;
    this.selectedRow = row;
    this.render();
  }

  private openCard(row: number): void {
    const { index, words } = this;
    const { claims, sources } = index.payload;
    const { year } = this.state;
    const { card } = words;
    this.select(row);
    const line = (text: Node | string) => el("p", { style: { margin: "4px 0" } }, text);
    const place = claims.place[row]!;
    const day = placeNameDay(claims, row, yearDays(year));
    const placeText = `${placeInWords(index, words, place, day)}, ${accuracyInWords(index, words, place, day)}`;
    const remarks = [
      card.certainty[claims.certainty[row]!],
      card.standings[claims.standing[row]!],
      claims.contested[row] === 1 && card.contested,
    ].filter(Boolean);
    const cites = (claims.cites[row] ?? []).map((cite) =>
      bidiIsolated(`${sources[cite.source]?.full ?? ""} ${locatorText(index, cite)}`.trim()),
    );
    const cross = icon(ICONS.close);
    Object.assign(cross.style, { width: "100%", fill: "none", stroke: palette.ink, strokeWidth: "1.6" });
    const closeSize = { width: "32px", height: "32px", padding: "4px", float: "right" };
    const closeStyle = { ...closeSize, border: "0", background: "none", cursor: "pointer" };
    const style = { ...CARD_STYLE, width: "300px", maxWidth: "80vw", maxHeight: "60vh", overflow: "auto" };
    const titleStyle = { font: `600 18px/1.25 ${SERIF}`, margin: "0 0 4px" };
    const body = el("div", { role: "group", "aria-label": words.selection, style }, [
      button({ "aria-label": words.close, style: closeStyle }, () => this.select(-1), cross),
      el("p", { dir: "auto", style: titleStyle }, index.label(row)),
      line(index.text(claims.when[row]) || card.noDate),
      line(`${card.inYear(year)}: ${card.holds[claimHolds(claims, row, yearDays(year))]}`),
      line(remarks.map((remark) => `${remark}.`).join(" ")),
      line(bidiIsolated(place >= 0 ? placeText : card.nowhere)),
      line(bidiIsolated(index.text(claims.note[row]))),
      list(cites, { style: { margin: "6px 0 0", paddingInlineStart: "18px", fontSize: "13px" } }),
    ]);
    this.card = leafletControl("topright", body).addTo(this.map);
  }
}

/**
 * Add the network to a map, as a layer that can be added and removed like any other. It is drawn as soon as its data
 * is unpacked. It first shows `year`, or the middle of the period by default.
 */
function add(map: L.Map, base64: string, { year }: { year?: number } = {}): L.Layer {
  const data = readPayload(base64).then((payload) => new PayloadIndex(payload));
  const layer = new L.Layer();
  let host: L.Map | null = null;
  let drawn: NetworkOnMap | null = null;
  const draw = (index: PayloadIndex) => {
    if (host) drawn ??= new NetworkOnMap(host, index, year);
  };
  layer.onAdd = (target) => {
    host = target;
    data.then(draw, (error: unknown) => console.error(error));
    return layer;
  };
  layer.onRemove = () => {
    drawn?.remove();
    host = drawn = null;
    return layer;
  };
  return layer.addTo(map);
}

window.liaisonLayer = { add };
