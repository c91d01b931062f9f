/** Numbers, plurals and months as a language has them, by `Intl`: no table of rules of our own. */

/** The forms of a counted word; `other` serves where a language asks for one that is not given. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface NumberFormats {
  number: (value: number) => string;
  /** "7 stations" */
  count: (value: number, forms: PluralForms) => string;
}

export function numberFormats(language: string): NumberFormats {
  // Made when they are first asked for: a page speaks one language of four, and rules take long to load.
  let rules: Intl.PluralRules | undefined;
  let format: Intl.NumberFormat | undefined;
  const number = (value: number) => (format ??= new Intl.NumberFormat(language)).format(value);
  const form = (value: number) => (rules ??= new Intl.PluralRules(language)).select(value);
  return { number, count: (value, forms) => `${number(value)} ${forms[form(value)] ?? forms.other}` };
}

const months = new Map<string, string[]>();

/** The twelve months, as they stand alone. */
export function monthNames(language: string, length: "long" | "short"): string[] {
  const key = `${language} ${length}`;
  let names = months.get(key);
  if (!names) {
    const format = new Intl.DateTimeFormat(language, { month: length, timeZone: "UTC" });
    names = Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2001, month, 15)));
    months.set(key, names);
  }
  return names;
}
