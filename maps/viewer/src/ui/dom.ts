/** Creates elements without parsing markup: every text becomes a text node, whatever it contains. */

import type { PageContext } from "../page-context";
/**
 * The attributes of an element, its listeners (`onclick`) and its style. `true` sets an empty attribute, `false` sets
 * none. Styles are set through the CSSOM, which no Content Security Policy forbids.
 */
export type Attributes = Readonly<
  Record<string, string | number | boolean | undefined | Partial<CSSStyleDeclaration> | ((event: Event) => void)>
>;
export type Child = Node | string | null | undefined | false;
/** Children in lists nested to any depth. */
export type Children = Child | readonly Children[];

/** Create an HTML element with attributes and children. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Children[]
): HTMLElementTagNameMap[Tag] {
  return completed(document.createElement(tag), attributes, children);
}

const SVG = "http://www.w3.org/2000/svg";

/** Create an SVG element with attributes and children. */
export function svgEl<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Children[]
): SVGElementTagNameMap[Tag] {
  return completed(document.createElementNS(SVG, tag), attributes, children);
}

function completed<Made extends Element>(element: Made, attributes: Attributes, children: Children): Made {
  setAttributes(element, attributes);
  element.append(...nodesOf(children));
  return element;
}

/** The children as a flat list, without empty ones. */
export function nodesOf(children: Children): (Node | string)[] {
  if (typeof children === "string" || children instanceof Node || !children) return children ? [children] : [];
  return children.flatMap(nodesOf);
}

/** The nodes, with a separator between each pair. */
export function joinNodes(nodes: readonly Node[], separator = ", "): Children[] {
  return nodes.map((node, i) => (i === 0 ? node : [separator, node]));
}

