/**
 * A text of the data in the reader's language, or in the first one, marked so that readers and screen readers notice.
 */

import type { PayloadIndex } from "../data/payload-index";
import type { Words } from "../i18n/viewer-words";
import { bidiIsolated, el } from "./dom";

type TextContext = { index: PayloadIndex; words: Words };

/**
 * The text, isolated from the writing direction around it; with its language and a note ("in English") if it is not the
 * reader's.
 */
export function localizedText({ index, words }: TextContext, text: string): Node[] {
  const { languages } = index;
  if (!languages.isUntranslated(text)) return [bidiIsolated(text)];
  const languageNote = words.writtenIn[languages.defaultLanguage] ?? languages.defaultLanguage;
  return [
    el("bdi", { lang: languages.defaultLanguage }, text),
    document.createTextNode(" "),
    el("span", { class: "written-in" }, languageNote),
  ];
}

/** A paragraph of a localized text; null where there is none. */
export function localizedParagraph(context: TextContext, text: string, className?: string): HTMLElement | null {
  return text === "" ? null : el("p", { class: className, dir: "auto" }, localizedText(context, text));
}
