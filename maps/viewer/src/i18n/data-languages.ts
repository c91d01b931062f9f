/**
 * Sets the language of the data.
 *
 * The payload is written in its first language; each other language has texts that replace those. `setLanguage` puts
 * the texts of a language into the payload, so that code that reads it need not know about languages. Texts that a
 * language lacks stay in the first language, and `isUntranslated` returns true for them.
 */

import { localizedParts } from "../data/payload-expansion";
import type { Payload } from "../data/payload-types";

export class DataLanguages {
  private untranslated = new Set<string>();

  constructor(private readonly payload: Payload) {}

  /** The language of the tables. */
  get defaultLanguage(): string {
    return this.payload.document.language;
  }

  /** Whether a text is in the first language because the current language lacks it. */
  isUntranslated(text: string): boolean {
    return this.untranslated.has(text);
  }

  /** The versions of a text in the other languages that differ from the current one. */
  textInOtherLanguages(number: number): string[] {
    const { texts, translations } = this.payload.document;
    const all = [texts[number], ...Object.values(translations).map((translation) => translation.texts[number])];
    return [...new Set(all)].filter(
      (text): text is string => text !== undefined && text !== this.payload.texts[number],
    );
  }

  setLanguage(language: string): void {
    const { document } = this.payload;
    const lacks = document.translations[language]?.lacks ?? [];
    this.untranslated = new Set(lacks.map((number) => document.texts[number]!));
    Object.assign(this.payload, localizedParts(document, language));
  }
}
