/** The catalogue of words for a language. A language is one file in `words/`, entered here. */

import { en, type Words } from "./words/en";

export type { Words };

const CATALOGUES: Readonly<Record<string, Words>> = { en };

export const LANGUAGES = Object.keys(CATALOGUES);

export function wordsOf(language: string): Words {
  return CATALOGUES[language] ?? en;
}
