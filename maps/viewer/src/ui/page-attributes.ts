/** What the root of the page says of it: language, direction and title, and as data-attributes what it shows. */

import { MAIN_STRAND } from "../data/payload-schema";
import type { PageContext } from "../page-context";
import { periodName } from "../time/period";
import { bannerTexts } from "./heading";

const root = document.documentElement;

/**
 * Set the language, the direction and the title, and data-attributes: the given ones, and the strand with its kind, by
 * which the style sheet colours the page.
 */
export function setPageAttributes(
  { index, state, words }: PageContext,
  title: string,
  attributes: Readonly<Record<string, string | number | null>>,
): void {
  const { strand, only, language } = state;
  // When a language is set again, the browser looks for it anew in every element.
  if (root.lang !== language) root.lang = language;
  if (root.dir !== words.direction) root.dir = words.direction;
  const strandKind = strand === MAIN_STRAND ? "main" : index.isFiction(strand) ? "fiction" : "other";
  const shown = { strand, strandKind, only: [...only].join(" ") || null, ...attributes };
  // An attribute that has its value is not set again: each time costs a new style.
  for (const [name, value] of Object.entries(shown)) {
    if (value === null) delete root.dataset[name];
    else if (root.dataset[name] !== String(value)) root.dataset[name] = String(value);
  }
  document.title = title;
}

export function updatePageAttributes(context: PageContext, style: "dark" | "light"): void {
  const { state, words, index } = context;
  const [banner] = bannerTexts(context);
  setPageAttributes(context, `${index.payload.title}, ${periodName(state, words)}${banner ? ` (${banner})` : ""}`, {
    year: state.year,
    from: state.from,
    month: state.month || null,
    style,
    state: root.dataset.state ?? "ready",
    view: state.viewMode,
    panel: state.panel || null,
  });
}
