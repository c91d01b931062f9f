/** The works that a poster cites, in short form: "Haslam 2015, pp. 29, 61". */

import type { PayloadIndex } from "../data/payload-index";
import { locatorText } from "../i18n/citation-text";
import { joinedLocators } from "../i18n/locators";
import type { Words } from "../i18n/viewer-words";

/** The cited locators of a work, and the work through which it is cited, if it was not consulted itself. */
interface CitedWork {
  source: number;
  citedAfter: string;
  locators: Set<string>;
}

/** The text that names the work through which another is cited, without locators: these would fill a poster. */
function citedAfterWork(index: PayloadIndex, citedAfter: string, through: number): string {
  const short = index.payload.sources[through]?.short ?? "";
  const at = citedAfter.indexOf(short);
  return at < 0 ? citedAfter : citedAfter.slice(0, at + short.length);
}

/**
 * The works that some claims cite, in alphabetical order, with the locators of each combined. Works that were consulted
 * come first. Works cited through another work follow, grouped by it; the first of each group names it.
 */
export function citedWorks(index: PayloadIndex, rows: readonly number[], words: Words["poster"]): string[] {
  const { claims, sources, language } = index.payload;
  const works = new Map<string, CitedWork>();
  for (const row of rows) {
    for (const cite of claims.cites[row] ?? []) {
      const { source, through } = cite;
      const citedAfter = through < 0 ? "" : citedAfterWork(index, index.text(cite.citedAfter), through);
      const key = `${source} ${through}`;
      const work = works.get(key) ?? { source, citedAfter, locators: new Set() };
      works.set(key, work);
      const locator = locatorText(index, { ...cite, citedAfter: 0 });
      if (locator) work.locators.add(locator);
    }
  }
  const { compare } = new Intl.Collator(language, { numeric: true });
  const inShort = ({ source, locators }: CitedWork): string =>
    [sources[source]!.short, joinedLocators([...locators].sort(compare), words)].filter(Boolean).join(", ");
  const byGoBetween = new Map<string, string[]>([["", []]]);
  for (const work of works.values())
    byGoBetween.set(work.citedAfter, [...(byGoBetween.get(work.citedAfter) ?? []), inShort(work)]);
  return [...byGoBetween].flatMap(([citedAfter, texts]) =>
    texts.sort(compare).map((text, i) => (i === 0 && citedAfter ? `${citedAfter}: ${text}` : text)),
  );
}
