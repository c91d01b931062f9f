/**
 * Scores how well a word of a query matches a text: not at all, inside, at the start of a word, at the start of the
 * text, or exactly.
 */

import { foldedText, phoneticKey } from "./text-folding";

/** The two keys of a searched text (often the same string). */
export interface SearchKey {
  folded: string;
  phonetic: string;
}
export interface Query {
  words: readonly SearchKey[];
  phrase: SearchKey;
}

export const NO_MATCH = 0;
const INSIDE_SCORE = 3;
const WORD_START_SCORE = 6;
const TEXT_START_SCORE = 8;
const EXACT_SCORE = 10;
/** The score that a match of the phonetic key loses, and the minimum length of a phonetic match inside a word. */
const PHONETIC_PENALTY = 1;
const MIN_PHONETIC_INSIDE_CHARS = 4;
/** The bonus of a text that begins with the full query or contains it as separate words, and of one that equals it. */
const PHRASE_START_BONUS = 6;
const EXACT_PHRASE_BONUS = 12;

/**
 * A query word of one Latin or Cyrillic letter or digit does not match inside a word, because nearly every text would
 * match. A single Chinese character does.
 */
const SINGLE_LETTER = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]$/u;

export function searchKey(text: string): SearchKey {
  const folded = foldedText(text);
  return { folded, phonetic: phoneticKey(folded) };
}

export function parseQuery(text: string): Query {
  const phrase = searchKey(text);
  const words = phrase.folded.split(" ").filter(Boolean);
  return { phrase, words: words.map((folded) => ({ folded, phonetic: phoneticKey(folded) })) };
}

function substringScore(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return NO_MATCH;
  if (at === 0) return text.length === word.length ? EXACT_SCORE : TEXT_START_SCORE;
  if (text.charCodeAt(at - 1) === 32 || text.includes(` ${word}`)) return WORD_START_SCORE;
  return SINGLE_LETTER.test(word) ? NO_MATCH : INSIDE_SCORE;
}

/** How well one word of a query matches a text. */
export function matchScore(key: SearchKey, word: SearchKey): number {
  const foldedScore = substringScore(key.folded, word.folded);
  if (foldedScore !== NO_MATCH || word.phonetic === "") return foldedScore;
  if (key.phonetic === key.folded && word.phonetic === word.folded) return NO_MATCH;
  const phoneticScore = substringScore(key.phonetic, word.phonetic);
  const isTooShort = phoneticScore === INSIDE_SCORE && word.phonetic.length < MIN_PHONETIC_INSIDE_CHARS;
  return phoneticScore === NO_MATCH || isTooShort ? NO_MATCH : phoneticScore - PHONETIC_PENALTY;
}

/** The bonus of a text that equals the query, begins with it, or contains it as separate words. */
export function phraseBonus(key: SearchKey, { phrase }: Query): number {
  if (key.folded === phrase.folded || key.phonetic === phrase.phonetic) return EXACT_PHRASE_BONUS;
  const hasPhrase = (text: string, words: string) =>
    words !== "" && (text.startsWith(words) || ` ${text} `.includes(` ${words} `));
  return hasPhrase(key.folded, phrase.folded) || hasPhrase(key.phonetic, phrase.phonetic) ? PHRASE_START_BONUS : 0;
}
