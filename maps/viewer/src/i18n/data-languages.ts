/**
 * Sets the language of the data.
 *
 * The payload is written in its first language; each other language has texts that replace those. `setLanguage` puts
 * the texts of a language into the payload, so that code that reads it need not know about languages; what a language
 * lacks stays in the first one, and is reported by `isUntranslated`.
 */

import { type CategoryColumns, type PayloadDocument, SOURCE_KINDS } from "../data/payload-schema";
import type { Citation, Enumeration, LocalizedParts, Payload } from "../data/payload-types";

export class DataLanguages {
  private untranslated = new Set<string>();

  constructor(private readonly payload: Payload) {}

  /** The language in which the tables are written. */
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

/** The sources that are cited together, with the locator in each, and the work in which it was read. */
export function citedTogether(
  { source, locator, through, citedAfter }: PayloadDocument["citations"],
  row: number,
): Citation[] {
  return source[row]!.map((number, i) => ({
    source: number,
    locator: locator[row]![i]!,
    through: through[row]![i]!,
    citedAfter: citedAfter[row]![i]!,
  }));
}

/** The parts of a document in a language, or in its first language if it does not have this one. */
export function localizedParts(document: PayloadDocument, language: string): LocalizedParts {
  const translation = document.translations[language];
  const texts = [...document.texts];
  for (const [number, text] of Object.entries(translation?.texts ?? {})) texts[Number(number)] = text;
  const text = (number: number) => texts[number]!;
  const categories = (Object.entries(document.categories) as [Enumeration, CategoryColumns][]).map(
    ([name, { value, label }]) => [name, value.map((each, i) => [each, text(label[i]!)])],
  );
  return {
    title: text(document.title),
    subtitle: text(document.subtitle),
    description: text(document.description),
    language: translation ? language : document.language,
    texts,
    categories: Object.fromEntries(categories) as LocalizedParts["categories"],
    sources: document.sources.map((source) => ({
      ...source,
      kind: SOURCE_KINDS[source.kind]!,
      note: text(source.note),
    })),
    disagreements: document.disagreements.map(({ title, note, ...row }) => ({
      ...row,
      title: text(title),
      note: text(note),
      cites: citedTogether(document.citations, row.cites),
    })),
  };
}
