/** All that holds in the year, by kind, on the map or not: what the canvas shows, for everyone. */

import { el, quoted, type Child } from "../dom";
import { countsLine } from "./heading";
import { periodEmpty, periodTitle } from "../timeline/sentences";
import { claimRow, plainRow, section } from "./rows";
import { Kind } from "../payload";
import { claimsMeet, NOT } from "../time";
import { layerOf } from "../year-net";
import type { Context } from "./context";

export function listPanel(context: Context): { title: string; content: Child[] } {
  const { index, network, words, state } = context;
  const { claims, liaison } = index.payload;
  const { net } = network;
  const parts = words.listParts;
  const rows: Record<"stations" | "heads" | "people" | "couriers" | "raids" | "ties", number[]> = {
    stations: [], heads: [], people: [], couriers: [], raids: [], ties: [],
  };
  for (let row = 0; row < index.size; row++) {
    if (!net.holdsFor(row, state)) continue;
    const layer = layerOf(index, row);
    if (layer && layer !== "liaison") rows[layer].push(row);
    else if (claims.kind[row] === Kind.tie) rows.ties.push(row);
  }
  const byDate = (a: number, b: number) => claims.startEarliest[a]! - claims.startEarliest[b]! || a - b;
  rows.raids.sort(byDate);
  rows.couriers.sort(byDate);
  const onMap = (row: number) =>
    claims.kind[row] === Kind.tie || index.isLocated(claims.place[row]!) || (claims.to[row]! >= 0 && index.isLocated(claims.to[row]!));
  const claimRows = (list: number[]) => list.map((row) => () => claimRow(context, row, ...(onMap(row) ? [] : [parts.offMap])));
  const lines: (() => Node)[] = [];
  for (let line = 0; line < liaison.from.length; line++) {
    const from = liaison.from[line]!, to = liaison.to[line]!;
    if (!net.admits(from, state) || !net.admits(to, state) || claimsMeet(claims, from, to) === NOT) continue;
    if (state.certainty === "certain" && liaison.sure[line] !== 0) continue;
    lines.push(() =>
      plainRow(context, index.reference(from),
        el("span", { class: "row-label" }, quoted(parts.liaisonLine(index.label(from), index.label(to)))),
        el("span", { class: "row-note" }, words.card.liaisonSure[liaison.sure[line]!]),
      ),
    );
  }
  const sections = [
    section(parts.stations, claimRows(rows.stations), parts.more),
    section(parts.heads, claimRows(rows.heads), parts.more),
    section(parts.people, claimRows(rows.people), parts.more),
    section(parts.journeys, claimRows(rows.couriers), parts.more),
    section(parts.events, claimRows(rows.raids), parts.more),
    section(parts.liaison, lines, parts.more),
    section(parts.ties, claimRows(rows.ties), parts.more),
  ];
  const empty = sections.every((part) => part === null);
  return { title: periodTitle(context), content: empty ? [el("p", {}, periodEmpty(context))] : [countsLine(context), ...sections] };
}
