/**
 * The search panel: a field, and below it the results by kind.
 *
 * It is a combobox with a listbox (WAI-ARIA): the focus stays in the field, the arrow keys move through the results,
 * and Enter selects one. Its elements live as long as the page, so that an update does not interrupt typing.
 */

import { MAIN_STRAND } from "../data/payload-schema";
import { placeInWords } from "../i18n/place-text";
import type { PageContext } from "../page-context";
import { type ResultGroup, SearchIndex, type SearchKind, type SearchResult } from "../search/search-index";
import { MAX_SEARCH_LENGTH } from "../state/url-state";
import { placeNameDay, yearSpan } from "../time/claim-dates";
import { periodDays } from "../time/period";
import { bidiIsolated, type Child, el, localizedText, type Panel } from "./dom";
import { claimSwatch, markSwatch } from "./swatch";

/** The maximum number of results shown per group: if there are more than two groups, and if there are at most two. */
const MAX_PER_KIND = 8;
const MAX_PER_KIND_FEW_KINDS = 25;
const ADDRESS_DELAY_MS = 200;

export class SearchPanel implements Panel {
  readonly title: string;
  readonly content: Child[];
  readonly initialFocus: HTMLInputElement;
  private searchIndex: SearchIndex | null = null;
  private readonly status = el("p", { class: "soft find-status", role: "status" });
  private readonly list: HTMLElement;
  private readonly shortcutsCheckbox: HTMLInputElement;
  private options: HTMLElement[] = [];
  private activeOption = -1;
  private shownKey = "";
  private timer = 0;
  private nextOptionId = 0;

  constructor(private readonly context: PageContext) {
    const text = context.words.findParts;
    this.title = text.title;
    const listbox = { id: "liaison-found", role: "listbox", "aria-label": text.results, class: "found", hidden: true };
    // Pressing a result leaves the focus in the field until the result is selected.
    this.list = el("div", { ...listbox, onmousedown: (event) => event.preventDefault() });
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": listbox.id };
    const typing = { type: "text", inputmode: "search", enterkeyhint: "search", maxlength: MAX_SEARCH_LENGTH };
    const unaided = { autocomplete: "off", autocapitalize: "off", spellcheck: "false" };
    const texts = { class: "find-field", "aria-label": text.field, placeholder: text.example, dir: "auto" };
    this.initialFocus = el("input", { ...combobox, ...typing, ...unaided, ...texts });
    this.initialFocus.addEventListener("input", () => this.onInput());
    this.initialFocus.addEventListener("keydown", (event) => this.onKeyDown(event));
    const onchange = () => context.changeState({ singleKeys: this.shortcutsCheckbox.checked ? "" : "off" });
    this.shortcutsCheckbox = el("input", { type: "checkbox", name: "keys", value: "on", onchange });
    const shortcuts = el("label", { class: "choice find-keys" }, this.shortcutsCheckbox, el("span", {}, text.keys));
    this.content = [this.initialFocus, this.status, this.list, shortcuts];
  }

  update(): void {
    const { state } = this.context;
    this.shortcutsCheckbox.checked = state.singleKeys !== "off";
    if (!this.timer && this.initialFocus.value !== state.find) this.initialFocus.value = state.find;
    this.render();
  }

