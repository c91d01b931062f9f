/** The catalogue of words for a language. A language is one file beside this one, registered here. */

import { de } from "./viewer-de";
import { en, type Words } from "./viewer-en";
import { ru } from "./viewer-ru";
import { zh } from "./viewer-zh";

export type { Words };

export const CATALOGUES: Readonly<Record<string, Words>> = { en, de, ru, zh };

/** The words of a language; for `de-AT` those of `de`, and English if there are none. */
export function wordsOf(language: string): Words {
  return CATALOGUES[language] ?? CATALOGUES[language.split("-")[0]!] ?? en;
}

/** With a capital letter, independent of the browser's language: a Turkish one would make "İn" of "in". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The languages that a page offers: the first of the data, and those of the others that the viewer has words for. */
export function offeredLanguages(languages: readonly string[]): string[] {
  return languages.filter((language, i) => i === 0 || language in CATALOGUES || language.split("-")[0]! in CATALOGUES);
}
