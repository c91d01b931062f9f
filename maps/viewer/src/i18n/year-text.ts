/**
 * Years as historians number them: there is no year 0, and the year -46 of the data is 47 BC.
 *
 * URLs, sliders and data files use the numbers of the data. Years that a reader sees are formatted by `yearText` of the
 * language. Python's `year_in_words` returns the same text.
 */

/** A year as a figure, followed by `noun` if it is given. `beforeChrist` formats years before Christ. */
export function yearFigure(year: number, beforeChrist: (figure: string) => string, noun = ""): string {
  const figure = `${year > 0 ? year : 1 - year}${noun && ` ${noun}`}`;
  return year > 0 ? figure : beforeChrist(figure);
}

/** "1921–1927", "47–44 BC", "47 BC–10". If both years are before Christ, the era is written once. */
export function yearRange(from: number, to: number, yearText: (year: number) => string): string {
  return `${to <= 0 ? 1 - from : yearText(from)}–${yearText(to)}`;
}

/** The file name of the page of a year on the site, as `year_file_stem` of `seeds/dates/years.py` forms it. */
export function yearPageFile(year: number): string {
  return `${year > 0 ? year : `${1 - year}-bc`}.html`;
}

const BEFORE_CHRIST =
  /(\d{1,4})\s*(?:b\.?\s?c\.?(?:\s?e\.?)?|v\.?\s?chr\.?|до\s+н\.?\s?э\.?)(?!\p{L})|公元前\s*(\d{1,4})\s*年?/giu;
const SEARCHED_YEAR = /^(?:(\d{4})|(\d{1,4})bc)$/;

/** The query, with each year before Christ in English, German, Russian or Chinese turned into one word: "47bc". */
export function withJoinedEras(query: string): string {
  return query.replace(BEFORE_CHRIST, (_, figure?: string, chineseFigure?: string) => ` ${figure ?? chineseFigure}bc `);
}

/** The year of the data for a word of a query from `withJoinedEras`; null if the word is not a year. */
export function searchedYear(word: string): number | null {
  const found = SEARCHED_YEAR.exec(word);
  if (!found) return null;
  return found[1] !== undefined ? Number(found[1]) : 1 - Number(found[2]);
}
