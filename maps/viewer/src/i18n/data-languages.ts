/**
 * Speaks the data in one of its languages.
 *
 * The payload is written in its first language; each other one says what it says in place of that. `speak` puts the
 * texts of a language into the payload, so that whoever reads it need not know of languages; what a language leaves
 * unsaid stays in the first one, and is `foreign` there.
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

  /** Whether a text stands there in the first language, for want of one in the language spoken. */
  isUntranslated(text: string): boolean {
    return this.untranslated.has(text);
  }

  /** What the languages that are not spoken call a text: none where they say the same. */
  textInOtherLanguages(number: number): string[] {
    const spoken = this.payload.texts[number] ?? "";
    const all = [this.original.texts[number], ...Object.values(this.payload.tongues).map(({ texts }) => texts[number])];
    return [...new Set(all)].filter((text): text is string => text !== undefined && text !== spoken);
  }

  setLanguage(language: string): void {
    const { payload, original: written } = this;
    const tongue = payload.tongues[language];
    this.untranslated = new Set();
    Object.assign(payload, written, { language: tongue ? language : this.defaultLanguage });
    if (!tongue) return;
    const said = (own: string | null | undefined, first: string): string => {
      if (own == null && first !== "") this.untranslated.add(first);
      return own ?? first;
    };
    payload.title = said(tongue.package.title, written.title);
    payload.subtitle = said(tongue.package.subtitle, written.subtitle);
    payload.description = said(tongue.package.description, written.description);
    payload.texts = [...written.texts];
    for (const [number, text] of Object.entries(tongue.texts)) payload.texts[Number(number)] = text;
    for (const number of tongue.lacks) this.untranslated.add(written.texts[number]!);
    const labels = (name: Enumeration) =>
      written.categories[name].map(([value, label], i): [string, string] => [
        value,
        said(tongue.categories[name]?.[i], label),
      ]);
    payload.categories = Object.fromEntries(
      Object.keys(written.categories).map((name) => [name, labels(name as Enumeration)]),
    ) as Payload["categories"];
    payload.sources = written.sources.map((source, i) => ({ ...source, note: said(tongue.sources[i], source.note) }));
    payload.disagreements = written.disagreements.map((row, i) => ({
      ...row,
      title: said(tongue.disagreements[i]?.[0], row.title),
      note: said(tongue.disagreements[i]?.[1], row.note),
    }));
  }
}
