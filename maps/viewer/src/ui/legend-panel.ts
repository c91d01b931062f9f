/** The "legend" panel. */

import type { PageContext } from "../page-context";
import { type LegendEntry, legendSections } from "../scene/legend";
import { timelineLegend } from "../timeline/timeline-legend";
import { el, type Panel, section } from "./dom";
import { sampleSwatch } from "./swatch";

const legendEntry = ({ sample, text }: LegendEntry): HTMLElement =>
  el("li", { class: "legend-entry" }, sampleSwatch(sample), el("span", {}, text));

export function legendPanel(context: PageContext): Panel {
  const { index, palette, words, state } = context;
  return {
    title: words.legendParts.title,
    content: [
      el("p", { class: "soft" }, words.legendParts.intro),
      ...legendSections(index, state, words, palette, false).map(({ title, entries }) =>
        section(title, el("ul", { class: "legend-entries" }, entries.map(legendEntry))),
      ),
      ...(index.payload.year === null ? timelineLegend(context) : []),
    ],
  };
}
