/** The places in a work, together: "pp. 29, 61". */

/** What stands before one place in a work, and before several. */
export type LocatorUnit = readonly [one: string, several: string];

/** Places in a work with what stands before them written once; `units` are those of a language. */
export function joinedLocators(locators: readonly string[], units: readonly LocatorUnit[]): string {
  const places = new Map<LocatorUnit | null, string[]>();
  for (const locator of locators) {
    const unit = units.find((each) => each.some((before) => locator.startsWith(before))) ?? null;
    const before = unit?.find((each) => locator.startsWith(each)) ?? "";
    places.set(unit, [...(places.get(unit) ?? []), locator.slice(before.length)]);
  }
  return [...places]
    .map(([unit, numbers]) => {
      const [number = ""] = numbers;
      if (!unit) return numbers.join(", ");
      return (numbers.length === 1 && /^[\p{L}\p{N}]+$/u.test(number) ? unit[0] : unit[1]) + numbers.join(", ");
    })
    .join(", ");
}
