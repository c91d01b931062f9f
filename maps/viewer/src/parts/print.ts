/**
 * What is put on paper: title and year, the map as it looks now, its legend, all that the year holds with its notes and
 * its sources in full, and the licence. It is made when printing begins and taken away when it ends.
 */

import { el, quoted, type Child } from "../dom";
import { PARTS, type Entry } from "../find/listing";
import { countsLine } from "./heading";
import { legendPanel } from "./legend";
import { cellsOf, labelOf, sortedEntries } from "./list";
import { said, saidParagraph } from "./said";
import { claimSwatch } from "./swatch";
import { periodName } from "../period";
import { periodTitle } from "../timeline/sentences";
import type { Cite } from "../payload";
import type { Context } from "./context";

/** More fills hundreds of pages, and a browser prepares them for minutes. */
const MOST = 1000;

const present = (child: Child): child is Node | string => Boolean(child);

export function printSheet(context: Context, map: HTMLCanvasElement): HTMLElement {
  const { index, words, state } = context;
  const { payload } = index;
  const text = words.printParts;
  const banner = state.world === "fiction" ? words.fictionBanner : state.world === "disputed" ? words.disputedBanner : "";
  const all = sortedEntries(context);
  const shown = all.slice(0, MOST);
  const legend = legendPanel(context);
  const cited = new Set(shown.filter(({ line }) => line < 0).flatMap(({ row }) => (payload.claims.cites[row] ?? []).map(([source]) => source)));
  const sources = [...cited].map((source) => payload.sources[source]!).sort((a, b) => (a.full < b.full ? -1 : 1));
  map.className = "print-map";
  map.setAttribute("role", "img");
  map.setAttribute("aria-label", `${payload.title}, ${periodName(state, words)}`);
  return el("article", { class: "print-sheet", lang: state.language },
    el("header", {},
      el("p", { class: "print-year" }, periodName(state, words)),
      el("h1", { dir: "auto" }, payload.title),
      el("p", { class: "print-subtitle", dir: "auto" }, payload.subtitle),
      banner && el("p", { class: "print-banner" }, banner),
      countsLine(context),
    ),
    map,
    el("section", { class: "print-legend" }, el("h2", {}, legend.title), ...legend.content.filter(present)),
    el("section", {}, el("h2", {}, periodTitle(context)),
      shown.length < all.length && el("p", {}, text.cut(shown.length, all.length)),
      ...parts(context, shown)),
    sources.length > 0 && el("section", { class: "print-sources" }, el("h2", {}, text.sources), el("ul", {}, ...sources.map(({ full, kind }) => el("li", {}, quoted(full), ` (${words.sourceKinds[kind][0]})`)))),
    el("footer", {},
      el("p", {}, text.licence(payload.licence.title), " ", quoted(payload.licence.path)),
      el("p", {}, words.aboutParts.ground),
      el("p", {}, words.aboutParts.version(payload.version)),
    ),
  );
}

/** Under a heading for each kind, where the list is sorted by kind. */
function parts(context: Context, entries: readonly Entry[]): Node[] {
  const { words, state } = context;
  return entries.flatMap((entry, i) => [
    ...(state.sort.by === "kind" && entries[i - 1]?.part !== entry.part ? [el("h3", {}, words.listParts[PARTS[entry.part]!])] : []),
    printed(context, entry),
  ]);
}

function printed(context: Context, entry: Entry): HTMLElement {
  const { index, words } = context;
  const { claims } = index.payload;
  const { row, line } = entry;
  const cells = cellsOf(context, entry);
  const facts = [cells.kind, cells.place, cells.date, cells.certainty].filter(Boolean).join(" · ");
  const note = line < 0 && index.text(claims.note[row]);
  const cites = line < 0 ? (claims.cites[row] ?? []) : [];
  return el("div", { class: "print-entry" },
    line < 0 ? claimSwatch(context, row, 14) : el("span", {}),
    el("div", {},
      el("h4", { dir: "auto" }, ...said(context, labelOf(context, entry))),
      el("p", { class: "print-facts", dir: "auto" }, facts),
      note && saidParagraph(context, note),
      cites.length > 0 && el("p", { class: "print-cited", dir: "auto" }, `${words.printParts.cited}: ${cites.map((cite) => citation(context, cite)).join("; ")}`),
    ),
  );
}

function citation({ index }: Context, [source, locator]: Cite): string {
  return [index.payload.sources[source]?.short, index.text(locator)].filter(Boolean).join(", ");
}
