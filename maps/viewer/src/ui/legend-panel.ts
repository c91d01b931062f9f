/** The legend: every mark of this data set, and every way of drawing doubt, by the code that draws the map. */

import { Kind } from "../data/payload-types";
import { inWorld } from "../data/visible-features";
import { capital } from "../i18n/viewer-words";
import type { PageContext } from "../page-context";
import { CertaintyStyle, drawDisputedSign, isMark, type MarkName } from "../paint/marks";
import type { ColourName } from "../paint/palette";
import { timelineLegend } from "../timeline/timeline-legend";
import { el } from "./dom";
import type { Panel } from "./panel-content";
import { accuracySwatch, journeySwatch, liaisonSwatch, markSwatch, swatch } from "./swatch";

const legendEntry = (picture: Node, words: string): HTMLElement =>
  el("li", { class: "legend-entry" }, picture, el("span", {}, words));

const legendSection = (title: string, entries: Node[]): Node | null =>
  entries.length === 0
    ? null
    : el("section", {}, el("h3", {}, title), el("ul", { class: "legend-entries" }, ...entries));

/** The categories of a kind that the world on the screen uses, in their own order: the record has no mark of the fiction. */
function categoriesInUse(
  { index, state }: PageContext,
  kind: number,
  enumeration: "function" | "event",
): [value: string, label: string][] {
  const { claims, categories } = index.payload;
  const present = new Set<number>();
  for (let row = 0; row < index.size; row++) {
    if (claims.kind[row] === kind && inWorld(claims.standing[row]!, state.world)) present.add(claims.category[row]!);
  }
  return categories[enumeration].filter((_, number) => present.has(number));
}

export function legendPanel(context: PageContext): Panel {
  const { index, palette, words, state } = context;
  const { certaintyStyles: looks, legendParts } = words;
  const mark = (name: MarkName, colour: ColourName) => markSwatch(palette, name, colour);
  const stations = categoriesInUse(context, Kind.station, "function").map(([value, label]) =>
    legendEntry(mark(isMark(value) ? value : "other", "station"), capital(label)),
  );
  const events = categoriesInUse(context, Kind.event, "event").map(([value, label]) => {
    const name = isMark(value) && value !== "other" ? value : "event";
    return legendEntry(mark(name, value === "raid" || value === "arrest" ? "raid" : "event"), capital(label));
  });
  const look = (style: CertaintyStyle) => markSwatch(palette, "residency", "station", { certaintyStyle: style });
  const fiction = state.world === "fiction";
  return {
    title: legendParts.title,
    content: [
      el("p", { class: "soft" }, legendParts.intro),
      legendSection(legendParts.sureness, [
        legendEntry(look(CertaintyStyle.solid), looks.certain),
        legendEntry(look(CertaintyStyle.hatched), looks.lessCertain),
        legendEntry(look(CertaintyStyle.hollow), looks.possible),
        legendEntry(look(CertaintyStyle.dashed), looks.conjectured),
        legendEntry(
          swatch(34, 34, (ctx) => drawDisputedSign(ctx, 17, 17, 8, palette)),
          looks.disputed,
        ),
        legendEntry(
          markSwatch(palette, "residency", "station", { certaintyStyle: CertaintyStyle.hollow, isVague: true }),
          looks.somewhere,
        ),
        legendEntry(accuracySwatch(palette, false), looks.accuracy),
        legendEntry(
          swatch(34, 34, (ctx) => {
            ctx.beginPath();
            ctx.arc(17, 17, 10, 0, 2 * Math.PI);
            ctx.fillStyle = palette.card;
            ctx.fill();
            ctx.strokeStyle = palette.inkSoft;
            ctx.stroke();
            ctx.fillStyle = palette.ink;
            ctx.font = "600 11px 'Source Sans 3', sans-serif";
            ctx.textAlign = "center";
            ctx.textBaseline = "middle";
            ctx.fillText("+5", 17, 17.5);
          }),
          looks.cluster,
        ),
      ]),
      legendSection(legendParts.stations, stations),
      legendSection(legendParts.people, [
        legendEntry(mark("head", "head"), legendParts.head),
        legendEntry(mark("person", "person"), legendParts.person),
      ]),
      legendSection(legendParts.lines, [
        legendEntry(journeySwatch(palette, CertaintyStyle.solid, fiction), legendParts.journey),
        legendEntry(journeySwatch(palette, CertaintyStyle.hollow, fiction), looks.possible),
        legendEntry(journeySwatch(palette, CertaintyStyle.dashed, fiction), looks.conjectured),
        legendEntry(journeySwatch(palette, CertaintyStyle.solid, fiction, "from"), legendParts.openJourney),
        ...words.card.liaisonSure.map((label, sure) =>
          legendEntry(liaisonSwatch(palette, sure), `${legendParts.liaison}, ${label}`),
        ),
      ]),
      legendSection(legendParts.events, events),
      ...(index.payload.year === null ? timelineLegend(context) : []),
    ],
  };
}
