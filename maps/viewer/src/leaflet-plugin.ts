/**
 * Entry for somebody else's Leaflet map: `liaisonLayer.add(map, data, { year })` draws the network on it.
 *
 * It brings no basemap and no page: one canvas, one slider for the year, one card. Leaflet is the host's.
 */

import * as L from "leaflet";
import { PayloadIndex } from "./data/payload-index";
import { readPayload } from "./data/payload-reader";
import { MAIN_STRAND } from "./data/payload-schema";
import { locatorText } from "./i18n/citation-text";
import { accuracyInWords, placeInWords } from "./i18n/place-text";
import { wordsOf } from "./i18n/viewer-words";
import { leafletProjection } from "./map/leaflet-projection";
import { NetworkLayer } from "./map/network-layer";
import { paletteOf } from "./scene/palette";
import { initialState } from "./state/initial-state";
import type { State } from "./state/screen-state";
import { claimHolds, placeNameDay, yearDays } from "./time/claim-dates";
import { bidiIsolated, button, el, ICONS, icon } from "./ui/dom";

export interface PluginOptions {
  /** The year shown first; without it, the middle of the period. */
  year?: number;
}

declare global {
  interface Window {
    liaisonLayer: { add: typeof add };
  }
}

const palette = paletteOf("light", false);

/** Style through the object model: the host's page may forbid style elements and attributes. */
function withStyle<Element extends HTMLElement>(element: Element, style: Partial<CSSStyleDeclaration>): Element {
  Object.assign(element.style, style);
  return element;
}

const CARD_STYLE: Partial<CSSStyleDeclaration> = {
  background: palette.card,
  color: palette.ink,
  border: `1px solid ${palette.cardEdge}`,
  borderRadius: "6px",
  padding: "8px 12px",
  font: "14px/1.4 'Source Sans 3', 'Segoe UI', system-ui, sans-serif",
  boxSizing: "border-box",
};

function leafletControl(position: L.ControlPosition, element: HTMLElement): L.Control {
  const made = new L.Control({ position });
  made.onAdd = () => element;
  L.DomEvent.disableClickPropagation(element);
  L.DomEvent.disableScrollPropagation(element);
  // Leaflet's drag listens to these: a finger on the slider must not move the map.
  for (const name of ["pointerdown", "touchstart", "mousedown"])
    element.addEventListener(name, (event) => event.stopPropagation());
  return made;
}

/** The network as a layer that can be added and removed like any other. */
class LiaisonLayer extends L.Layer {
  /** The map that it has been added to. */
  private map: L.Map | null = null;
  private network: NetworkLayer | null = null;
  private index: PayloadIndex | null = null;
  private state: State | null = null;
  private readonly controls: L.Control[] = [];
  private card: L.Control | null = null;
  private selectedRow = -1;
  private readonly onClick = (event: L.LeafletMouseEvent) => this.onMapClick(event.containerPoint);
  private readonly onMove = (event: L.LeafletMouseEvent) => this.onMapHover(event.containerPoint);

  constructor(
    private readonly data: Promise<PayloadIndex>,
    private readonly firstYear: number | undefined,
  ) {
    super();
  }

  override onAdd(map: L.Map): this {
    this.map = map;
    this.data.then(
      (index) => {
        if (this.map === map && !this.network) this.draw(map, index);
      },
      (error: unknown) => console.error(error),
    );
    return this;
  }

  override onRemove(map: L.Map): this {
    this.map = null;
    map.off("click", this.onClick).off("mousemove", this.onMove);
    this.network?.remove();
    this.network = null;
    this.card?.remove();
    this.card = null;
    for (const part of this.controls.splice(0)) part.remove();
    return this;
  }

  private draw(map: L.Map, index: PayloadIndex): void {
    const { period, year, language } = index.payload;
    this.index = index;
    const state = initialState(index.payload);
    const words = wordsOf(language);
    // Strands never mix: where there is nothing but another one, that is drawn and named.
    const strands = index.payload.strands.name.filter((_, row) => index.payload.claims.strand.includes(row));
    const strand = strands.length === 1 ? strands[0]! : MAIN_STRAND;
    const isFiction = index.isFiction(strand);
    this.state = { ...state, year: year ?? this.firstYear ?? state.year, strand };
    this.network = new NetworkLayer(index, leafletProjection(map), { words, palette: paletteOf("light", isFiction) });
    if (strand !== MAIN_STRAND) {
      const text = `${index.strandTitle(strand)}: ${index.strandNote(strand)}`;
      this.addControl(map, "topright", this.banner(text, isFiction));
    }
    this.render();
    this.network.addTo(map);
    map.on("click", this.onClick).on("mousemove", this.onMove);
    if (year === null && period[1] > period[0]) this.addControl(map, "bottomleft", this.slider(period));
  }

  private addControl(map: L.Map, position: L.ControlPosition, element: HTMLElement): void {
    const control = leafletControl(position, element);
    this.controls.push(control);
    control.addTo(map);
  }

