/**
 * Find: a field, and under it what it finds, by kind.
 *
 * It is a combobox with a list (WAI-ARIA): the focus stays in the field, arrows move through the results, Enter takes
 * one. Its elements live as long as the page, so that nothing is taken away from under who types.
 */

import { LONGEST_SEARCH } from "../address";
import { type Child, el, quoted } from "../dom";
import { Finder, type Group, type Hit } from "../find/finder";
import { Standing } from "../payload";
import { daysWithin, yearsOf } from "../time";
import type { Context } from "./context";
import { placeInWords } from "./places";
import type { Panel } from "./sheet";
import { claimSwatch, markSwatch } from "./swatch";

/** So many of a kind where there are several kinds, and where there are few. */
const MOST = 8;
const MOST_OF_FEW = 25;
const REST_MS = 200;

export class FindPanel implements Panel {
  readonly title: string;
  readonly content: Child[];
  readonly first: HTMLInputElement;
  private finder: Finder | null = null;
  private readonly status = el("p", { class: "soft find-status", role: "status" });
  private readonly list: HTMLElement;
  private readonly keys: HTMLInputElement;
  private options: HTMLElement[] = [];
  private active = -1;
  private shownFor = "";
  private timer = 0;

  constructor(private readonly context: Context) {
    const text = context.words.findParts;
    this.title = text.title;
    this.list = el("div", {
      id: "liaison-found",
      role: "listbox",
      "aria-label": text.results,
      class: "found",
      hidden: true,
    });
    this.first = el("input", {
      type: "text",
      class: "find-field",
      role: "combobox",
      "aria-label": text.field,
      placeholder: text.example,
      "aria-autocomplete": "list",
      "aria-controls": "liaison-found",
      "aria-expanded": "false",
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      inputmode: "search",
      enterkeyhint: "search",
      maxlength: LONGEST_SEARCH,
      dir: "auto",
    });
    this.first.addEventListener("input", () => this.typed());
    this.first.addEventListener("keydown", (event) => this.key(event));
    this.keys = el("input", { type: "checkbox", name: "keys", value: "on" });
    this.keys.addEventListener("change", () => context.change({ keys: this.keys.checked ? "" : "off" }));
    // A press on a result leaves the focus in the field until it is taken.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
      if (option) this.take(option);
    });
    this.content = [
      this.first,
      this.status,
      this.list,
      el("label", { class: "choice find-keys" }, this.keys, el("span", {}, text.keys)),
    ];
  }

  update(): void {
    const { state } = this.context;
    this.keys.checked = state.keys !== "off";
    if (!this.timer && this.first.value !== state.find) this.first.value = state.find;
    this.show();
  }

  private typed(): void {
    this.show();
    // The address follows when the reader rests: browsers refuse too many changes of it.
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.settle(), REST_MS);
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.context.state.find !== this.first.value) this.context.change({ find: this.first.value });
  }

  private key(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    // While a Chinese word is being composed, these keys belong to the composition.
    if (event.isComposing) return;
    if (event.key === "ArrowDown") this.activate(this.active >= last ? 0 : this.active + 1);
    else if (event.key === "ArrowUp") this.activate(this.active <= 0 ? last : this.active - 1);
    else if (event.key === "Enter" && last >= 0) this.take(this.options[Math.max(0, this.active)]!);
    else return;
    event.preventDefault();
  }

  private activate(option: number): void {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = option;
    const chosen = this.options[option];
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView?.({ block: "nearest" });
    if (chosen) this.first.setAttribute("aria-activedescendant", chosen.id);
    else this.first.removeAttribute("aria-activedescendant");
  }

  private take(option: HTMLElement): void {
    // First the search is put into the address, so that Back returns to it.
    this.settle();
    this.context.reveal(option.dataset.reference!);
  }

  private show(): void {
    const { state, words, index } = this.context;
    const query = this.first.value;
    const key = [query, state.world, state.year, state.style, state.language].join("\n");
    if (key === this.shownFor) return;
    this.shownFor = key;
    this.finder ??= new Finder(index);
    const found = this.finder.find(query, state.world === "fiction", MOST_OF_FEW);
    const most = found.length > 2 ? MOST : MOST_OF_FEW;
    const groups = found.map((group) => ({ ...group, hits: group.hits.slice(0, most) }));
    this.options = [];
    this.list.replaceChildren(...groups.map((group, number) => this.group(group, number)));
    this.list.hidden = groups.length === 0;
    this.first.setAttribute("aria-expanded", String(groups.length > 0));
    this.activate(-1);
    const all = groups.reduce((sum, { total }) => sum + total, 0);
    const text = words.findParts;
    this.status.textContent = query.trim() === "" ? text.hint : text.count(all, this.options.length);
  }

  private group({ kind, other, hits, total }: Group, number: number): HTMLElement {
    const { words, state } = this.context;
    const text = words.findParts;
    const name = total > hits.length ? text.some(text.kinds[kind], hits.length, total) : text.kinds[kind];
    const world = other && (state.world === "fiction" ? text.record : words.fictionBanner);
    const invented = other !== (state.world === "fiction");
    const title = el(
      "div",
      { id: `liaison-found-${number}`, class: "found-title", role: "presentation" },
      name,
      world && el("span", { class: "found-world" }, world),
    );
    const options = hits.map((hit) => this.option(hit, kind));
    this.options.push(...options);
    return el(
      "div",
      { role: "group", "aria-labelledby": title.id, class: invented ? "found-group invented" : "found-group" },
      title,
      ...options,
    );
  }

  private option(hit: Hit, kind: Group["kind"]): HTMLElement {
    const picture = this.picture(hit, kind);
    const option = el(
      "div",
      {
        role: "option",
        id: `liaison-option-${this.number++}`,
        class: "row",
        "aria-selected": "false",
        "data-reference": hit.reference,
      },
      picture,
      el(
        "span",
        { class: "row-text" },
        el("span", { class: "row-label" }, quoted(hit.label)),
        el("span", { class: "row-note", dir: "auto" }, this.detail(hit, kind).filter(Boolean).join(" · ")),
      ),
    );
    return option;
  }
  private number = 0;

  private picture({ row }: Hit, kind: Group["kind"]): Node | null {
    if (kind === "person") return markSwatch(this.context.palette, "person", "person", {}, 18);
    return kind === "place" || kind === "source" ? null : claimSwatch(this.context, row);
  }

  /** What tells a result from others of its name: its kind, its years, its place. */
  private detail({ row, by }: Hit, kind: Group["kind"]): string[] {
    const { index, words, state } = this.context;
    const { claims, people, places, sources, categories } = index.payload;
    const text = words.findParts;
    const as = by && text.by(by);
    switch (kind) {
      case "person":
        return [as, index.text(people.life[row]) || this.years(index.claimsOfPerson(row))];
      case "place":
        return [
          as,
          index.text(places.country[row]),
          categories.placeKind[places.kind[row]!]?.[1] ?? "",
          this.years(index.claimsAtPlace(row)),
        ];
      case "source":
        return [words.sourceKinds[sources[row]!.kind][0], text.entries(index.claimsOfSource(row).length)];
      default: {
        const place = claims.place[row]!;
        return [
          index.categoryLabel(row),
          index.text(claims.when[row]) || words.listParts.undated,
          place >= 0 ? placeInWords(index, words, place, daysWithin(claims, row, state.year)) : "",
        ];
      }
    }
  }

  /** The years between which dated claims of one world say something: "1921 to 1937". */
  private years(rows: readonly number[]): string {
    const { claims, period } = this.context.index.payload;
    const recorded = rows.filter((row) => claims.standing[row] !== Standing.fiction);
    const span = yearsOf(claims, recorded.length > 0 ? recorded : rows, period);
    return span ? this.context.words.findParts.years(...span) : "";
  }
}
