/** A strip of tenures over the years: for a person their posts and what happened to them, for a station its people. */

import { Kind, OPEN_END_DAY } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { claimHolds, firstDay, HOLDS_UNDATED, lastDay } from "../time/claim-dates";
import { periodDays } from "../time/period";
import { bidiIsolated, button, el } from "./dom";

const MAX_ROWS = 60;

/**
 * Claims as bars over the years of the period: solid where they are seen, hatched where they may hold; null without
 * any.
 */
export function tenureStrip(
  context: PageContext,
  title: string,
  claimRows: readonly number[],
  labelOf: (row: number) => string,
): HTMLElement | null {
  const { index, state, words } = context;
  const {
    claims,
    period: [first, last],
  } = index.payload;
  const from = firstDay(first),
    to = lastDay(last);
  const percentOf = (day: number) => ((Math.max(from, Math.min(to + 1, day)) - from) / (to + 1 - from)) * 100;
  const visibleRows = claimRows.filter(
    (row) =>
      claims.kind[row] !== Kind.tie &&
      index.isOfStrand(row, state.strand) &&
      claimHolds(claims, row, [from, to]) > HOLDS_UNDATED,
  );
  if (visibleRows.length === 0) return null;
  const shownRows = visibleRows
    .sort((a, b) => claims.startEarliest[a]! - claims.startEarliest[b]! || a - b)
    .slice(0, MAX_ROWS);
  const outranked = index.outrankedRows(state.readings);

  const bar = (kind: string, start: number, end: number): HTMLElement => {
    const span = el("span", { class: `tenure ${kind}` });
    const left = percentOf(start);
    span.style.left = `${left}%`;
    span.style.width = `max(${percentOf(end + 1) - left}%, 0.3rem)`;
    return span;
  };
  const currentPeriodMarker = (): HTMLElement => {
    const line = el("span", { class: "now" });
    const [since, until] = periodDays(state);
    line.style.left = `${percentOf(since)}%`;
    line.style.width = `${percentOf(until + 1) - percentOf(since)}%`;
    return line;
  };
  const lane = (row: number): HTMLElement => {
    const kind = { [Kind.event]: "event", [Kind.journey]: "journey" }[claims.kind[row]!] ?? "post";
    const isUnsure = claims.certainty[row] === 2;
    // A set of dates has gaps, of which no part of the bar would tell.
    const certainFrom = claims.spans?.[row] ? OPEN_END_DAY : claims.startLatest[row]!,
      certainTo = claims.endEarliest[row]!;
    return el("span", { class: `lane ${kind}`, "aria-hidden": "true" }, [
      currentPeriodMarker(),
      bar(isUnsure ? "unsure" : "possible", claims.startEarliest[row]!, claims.endLatest[row]!),
      !isUnsure &&
        certainFrom <= certainTo &&
        certainFrom <= to &&
        certainTo >= from &&
        bar("certain", certainFrom, certainTo),
      (isUnsure ? [] : (claims.sightings?.[row] ?? [])).map(([until, since]) => bar("certain", since, until)),
    ]);
  };
  return el("section", { class: "strip" }, [
    el("h3", {}, title),
    el("div", { class: "strip-axis", "aria-hidden": "true" }, [
      el("span", {}, words.yearText(first)),
      el("span", {}, words.yearText(last)),
    ]),
    el(
      "ul",
      { class: "plain" },
      shownRows.map((row) =>
        el("li", {}, [
          button(
            { class: `row strip-row${outranked.has(row) ? " elsewhen" : ""}`, "data-reference": index.reference(row) },
            () => context.focusOn(index.reference(row)),
            [
              el("span", { class: "strip-label" }, [
                bidiIsolated(labelOf(row)),
                el("span", { class: "unseen" }, `, ${index.text(claims.when[row]) || words.card.noDate}`),
              ]),
              lane(row),
            ],
          ),
        ]),
      ),
    ),
    visibleRows.length > shownRows.length &&
      el("p", { class: "soft" }, words.listParts.more(visibleRows.length - shownRows.length)),
  ]);
}
