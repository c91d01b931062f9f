/**
 * The network of the year in figures: who is best connected, what the sources say about its raids, and, in a section of
 * its own, whom the raids would have cut off. This is the graph in accessible form.
 */

import { type YearGraphDisplay, yearGraphDisplay } from "../graph/graph-view";
import { type GraphNode, mostCertainClaim } from "../graph/year-graph";
import { emptyNetworkText, networkTableCaption, networkTitle } from "../i18n/period-text";
import type { PageContext } from "../page-context";
import { claimRemarks, claimRow, referenceLink } from "./claim-rows";
import { bidiIsolated, type Child, el, joinNodes, localizedParagraph, localizedText, type Panel, section } from "./dom";

const MAX_ROWS = 200;

/** The uncertainty shown by the mark of a person or a station, in words; null if it is certain. */
function uncertaintyNote(context: PageContext, { claims }: GraphNode): HTMLElement | null {
  const { index, network, words } = context;
  const surest = mostCertainClaim(network.visible, claims);
  const certainty = index.payload.claims.certainty[surest]!;
  const remarks = [certainty > 0 && words.card.certainty[certainty], ...claimRemarks(context, surest)].filter(Boolean);
  return remarks.length > 0 ? el("span", { class: "row-note" }, remarks.join(", ")) : null;
}

export function networkParts(context: PageContext, isOnPaper: boolean) {
  const display = yearGraphDisplay(context);
  return {
    title: networkTitle(context),
    ...measuresTable(context, display, isOnPaper),
    cuts: [raidSection(context, display, isOnPaper), reckonedSection(context, display)],
  };
}

/** The table of figures, and the remarks above it. */
function measuresTable(
  context: PageContext,
  { graph, measures, nodeCount }: YearGraphDisplay,
  isOnPaper: boolean,
): { remarks: Child[]; figures: Child } {
  const { graph: text } = context.words;
  const nodes = graph.nodes
    .map((node, i) => ({ node, ...measures[i]! }))
    .filter(({ degree }) => degree > 0)
    // The sort is stable: equal nodes keep their order.
    .sort((a, b) => b.degree - a.degree || b.betweenness - a.betweenness);
  if (nodes.length === 0) return { remarks: [el("p", {}, emptyNetworkText(context))], figures: null };
  const format = new Intl.NumberFormat(context.state.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const nodeCell = (node: GraphNode) => {
    const name = context.index.nameOf(node.reference);
    return isOnPaper ? bidiIsolated(name) : referenceLink(context, node.reference, name);
  };
  return {
    remarks: [
      el("p", { class: "soft" }, text.measuresText),
      nodeCount > graph.nodes.length && el("p", { class: "soft" }, text.bestOf(graph.nodes.length, nodeCount)),
    ],
    figures: el("table", { class: "measures" }, [
      el("caption", { class: "unseen" }, networkTableCaption(context)),
      el("thead", {}, [
        el("tr", {}, [
          el("th", { scope: "col" }, text.name),
          el("th", { scope: "col", class: "figure" }, text.degree),
          el("th", { scope: "col", class: "figure" }, text.betweenness),
        ]),
      ]),
      el("tbody", {}, [
        nodes
          .slice(0, MAX_ROWS)
          .map(({ node, degree, betweenness }) =>
            el("tr", {}, [
              el("th", { scope: "row" }, nodeCell(node), uncertaintyNote(context, node)),
              el("td", { class: "figure" }, String(degree)),
              el("td", { class: "figure" }, format.format(betweenness)),
            ]),
          ),
      ]),
    ]),
  };
}

/** The raids and arrests with their notes, which report what the sources say about them. */
function raidSection(context: PageContext, display: YearGraphDisplay, isOnPaper: boolean): HTMLElement | null {
  const { raidImpacts, raidsWithoutTargets } = display;
  const { index, words } = context;
  const { claims } = index.payload;
  const rows = [...raidImpacts.map(({ row }) => row), ...raidsWithoutTargets];
  if (rows.length === 0) return null;
  const printedRow = (row: number) => {
    const facts = [index.text(claims.when[row]), ...claimRemarks(context, row)].filter(Boolean);
    return el("li", {}, localizedText(context, index.label(row)), ` · ${facts.join(" · ")}`);
  };
  return section(words.graph.raids, [
    rows.map((row) => [
      el("ul", { class: "rows" }, isOnPaper ? printedRow(row) : claimRow(context, row)),
      localizedParagraph(context, index.text(claims.note[row]), "note"),
    ]),
    raidsWithoutTargets.length > 0 && el("p", { class: "soft" }, words.graph.cutNobody(raidsWithoutTargets.length)),
  ]);
}

/** The people and stations that would be cut off from the rest without the targets of a raid: a calculation of ours. */
function reckonedSection(context: PageContext, { graph, raidImpacts }: YearGraphDisplay): HTMLElement | null {
  const { index, words } = context;
  const { reckoned, cutNothing, cutOff } = words.graph;
  if (raidImpacts.length === 0) return null;
  const disconnections = raidImpacts.map(({ row, disconnected }) => {
    const names = disconnected.map((node) => bidiIsolated(index.nameOf(graph.nodes[node]!.reference)));
    return [
      el("h4", { dir: "auto" }, localizedText(context, index.label(row))),
      el("p", { class: "soft" }, names.length === 0 ? cutNothing : [cutOff, " ", joinNodes(names), "."]),
    ];
  });
  return section(reckoned, disconnections, "reckoned");
}

export function networkPanel(context: PageContext): Panel {
  const { title, remarks, figures, cuts } = networkParts(context, false);
  return { title, content: [el("p", {}, context.words.graph.intro), ...remarks, figures, ...cuts] };
}
