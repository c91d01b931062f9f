/** The words of posters by language; a language is one file beside this one, registered here. */

import { posterDe } from "./poster-de";
import { type PosterWords, posterEn } from "./poster-en";
import { posterRu } from "./poster-ru";
import { posterZh } from "./poster-zh";

export type { PosterWords };

const CATALOGUES: Readonly<Record<string, PosterWords>> = {
  en: posterEn,
  de: posterDe,
  ru: posterRu,
  zh: posterZh,
};

export function posterWordsOf(language: string): PosterWords {
  return CATALOGUES[language] ?? CATALOGUES[language.split("-")[0]!] ?? posterEn;
}
