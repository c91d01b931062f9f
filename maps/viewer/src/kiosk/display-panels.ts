/** The panels "what is shown", "undated" and "language": large switches, each with its state. */

import { undatedClaims } from "../data/undated-claims";
import { wordsOf } from "../i18n/viewer-words";
import { CERTAINTIES, LAYERS } from "../state/screen-state";
import { claimSectionsByKind } from "../ui/claim-sections";
import { button, type Children, el } from "../ui/dom";
import { toggleLayer, toggleOnly } from "../ui/layers-panel";
import { localizedText } from "../ui/localized-text";
import type { Panel } from "../ui/panel-content";
import type { KioskContext } from "./kiosk-state";

/** A large switch that shows whether it is on. */
export const choiceButton = (pressed: boolean, action: () => void, ...children: Children[]): HTMLElement =>
  button({ class: "choice-button", "aria-pressed": String(pressed) }, action, children);

export const choiceGroup = (...buttons: Children[]): HTMLElement => el("div", { class: "choices" }, buttons);

export function displayPanel(context: KioskContext): Panel {
  const { state, words, kioskWords, settings, index } = context;
  const { strands, claims } = index.payload;
  const text = words.layers;
  const group = (title: string, buttons: HTMLElement[]) =>
    buttons.length > 0 ? [el("h3", {}, title), choiceGroup(buttons)] : [];
  const layers = LAYERS.map((layer) =>
    choiceButton(state.layers.has(layer), () => toggleLayer(context, layer), text[layer]),
  );
  const certainties = CERTAINTIES.filter((certainty) => certainty !== "undated" || claims.undated.includes(1));
  const certaintyButtons = certainties.map((certainty) =>
    choiceButton(state.certainty === certainty, () => context.changeState({ certainty }), text[certainty]),
  );
  const only = settings.only.map((kind) =>
    choiceButton(state.only.has(kind), () => toggleOnly(context, kind), text.onlyKinds[kind]),
  );
  const strandButtons = (strands.name.length > 1 ? strands.name : []).map((strand) =>
    choiceButton(
      state.strand === strand,
      () => context.changeState({ strand }),
      localizedText(context, index.strandTitle(strand)),
    ),
  );
  return {
    title: kioskWords.show,
    content: [
      ...group(text.group, layers),
      ...group(text.certaintyGroup, certaintyButtons),
      ...group(text.onlyGroup, only),
      ...group(text.strandGroup, strandButtons),
    ],
  };
}

/** The tray: what no source dates, and the switch that draws it. */
export function undatedPanel(context: KioskContext): Panel {
  const { index, state, words } = context;
  const text = words.listParts;
  const rows = undatedClaims(index, state);
  const isDrawn = state.certainty === "undated";
  const toggle = () => context.changeState({ certainty: isDrawn ? "possible" : "undated" });
  return {
    title: text.tray(rows.length),
    content: [
      el("p", { class: "soft" }, text.trayText),
      choiceGroup(choiceButton(isDrawn, toggle, text.drawTray)),
      ...claimSectionsByKind(context, rows),
    ],
  };
}

/** Each language by its own name; no flags. */
export function kioskLanguagePanel(context: KioskContext): Panel {
  const { state, words, settings } = context;
  const buttons = settings.languages.map((language) =>
    choiceButton(
      state.language === language,
      () => context.changeState({ language }),
      el("span", { lang: language }, wordsOf(language).ownName),
    ),
  );
  return { title: words.language, content: [choiceGroup(buttons)] };
}
