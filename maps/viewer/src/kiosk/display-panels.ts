/** The panels "what is shown", "undated" and "language": large switches, each with its state. */

import { undatedClaims } from "../data/undated-claims";
import { wordsOf } from "../i18n/viewer-words";
import { CERTAINTIES, LAYERS, type State } from "../state/screen-state";
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

/** Switches of which one is on, the value of a part of the state. */
function stateChoices<Name extends "certainty" | "strand" | "language">(
  context: KioskContext,
  name: Name,
  values: readonly State[Name][],
  label: (value: State[Name]) => Children,
): HTMLElement[] {
  return values.map((value) =>
    choiceButton(context.state[name] === value, () => context.changeState({ [name]: value }), label(value)),
  );
}

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
  const certaintyChoices = stateChoices(context, "certainty", certainties, (certainty) => text[certainty]);
  const only = settings.only.map((kind) =>
    choiceButton(state.only.has(kind), () => toggleOnly(context, kind), text.onlyKinds[kind]),
  );
  const strandNames = strands.name.length > 1 ? strands.name : [];
  const strandTitle = (strand: string) => localizedText(context, index.strandTitle(strand));
  return {
    title: kioskWords.show,
    content: [
      ...group(text.group, layers),
      ...group(text.certaintyGroup, certaintyChoices),
      ...group(text.onlyGroup, only),
      ...group(text.strandGroup, stateChoices(context, "strand", strandNames, strandTitle)),
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
  const { words, settings } = context;
  const ownName = (language: string) => el("span", { lang: language }, wordsOf(language).ownName);
  const buttons = stateChoices(context, "language", settings.languages, ownName);
  return { title: words.language, content: [choiceGroup(buttons)] };
}
