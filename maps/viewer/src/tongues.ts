/**
 * Speaks the data in one of its languages.
 *
 * The payload is written in its first language; each other one says what it says in place of that. `speak` puts the
 * texts of a language into the payload, so that whoever reads it need not know of languages; what a language leaves
 * unsaid stays in the first one, and is `foreign` there.
 */

import type { Enumeration, Payload } from "./payload";

export class Tongues {
  /** The language in which the tables are written. */
  readonly first: string;
  private readonly written: Pick<
    Payload,
    "title" | "subtitle" | "description" | "texts" | "categories" | "sources" | "disagreements"
  >;
  private unsaid = new Set<string>();

  constructor(private readonly payload: Payload) {
    const { title, subtitle, description, texts, categories, sources, disagreements } = payload;
    this.first = payload.language;
    this.written = { title, subtitle, description, texts, categories, sources, disagreements };
  }

  /** Whether a text stands there in the first language, for want of one in the language spoken. */
  isForeign(text: string): boolean {
    return this.unsaid.has(text);
  }

  /** What the languages that are not spoken call a text: none where they say the same. */
  otherwise(number: number): string[] {
    const spoken = this.payload.texts[number] ?? "";
    const all = [this.written.texts[number], ...Object.values(this.payload.tongues).map(({ texts }) => texts[number])];
    return [...new Set(all)].filter((text): text is string => text !== undefined && text !== spoken);
  }

  speak(language: string): void {
    const { payload, written } = this;
    const tongue = payload.tongues[language];
    this.unsaid = new Set();
    Object.assign(payload, written, { language: tongue ? language : this.first });
    if (!tongue) return;
    const said = (own: string | null | undefined, first: string): string => {
      if (own == null && first !== "") this.unsaid.add(first);
      return own ?? first;
    };
    payload.title = said(tongue.package.title, written.title);
    payload.subtitle = said(tongue.package.subtitle, written.subtitle);
    payload.description = said(tongue.package.description, written.description);
    payload.texts = [...written.texts];
    for (const [number, text] of Object.entries(tongue.texts)) payload.texts[Number(number)] = text;
    for (const number of tongue.lacks) this.unsaid.add(written.texts[number]!);
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
