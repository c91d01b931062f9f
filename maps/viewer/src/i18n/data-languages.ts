/**
 * Sets the language of the data.
 *
 * The payload is written in its first language; each other language has texts that replace those. `setLanguage` puts
 * the texts of a language into the payload, so that code that reads it need not know about languages; what a language
 * lacks stays in the first one, and is reported by `isUntranslated`.
 */

import type { Enumeration, Payload } from "../data/payload-types";

export class DataLanguages {
  /** The language in which the tables are written. */
  readonly defaultLanguage: string;
  private readonly original: Pick<
    Payload,
    "title" | "subtitle" | "description" | "texts" | "categories" | "sources" | "disagreements"
  >;
  private untranslated = new Set<string>();

  constructor(private readonly payload: Payload) {
    const { title, subtitle, description, texts, categories, sources, disagreements } = payload;
    this.defaultLanguage = payload.language;
    this.original = { title, subtitle, description, texts, categories, sources, disagreements };
  }

  /** Whether a text is in the first language because the current language lacks it. */
  isUntranslated(text: string): boolean {
    return this.untranslated.has(text);
  }

  /** The versions of a text in the other languages that differ from the current one. */
  textInOtherLanguages(number: number): string[] {
    const current = this.payload.texts[number] ?? "";
    const all = [this.original.texts[number], ...Object.values(this.payload.tongues).map(({ texts }) => texts[number])];
    return [...new Set(all)].filter((text): text is string => text !== undefined && text !== current);
  }

  setLanguage(language: string): void {
    const { payload, original } = this;
    const overrides = payload.tongues[language];
    this.untranslated = new Set();
    Object.assign(payload, original, { language: overrides ? language : this.defaultLanguage });
    if (!overrides) return;
    const translated = (translation: string | null | undefined, fallback: string): string => {
      if (translation == null && fallback !== "") this.untranslated.add(fallback);
      return translation ?? fallback;
    };
    payload.title = translated(overrides.package.title, original.title);
    payload.subtitle = translated(overrides.package.subtitle, original.subtitle);
    payload.description = translated(overrides.package.description, original.description);
    payload.texts = [...original.texts];
    for (const [number, text] of Object.entries(overrides.texts)) payload.texts[Number(number)] = text;
    for (const number of overrides.lacks) this.untranslated.add(original.texts[number]!);
    const labels = (name: Enumeration) =>
      original.categories[name].map(([value, label], i): [string, string] => [
        value,
        translated(overrides.categories[name]?.[i], label),
      ]);
    payload.categories = Object.fromEntries(
      Object.keys(original.categories).map((name) => [name, labels(name as Enumeration)]),
    ) as Payload["categories"];
    payload.sources = original.sources.map((source, i) => ({
      ...source,
      note: translated(overrides.sources[i], source.note),
    }));
    payload.disagreements = original.disagreements.map((row, i) => ({
      ...row,
      title: translated(overrides.disagreements[i]?.[0], row.title),
      note: translated(overrides.disagreements[i]?.[1], row.note),
    }));
  }
}
