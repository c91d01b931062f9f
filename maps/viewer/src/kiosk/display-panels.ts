/** The panels "what is shown", "undated" and "language": large switches, each with its state. */

import { undatedClaims } from "../data/undated-claims";
import { wordsOf } from "../i18n/viewer-words";
import { CERTAINTIES, LAYERS } from "../state/screen-state";
import { claimSectionsByKind } from "../ui/claim-sections";
import { button, type Child, el } from "../ui/dom";
import { toggleLayer, toggleOnly } from "../ui/layers-panel";
import { localizedText } from "../ui/localized-text";
import type { Panel } from "../ui/panel-content";
import type { KioskContext } from "./kiosk-context";

/** A large switch that shows whether it is on. */
export const choiceButton = (pressed: boolean, action: () => void, ...children: Child[]): HTMLElement =>
  button({ class: "choice-button", "aria-pressed": String(pressed) }, action, ...children);

export function displayPanel(context: KioskContext): Panel {
  const { state, words, kioskWords, settings, index } = context;
  const text = words.layers;
  const layers = LAYERS.map((layer) =>
    choiceButton(state.layers.has(layer), () => toggleLayer(context, layer), text[layer]),
  );
  const { undated } = context.index.payload.claims;
  const choices = CERTAINTIES.filter((value) => value !== "undated" || undated.includes(1));
  const certainty = choices.map((value) =>
    choiceButton(state.certainty === value, () => context.changeState({ certainty: value }), text[value]),
  );
  const strands = index.payload.strands.name.map((strand) =>
    choiceButton(
      state.strand === strand,
      () => context.changeState({ strand }),
      ...localizedText(context, index.strandTitle(strand)),
    ),
  );
  const only = settings.only.map((kind) =>
    choiceButton(state.only.has(kind), () => toggleOnly(context, kind), text.onlyKinds[kind]),
  );
  return {
    title: kioskWords.show,
    content: [
      el("h3", {}, text.group),
      el("div", { class: "choices" }, ...layers),
      el("h3", {}, text.certaintyGroup),
      el("div", { class: "choices" }, ...certainty),
      only.length > 0 && el("h3", {}, text.onlyGroup),
      only.length > 0 && el("div", { class: "choices" }, ...only),
      strands.length > 1 && el("h3", {}, text.strandGroup),
      strands.length > 1 && el("div", { class: "choices" }, ...strands),
    ],
  };
}

/** The tray: what no source dates, and the switch that draws it. */
export function undatedPanel(context: KioskContext): Panel {
  const { index, state, words } = context;
  const text = words.listParts;
  const rows = undatedClaims(index, state);
  const isDrawn = state.certainty === "undated";
  return {
    title: text.tray(rows.length),
    content: [
      el("p", { class: "soft" }, text.trayText),
      el(
        "div",
        { class: "choices" },
        choiceButton(
          isDrawn,
          () => context.changeState({ certainty: isDrawn ? "possible" : "undated" }),
          text.drawTray,
        ),
      ),
      ...claimSectionsByKind(context, rows),
    ],
  };
}

/** Each language by its own name; no flags. */
export function kioskLanguagePanel(context: KioskContext): Panel {
  const { state, words, settings } = context;
  return {
    title: words.language,
    content: [
      el(
        "div",
        { class: "choices" },
        ...settings.languages.map((language) =>
          choiceButton(
            state.language === language,
            () => context.changeState({ language }),
            el("span", { lang: language }, wordsOf(language).ownName),
          ),
        ),
      ),
    ],
  };
}
