/** A text of the data in the reader's language, or in the first one, marked so that eye and ear are told. */

import { el, quoted } from "../dom";
import type { Index } from "../index";
import type { Words } from "../words";

type Speaking = { index: Index; words: Words };

/** "in English": the mark of a text that the reader's language lacks. */
export function writtenIn({ index, words }: Speaking): string {
  return words.writtenIn[index.tongues.first] ?? index.tongues.first;
}

/** The text, apart from the writing direction around it; with its language and the mark where it is not the reader's. */
export function said(speaking: Speaking, text: string): Node[] {
  const { tongues } = speaking.index;
  if (!tongues.isForeign(text)) return [quoted(text)];
  return [
    el("bdi", { lang: tongues.first }, text),
    document.createTextNode(" "),
    el("span", { class: "written-in" }, writtenIn(speaking)),
  ];
}

/** A paragraph of it. */
export function saidParagraph(speaking: Speaking, text: string, name = ""): HTMLElement {
  return el("p", { class: name || undefined, dir: "auto" }, ...said(speaking, text));
}
