/**
 * A text of the data in the reader's language, or in the first one, marked so that readers and screen readers notice.
 */

import type { PayloadIndex } from "../data/payload-index";
import type { Words } from "../i18n/viewer-words";
import { bidiIsolated, el } from "./dom";

type TextContext = { index: PayloadIndex; words: Words };

/** "in English": the note on a text that the reader's language lacks. */
export function languageNote({ index, words }: TextContext): string {
  return words.writtenIn(index.languages.defaultLanguage);
}

/** The text, isolated from the writing direction around it; with its language and a note if it is not the reader's. */
export function localizedText(context: TextContext, text: string): Node[] {
  const { languages } = context.index;
  if (!languages.isUntranslated(text)) return [bidiIsolated(text)];
  return [
    el("bdi", { lang: languages.defaultLanguage }, text),
    document.createTextNode(" "),
    el("span", { class: "written-in" }, languageNote(context)),
  ];
}

/** A paragraph of a localized text. */
export function localizedParagraph(context: TextContext, text: string, className = ""): HTMLElement {
  return el("p", { class: className || undefined, dir: "auto" }, ...localizedText(context, text));
}
