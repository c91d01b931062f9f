/** The words of posters, in Chinese. */

import { numberFormats } from "./intl-formats";
import type { PosterWords } from "./poster-en";

const { number } = numberFormats("zh");

export const posterZh: PosterWords = {
  inThisYear: "这一年",
  quiet: "没有关于本年事件或行程的记载；图中所示均延续自此前。",
  newPosts: "开始的任职",
  moreHere: "此处另有多项",
  inPlace: (label, place) => `${label}，${place}`,
  more: (rest) => `另有${number(rest)}项`,
  undated: (all) => `${number(all)}项无日期，未绘出`,
  landOutlines: "陆地轮廓：Natural Earth",
  projection: "兰伯特等积方位投影",
  locators: (locators) => locators.join("、"),
};
