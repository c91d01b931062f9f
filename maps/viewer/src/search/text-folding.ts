/**
 * Texts made comparable: what a reader types finds what a historian wrote, in any script and with any accent.
 *
 * Two keys are compared. `foldedText` drops case and accents ("Königsberg" is "konigsberg"). `phoneticKey` also
 * ignores how one name is spelt in several languages ("Koenigsberg", "Pjatnizki", "Пятницкий"); its matches count for
 * less.
 */

/** Letters with what replaces each: the letter at its place in a second text. */
function letterTable(letters: string, replacements: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, i) => [letter, replacements[i]!]));
}

/** Letters that Unicode does not decompose. */
const LETTER_REPLACEMENTS: Readonly<Record<string, string>> = Object.assign(letterTable("øđðłıħ", "oddlih"), {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ŋ: "ng",
});
const REPLACED_LETTERS = new RegExp(`[${Object.keys(LETTER_REPLACEMENTS).join("")}]`, "gu");

/** Cyrillic in Latin letters, after folding (so that ё is е, and й is и). */
const CYRILLIC_TO_LATIN: Readonly<Record<string, string>> = Object.assign(
  letterTable("абвгґдеєзиіјклмнопрстуфыэћђљњџ", "abvggdeeziiiklmnoprstufyecdlnd"),
  { ж: "zh", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ь: "", ю: "iu", я: "ia" },
);

/** Spellings of one sound, in this order. */
const PHONETIC_RULES: readonly (readonly [RegExp, string])[] = [
  [/shch|schtsch/g, "sh"],
  [/tsch|tch/g, "ch"],
  [/sch/g, "sh"],
  [/ts|tz/g, "z"],
  [/kh/g, "h"],
  [/ck|c(?![eihyz])/g, "k"],
  [/ph/g, "f"],
  [/ae/g, "a"],
  [/oe/g, "o"],
  [/ue/g, "u"],
  [/w/g, "v"],
  [/[jy]/g, "i"],
  [/i+e/g, "e"],
  [/ks/g, "x"],
  [/([a-z])\1+/g, "$1"],
];

const ALREADY_FOLDED = /^[a-z0-9 ]*$/;
const CYRILLIC_LETTER = /\p{Script=Cyrillic}/u;

/** Lower case without accents; everything that is neither letter nor digit is one space. */
export function foldedText(text: string): string {
  const lowerCase = text.toLowerCase();
  if (ALREADY_FOLDED.test(lowerCase) && !lowerCase.includes("  ")) return lowerCase.trim();
  return (
    lowerCase
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(REPLACED_LETTERS, (letter) => LETTER_REPLACEMENTS[letter]!)
      // An apostrophe stands inside a word: "Markov'ev", "O'Brien".
      .replace(/['’‘ʹʼ`´]/g, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
  );
}

/** The phonetic key of a folded text, in Latin letters. */
export function phoneticKey(folded: string): string {
  let text = CYRILLIC_LETTER.test(folded)
    ? folded.replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC_TO_LATIN[letter] ?? letter)
    : folded;
  for (const [spelling, sound] of PHONETIC_RULES) text = text.replace(spelling, sound);
  return text;
}
