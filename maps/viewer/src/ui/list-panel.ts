/**
 * The list of everything that holds in the year, on the map or not: the content of the canvas in accessible form.
 *
 * It is a table sorted by its columns, one page at a time, so that a hundred thousand claims make no more elements than
 * a hundred. Each row opens the card; its last cell shows it on the map and leaves the list open. The tray of what no
 * source dates comes last.
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
import { undatedClaims } from "../data/undated-claims";
import { emptyPeriodText, periodTitle } from "../i18n/period-text";
import type { PageContext } from "../page-context";
import { COLUMNS, type Column, type State } from "../state/screen-state";
import { formatHash } from "../state/url-state";
import { placeNameDay } from "../time/claim-dates";
import { periodDays } from "../time/period";
import { claimRemarks } from "./claim-rows";
import { button, el, ICONS, icon } from "./dom";
import { countsLine } from "./heading";
import { localizedText } from "./localized-text";
import type { Panel } from "./panel-content";
import { claimSwatch } from "./swatch";

export const PAGE_SIZE = 200;
/** The id of the heading of the tray. */
export const TRAY_ID = "liaison-tray";

interface SortCache {
  key: string;
  entries: ListEntry[];
  sorter: EntrySorter;
  language: string;
}
const sortCache = new WeakMap<PayloadIndex, SortCache>();

/** The sorted entries of a state; for another page of it they are not sorted again. */
export function sortedEntries({ index, network, state }: PageContext): ListEntry[] {
  const key = formatHash({
    ...state,
    mapView: null,
    select: "",
    panel: "",
    find: "",
    page: 1,
    open: "",
    style: "",
    layers: new Set(),
  });
  const cached = sortCache.get(index);
  if (cached?.key === key) return cached.entries;
  const sorter = cached?.language === state.language ? cached.sorter : new EntrySorter(index, state.language);
  const entries = sorter.sorted(listEntries(index, network.visible, state), state.sort, network.visible);
  sortCache.set(index, { key, entries, sorter, language: state.language });
  return entries;
}

/** The label of an entry; for a liaison link, its two stations. */
export function entryLabel({ index, words }: PageContext, { row, link }: ListEntry): string {
  if (link < 0) return index.label(row);
  return words.listParts.liaisonLine(index.label(row), index.label(index.payload.liaison.to[link]!));
}

/** The cells of an entry as texts: kind, place, date and certainty. */
export function entryCells(context: PageContext, entry: ListEntry): Record<Exclude<Column, "name">, string> {
  const { index, words, state } = context;
  const { claims, liaison } = index.payload;
  const { row, link } = entry;
  if (link >= 0)
    return {
      kind: words.sortParts.liaison,
      place: "",
      date: "",
      certainty: words.card.liaisonSure[liaison.sure[link]!] ?? "",
    };
  const place = entryPlace(index, entry);
  return {
    kind: index.categoryLabel(row) || words.kinds[KIND_NAMES[claims.kind[row]!]!],
    place: place < 0 ? "" : index.placeName(place, placeNameDay(claims, row, periodDays(state))),
    date: index.text(claims.when[row]),
    certainty: [
      words.card.certainty[claims.certainty[row]!],
      ...claimRemarks(context, row, words.sortParts.perhaps),
    ].join(", "),
  };
}

/** Of a list that is sorted by kind each section has a title, of any other the tray alone. */
export function sectionTitle({ index, words, state }: PageContext, entry: ListEntry, before?: ListEntry): string {
  if (before?.section === entry.section) return "";
  const section = LIST_SECTIONS[entry.section]!;
  if (section === "tray") return words.listParts.tray(undatedClaims(index, state).length);
  return state.sort.by === "kind" ? words.listParts[section] : "";
}

/** The title of the tray, and the switch that draws what lies in it. */
function trayHead(context: PageContext, title: string): HTMLElement {
  const { words, state } = context;
  const { trayText, drawTray, hideTray } = words.listParts;
  const isDrawn = state.certainty === "undated";
  return el("div", { class: "tray-head" }, [
    el("h3", { id: TRAY_ID, tabindex: -1 }, title),
    el("p", { class: "soft" }, trayText),
    button(
      { class: "more", "data-key": "draw-tray" },
      () => context.changeState({ certainty: isDrawn ? "possible" : "undated", page: state.page }, true),
      [isDrawn ? hideTray : drawTray],
    ),
  ]);
}

function tableHead(context: PageContext): HTMLElement {
  const { words, state } = context;
  const sortHeader = (column: Column) => {
    const isSorted = state.sort.by === column;
    const sort = () => context.changeState({ sort: { by: column, down: isSorted && !state.sort.down }, page: 1 }, true);
    return el(
      "th",
      {
        role: "columnheader",
        scope: "col",
        "aria-sort": isSorted ? (state.sort.down ? "descending" : "ascending") : undefined,
      },
      [
        button(
          {
            class: "sorter",
            "data-key": `sort-${column}`,
            title: words.sortParts.title(words.sortParts.columns[column]),
          },
          sort,
          [words.sortParts.columns[column]],
        ),
      ],
    );
  };
  return el("thead", { role: "rowgroup" }, [
    el("tr", { role: "row" }, [
      COLUMNS.map(sortHeader),
      el("th", { role: "columnheader", scope: "col" }, el("span", { class: "unseen" }, words.sortParts.onMap)),
    ]),
  ]);
}

