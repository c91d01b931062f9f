/**
 * The list of everything that holds in the period, on the map or not: the content of the canvas in accessible form.
 *
 * It is a sortable table that shows one page at a time, so that the number of elements does not grow with the number of
 * claims. Each row opens the card of its entry. The button in its last cell shows the entry on the map and leaves the
 * list open. The tray of undated claims comes last.
 */

import {
  EntrySorter,
  entryPlace,
  isInTray,
  isOnMap,
  LIST_SECTIONS,
  type ListEntry,
  listEntries,
} from "../data/list-entries";
import type { PayloadIndex } from "../data/payload-index";
import { KIND_NAMES } from "../data/payload-types";
import { undatedClaims } from "../data/visible-features";
import { countParts } from "../i18n/counts-text";
import { emptyPeriodText, periodTitle } from "../i18n/period-text";
import type { PageContext } from "../page-context";
import { COLUMNS, type Column } from "../state/screen-state";
import { placeNameDay } from "../time/claim-dates";
import { periodDays } from "../time/period";
import { claimRemarks, referenceButton } from "./claim-rows";
import { button, el, ICONS, iconButton, localizedText, type Panel, setText } from "./dom";
import { countsLine, updateCountsLine } from "./heading";
import { claimSwatch } from "./swatch";

const PAGE_SIZE = 200;
/** The id of the heading of the tray. */
const TRAY_ID = "liaison-tray";

/** The last list of each index, with the key of its state, its language and its sorter. */
const sortCache = new WeakMap<
  PayloadIndex,
  { key: string; entries: ListEntry[]; language: string; sorter: EntrySorter }
>();

/** The sorted entries of a state. Turning to another page does not sort them again. */
export function sortedEntries({ index, network, state }: PageContext): ListEntry[] {
  const { year, from, month, language, certainty, compare, strand, only, readings, sort } = state;
  const filter = [year, from, month, certainty, compare, strand, ...only, ...readings];
  const key = JSON.stringify([filter, sort, language]);
  const cached = sortCache.get(index);
  if (cached?.key === key) return cached.entries;
  const sorter = cached?.language === language ? cached.sorter : new EntrySorter(index, language);
  const entries = sorter.sorted(listEntries(index, network.visible, state), sort, network.visible);
  sortCache.set(index, { key, entries, sorter, language });
  return entries;
}

/** The label of an entry; for a liaison link, the names of its two stations. */
export function entryLabel({ index, words }: PageContext, { row, link }: ListEntry): string {
  if (link < 0) return index.label(row);
  return words.listParts.liaisonLine(index.label(row), index.label(index.payload.liaison.to[link]!));
}

/** The cells of an entry as texts: kind, place, date and certainty. */
export function entryCells(context: PageContext, entry: ListEntry): Record<Exclude<Column, "name">, string> {
  const { index, words, state } = context;
  const { claims, liaison } = index.payload;
  const { row, link } = entry;
  const { card, sortParts } = words;
  if (link >= 0)
    return { kind: sortParts.liaison, place: "", date: "", certainty: card.liaisonSure[liaison.sure[link]!] ?? "" };
  const place = entryPlace(index, entry);
  const remarks = claimRemarks(context, row, sortParts.perhaps);
  return {
    kind: index.categoryLabel(row) || words.kinds[KIND_NAMES[claims.kind[row]!]!],
    place: place < 0 ? "" : index.placeName(place, placeNameDay(claims, row, periodDays(state))),
    date: index.text(claims.when[row]),
    certainty: [card.certainty[claims.certainty[row]!], ...remarks].join(", "),
  };
}

/**
 * The title above an entry, if the entry begins a section; otherwise empty. If the list is not sorted by kind, only the
 * tray has a title.
 */
export function sectionTitle({ index, words, state }: PageContext, entry: ListEntry, before?: ListEntry): string {
  if (before?.section === entry.section) return "";
  const section = LIST_SECTIONS[entry.section]!;
  if (section === "tray") return words.listParts.tray(undatedClaims(index, state).length);
  return state.sort.by === "kind" ? words.listParts[section] : "";
}

/** The title of the tray, and the button that draws its claims on the map or hides them. */
function trayHead(context: PageContext, title: string): HTMLElement {
  const { trayText, drawTray, hideTray } = context.words.listParts;
  const { certainty, page } = context.state;
  const [label, after] = certainty === "undated" ? [hideTray, "possible" as const] : [drawTray, "undated" as const];
  const draw = () => context.changeState({ certainty: after, page }, true);
  return el("div", { class: "tray-head" }, [
    el("h3", { id: TRAY_ID, tabindex: -1 }, title),
    el("p", { class: "soft" }, trayText),
    button({ class: "more", "data-key": "draw-tray" }, draw, label),
  ]);
}

function tableHead(context: PageContext): HTMLElement {
  const { words, state } = context;
  const { columns, title, onMap } = words.sortParts;
  const sortHeader = (column: Column) => {
    const isSorted = state.sort.by === column;
    const order = state.sort.down ? "descending" : "ascending";
    const sort = () => context.changeState({ sort: { by: column, down: isSorted && !state.sort.down }, page: 1 }, true);
    return el("th", { role: "columnheader", scope: "col", "aria-sort": isSorted && order }, [
      button({ class: "sorter", "data-key": `sort-${column}`, title: title(columns[column]) }, sort, columns[column]),
    ]);
  };
  return el("thead", { role: "rowgroup" }, [
    el("tr", { role: "row" }, [
      COLUMNS.map(sortHeader),
      el("th", { role: "columnheader", scope: "col" }, el("span", { class: "unseen" }, onMap)),
    ]),
  ]);
}

