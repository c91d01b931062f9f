/** The words of posters in addition to those of the viewer, in English: the catalogue that the others follow. */

import { numberFormats } from "./intl-formats";
import { joinedLocators } from "./locators";

const { number, count } = numberFormats("en");

export const posterEn = {
  inThisYear: "In this year",
  quiet: "No event or journey of this year is recorded; what is drawn went on from before.",
  newPosts: "Posts that begin",
  /** Of the number at a mark, where a year has too many. */
  moreHere: "So many more at this place",
  inPlace: (label: string, place: string): string => `${label}, ${place}`,
  more: (rest: number): string => `and ${number(rest)} more`,
  undated: (all: number): string =>
    `${count(all, { one: "claim is undated and", other: "claims are undated and" })} not drawn`,
  landOutlines: "Land outlines: Natural Earth",
  projection: "Lambert azimuthal equal-area projection",
  /** "pp. 29, 61", from places that are each written like "p. 29". */
  locators: (locators: readonly string[]): string =>
    joinedLocators(locators, [
      ["p. ", "pp. "],
      ["sentence ", "sentences "],
    ]),
};

export type PosterWords = typeof posterEn;
