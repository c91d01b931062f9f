/** The legend: every mark of this data set, and every way of drawing doubt, by the code that draws the map. */

import { type Child, el } from "../dom";
import { disputed, isMark, Look, type MarkName } from "../paint/marks";
import type { ColourName } from "../palette";
import { Kind } from "../payload";
import { timelineLegend } from "../timeline/legend";
import { capital } from "../words";
import { inWorld } from "../year-net";
import type { Context } from "./context";
import { journeySwatch, liaisonSwatch, markSwatch, reachSwatch, swatch } from "./swatch";

const entry = (picture: Node, words: string): HTMLElement =>
  el("li", { class: "legend-entry" }, picture, el("span", {}, words));

const part = (title: string, entries: Node[]): Node | null =>
  entries.length === 0
    ? null
    : el("section", {}, el("h3", {}, title), el("ul", { class: "legend-entries" }, ...entries));

/** The categories of a kind that the world on the screen uses, in their own order: the record has no mark of the fiction. */
function used(
  { index, state }: Context,
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

export function legendPanel(context: Context): { title: string; content: Child[] } {
  const { index, palette, words, state } = context;
  const { looks, legendParts } = words;
  const mark = (name: MarkName, colour: ColourName) => markSwatch(palette, name, colour);
  const stations = used(context, Kind.station, "function").map(([value, label]) =>
    entry(mark(isMark(value) ? value : "other", "station"), capital(label)),
  );
  const events = used(context, Kind.event, "event").map(([value, label]) => {
    const name = isMark(value) && value !== "other" ? value : "event";
    return entry(mark(name, value === "raid" || value === "arrest" ? "raid" : "event"), capital(label));
  });
  const look = (style: Look) => markSwatch(palette, "residency", "station", { look: style });
  const fiction = state.world === "fiction";
  return {
    title: legendParts.title,
    content: [
      el("p", { class: "soft" }, legendParts.intro),
      part(legendParts.sureness, [
        entry(look(Look.solid), looks.certain),
        entry(look(Look.hatched), looks.lessCertain),
        entry(look(Look.hollow), looks.possible),
        entry(look(Look.dashed), looks.conjectured),
        entry(
          swatch(34, 34, (ctx) => disputed(ctx, 17, 17, 8, palette)),
          looks.disputed,
        ),
        entry(markSwatch(palette, "residency", "station", { look: Look.hollow, somewhere: true }), looks.somewhere),
        entry(reachSwatch(palette, false), looks.accuracy),
        entry(
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
      part(legendParts.stations, stations),
      part(legendParts.people, [
        entry(mark("head", "head"), legendParts.head),
        entry(mark("person", "person"), legendParts.person),
      ]),
      part(legendParts.lines, [
        entry(journeySwatch(palette, Look.solid, fiction), legendParts.journey),
        entry(journeySwatch(palette, Look.hollow, fiction), looks.possible),
        entry(journeySwatch(palette, Look.dashed, fiction), looks.conjectured),
        entry(journeySwatch(palette, Look.solid, fiction, "from"), legendParts.openJourney),
        ...words.card.liaisonSure.map((label, sure) =>
          entry(liaisonSwatch(palette, sure), `${legendParts.liaison}, ${label}`),
        ),
      ]),
      part(legendParts.events, events),
      ...(index.payload.year === null ? timelineLegend(context) : []),
    ],
  };
}
