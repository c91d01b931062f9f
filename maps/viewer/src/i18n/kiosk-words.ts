/** The kiosk's words by language; a language is one file beside this one, registered here. */

import { kioskDe } from "./kiosk-de";
import { type KioskWords, kioskEn } from "./kiosk-en";
import { kioskRu } from "./kiosk-ru";
import { kioskZh } from "./kiosk-zh";

export type { KioskWords };

export const KIOSK_CATALOGUES: Readonly<Record<string, KioskWords>> = {
  en: kioskEn,
  de: kioskDe,
  ru: kioskRu,
  zh: kioskZh,
};

export function kioskWordsOf(language: string): KioskWords {
  return KIOSK_CATALOGUES[language] ?? KIOSK_CATALOGUES[language.split("-")[0]!] ?? kioskEn;
}
