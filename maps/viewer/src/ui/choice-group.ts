/** A titled group of radio buttons or checkboxes. */

import { el } from "./dom";

export type Choice<Value extends string> = readonly [value: Value, label: string];

/** `onChange` is called with the choice that was pressed. */
export function choiceGroup<Value extends string>(
  title: string,
  input: { type: "radio" | "checkbox"; name: string },
  choices: readonly Choice<Value>[],
  checked: ReadonlySet<Value>,
  onChange: (value: Value) => void,
): HTMLElement {
  return el("fieldset", {}, el("legend", {}, title), [
    choices.map(([value, label]) =>
      el("label", { class: "choice" }, [
        el("input", { ...input, value, checked: checked.has(value), onchange: () => onChange(value) }),
        el("span", { dir: "auto" }, label),
      ]),
    ),
  ]);
}

export function radioGroup<Value extends string>(
  title: string,
  name: string,
  choices: readonly Choice<Value>[],
  selected: Value,
  onSelect: (value: Value) => void,
): HTMLElement {
  return choiceGroup(title, { type: "radio", name }, choices, new Set([selected]), onSelect);
}