/** The cells are in the order of the head, in which they are read. The kind comes first but is drawn below the name. */
function entryRow(context: PageContext, entry: ListEntry, number: number): HTMLElement {
  const { index, words, state } = context;
  const reference = index.reference(entry.row);
  const keyOf = (action: string) => `${action}-${entry.link}-${reference}`;
  const label = entryLabel(context, entry);
  const cells = entryCells(context, entry);
  const cell = (column: keyof typeof cells) =>
    el("td", { role: "cell", class: `cell-${column}`, dir: "auto" }, cells[column]);
  const show = () =>
    iconButton(words.sortParts.show(label), ICONS.locate, () => context.focusOn(reference, "list"), {
      "data-key": keyOf("show"),
    });
  const isTie = LIST_SECTIONS[entry.section] === "ties";
  const onMap = isOnMap(index, entry);
  const isSelected = state.select === reference && entry.link < 0;
  return el("tr", { role: "row", "aria-rowindex": number + 2, "aria-current": isSelected && "true" }, [
    cell("kind"),
    el("td", { role: "cell", class: "cell-name" }, [
      referenceButton(context, reference, { class: "row", "data-key": keyOf("open") }, [
        entry.link < 0 && claimSwatch(context, entry.row),
        el("span", { class: "row-label" }, localizedText(context, label)),
      ]),
    ]),
    cell("place"),
    cell("date"),
    cell("certainty"),
    el("td", { role: "cell", class: onMap || isTie ? "cell-map" : "cell-off" }, [
      !isTie && (onMap ? show() : words.listParts.offMap),
    ]),
  ]);
}

function tableBodies(context: PageContext, entries: readonly ListEntry[], from: number): HTMLElement[] {
  const page = entries.slice(from, from + PAGE_SIZE);
  const bodies: HTMLElement[] = [];
  const titleRow = (title: Node) =>
    el("tr", { role: "row", class: "part" }, [
      el("th", { role: "rowheader", scope: "rowgroup", colspan: COLUMNS.length + 1 }, title),
    ]);
  page.forEach((entry, i) => {
    const title = sectionTitle(context, entry, page[i - 1]);
    const heading = title && titleRow(isInTray(entry) ? trayHead(context, title) : el("h3", {}, title));
    if (i === 0 || heading) bodies.push(el("tbody", { role: "rowgroup" }, heading));
    bodies.at(-1)!.append(entryRow(context, entry, from + i));
  });
  return bodies;
}

function pageNavigation(context: PageContext, entryCount: number, page: number, last: number): HTMLElement {
  const { pages, previous, next, shown } = context.words.sortParts;
  const turnTo = (target: number) => {
    context.changeState({ page: target }, true);
    const sheet = document.getElementById("liaison-sheet");
    sheet?.querySelector(".sheet-body")?.scrollTo?.(0, 0);
    sheet?.querySelector("h2")?.focus({ preventScroll: true });
  };
  return el("nav", { class: "pages", "aria-label": pages }, [
    iconButton(previous, ICONS.back, () => turnTo(page - 1), { disabled: page <= 1, "data-key": "page-back" }),
    el("span", { role: "status" }, [
      shown((page - 1) * PAGE_SIZE + 1, Math.min(entryCount, page * PAGE_SIZE), entryCount),
    ]),
    iconButton(next, ICONS.forward, () => turnTo(page + 1), { disabled: page >= last, "data-key": "page-forward" }),
  ]);
}

export function listPanel(context: PageContext): Panel {
  const title = periodTitle(context);
  const entries = sortedEntries(context);
  if (entries.length === 0) return { title, content: [el("p", {}, emptyPeriodText(context))] };
  const last = Math.ceil(entries.length / PAGE_SIZE);
  // The page number in a URL may exceed the number of pages.
  const page = Math.min(context.state.page, last);
  const attributes = { class: "listing", role: "table", "aria-label": title, "aria-rowcount": entries.length + 1 };
  return {
    title,
    content: [
      countsLine(context),
      el("table", attributes, tableHead(context), tableBodies(context, entries, (page - 1) * PAGE_SIZE)),
      last > 1 && pageNavigation(context, entries.length, page, last),
    ],
  };
}

/** The counts of the period, followed by a button "34 undated" that opens the list at the tray. */
export class CountsWithTray {
  private readonly trayLink = button({ class: "link tray-link", "data-key": "tray" }, () => this.openTray());
  readonly element = el("p", { class: "counts" }, this.trayLink);

  constructor(private readonly context: PageContext) {}

  private openTray(): void {
    const first = sortedEntries(this.context).findIndex(isInTray);
    this.context.changeState({ panel: "list", page: 1 + Math.floor(first / PAGE_SIZE) }, true);
    const heading = document.getElementById(TRAY_ID);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  }

  update(counts = countParts(this.context)): void {
    const { index, state, words } = this.context;
    updateCountsLine(this.element, this.context, counts);
    const { length } = undatedClaims(index, state);
    setText(this.trayLink, words.counts.undated(length));
    this.trayLink.hidden = length === 0;
  }
}
