/** A text of the data in the reader's language, or in the first one, marked so that eye and ear are told. */

import type { PayloadIndex } from "../data/payload-index";
import type { Words } from "../i18n/viewer-words";
import { bidiIsolated, el } from "./dom";

type TextContext = { index: PayloadIndex; words: Words };

/** "in English": the mark of a text that the reader's language lacks. */
export function languageNote({ index, words }: TextContext): string {
  return words.writtenIn[index.languages.defaultLanguage] ?? index.languages.defaultLanguage;
}

/** The text, apart from the writing direction around it; with its language and the mark where it is not the reader's. */
export function localizedText(context: TextContext, text: string): Node[] {
  const { languages } = context.index;
  if (!languages.isUntranslated(text)) return [bidiIsolated(text)];
  return [
    el("bdi", { lang: languages.defaultLanguage }, text),
    document.createTextNode(" "),
    el("span", { class: "written-in" }, languageNote(context)),
  ];
}

/** A paragraph of it. */
export function localizedParagraph(context: TextContext, text: string, className = ""): HTMLElement {
  return el("p", { class: className || undefined, dir: "auto" }, ...localizedText(context, text));
}
