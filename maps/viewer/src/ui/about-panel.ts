/** The "about" panel: the description, how to read the map, the reliability of the sources, and the licences. */

import licences from "virtual:licences";
import type { Payload } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { bidiIsolated, el, list, localizedParagraph, localizedText, type Panel, section } from "./dom";

/** A link if `path` is a web address; otherwise its text. */
function linkOrText(path: string): HTMLElement {
  return /^https?:\/\//i.test(path) ? el("a", { href: path, rel: "noreferrer" }, path) : bidiIsolated(path);
}

export function aboutPanel(context: PageContext): Panel {
  const { index, words, borders } = context;
  const { payload } = index;
  const text = words.aboutParts;
  const kinds = Object.entries(words.sourceKinds).map(([kind, [name, worth]]) => ({
    name,
    worth,
    sources: payload.sources.filter((source) => source.kind === kind),
  }));
  const sourceItem = ({ full, note }: Payload["sources"][number]) => [
    bidiIsolated(full),
    note && el("span", { class: "soft", dir: "auto" }, " ", localizedText(context, note)),
  ];
  return {
    title: text.title,
    content: [
      localizedParagraph(context, payload.description),
      section(text.reading, el("p", {}, text.readingText)),
      section(text.kindsOfSource, [
        el("dl", { class: "kinds" }, [kinds.map(({ name, worth }) => [el("dt", {}, name), el("dd", {}, worth)])]),
      ]),
      section(text.sources, [
        kinds
          .filter(({ sources }) => sources.length > 0)
          .map(({ name, sources }) =>
            el("details", {}, el("summary", {}, `${name} (${sources.length})`), [list(sources.map(sourceItem))]),
          ),
      ]),
      section(text.data, [
        el("p", {}, text.dataLicence(payload.licence.title), " ", linkOrText(payload.licence.path)),
        payload.credits.length > 0 && el("p", {}, text.positions(payload.credits.join("; "))),
        borders && el("p", { dir: "auto" }, text.borders(borders.attribution, borders.licence)),
        el("p", { class: "soft" }, text.version(payload.version, payload.program)),
      ]),
      section(text.software, [
        el("p", {}, text.ground),
        licences.map(({ name, version, licence, text: licenceText }) =>
          el("details", {}, el("summary", {}, `${name} ${version} (${licence})`), [
            el("pre", { tabindex: "0" }, licenceText),
          ]),
        ),
      ]),
    ],
  };
}
