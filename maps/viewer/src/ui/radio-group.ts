/** A titled group of radio buttons. */

import { el } from "./dom";

export type RadioOption<Value extends string> = readonly [value: Value, label: string];

export function radioGroup<Value extends string>(
  title: string,
  name: string,
  choices: readonly RadioOption<Value>[],
  selected: Value,
  onSelect: (value: Value) => void,
): HTMLElement {
  return el("fieldset", {}, [
    el("legend", {}, title),
    choices.map(([value, label]) => {
      const input = el("input", { type: "radio", name, value, checked: value === selected });
      input.addEventListener("change", () => onSelect(value));
      return el("label", { class: "choice" }, input, el("span", { dir: "auto" }, label));
    }),
  ]);
}
