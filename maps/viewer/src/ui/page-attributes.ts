/** Sets the title of the page, and the language, direction and data attributes of its root element. */

import { MAIN_STRAND } from "../data/payload-schema";
import type { PageContext } from "../page-context";
import { periodName } from "../time/period";
import { bannerTexts } from "./heading";

const root = document.documentElement;

/**
 * Set the language, the direction, the title and the data attributes: the given ones, the strand, its kind and `only`.
 * The style sheet colours the page by the kind of the strand.
 */
export function setPageAttributes(
  { index, state, words }: PageContext,
  title: string,
  attributes: Readonly<Record<string, string | number | null>>,
): void {
  const { strand, only, language } = state;
  // Setting the same language again makes the browser look it up in every element.
  if (root.lang !== language) root.lang = language;
  if (root.dir !== words.direction) root.dir = words.direction;
  const strandKind = strand === MAIN_STRAND ? "main" : index.isFiction(strand) ? "fiction" : "other";
  const shown = { strand, strandKind, only: [...only].join(" ") || null, ...attributes };
  // An attribute that already has its value is not set again, because each assignment recalculates the style.
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
