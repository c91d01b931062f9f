/** The words of posters, in Russian. */

import { numberFormats } from "./intl-formats";
import { joinedLocators } from "./locators";
import type { PosterWords } from "./poster-en";

const { number, count } = numberFormats("ru");

export const posterRu: PosterWords = {
  inThisYear: "В этом году",
  quiet: "О событиях и поездках этого года сведений нет; показано то, что продолжалось.",
  newPosts: "Начало службы",
  moreHere: "Столько ещё в этом месте",
  inPlace: (label, place) => `${label}, ${place}`,
  more: (rest) => `и ещё ${number(rest)}`,
  undated: (all) =>
    `${count(all, {
      one: "утверждение без даты не показано",
      few: "утверждения без даты не показаны",
      many: "утверждений без даты не показаны",
      other: "утверждения без даты не показаны",
    })}`,
  landOutlines: "Очертания суши: Natural Earth",
  projection: "Равновеликая азимутальная проекция Ламберта",
  locators: (locators) =>
    joinedLocators(locators, [
      ["с. ", "с. "],
      ["предложение ", "предложения "],
    ]),
};
