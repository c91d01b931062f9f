/** The panel "about": what this is, how to read it, what the sources are worth, and the licences. */

import licences from "virtual:licences";
import type { SourceKind } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { bidiIsolated, el } from "./dom";
import { localizedParagraph, localizedText } from "./localized-text";
import type { Panel } from "./panel-content";

/** A link for a web address; anything else is shown as text. */
function linkOrText(path: string): HTMLElement {
  return /^https?:\/\//i.test(path) ? el("a", { href: path, rel: "noreferrer" }, path) : bidiIsolated(path);
}

export function aboutPanel(context: PageContext): Panel {
  const { index, words, borders } = context;
  const { payload } = index;
  const text = words.aboutParts;
  const kinds = Object.keys(words.sourceKinds) as SourceKind[];
  const sourcesOf = (kind: SourceKind) => payload.sources.filter((source) => source.kind === kind);
  return {
    title: text.title,
    content: [
      localizedParagraph(context, payload.description),
      el("section", {}, el("h3", {}, text.reading), el("p", {}, text.readingText)),
      el("section", {}, [
        el("h3", {}, text.kindsOfSource),
        el(
          "dl",
          { class: "kinds" },
          kinds.flatMap((kind) => [el("dt", {}, words.sourceKinds[kind][0]), el("dd", {}, words.sourceKinds[kind][1])]),
        ),
      ]),
      el("section", {}, [
        el("h3", {}, text.sources),
        kinds
          .filter((kind) => sourcesOf(kind).length > 0)
          .map((kind) =>
            el("details", {}, [
              el("summary", {}, `${words.sourceKinds[kind][0]} (${sourcesOf(kind).length})`),
              el(
                "ul",
                { class: "plain" },
                sourcesOf(kind).map((source) =>
                  el("li", {}, [
                    bidiIsolated(source.full),
                    source.note &&
                      el("span", { class: "soft", dir: "auto" }, " ", ...localizedText(context, source.note)),
                  ]),
                ),
              ),
            ]),
          ),
      ]),
      el("section", {}, [
        el("h3", {}, text.data),
        el("p", {}, text.dataLicence(payload.licence.title), " ", linkOrText(payload.licence.path)),
        payload.credits.length > 0 && el("p", {}, text.positions(payload.credits.join("; "))),
        borders && el("p", { dir: "auto" }, text.borders(borders.attribution, borders.licence)),
        el("p", { class: "soft" }, text.version(payload.version, payload.program)),
      ]),
      el("section", {}, [
        el("h3", {}, text.software),
        el("p", {}, text.ground),
        licences.map(({ name, version, licence, text: licenceText }) =>
          el("details", {}, [
            el("summary", {}, `${name} ${version} (${licence})`),
            el("pre", { tabindex: "0" }, licenceText),
          ]),
        ),
      ]),
    ],
  };
}
