/** The words of posters, in German. */

import { numberFormats } from "./intl-formats";
import { joinedLocators } from "./locators";
import type { PosterWords } from "./poster-en";

const { number, count } = numberFormats("de");

export const posterDe: PosterWords = {
  inThisYear: "In diesem Jahr",
  quiet: "Kein Ereignis und keine Reise dieses Jahres ist überliefert; was gezeichnet ist, dauerte fort.",
  newPosts: "Posten, die beginnen",
  moreHere: "So viele mehr an diesem Ort",
  inPlace: (label, place) => `${label}, ${place}`,
  more: (rest) => `und ${number(rest)} weitere`,
  undated: (all) =>
    `${count(all, { one: "Angabe ist undatiert und", other: "Angaben sind undatiert und" })} nicht gezeichnet`,
  landOutlines: "Landumrisse: Natural Earth",
  projection: "Flächentreue Azimutalprojektion nach Lambert",
  locators: (locators) =>
    joinedLocators(locators, [
      ["S. ", "S. "],
      ["Satz ", "Sätze "],
    ]),
};
