/**
 * The texts of the interface in a language: the messages of its Fluent file in `layers/locales/`.
 *
 * A message without variables is a string, and a message with variables is a function. Variables are inserted as they
 * are, so that no text from the data is parsed as a message.
 */

import sources from "virtual:messages";
import { FluentBundle, type FluentFunction, type FluentValue, type Message } from "@fluent/bundle";
import { PARAMETERS, type Words } from "./message-types";
import { yearFigure, yearRange } from "./year-text";

export type { Words };

/** The languages that have a file of messages. */
export const LANGUAGES = Object.keys(sources);

/** Names of countries that take the article in English. */
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
  /** The plain texts. The message `card-inYear` is `card.inYear`. */
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

/** The texts in a language. For `de-AT` these are the texts in `de`; a language without texts gets English. */
export function wordsOf(language: string): Words {
  const known = languageOf(language) ?? "en";
  const words = parsed.get(known) ?? parsedWords(known);
  parsed.set(known, words);
  return words;
}

/** Capitalize the first letter, independent of the browser's language: Turkish rules would turn "in" into "İn". */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The languages that a page offers: the first language of the data, and the others for which the viewer has texts. */
export function offeredLanguages(languages: readonly string[]): string[] {
  return languages.filter((language, i) => i === 0 || languageOf(language) !== undefined);
}
