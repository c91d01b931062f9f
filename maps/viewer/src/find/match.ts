/** How well a word of a query matches a text: nothing, somewhere inside, at the start of a word, at the start, whole. */

import { fold, loose } from "./fold";

/** A text to be searched, in both of its keys (which are often the same string). */
export interface Key {
  plain: string;
  loose: string;
}
export interface Query {
  words: readonly Key[];
  whole: Key;
}

export const NO_MATCH = 0;
const INSIDE = 3;
const WORD = 6;
const START = 8;
const WHOLE = 10;
/** What a match of the looser key is worth less; and the shortest word that it finds inside another. */
const LOOSER = 1;
const LOOSE_INSIDE = 4;
/** What it is worth that the text begins with all that was typed, has it as words of its own, or is it. */
const BEGINS_SO = 6;
const IS_SO = 12;

/** One Latin letter stands inside nearly every word, one Chinese sign does not. */
const TOO_SHORT = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]$/u;

export function keyOf(text: string): Key {
  const plain = fold(text);
  return { plain, loose: loose(plain) };
}

export function queryOf(text: string): Query {
  const whole = keyOf(text);
  return {
    whole,
    words: whole.plain === "" ? [] : whole.plain.split(" ").map((plain) => ({ plain, loose: loose(plain) })),
  };
}

function matchIn(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) return NO_MATCH;
  if (at === 0) return text.length === word.length ? WHOLE : START;
  if (text.charCodeAt(at - 1) === 32 || text.includes(` ${word}`)) return WORD;
  return TOO_SHORT.test(word) ? NO_MATCH : INSIDE;
}

/** How well one word of a query matches a text. */
export function match(key: Key, word: Key): number {
  const plain = matchIn(key.plain, word.plain);
  if (plain !== NO_MATCH || word.loose === "" || (key.loose === key.plain && word.loose === word.plain)) return plain;
  const loosely = matchIn(key.loose, word.loose);
  return loosely === NO_MATCH || (loosely === INSIDE && word.loose.length < LOOSE_INSIDE) ? NO_MATCH : loosely - LOOSER;
}

/** What the query as a whole adds for a text that is it, begins with it, or has it as words of its own. */
export function bonus(key: Key, { whole }: Query): number {
  if (key.plain === whole.plain || key.loose === whole.loose) return IS_SO;
  const has = (text: string, words: string) =>
    words !== "" && (text.startsWith(words) || ` ${text} `.includes(` ${words} `));
  return has(key.plain, whole.plain) || has(key.loose, whole.loose) ? BEGINS_SO : 0;
}
