/** Joins locators, the places in a work: "pp. 29, 61". */

import type { Words } from "./viewer-words";

/** Join locators such as "p. 29". The abbreviation before the numbers is written once per unit. */
export function joinedLocators(
  locators: readonly string[],
  { page, pages, sentence, sentences, comma }: Words["poster"],
): string {
  const units = [
    [page, pages],
    [sentence, sentences],
  ].map((unit) => unit.filter(Boolean).map((before) => `${before} `));
  const places = new Map<string[] | null, string[]>();
  for (const locator of locators) {
    const unit = units.find((each) => each.some((before) => locator.startsWith(before))) ?? null;
    const before = unit?.find((each) => locator.startsWith(each)) ?? "";
    places.set(unit, [...(places.get(unit) ?? []), locator.slice(before.length)]);
  }
  return [...places]
    .map(([unit, numbers]) => {
      const isOne = numbers.length === 1 && /^[\p{L}\p{N}]+$/u.test(numbers[0]!);
      return (unit?.[isOne ? 0 : 1] ?? "") + numbers.join(comma);
    })
    .join(comma);
}
