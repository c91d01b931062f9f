/** The network of the year in figures: who is best connected, and what its raids cut. The graph, for everyone. */

import { type Child, el, quoted } from "../dom";
import { surestOf } from "../graph/doubt";
import { type YearPicture, yearPicture } from "../graph/view";
import type { GraphNode } from "../graph/year-graph";
import { networkCaption, networkEmpty, networkTitle } from "../timeline/sentences";
import type { Context } from "./context";
import { claimRow, link, remarksOn } from "./rows";
import { said } from "./said";

const MOST_ROWS = 200;

function nameOf({ index }: Context, { reference }: { reference: string }): string {
  const target = index.find(reference);
  return target?.type === "person" ? index.person(target.row) : target?.type === "claim" ? index.label(target.row) : "";
}

/** What the mark of a person or a station says of doubt, in words; null where it is certain. */
function doubtOf(context: Context, { claims }: GraphNode): HTMLElement | null {
  const {
    index,
    network: { net },
    words,
  } = context;
  const surest = surestOf(net, claims);
  const certainty = index.payload.claims.certainty[surest]!;
  const remarks = [certainty > 0 && words.card.certainty[certainty], ...remarksOn(context, surest)].filter(Boolean);
  return remarks.length > 0 ? el("span", { class: "row-note" }, remarks.join(", ")) : null;
}

/** How a node and a claim are named: by buttons that lead to them, or by words alone, on paper. */
interface Naming {
  node(node: GraphNode): HTMLElement;
  claim(row: number): HTMLElement;
}

function leading(context: Context): Naming {
  return {
    node: (node) => link(context, node.reference, nameOf(context, node)),
    claim: (row) => claimRow(context, row),
  };
}

function plain(context: Context): Naming {
  const { index } = context;
  return {
    node: (node) => quoted(nameOf(context, node)),
    claim: (row) =>
      el(
        "li",
        {},
        ...said(context, index.label(row)),
        ` · ${[index.text(index.payload.claims.when[row]!), ...remarksOn(context, row)].filter(Boolean).join(" · ")}`,
      ),
  };
}

/** The table of figures, and what is said before it. */
function table(
  context: Context,
  { graph, measures, all }: YearPicture,
  naming: Naming,
): { remarks: Child[]; figures: Child } {
  const { graph: words } = context.words;
  const order = graph.nodes.map((_, node) => node).filter((node) => measures[node]!.degree > 0);
  order.sort(
    (a, b) =>
      measures[b]!.degree - measures[a]!.degree ||
      (measures[b]!.betweenness ?? 0) - (measures[a]!.betweenness ?? 0) ||
      a - b,
  );
  if (order.length === 0) return { remarks: [el("p", {}, networkEmpty(context))], figures: null };
  const format = new Intl.NumberFormat(context.state.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    remarks: [
      el("p", { class: "soft" }, words.measuresText),
      all > graph.nodes.length && el("p", { class: "soft" }, words.bestOf(graph.nodes.length, all)),
    ],
    figures: el(
      "table",
      { class: "measures" },
      el("caption", { class: "unseen" }, networkCaption(context)),
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("th", { scope: "col" }, words.name),
          el("th", { scope: "col", class: "figure" }, words.degree),
          el("th", { scope: "col", class: "figure" }, words.betweenness),
        ),
      ),
      el(
        "tbody",
        {},
        ...order
          .slice(0, MOST_ROWS)
          .map((node) =>
            el(
              "tr",
              {},
              el("th", { scope: "row" }, naming.node(graph.nodes[node]!), doubtOf(context, graph.nodes[node]!)),
              el("td", { class: "figure" }, String(measures[node]!.degree)),
              el(
                "td",
                { class: "figure" },
                measures[node]!.betweenness === null ? "–" : format.format(measures[node]!.betweenness),
              ),
            ),
          ),
      ),
    ),
  };
}

function cuts(context: Context, { graph, cuts: all, missed }: YearPicture, naming: Naming): Child[] {
  const { graph: words } = context.words;
  if (all.length + missed.length === 0) return [];
  return [
    el(
      "section",
      {},
      el("h3", {}, words.cuts),
      ...all.map(({ row, cut }) => {
        const names = cut.map((node) => nameOf(context, graph.nodes[node]!));
        return el(
          "div",
          {},
          el("ul", { class: "rows" }, naming.claim(row)),
          el(
            "p",
            { class: "soft" },
            names.length === 0 ? words.cutNothing : words.cutOff,
            names.length > 0 && " ",
            ...names.flatMap((name, i) => (i === 0 ? [quoted(name)] : [", ", quoted(name)])),
            names.length > 0 && ".",
          ),
        );
      }),
      missed.length > 0 &&
        el(
          "div",
          {},
          el("ul", { class: "rows" }, ...missed.map((row) => naming.claim(row))),
          el("p", { class: "soft" }, words.cutNobody(missed.length)),
        ),
    ),
  ];
}

export function networkPanel(context: Context): { title: string; content: Child[] } {
  const picture = yearPicture(context);
  const { graph: words } = context.words;
  const { remarks, figures } = table(context, picture, leading(context));
  return {
    title: networkTitle(context),
    content: [el("p", {}, words.intro), ...remarks, figures, ...cuts(context, picture, leading(context))],
  };
}

/** The same for paper, where nothing is pressed; the picture above it is explained there. */
export function networkOnPaper(context: Context): { title: string; remarks: Child[]; figures: Child; cuts: Child[] } {
  const picture = yearPicture(context);
  return {
    title: networkTitle(context),
    ...table(context, picture, plain(context)),
    cuts: cuts(context, picture, plain(context)),
  };
}