/**
 * The cells are in the order of the head, in which they are read: the kind comes first, but is drawn below the name.
 */
function entryRow(context: PageContext, entry: ListEntry, number: number): HTMLElement {
  const { index, words, state } = context;
  const reference = index.reference(entry.row);
  const label = entryLabel(context, entry);
  const cells = entryCells(context, entry);
  const cell = (column: Exclude<Column, "name">) =>
    el("td", { role: "cell", class: `cell-${column}`, dir: "auto" }, cells[column]);
  const isTie = LIST_SECTIONS[entry.section] === "ties";
  const onMap = isOnMap(index, entry);
  return el(
    "tr",
    {
      role: "row",
      "aria-rowindex": number + 2,
      "aria-current": state.select === reference && entry.link < 0 ? "true" : undefined,
    },
    [
      cell("kind"),
      el("td", { role: "cell", class: "cell-name" }, [
        button(
          { class: "row", "data-reference": reference, "data-key": `open-${entry.link}-${reference}` },
          () => context.focusOn(reference),
          [
            entry.link < 0 && claimSwatch(context, entry.row),
            el("span", { class: "row-label" }, ...localizedText(context, label)),
          ],
        ),
      ]),
      cell("place"),
      cell("date"),
      cell("certainty"),
      el("td", { role: "cell", class: onMap || isTie ? "cell-map" : "cell-off" }, [
        isTie
          ? null
          : !onMap
            ? words.listParts.offMap
            : button(
                {
                  class: "round",
                  "aria-label": words.sortParts.show(label),
                  title: words.sortParts.show(label),
                  "data-key": `show-${entry.link}-${reference}`,
                },
                () => context.focusOn(reference, "list"),
                [icon(ICONS.locate)],
              ),
      ]),
    ],
  );
}

function tableBodies(context: PageContext, entries: readonly ListEntry[], from: number): HTMLElement[] {
  const page = entries.slice(from, from + PAGE_SIZE);
  const bodies: HTMLElement[] = [];
  page.forEach((entry, i) => {
    const title = sectionTitle(context, entry, page[i - 1]);
    if (i === 0 || title) {
      const head =
        title &&
        el("tr", { role: "row", class: "part" }, [
          el("th", { role: "rowheader", scope: "rowgroup", colspan: COLUMNS.length + 1 }, [
            isInTray(entry) ? trayHead(context, title) : el("h3", {}, title),
          ]),
        ]);
      bodies.push(el("tbody", { role: "rowgroup" }, head));
    }
    bodies[bodies.length - 1]!.append(entryRow(context, entry, from + i));
  });
  return bodies;
}

function pageNavigation(context: PageContext, entryCount: number, page: number): HTMLElement | null {
  const last = Math.ceil(entryCount / PAGE_SIZE);
  if (last <= 1) return null;
  const { sortParts } = context.words;
  const pageButton = (label: string, target: number, path: string, key: string) =>
    button({
      class: "round",
      "aria-label": label,
      title: label,
      disabled: target < 1 || target > last,
      "data-key": key,
    }, () => {
      context.changeState({ page: target }, true);
      const sheet = document.getElementById("liaison-sheet");
      sheet?.querySelector(".sheet-body")?.scrollTo?.(0, 0);
      sheet?.querySelector("h2")?.focus({ preventScroll: true });
    }, [icon(path)]);
  return el("nav", { class: "pages", "aria-label": sortParts.pages }, [
    pageButton(sortParts.previous, page - 1, ICONS.back, "page-back"),
    el("span", { role: "status" }, [
      sortParts.shown((page - 1) * PAGE_SIZE + 1, Math.min(entryCount, page * PAGE_SIZE), entryCount),
    ]),
    pageButton(sortParts.next, page + 1, ICONS.forward, "page-forward"),
  ]);
}

export function listPanel(context: PageContext): Panel {
  const { state } = context;
  const title = periodTitle(context);
  const entries = sortedEntries(context);
  if (entries.length === 0) return { title, content: [el("p", {}, emptyPeriodText(context))] };
  const page = clampedPage(state, entries.length);
  const table = el(
    "table",
    { class: "listing", role: "table", "aria-label": title, "aria-rowcount": entries.length + 1 },
    [tableHead(context), tableBodies(context, entries, (page - 1) * PAGE_SIZE)],
  );
  return { title, content: [countsLine(context), table, pageNavigation(context, entries.length, page)] };
}

/** The page number, which in a URL may be higher than the year has pages. */
function clampedPage({ page }: State, entryCount: number): number {
  return Math.min(page, Math.max(1, Math.ceil(entryCount / PAGE_SIZE)));
}
