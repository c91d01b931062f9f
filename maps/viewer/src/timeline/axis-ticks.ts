/** Which years of an axis are labelled. */

const ROUND_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

/** The first round step of which at most `maxSteps` fit into `years`. */
export function roundStep(years: number, maxSteps: number): number {
  return (
    ROUND_STEPS.find((step) => years / step <= maxSteps) ??
    ROUND_STEPS[ROUND_STEPS.length - 1]! *
      Math.ceil(years / ROUND_STEPS[ROUND_STEPS.length - 1]! / Math.max(1, maxSteps))
  );
}

/** The number by which historians know a year: the year -49 is 50 BC, and round. */
const historicalNumber = (year: number): number => (year > 0 ? year : 1 - year);

/**
 * The years to label on an axis with room for `maxLabels`: the two ends, and round years between them that keep a
 * distance from the ends.
 */
export function labelledYears(first: number, last: number, maxLabels: number): number[] {
  if (last <= first) return [first];
  const step = roundStep(last - first, Math.max(1, maxLabels - 1));
  const minGap = (last - first) / Math.max(1, maxLabels - 1);
  const between: number[] = [];
  for (let year = first + 1; year < last; year++) {
    if (historicalNumber(year) % step !== 0) continue;
    if (year - first >= minGap * 0.95 && last - year >= minGap * 0.95) between.push(year);
  }
  return [first, ...between, last];
}
