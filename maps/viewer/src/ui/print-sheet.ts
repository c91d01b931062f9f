/**
 * The printed sheet: title and year, the map as shown, its legend, everything that holds in the year with notes and
 * full sources, and the licence.
 *
 * For the network, it has the graph, and the figures before the list. For a comparison, it has both maps; entries that
 * hold on one side only come before those that hold on both. It is created when printing begins and removed when
 * printing ends.
 */

import type { ComparedView } from "../compare/compare-view";
import type { ListEntry } from "../data/list-entries";
import type { Payload } from "../data/payload-types";
import { shortCitation } from "../i18n/citation-text";
import { periodTitle } from "../i18n/period-text";
import type { PageContext } from "../page-context";
import { periodName } from "../time/period";
import { bidiIsolated, type Children, el, localizedParagraph, localizedText, section, setAttributes } from "./dom";
import { bannerTexts, countsLine } from "./heading";
import { legendPanel } from "./legend-panel";
import { entryCells, entryLabel, sectionTitle, sortedEntries } from "./list-panel";
import { networkParts } from "./network-panel";
import { claimSwatch } from "./swatch";

/** A longer list fills hundreds of pages, which take a browser minutes to prepare. */
const MAX_PRINTED_ENTRIES = 1000;

/** A view with its picture: its map or its graph. */
export interface PrintPicture extends ComparedView {
  picture: SVGSVGElement;
  graph: boolean;
}

type PrintPictures = readonly [PrintPicture, ...PrintPicture[]];

export function printSheet(pictures: PrintPictures): HTMLElement {
  const [{ context, graph }] = pictures;
  const { index, words, state } = context;
  const { payload } = index;
  const text = words.printParts;
  const banner = bannerTexts(context).join(" · ");
  const legend = legendPanel(context);
  const lists = printedLists(pictures);
  const rows = new Set(lists.flatMap(({ shown }) => shown.flatMap(({ row, link }) => (link < 0 ? row : []))));
  const sources = payload.sources
    .filter((_, source) => index.claimsOfSource(source).some((row) => rows.has(row)))
    .sort((a, b) => (a.full < b.full ? -1 : 1));
  const sourceItem = ({ full, kind }: Payload["sources"][number]) =>
    el("li", {}, bidiIsolated(full), ` (${words.sourceKinds[kind][0]})`);
  const years = new Set(pictures.map((picture) => periodName(picture.context.state, words)));
  return el("article", { class: `print-sheet${pictures.length > 1 ? " several" : ""}`, lang: state.language }, [
    el("header", {}, [
      el("p", { class: "print-year" }, [...years].join(" · ")),
      el("h1", { dir: "auto" }, payload.title),
      el("p", { class: "print-subtitle", dir: "auto" }, payload.subtitle),
      banner && el("p", { class: "print-banner" }, banner),
      pictures.length === 1 && countsLine(context),
    ]),
    pictures.map((picture) => pictureFigure(picture, pictures.length > 1)),
    section(legend.title, legend.content, "print-legend", 2),
    graph && networkSection(context),
    lists.map(({ title, context: listContext, shown, total }) =>
      el("section", {}, el("h2", {}, title), [
        shown.length < total && el("p", {}, text.cut(shown.length, total)),
        entriesByKind(listContext, shown),
      ]),
    ),
    sources.length > 0 && section(text.sources, el("ul", {}, sources.map(sourceItem)), "print-sources", 2),
    el("footer", {}, [
      el("p", {}, text.licence(payload.licence.title), " ", bidiIsolated(payload.licence.path)),
      el("p", {}, words.aboutParts.ground),
      el("p", {}, words.aboutParts.version(payload.version, payload.program)),
    ]),
  ]);
}

function pictureFigure({ context, name, picture, graph }: PrintPicture, hasCaption: boolean): HTMLElement {
  const { index, words } = context;
  setAttributes(picture, { class: "print-map", role: "img", "aria-label": `${index.payload.title}, ${name}` });
  return el("figure", {}, [
    hasCaption && el("figcaption", {}, el("strong", {}, name), countsLine(context)),
    picture,
    graph && el("p", {}, words.graph.intro),
  ]);
}

function networkSection(context: PageContext): HTMLElement {
  const { title, remarks, figures, cuts } = networkParts(context, true);
  return section(title, [remarks, el("div", { class: "two-columns" }, figures), cuts], "print-network", 2);
}

/** The list of one picture; for two pictures, the lists of the entries in the left only, the right only, and both. */
function printedLists([left, right]: PrintPictures) {
  let remaining = MAX_PRINTED_ENTRIES;
  const list = (title: string, { context }: PrintPicture, entries: readonly ListEntry[]) => {
    const shown = entries.slice(0, remaining);
    remaining -= shown.length;
    return { title, context, shown, total: entries.length };
  };
  const entries = sortedEntries(left.context);
  if (!right) return [list(periodTitle(left.context), left, entries)];
  const key = ({ row, link }: ListEntry) => `${row} ${link}`;
  const rightEntries = sortedEntries(right.context);
  const [leftKeys, rightKeys] = [new Set(entries.map(key)), new Set(rightEntries.map(key))];
  const { compare } = left.context.words;
  const onlyLeft = entries.filter((entry) => !rightKeys.has(key(entry)));
  const onlyRight = rightEntries.filter((entry) => !leftKeys.has(key(entry)));
  const both = entries.filter((entry) => rightKeys.has(key(entry)));
  return [
    list(compare.only(left.name), left, onlyLeft),
    list(compare.only(right.name), right, onlyRight),
    list(compare.both(both.length), left, both),
  ].filter(({ total }) => total > 0);
}

/** The entries, under the same titles as in the list panel. */
function entriesByKind(context: PageContext, entries: readonly ListEntry[]): Children {
  return entries.map((entry, i) => {
    const title = sectionTitle(context, entry, entries[i - 1]);
    return [title && el("h3", {}, title), printedEntry(context, entry)];
  });
}

function printedEntry(context: PageContext, entry: ListEntry): HTMLElement {
  const { index, words } = context;
  const { claims } = index.payload;
  const { row, link } = entry;
  const isClaim = link < 0;
  const { kind, place, date, certainty } = entryCells(context, entry);
  const cites = (isClaim && claims.cites[row]) || [];
  const cited = cites.map((cite) => shortCitation(index, cite)).join("; ");
  return el("div", { class: "print-entry" }, [
    isClaim ? claimSwatch(context, row, 14) : el("span", {}),
    el("div", {}, [
      el("h4", { dir: "auto" }, localizedText(context, entryLabel(context, entry))),
      el("p", { class: "print-facts", dir: "auto" }, [kind, place, date, certainty].filter(Boolean).join(" · ")),
      isClaim && localizedParagraph(context, index.text(claims.note[row])),
      cites.length > 0 && el("p", { class: "print-cited", dir: "auto" }, `${words.printParts.cited}: ${cited}`),
    ]),
  ]);
}
