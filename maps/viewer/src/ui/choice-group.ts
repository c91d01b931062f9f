/** A titled group of radio buttons or checkboxes. */

import { el } from "./dom";

export type Choice<Value extends string> = readonly [value: Value, label: string];

/** Create radio buttons if `checked` is one value, or checkboxes if it is a set. */
export function choiceGroup<Value extends string>(
  title: string,
  name: string,
  choices: readonly Choice<Value>[],
  checked: Value | ReadonlySet<Value>,
  onChange: (value: Value) => void,
): HTMLElement {
  const type = typeof checked === "string" ? "radio" : "checkbox";
  const isChecked = (value: Value) => (typeof checked === "string" ? value === checked : checked.has(value));
  return el("fieldset", {}, el("legend", {}, title), [
    choices.map(([value, label]) =>
      el("label", { class: "choice" }, [
        el("input", { type, name, value, checked: isChecked(value), onchange: () => onChange(value) }),
        el("span", { dir: "auto" }, label),
      ]),
    ),
  ]);
}
