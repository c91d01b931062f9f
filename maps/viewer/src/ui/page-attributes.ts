/** What the root of the page says of it: language, direction and title, and as data-attributes what it shows. */

import { MAIN_STRAND } from "../data/payload-schema";
import type { PageContext } from "../page-context";
import { periodName } from "../time/period";
import { bannerTexts } from "./heading";

const root = document.documentElement;

/** Set the language, the direction, the title and data-attributes. */
export function setPageAttributes(
  { state, words }: PageContext,
  title: string,
  attributes: Readonly<Record<string, string | number | null>>,
): void {
  // When a language is set again, the browser looks for it anew in every element.
  if (root.lang !== state.language) root.lang = state.language;
  if (root.dir !== words.direction) root.dir = words.direction;
  // An attribute that has its value is not set again: each time costs a new style.
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) delete root.dataset[name];
    else if (root.dataset[name] !== String(value)) root.dataset[name] = String(value);
  }
  document.title = title;
}

/** What is shown: the name of the strand, and its kind, by which the style sheet colours the page. */
export function strandAttributes({
  index,
  state,
}: Pick<PageContext, "index" | "state">): Record<string, string | null> {
  const kind = state.strand === MAIN_STRAND ? "main" : index.isFiction(state.strand) ? "fiction" : "other";
  return { strand: state.strand, strandKind: kind, only: [...state.only].join(" ") || null };
}

export function updatePageAttributes(context: PageContext, style: "dark" | "light"): void {
  const { state, words, index } = context;
  const [shown] = bannerTexts(context);
  setPageAttributes(context, `${index.payload.title}, ${periodName(state, words)}${shown ? ` (${shown})` : ""}`, {
    year: state.year,
    from: state.from,
    month: state.month || null,
    ...strandAttributes(context),
    style,
    state: root.dataset.state ?? "ready",
    view: state.viewMode,
    panel: state.panel || null,
  });
}
