/** Numbers, plurals and months of a language, by `Intl`: no rules of our own. */

/** The forms of a counted word; `other` is used if the form that a language needs is missing. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export interface NumberFormats {
  number: (value: number) => string;
  /** "7 stations" */
  count: (value: number, forms: PluralForms) => string;
}

export function numberFormats(language: string): NumberFormats {
  // Made when they are first needed: a page uses one language of four, and rules take long to load.
  let rules: Intl.PluralRules | undefined;
  let format: Intl.NumberFormat | undefined;
  const number = (value: number) => (format ??= new Intl.NumberFormat(language)).format(value);
  const form = (value: number) => (rules ??= new Intl.PluralRules(language)).select(value);
  return { number, count: (value, forms) => `${number(value)} ${forms[form(value)] ?? forms.other}` };
}

const months = new Map<string, string[]>();

/** The names of the twelve months, in the form used without a day. */
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
