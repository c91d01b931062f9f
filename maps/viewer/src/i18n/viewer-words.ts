/**
 * The texts of the interface in a language: the messages of its file in `layers/locales/`, which is in Fluent's format.
 *
 * A message without variables is a string, one with variables a function. The variables are inserted as they are: no text
 * of the data is ever read as a message.
 */

import sources from "virtual:messages";
import { FluentBundle, type FluentFunction, type FluentValue, type Message } from "@fluent/bundle";
import { PARAMETERS, type Words } from "./message-types";
import { yearFigure, yearRange } from "./year-text";

export type { Words };

/** The languages that have a file. */
export const LANGUAGES = Object.keys(sources);

/** Names of countries that English uses with the article. */
const WITH_ARTICLE =
  /^(?:United|Soviet|Netherlands|Philippines|Russian|.*(?:Union|Kingdom|Republic|Empire|Mandate|Indies|Islands|States)\b)/;

const asNumber = (value?: FluentValue): number => Number(value?.valueOf());

/** The functions that messages may call; `layers/locales/en.ftl` explains them to translators. */
function functionsOf(words: Words): Record<string, FluentFunction> {
  return {
    YEAR: ([year], { noun = "" }) => yearFigure(asNumber(year), words.beforeChrist, String(noun)),
    YEARS: ([from, to]) => yearRange(asNumber(from), asNumber(to), words.yearText),
    ERA: ([year]) => (asNumber(year) > 0 ? "ad" : "bc"),
    THE: ([country = ""]) => (WITH_ARTICLE.test(String(country)) ? `the ${country}` : country),
  };
}

interface ParsedMessages {
  /** Plain texts; `card-inYear` is `card.inYear`. */
  words: Words;
  patterns: Record<string, NonNullable<Message["value"]>>;
}

function parsedWords(language: string): Words {
  const { words, patterns }: ParsedMessages = JSON.parse(sources[language]!);
  const bundle = new FluentBundle(language, { useIsolating: false, functions: functionsOf(words) });
  const messages = Object.entries(patterns);
  bundle.addResource({ body: messages.map(([id, value]) => ({ id, value, attributes: {} })) });
  for (const [id, pattern] of messages) {
    if (id.startsWith("-")) continue; // a term
    const path = id.split("-");
    const names = PARAMETERS[id];
    // biome-ignore lint/suspicious/noExplicitAny: groups of any depth, whose type is that of the generated module
    const group = path.slice(0, -1).reduce((outer: any, name) => outer[name], words);
    group[path.at(-1)!] = names
      ? (...values: (string | number)[]) =>
          bundle.formatPattern(pattern, Object.fromEntries(names.map((name, i) => [name, values[i]!])))
      : bundle.formatPattern(pattern);
  }
  return words;
}

const languageOf = (language: string): string | undefined =>
  [language, language.split("-")[0]!].find((tag) => LANGUAGES.includes(tag));

const parsed = new Map<string, Words>();

/** The texts in a language; for `de-AT` those in `de`, and English if there are none. */
export function wordsOf(language: string): Words {
  const known = languageOf(language) ?? "en";
  const words = parsed.get(known) ?? parsedWords(known);
  parsed.set(known, words);
  return words;
}

/** With a capital letter, independent of the browser's language: a Turkish one would make "İn" of "in". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The languages that a page offers: the first of the data, and those of the others that the viewer has words for. */
export function offeredLanguages(languages: readonly string[]): string[] {
  return languages.filter((language, i) => i === 0 || languageOf(language) !== undefined);
}