  private onInput(): void {
    this.render();
    // The URL is written when typing pauses, because browsers refuse too many changes of it.
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.writeQuery(), ADDRESS_DELAY_MS);
  }

  private writeQuery(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.context.state.find !== this.initialFocus.value)
      this.context.changeState({ find: this.initialFocus.value });
  }

  private onKeyDown(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    // While a Chinese word is being composed, these keys control the input method.
    if (event.isComposing) return;
    if (event.key === "ArrowDown") this.highlight(this.activeOption >= last ? 0 : this.activeOption + 1);
    else if (event.key === "ArrowUp") this.highlight(this.activeOption <= 0 ? last : this.activeOption - 1);
    else if (event.key === "Enter" && last >= 0) this.options[Math.max(0, this.activeOption)]!.click();
    else return;
    event.preventDefault();
  }

  private highlight(option: number): void {
    this.options[this.activeOption]?.setAttribute("aria-selected", "false");
    this.activeOption = option;
    const activeElement = this.options[option];
    this.initialFocus.removeAttribute("aria-activedescendant");
    if (!activeElement) return;
    this.initialFocus.setAttribute("aria-activedescendant", activeElement.id);
    activeElement.setAttribute("aria-selected", "true");
    activeElement.scrollIntoView({ block: "nearest" });
  }

  private choose(reference: string): void {
    // The query is written to the URL first, so that Back returns to it.
    this.writeQuery();
    this.context.focusOn(reference);
  }

  private render(): void {
    const { state, words, index } = this.context;
    const query = this.initialFocus.value;
    const key = [query, state.strand, state.year, state.style, state.language].join("\n");
    if (key === this.shownKey) return;
    this.shownKey = key;
    this.searchIndex ??= new SearchIndex(index);
    const groups = this.searchIndex.search(query, state.strand, MAX_PER_KIND_FEW_KINDS);
    const maxPerKind = groups.length > 2 ? MAX_PER_KIND : MAX_PER_KIND_FEW_KINDS;
    this.options = [];
    this.list.replaceChildren(...groups.map((group, number) => this.groupElement(group, number, maxPerKind)));
    this.list.hidden = groups.length === 0;
    this.initialFocus.setAttribute("aria-expanded", String(groups.length > 0));
    this.highlight(-1);
    const total = groups.reduce((sum, { total }) => sum + total, 0);
    const { hint, found, foundShown } = words.findParts;
    const shown = this.options.length;
    const counted = shown < total ? foundShown(total, shown) : found(total);
    this.status.textContent = query.trim() === "" ? hint : counted;
  }

  private groupElement({ kind, strand, results, total }: ResultGroup, number: number, maxShown: number): HTMLElement {
    const { words, state, index } = this.context;
    const { some, kinds } = words.findParts;
    const options = results.slice(0, maxShown).map((result) => this.optionElement(result, kind));
    this.options.push(...options);
    const otherStrand = strand !== state.strand && index.strandTitle(strand);
    const strandClass = index.isFiction(strand) ? " invented" : strand === MAIN_STRAND ? "" : " other-strand";
    const title = el("div", { id: `liaison-found-${number}`, class: "found-title", role: "presentation" }, [
      total > options.length ? some(kinds[kind], options.length, total) : kinds[kind],
      otherStrand && el("span", { class: "found-strand", dir: "auto" }, localizedText(this.context, otherStrand)),
    ]);
    const attributes = { role: "group", "aria-labelledby": title.id, class: `found-group${strandClass}` };
    return el("div", attributes, title, options);
  }

  private optionElement(result: SearchResult, kind: SearchKind): HTMLElement {
    const { reference, label } = result;
    const id = `liaison-option-${this.nextOptionId++}`;
    const onclick = () => this.choose(reference);
    const attributes = { role: "option", id, class: "row", "aria-selected": "false", "data-reference": reference };
    return el("div", { ...attributes, onclick }, this.optionIcon(result, kind), [
      el("span", { class: "row-text" }, [
        el("span", { class: "row-label" }, bidiIsolated(label)),
        el("span", { class: "row-note", dir: "auto" }, this.details(result, kind).filter(Boolean).join(" · ")),
      ]),
    ]);
  }

  private optionIcon({ row }: SearchResult, kind: SearchKind): Node | null {
    if (kind === "person") return markSwatch(this.context.palette, "person", "person", {}, 18);
    return kind === "place" || kind === "source" ? null : claimSwatch(this.context, row);
  }

  /** The details that distinguish a result from others of the same name: its kind, years and place. */
  private details({ row, matchedName }: SearchResult, kind: SearchKind): (string | undefined)[] {
    const { index, words, state } = this.context;
    const { claims, people, places, sources, categories } = index.payload;
    const text = words.findParts;
    const matchedText = matchedName && text.by(matchedName);
    if (kind === "person")
      return [matchedText, index.text(people.life[row]) || this.yearSpan(index.claimsOfPerson(row))];
    if (kind === "source")
      return [words.sourceKinds[sources[row]!.kind][0], text.entries(index.claimsOfSource(row).length)];
    if (kind === "place") {
      const placeKind = categories.placeKind[places.kind[row]!]?.[1];
      return [matchedText, index.text(places.country[row]), placeKind, this.yearSpan(index.claimsAtPlace(row))];
    }
    const place = claims.place[row]!;
    const placeText = place >= 0 && placeInWords(index, words, place, placeNameDay(claims, row, periodDays(state)));
    return [index.categoryLabel(row), index.text(claims.when[row]) || words.listParts.undated, placeText || ""];
  }

  /** The years of the dated claims: "1921 to 1937". If the current strand has some of the claims, only those count. */
  private yearSpan(rows: readonly number[]): string {
    const { index, state, words } = this.context;
    const { claims, period } = index.payload;
    const shown = rows.filter((row) => index.isOfStrand(row, state.strand));
    const span = yearSpan(claims, shown.length > 0 ? shown : rows, period);
    const { inYear, years } = words.findParts;
    if (!span) return "";
    return span[0] === span[1] ? inYear(span[0]) : years(...span);
  }
}