  private banner(text: string, isFiction: boolean): HTMLElement {
    return withStyle(el("div", { dir: "auto" }, text), {
      ...CARD_STYLE,
      background: isFiction ? palette.fictionBanner : palette.ink,
      color: isFiction ? palette.fictionOnBanner : palette.card,
    });
  }

  private render(): void {
    const selected = new Set(this.selectedRow >= 0 ? [this.selectedRow] : []);
    this.network?.show({ ...this.state!, lifePath: [], selected, undatedRow: -1 });
  }

  private slider([first, last]: [number, number]): HTMLElement {
    const words = wordsOf(this.index!.payload.language);
    const input = withStyle(el("input", { type: "range", min: first, max: last, step: 1, "aria-label": words.year }), {
      width: "220px",
      height: "32px",
      display: "block",
    });
    // As a property, after the limits: an attribute would be cut to the limits of the moment.
    input.value = String(this.state!.year);
    const number = withStyle(el("output", {}, words.yearText(this.state!.year)), {
      font: "600 20px 'Source Serif 4', Georgia, serif",
    });
    input.addEventListener("input", () => {
      this.state = { ...this.state!, year: Number(input.value) };
      number.textContent = words.yearText(this.state.year);
      this.render();
      if (this.selectedRow >= 0) this.openCard(this.selectedRow);
    });
    return withStyle(el("div", { role: "group", "aria-label": words.layerControl }, number, input), CARD_STYLE);
  }

  private onMapClick(at: L.Point): void {
    const found = this.network?.hitAt(at, 6);
    if (found && "claim" in found) this.openCard(found.claim);
    else this.closeCard();
  }

  private onMapHover(at: L.Point): void {
    const found = this.network?.hitAt(at, 3);
    this.network?.hover(found && "claim" in found ? found.claim : -1);
    this.map!.getContainer().style.cursor = found ? "pointer" : "";
  }

  private closeCard(): void {
    this.card?.remove();
    this.card = null;
    this.selectedRow = -1;
    this.render();
  }

  private openCard(row: number): void {
    const index = this.index!;
    const words = wordsOf(index.payload.language);
    const { claims, sources } = index.payload;
    const { year } = this.state!;
    this.card?.remove();
    this.selectedRow = row;
    this.render();
    const line = (...children: (Node | string)[]) => withStyle(el("p", {}, ...children), { margin: "4px 0" });
    const place = claims.place[row]!;
    const day = placeNameDay(claims, row, yearDays(year));
    const cites = (claims.cites[row] ?? []).map((cite) =>
      el("li", {}, bidiIsolated(`${sources[cite.source]?.full ?? ""} ${locatorText(index, cite)}`.trim())),
    );
    const close = withStyle(
      button({ "aria-label": words.close }, () => this.closeCard(), icon(ICONS.close)),
      {
        float: "right",
        width: "32px",
        height: "32px",
        border: "0",
        background: "none",
        cursor: "pointer",
        padding: "4px",
      },
    );
    const cross = close.querySelector("svg");
    if (cross) Object.assign(cross.style, { width: "100%", fill: "none", stroke: palette.ink, strokeWidth: "1.6" });
    const body = withStyle(
      el("div", { role: "group", "aria-label": words.selection }, [
        close,
        withStyle(el("p", { dir: "auto" }, index.label(row)), {
          font: "600 18px/1.25 'Source Serif 4', Georgia, serif",
          margin: "0 0 4px",
        }),
        line(index.text(claims.when[row]) || words.card.noDate),
        line(`${words.card.inYear(year)}: ${words.card.holds[claimHolds(claims, row, yearDays(year))]}`),
        line(
          [
            words.card.certainty[claims.certainty[row]!],
            words.card.standings[claims.standing[row]!],
            claims.contested[row] === 1 && words.card.contested,
          ]
            .filter(Boolean)
            .map((each) => `${each}.`)
            .join(" "),
        ),
        line(
          bidiIsolated(
            place >= 0
              ? `${placeInWords(index, words, place, day)}, ${accuracyInWords(index, words, place, day)}`
              : words.card.nowhere,
          ),
        ),
        line(bidiIsolated(index.text(claims.note[row]))),
        withStyle(el("ul", {}, ...cites), { margin: "6px 0 0", paddingInlineStart: "18px", fontSize: "13px" }),
      ]),
      { ...CARD_STYLE, width: "300px", maxWidth: "80vw", maxHeight: "60vh", overflow: "auto" },
    );
    this.card = leafletControl("topright", body);
    this.card.addTo(this.map!);
  }
}

/** Add the network to a map. It is drawn as soon as its data are unpacked. */
function add(map: L.Map, base64: string, options: PluginOptions = {}): L.Layer {
  const data = readPayload(base64).then((payload) => new PayloadIndex(payload));
  return new LiaisonLayer(data, options.year).addTo(map);
}

window.liaisonLayer = { add };
