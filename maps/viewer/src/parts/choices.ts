/** One of several: a group of radio buttons with its question. */

import { el } from "../dom";

export type Choice<Value extends string> = readonly [value: Value, label: string];

export function radios<Value extends string>(
  title: string,
  name: string,
  choices: readonly Choice<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  return el(
    "fieldset",
    {},
    el("legend", {}, title),
    ...choices.map(([value, label]) => {
      const input = el("input", { type: "radio", name, value, checked: value === chosen });
      input.addEventListener("change", () => choose(value));
      return el("label", { class: "choice" }, input, el("span", { dir: "auto" }, label));
    }),
  );
}
