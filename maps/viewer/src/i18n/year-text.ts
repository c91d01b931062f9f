/**
 * Years as historians number them: there is no year 0, and the year -46 of the data is 47 BC.
 *
 * Addresses, sliders and files of data keep the number of the data; what a reader sees goes through `yearText` of the
 * words of the language. Python's `year_in_words` writes the same.
 */

/** A year as a figure, with a noun behind it if there is one: as it is, or in what a language writes before Christ. */
export function yearFigure(year: number, beforeChrist: (figure: string) => string, noun = ""): string {
  const figure = `${year > 0 ? year : 1 - year}${noun && ` ${noun}`}`;
  return year > 0 ? figure : beforeChrist(figure);
}

/** "1921–1927", "47–44 BC", "47 BC–10": the era of two years before Christ stands once, where the language allows. */
export function yearRange(from: number, to: number, yearText: (year: number) => string): string {
  return `${to <= 0 ? 1 - from : yearText(from)}–${yearText(to)}`;
}

/** The page of a year among those of the site, as `year_file_stem` of `seeds/dates/years.py` names it. */
export function yearPageFile(year: number): string {
  return `${year > 0 ? year : `${1 - year}-bc`}.html`;
}

const BEFORE_CHRIST =
  /(\d{1,4})\s*(?:b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|до\s+н\.?\s?э\.?)(?!\p{L})|公元前\s*(\d{1,4})\s*年?/giu;
const SEARCHED_YEAR = /^(?:(\d{4})|(\d{1,4})bc)$/;

/** A query in which each year before Christ, in any language, is one word: "47bc". */
export function withJoinedEras(query: string): string {
  return query.replace(BEFORE_CHRIST, (_, figure?: string, chineseFigure?: string) => ` ${figure ?? chineseFigure}bc `);
}

/** The year of the data that a word of such a query names; null if it names none. */
export function searchedYear(word: string): number | null {
  const found = SEARCHED_YEAR.exec(word);
  if (!found) return null;
  return found[1] !== undefined ? Number(found[1]) : 1 - Number(found[2]);
}
