/** The network of the year in figures: who is best connected, and what its raids cut. The graph, for everyone. */

import { el, quoted, type Child } from "../dom";
import { surestOf } from "../graph/doubt";
import { yearPicture, type YearPicture } from "../graph/view";
import { networkCaption, networkEmpty, networkTitle } from "../timeline/sentences";
import { claimRow, link, remarksOn } from "./rows";
import type { GraphNode } from "../graph/year-graph";
import type { Context } from "./context";

const MOST_ROWS = 200;

function nameOf({ index }: Context, { reference }: { reference: string }): string {
  const target = index.find(reference);
  return target?.type === "person" ? index.person(target.row) : target?.type === "claim" ? index.label(target.row) : "";
}

/** What the mark of a person or a station says of doubt, in words; null where it is certain. */
function doubtOf(context: Context, { claims }: GraphNode): HTMLElement | null {
  const { index, network: { net }, words } = context;
  const surest = surestOf(net, claims);
  const certainty = index.payload.claims.certainty[surest]!;
  const said = [certainty > 0 && words.card.certainty[certainty], ...remarksOn(context, surest)].filter(Boolean);
  return said.length > 0 ? el("span", { class: "row-note" }, said.join(", ")) : null;
}

function table(context: Context, { graph, measures, all }: YearPicture): Child[] {
  const { graph: words } = context.words;
  const order = graph.nodes.map((_, node) => node).filter((node) => measures[node]!.degree > 0);
  order.sort((a, b) => measures[b]!.degree - measures[a]!.degree || (measures[b]!.betweenness ?? 0) - (measures[a]!.betweenness ?? 0) || a - b);
  if (order.length === 0) return [el("p", {}, networkEmpty(context))];
  const format = new Intl.NumberFormat(context.state.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return [
    el("p", { class: "soft" }, words.measuresText),
    all > graph.nodes.length && el("p", { class: "soft" }, words.bestOf(graph.nodes.length, all)),
    el("table", { class: "measures" },
      el("caption", { class: "unseen" }, networkCaption(context)),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, words.name), el("th", { scope: "col", class: "figure" }, words.degree), el("th", { scope: "col", class: "figure" }, words.betweenness))),
      el("tbody", {}, ...order.slice(0, MOST_ROWS).map((node) =>
        el("tr", {},
          el("th", { scope: "row" }, link(context, graph.nodes[node]!.reference, nameOf(context, graph.nodes[node]!)), doubtOf(context, graph.nodes[node]!)),
          el("td", { class: "figure" }, String(measures[node]!.degree)),
          el("td", { class: "figure" }, measures[node]!.betweenness === null ? "–" : format.format(measures[node]!.betweenness)),
        ),
      )),
    ),
  ];
}

function cuts(context: Context, { graph, cuts: all, missed }: YearPicture): Child[] {
  const { graph: words } = context.words;
  if (all.length + missed.length === 0) return [];
  return [
    el("section", {},
      el("h3", {}, words.cuts),
      ...all.map(({ row, cut }) => {
        const names = cut.map((node) => nameOf(context, graph.nodes[node]!));
        return el("div", {},
          el("ul", { class: "rows" }, claimRow(context, row)),
          el("p", { class: "soft" }, names.length === 0 ? words.cutNothing : words.cutOff, names.length > 0 && " ", ...names.flatMap((name, i) => (i === 0 ? [quoted(name)] : [", ", quoted(name)])), names.length > 0 && "."),
        );
      }),
      missed.length > 0 && el("div", {}, el("ul", { class: "rows" }, ...missed.map((row) => claimRow(context, row))), el("p", { class: "soft" }, words.cutNobody(missed.length))),
    ),
  ];
}

export function networkPanel(context: Context): { title: string; content: Child[] } {
  const picture = yearPicture(context);
  const { graph: words } = context.words;
  return { title: networkTitle(context), content: [el("p", {}, words.intro), ...table(context, picture), ...cuts(context, picture)] };
}
