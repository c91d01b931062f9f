/** The languages that the data set declares and the viewer has words for, each under its own name. */

import { offeredLanguages, wordsOf } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { el } from "./dom";
import type { Panel } from "./panel-content";

export function languagePanel(context: PageContext): Panel {
  const { words, state, index } = context;
  const choices = offeredLanguages(index.payload.languages).map((language) => {
    const input = el("input", {
      type: "radio",
      name: "language",
      value: language,
      checked: language === state.language,
    });
    input.addEventListener("change", () => context.changeState({ language }, true));
    return el("label", { class: "choice" }, input, el("span", { lang: language }, wordsOf(language).ownName));
  });
  return {
    title: words.language,
    content: [el("fieldset", {}, el("legend", { class: "unseen" }, words.language), ...choices)],
  };
}
