/** Numbers, plurals and months as a language has them, by `Intl`: no table of rules of our own. */

/** The forms of a counted word; `other` serves where a language asks for one that is not given. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface Counting {
  number: (value: number) => string;
  /** "7 stations" */
  count: (value: number, forms: Forms) => string;
}

export function countingIn(language: string): Counting {
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language);
  const number = (value: number) => format.format(value);
  return { number, count: (value, forms) => `${number(value)} ${forms[rules.select(value)] ?? forms.other}` };
}

/** The twelve months, as they stand alone. */
export function monthsIn(language: string, length: "long" | "short"): string[] {
  const format = new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2001, month, 15)));
}
