/**
 * The printed sheet: title and year, the map as shown, its legend, everything that holds in the year with notes and
 * full sources, and the licence. For the network its graph, and its figures before the list. For a comparison both maps,
 * and what holds on one side only before what holds on both. It is made when printing begins and removed when it ends.
 */

import type { ListEntry } from "../data/list-entries";
import { shortCitation } from "../i18n/citation-text";
import { periodTitle } from "../i18n/period-text";
import type { PageContext } from "../page-context";
import { periodName } from "../time/period";
import { bidiIsolated, type Child, el, setAttributes } from "./dom";
import { bannerTexts, countsLine } from "./heading";
import { legendPanel } from "./legend-panel";
import { entryCells, entryLabel, sectionTitle, sortedEntries } from "./list-panel";
import { localizedParagraph, localizedText } from "./localized-text";
import { printedNetwork } from "./network-panel";
import { claimSwatch } from "./swatch";

/** More entries fill hundreds of pages, which take a browser minutes to prepare. */
const MAX_PRINTED_ENTRIES = 1000;

const isPresent = (child: Child): child is Node | string => Boolean(child);

/** A printed picture: its context, the name that distinguishes it from the other one, and its map or graph. */
export interface PrintPicture {
  context: PageContext;
  name: string;
  picture: SVGSVGElement;
  graph: boolean;
}

export function printSheet(pictures: readonly [PrintPicture, ...PrintPicture[]]): HTMLElement {
  const [{ context, graph }] = pictures;
  const { index, words, state } = context;
  const { payload } = index;
  const text = words.printParts;
  const banner = bannerTexts(context).join(" · ");
  const legend = legendPanel(context);
  const lists = printedLists(pictures);
  const cited = new Set(
    lists.flatMap(({ shown }) =>
      shown
        .filter(({ link }) => link < 0)
        .flatMap(({ row }) =>
          (payload.claims.cites[row] ?? []).flatMap(({ source, through }) =>
            through < 0 ? source : [source, through],
          ),
        ),
    ),
  );
  const sources = [...cited].map((source) => payload.sources[source]!).sort((a, b) => (a.full < b.full ? -1 : 1));
  const years = [...new Set(pictures.map((printPicture) => periodName(printPicture.context.state, words)))];
  return el("article", { class: `print-sheet${pictures.length > 1 ? " several" : ""}`, lang: state.language }, [
    el("header", {}, [
      el("p", { class: "print-year" }, years.join(" · ")),
      el("h1", { dir: "auto" }, payload.title),
      el("p", { class: "print-subtitle", dir: "auto" }, payload.subtitle),
      banner && el("p", { class: "print-banner" }, banner),
      pictures.length === 1 && countsLine(context),
    ]),
    pictures.map((printPicture) => pictureFigure(printPicture, pictures.length > 1)),
    el("section", { class: "print-legend" }, el("h2", {}, legend.title), ...legend.content.filter(isPresent)),
    graph && networkSection(context),
    lists.map(({ title, context: listContext, shown, total }) =>
      el("section", {}, [
        el("h2", {}, title),
        shown.length < total && el("p", {}, text.cut(shown.length, total)),
        entriesByKind(listContext, shown),
      ]),
    ),
    sources.length > 0 &&
      el("section", { class: "print-sources" }, [
        el("h2", {}, text.sources),
        el(
          "ul",
          {},
          sources.map(({ full, kind }) => el("li", {}, bidiIsolated(full), ` (${words.sourceKinds[kind][0]})`)),
        ),
      ]),
    el("footer", {}, [
      el("p", {}, text.licence(payload.licence.title), " ", bidiIsolated(payload.licence.path)),
      el("p", {}, words.aboutParts.ground),
      el("p", {}, words.aboutParts.version(payload.version, payload.program)),
    ]),
  ]);
}

function pictureFigure({ context, name, picture, graph }: PrintPicture, hasCaption: boolean): HTMLElement {
  setAttributes(picture, {
    class: "print-map",
    role: "img",
    "aria-label": `${context.index.payload.title}, ${name}`,
  });
  return el("figure", {}, [
    hasCaption && el("figcaption", {}, el("strong", {}, name), countsLine(context)),
    picture,
    graph && el("p", {}, context.words.graph.intro),
  ]);
}

function networkSection(context: PageContext): HTMLElement {
  const { title, remarks, figures, cuts } = printedNetwork(context);
  return el("section", { class: "print-network" }, [
    el("h2", {}, title),
    remarks.filter(isPresent),
    el("div", { class: "two-columns" }, figures),
    cuts.filter(isPresent),
  ]);
}

interface PrintedList {
  title: string;
  context: PageContext;
  shown: ListEntry[];
  total: number;
}

/** The entries of one picture; for two pictures those of each alone, and those of both. */
function printedLists(pictures: readonly [PrintPicture, ...PrintPicture[]]): PrintedList[] {
  const [left, right] = pictures;
  let remaining = MAX_PRINTED_ENTRIES;
  const list = (title: string, context: PageContext, entries: readonly ListEntry[]): PrintedList => {
    const shown = entries.slice(0, remaining);
    remaining -= shown.length;
    return { title, context, shown, total: entries.length };
  };
  const entries = sortedEntries(left.context);
  if (!right) return [list(periodTitle(left.context), left.context, entries)];
  const key = ({ row, link }: ListEntry) => `${row} ${link}`;
  const rightEntries = sortedEntries(right.context);
  const [leftKeys, rightKeys] = [new Set(entries.map(key)), new Set(rightEntries.map(key))];
  const { compare } = left.context.words;
  const both = entries.filter((entry) => rightKeys.has(key(entry)));
  return [
    list(
      compare.only(left.name),
      left.context,
      entries.filter((entry) => !rightKeys.has(key(entry))),
    ),
    list(
      compare.only(right.name),
      right.context,
      rightEntries.filter((entry) => !leftKeys.has(key(entry))),
    ),
    list(compare.both(both.length), left.context, both),
  ].filter(({ total }) => total > 0);
}

/** The entries, under the titles of the list. */
function entriesByKind(context: PageContext, entries: readonly ListEntry[]): Node[] {
  return entries.flatMap((entry, i) => {
    const title = sectionTitle(context, entry, entries[i - 1]);
    return [...(title ? [el("h3", {}, title)] : []), printedEntry(context, entry)];
  });
}

function printedEntry(context: PageContext, entry: ListEntry): HTMLElement {
  const { index, words } = context;
  const { claims } = index.payload;
  const { row, link } = entry;
  const cells = entryCells(context, entry);
  const facts = [cells.kind, cells.place, cells.date, cells.certainty].filter(Boolean).join(" · ");
  const note = link < 0 && index.text(claims.note[row]);
  const cites = link < 0 ? (claims.cites[row] ?? []) : [];
  return el("div", { class: "print-entry" }, [
    link < 0 ? claimSwatch(context, row, 14) : el("span", {}),
    el("div", {}, [
      el("h4", { dir: "auto" }, ...localizedText(context, entryLabel(context, entry))),
      el("p", { class: "print-facts", dir: "auto" }, facts),
      note && localizedParagraph(context, note),
      cites.length > 0 &&
        el("p", { class: "print-cited", dir: "auto" }, [
          `${words.printParts.cited}: ${cites.map((cite) => shortCitation(index, cite)).join("; ")}`,
        ]),
    ]),
  ]);
}
