/** The languages that the data set declares and the viewer has words for, each under its own name. */

import { offeredLanguages, wordsOf } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { el } from "./dom";
import type { Panel } from "./panel-content";

export function languagePanel(context: PageContext): Panel {
  const { words, state, index } = context;
  const choices = offeredLanguages(index.payload.languages).map((language) => {
    const onchange = () => context.changeState({ language }, true);
    const input = { type: "radio", name: "language", value: language, checked: language === state.language, onchange };
    const name = el("span", { lang: language }, wordsOf(language).ownName);
    return el("label", { class: "choice" }, el("input", input), name);
  });
  return {
    title: words.language,
    content: [el("fieldset", {}, el("legend", { class: "unseen" }, words.language), choices)],
  };
}