export function setAttributes(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (typeof value === "object") Object.assign((element as HTMLElement).style, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * Set the text of an element. Nothing is done if the text is unchanged, and the text node is kept, because a new node
 * would cause another layout.
 */
export function setText(element: Element, text: string): void {
  if (element.textContent === text) return;
  const { firstChild } = element;
  if (firstChild instanceof Text && firstChild === element.lastChild) firstChild.data = text;
  else element.textContent = text;
}

/** A text from the data, isolated from the surrounding writing direction. */
export function bidiIsolated(text: string): HTMLElement {
  return el("bdi", {}, text);
}

/** A button that calls `action` when it is pressed. */
export function button(
  attributes: Attributes,
  action: (event: Event) => void,
  ...children: Children[]
): HTMLButtonElement {
  return el("button", { type: "button", ...attributes, onclick: action }, children);
}

/** A round button with an icon. Its label is also its tooltip. */
export function iconButton(
  label: string,
  path: string,
  action: (event: Event) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  return button({ class: "round", "aria-label": label, title: label, ...attributes }, action, icon(path));
}

/** A section with a title. */
export function section(title: string, content: Children, className?: string, level: 2 | 3 = 3): HTMLElement {
  return el("section", { class: className }, el(`h${level}`, {}, title), content);
}

/** A list of items, without bullets by default. */
export function list(items: readonly Children[], attributes: Attributes = { class: "plain" }): HTMLElement {
  return el("ul", attributes, [items.map((item) => el("li", {}, item))]);
}

/** A line drawing in a 24 × 24 view box, in the colour of the text. */
export function icon(path: string): SVGSVGElement {
  const attributes = { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" };
  return svgEl("svg", attributes, svgEl("path", { d: path }));
}

export const ICONS = {
  play: "M8 5.5V18.5L18.5 12Z",
  pause: "M8.5 5.5V18.5M15.5 5.5V18.5",
  back: "M15 5.5L8.5 12L15 18.5",
  forward: "M9 5.5L15.5 12L9 18.5",
  range: "M6 6V18M18 6V18M6 12H18M8.6 9.6L6.2 12L8.6 14.4M15.4 9.6L17.8 12L15.4 14.4",
  months: "M4.5 6.5H19.5V19H4.5ZM4.5 10.5H19.5M9 4.5V8M15 4.5V8M8 14H9M11.6 14H12.6M15.2 14H16.2",
  close: "M6.5 6.5L17.5 17.5M17.5 6.5L6.5 17.5",
  plus: "M12 5.5V18.5M5.5 12H18.5",
  minus: "M5.5 12H18.5",
  whole: "M4.5 9V4.5H9M15 4.5H19.5V9M19.5 15V19.5H15M9 19.5H4.5V15",
  find: "M10.5 4.5A6 6 0 1 1 10.5 16.5A6 6 0 1 1 10.5 4.5M15 15L20 20",
  share: "M12 14.5V3.5M8 7L12 3.5L16 7M7.5 10.5H5.5V20.5H18.5V10.5H16.5",
  locate: "M12 6A6 6 0 1 1 12 18A6 6 0 1 1 12 6M12 3V8M12 16V21M3 12H8M16 12H21",
  list: "M5 7H6M9.5 7H19M5 12H6M9.5 12H19M5 17H6M9.5 17H19",
  network:
    "M6 6.5A1.8 1.8 0 1 1 6 6.6M18 5.5A1.8 1.8 0 1 1 18 5.6M12 18A1.8 1.8 0 1 1 12 18.1M7.6 7L16.2 5.9M7 8.2L11.2 16.4M17.2 7.2L12.8 16.4",
  grip: "M9 7.5L4.5 12L9 16.5M15 7.5L19.5 12L15 16.5",
  compare: "M12 3.5V20.5M4.5 6.5H9M4.5 12H9M4.5 17.5H9M15 6.5H19.5M15 12H19.5M15 17.5H19.5",
  layers: "M12 4.5L20 9L12 13.5L4 9ZM4.5 13L12 17.2L19.5 13",
  legend: "M7.5 4.5L10.5 9.5H4.5ZM14 7.2H20M5 14.5H10V19.5H5ZM14 17H20",
  language:
    "M12 3.5A8.5 8.5 0 1 1 12 20.5A8.5 8.5 0 1 1 12 3.5M3.5 12H20.5M12 3.5C6.8 8.5 6.8 15.5 12 20.5M12 3.5C17.2 8.5 17.2 15.5 12 20.5",
  about: "M12 11V17.5M12 7.2V7.6M12 3.5A8.5 8.5 0 1 1 12 20.5A8.5 8.5 0 1 1 12 3.5",
  dark: "M19 14.5A7.5 7.5 0 0 1 9.5 5A7.5 7.5 0 1 0 19 14.5Z",
  light:
    "M12 8A4 4 0 1 1 12 16A4 4 0 1 1 12 8M12 2.8V4.8M12 19.2V21.2M2.8 12H4.8M19.2 12H21.2M5.5 5.5L6.9 6.9M17.1 17.1L18.5 18.5M5.5 18.5L6.9 17.1M17.1 6.9L18.5 5.5",
} as const;

type TextContext = Pick<PageContext, "index" | "words">;

/**
 * The text, isolated from the surrounding writing direction. If it is not in the reader's language, it is marked with
 * its language and followed by a note ("in English").
 */
export function localizedText({ index, words }: TextContext, text: string): Node[] {
  const { languages } = index;
  if (!languages.isUntranslated(text)) return [bidiIsolated(text)];
  const languageNote = words.writtenIn(languages.defaultLanguage);
  return [
    el("bdi", { lang: languages.defaultLanguage }, text),
    document.createTextNode(" "),
    el("span", { class: "written-in" }, languageNote),
  ];
}

/** A paragraph with a localized text; null if the text is empty. */
export function localizedParagraph(context: TextContext, text: string, className?: string): HTMLElement | null {
  return text === "" ? null : el("p", { class: className, dir: "auto" }, localizedText(context, text));
}

export interface Panel {
  title: string;
  kicker?: string;
  picture?: Node | null;
  content: Child[];
  /** The element that receives the focus when a reader opens the panel; the heading by default. */
  initialFocus?: HTMLElement;
  update?(): void;
}

export type Card = Panel & { kicker: string };
