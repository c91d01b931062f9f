/**
 * Makes texts comparable, so that a query finds a name in any script and with any accents.
 *
 * Two keys are compared. `foldedText` drops case and accents ("Königsberg" becomes "konigsberg"). `phoneticKey` also
 * ignores differences in spelling between languages ("Koenigsberg", "Pjatnizki", "Пятницкий"); its matches count less.
 */

/** A table of letters and their replacements, the letters at the same positions in a second text. */
function letterTable(letters: string, replacements: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, i) => [letter, replacements[i]!]));
}

/** Letters that Unicode does not decompose. */
const LETTER_REPLACEMENTS = Object.assign(letterTable("øđðłıħ", "oddlih"), {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ŋ: "ng",
});
const REPLACED_LETTERS = new RegExp(`[${Object.keys(LETTER_REPLACEMENTS).join("")}]`, "gu");

/** Cyrillic letters in Latin script. They apply after folding, which turns ё into е, and й into и. */
const CYRILLIC_TO_LATIN: Readonly<Record<string, string>> = Object.assign(
  letterTable("абвгґдеєзиіјклмнопрстуфыэћђљњџ", "abvggdeeziiiklmnoprstufyecdlnd"),
  { ж: "zh", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ь: "", ю: "iu", я: "ia" },
);

/** Unifies the spellings of a sound. The rules apply in this order. */
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

/** Convert to lower case without accents. Each run of characters other than letters and digits becomes one space. */
export function foldedText(text: string): string {
  const lowerCase = text.toLowerCase();
  if (ALREADY_FOLDED.test(lowerCase) && !lowerCase.includes("  ")) return lowerCase.trim();
  return (
    lowerCase
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(REPLACED_LETTERS, (letter) => LETTER_REPLACEMENTS[letter]!)
      // An apostrophe is part of a word: "Markov'ev", "O'Brien".
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
