/**
 * The network of the year in figures: who is best connected, what the sources tell of its raids, and apart from that what
 * these would have cut. The graph in accessible form.
 */

import { type YearGraphDisplay, yearGraphDisplay } from "../graph/graph-view";
import { type GraphNode, mostCertainClaim } from "../graph/year-graph";
import { emptyNetworkText, networkTableCaption, networkTitle } from "../i18n/period-text";
import type { PageContext } from "../page-context";
import { claimRemarks, claimRow, referenceLink } from "./claim-rows";
import { bidiIsolated, type Child, el } from "./dom";
import { localizedParagraph, localizedText } from "./localized-text";
import type { Panel } from "./panel-content";

const MAX_ROWS = 200;

/** The uncertainty that the mark of a person or a station shows, in words; null if it is certain. */
function uncertaintyNote(context: PageContext, { claims }: GraphNode): HTMLElement | null {
  const {
    index,
    network: { visible },
    words,
  } = context;
  const surest = mostCertainClaim(visible, claims);
  const certainty = index.payload.claims.certainty[surest]!;
  const remarks = [certainty > 0 && words.card.certainty[certainty], ...claimRemarks(context, surest)].filter(Boolean);
  return remarks.length > 0 ? el("span", { class: "row-note" }, remarks.join(", ")) : null;
}

/** How nodes and claims are shown: as buttons that select them, or as text alone, on paper. */
interface NodeRenderers {
  node(node: GraphNode): HTMLElement;
  claim(row: number): HTMLElement;
}

function linkRenderers(context: PageContext): NodeRenderers {
  return {
    node: (node) => referenceLink(context, node.reference, context.index.nameOf(node.reference)),
    claim: (row) => claimRow(context, row),
  };
}

function textRenderers(context: PageContext): NodeRenderers {
  const { index } = context;
  return {
    node: (node) => bidiIsolated(index.nameOf(node.reference)),
    claim: (row) =>
      el(
        "li",
        {},
        ...localizedText(context, index.label(row)),
        ` · ${[index.text(index.payload.claims.when[row]!), ...claimRemarks(context, row)].filter(Boolean).join(" · ")}`,
      ),
  };
}

/** The table of figures, and the remarks before it. */
function measuresTable(
  context: PageContext,
  { graph, measures, nodeCount }: YearGraphDisplay,
  renderers: NodeRenderers,
): { remarks: Child[]; figures: Child } {
  const { graph: text } = context.words;
  const nodesInOrder = graph.nodes.map((_, node) => node).filter((node) => measures[node]!.degree > 0);
  nodesInOrder.sort(
    (a, b) => measures[b]!.degree - measures[a]!.degree || measures[b]!.betweenness - measures[a]!.betweenness || a - b,
  );
  if (nodesInOrder.length === 0) return { remarks: [el("p", {}, emptyNetworkText(context))], figures: null };
  const format = new Intl.NumberFormat(context.state.language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return {
    remarks: [
      el("p", { class: "soft" }, text.measuresText),
      nodeCount > graph.nodes.length && el("p", { class: "soft" }, text.bestOf(graph.nodes.length, nodeCount)),
    ],
    figures: el(
      "table",
      { class: "measures" },
      el("caption", { class: "unseen" }, networkTableCaption(context)),
      el(
        "thead",
        {},
        el(
          "tr",
          {},
          el("th", { scope: "col" }, text.name),
          el("th", { scope: "col", class: "figure" }, text.degree),
          el("th", { scope: "col", class: "figure" }, text.betweenness),
        ),
      ),
      el(
        "tbody",
        {},
        ...nodesInOrder
          .slice(0, MAX_ROWS)
          .map((node) =>
            el(
              "tr",
              {},
              el(
                "th",
                { scope: "row" },
                renderers.node(graph.nodes[node]!),
                uncertaintyNote(context, graph.nodes[node]!),
              ),
              el("td", { class: "figure" }, String(measures[node]!.degree)),
              el("td", { class: "figure" }, format.format(measures[node]!.betweenness)),
            ),
          ),
      ),
    ),
  };
}

/** The raids and arrests with their notes: what the sources say of them. */
function raidSection(
  context: PageContext,
  { raidImpacts, raidsWithoutTargets }: YearGraphDisplay,
  renderers: NodeRenderers,
): HTMLElement | null {
  const { index, words } = context;
  if (raidImpacts.length + raidsWithoutTargets.length === 0) return null;
  const told = (row: number): Child[] => {
    const note = index.text(index.payload.claims.note[row]);
    return [el("ul", { class: "rows" }, renderers.claim(row)), note && localizedParagraph(context, note, "note")];
  };
  return el(
    "section",
    {},
    el("h3", {}, words.graph.raids),
    ...raidImpacts.flatMap(({ row }) => told(row)),
    ...raidsWithoutTargets.flatMap(told),
    raidsWithoutTargets.length > 0 && el("p", { class: "soft" }, words.graph.cutNobody(raidsWithoutTargets.length)),
  );
}

/** Who would have no way to the rest without what a raid struck: a calculation of ours. */
function reckonedSection(context: PageContext, { graph, raidImpacts }: YearGraphDisplay): HTMLElement | null {
  const { index, words } = context;
  const { graph: text } = words;
  if (raidImpacts.length === 0) return null;
  return el(
    "section",
    { class: "reckoned" },
    el("h3", {}, text.reckoned),
    ...raidImpacts.flatMap(({ row, disconnected }) => {
      const names = disconnected.map((node) => index.nameOf(graph.nodes[node]!.reference));
      return [
        el("h4", { dir: "auto" }, ...localizedText(context, index.label(row))),
        el(
          "p",
          { class: "soft" },
          names.length === 0 ? text.cutNothing : text.cutOff,
          names.length > 0 && " ",
          ...names.flatMap((name, i) => (i === 0 ? [bidiIsolated(name)] : [", ", bidiIsolated(name)])),
          names.length > 0 && ".",
        ),
      ];
    }),
  );
}

const cutSections = (context: PageContext, display: YearGraphDisplay, renderers: NodeRenderers): Child[] => [
  raidSection(context, display, renderers),
  reckonedSection(context, display),
];

export function networkPanel(context: PageContext): Panel {
  const display = yearGraphDisplay(context);
  const { graph: text } = context.words;
  const { remarks, figures } = measuresTable(context, display, linkRenderers(context));
  return {
    title: networkTitle(context),
    content: [el("p", {}, text.intro), ...remarks, figures, ...cutSections(context, display, linkRenderers(context))],
  };
}

/** The same for paper, without buttons; the intro is left out, since it is printed with the graph. */
export function printedNetwork(context: PageContext): {
  title: string;
  remarks: Child[];
  figures: Child;
  cuts: Child[];
} {
  const display = yearGraphDisplay(context);
  return {
    title: networkTitle(context),
    ...measuresTable(context, display, textRenderers(context)),
    cuts: cutSections(context, display, textRenderers(context)),
  };
}
