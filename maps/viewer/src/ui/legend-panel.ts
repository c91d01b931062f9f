/** The legend: every mark of this data set, and how uncertainty is drawn, by the code that draws the map. */

import { Kind } from "../data/payload-types";
import { isAskedFor } from "../data/visible-features";
import { capital } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { CertaintyStyle, type MarkName } from "../scene/drawing/marks";
import { drawSign, type Sign } from "../scene/drawing/signs";
import { colourNameOf, markNameOf } from "../scene/drawing/symbology";
import type { ColourName } from "../scene/palette";
import { Path } from "../scene/path";
import { baselineAt, font } from "../scene/text-styles";
import { timelineLegend } from "../timeline/timeline-legend";
import { el } from "./dom";
import type { Panel } from "./panel-content";
import { accuracySwatch, journeySwatch, liaisonSwatch, listSwatch, markSwatch } from "./swatch";

const legendEntry = (picture: Node, text: string): HTMLElement =>
  el("li", { class: "legend-entry" }, picture, el("span", {}, text));

const legendSection = (title: string, entries: Node[]): Node | null =>
  entries.length === 0
    ? null
    : el("section", {}, el("h3", {}, title), el("ul", { class: "legend-entries" }, ...entries));

/** The categories of a kind that the shown strand uses, in their own order, each by one of its claims. */
function categoriesInUse({ index, state }: PageContext, kind: number): number[] {
  const { claims } = index.payload;
  const rowByCategory = new Map<number, number>();
  for (let row = 0; row < index.size; row++) {
    if (claims.kind[row] === kind && isAskedFor(index, row, state)) rowByCategory.set(claims.category[row]!, row);
  }
  return [...rowByCategory].sort(([a], [b]) => a - b).map(([, row]) => row);
}

export function legendPanel(context: PageContext): Panel {
  const { index, palette, words, state } = context;
  const { certaintyStyles: styleNames, legendParts } = words;
  const plainMark = (name: MarkName, colour: ColourName) => markSwatch(palette, name, colour);
  const categoryEntries = (kind: number) =>
    categoriesInUse(context, kind).map((row) =>
      legendEntry(plainMark(markNameOf(index, row), colourNameOf(index, row)), capital(index.categoryLabel(row))),
    );
  const stations = categoryEntries(Kind.station);
  const events = categoryEntries(Kind.event);
  const styledMark = (style: CertaintyStyle) => markSwatch(palette, "residency", "station", { certaintyStyle: style });
  const signSwatch = (sign: Sign) =>
    listSwatch(34, 34, (list) => drawSign(list, { sign, x: 17, y: 17, radius: 8 }, palette));
  const isFiction = index.isFiction(state.strand);
  return {
    title: legendParts.title,
    content: [
      el("p", { class: "soft" }, legendParts.intro),
      legendSection(legendParts.sureness, [
        legendEntry(styledMark(CertaintyStyle.solid), styleNames.certain),
        legendEntry(styledMark(CertaintyStyle.hatched), styleNames.lessCertain),
        legendEntry(styledMark(CertaintyStyle.hollow), styleNames.possible),
        legendEntry(styledMark(CertaintyStyle.dashed), styleNames.conjectured),
        ...(index.payload.claims.undated.includes(1)
          ? [legendEntry(styledMark(CertaintyStyle.dotted), styleNames.undated)]
          : []),
        legendEntry(signSwatch("contested"), styleNames.contested),
        legendEntry(signSwatch("partisan"), styleNames.partisan),
        legendEntry(
          markSwatch(palette, "residency", "station", { certaintyStyle: CertaintyStyle.hollow, isVague: true }),
          styleNames.somewhere,
        ),
        legendEntry(accuracySwatch(palette, false), styleNames.accuracy),
        legendEntry(
          listSwatch(34, 34, (list) => {
            const disc = new Path().circle(17, 17, 10);
            const numberFont = font("sans", 11, { weight: 600 });
            list.fill(disc, palette.card);
            list.stroke(disc, palette.inkSoft, 1);
            list.text("+5", numberFont, 17, baselineAt(17.5, numberFont), palette.ink, { align: "center" });
          }),
          styleNames.cluster,
        ),
      ]),
      legendSection(legendParts.stations, stations),
      legendSection(legendParts.people, [
        legendEntry(plainMark("head", "head"), legendParts.head),
        legendEntry(plainMark("person", "person"), legendParts.person),
      ]),
      legendSection(legendParts.lines, [
        legendEntry(journeySwatch(palette, CertaintyStyle.solid, isFiction), legendParts.journey),
        legendEntry(journeySwatch(palette, CertaintyStyle.hollow, isFiction), styleNames.possible),
        legendEntry(journeySwatch(palette, CertaintyStyle.dashed, isFiction), styleNames.conjectured),
        legendEntry(journeySwatch(palette, CertaintyStyle.solid, isFiction, "from"), legendParts.openJourney),
        ...words.card.liaisonSure.map((label, sure) =>
          legendEntry(liaisonSwatch(palette, sure), `${legendParts.liaison}, ${label}`),
        ),
      ]),
      legendSection(legendParts.events, events),
      ...(index.payload.year === null ? timelineLegend(context) : []),
    ],
  };
}
