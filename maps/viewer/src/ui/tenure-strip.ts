/** A strip of tenures over the years: the posts, journeys and events of a person, or the people of a station. */

import { Kind, OPEN_END_DAY } from "../data/payload-types";
import type { PageContext } from "../page-context";
import { claimHolds, type Days, firstDay, HOLDS_UNDATED, lastDay } from "../time/claim-dates";
import { periodDays } from "../time/period";
import { claimsInOrder, referenceButton } from "./claim-rows";
import { bidiIsolated, el, list } from "./dom";

const MAX_ROWS = 60;

/**
 * Claims as bars over the years of the period: solid where they are seen, hatched where they may hold. Null if there
 * are none.
 */
export function tenureStrip(
  context: PageContext,
  title: string,
  claimRows: readonly number[],
  labelOf: (row: number) => string,
): HTMLElement | null {
  const { index, state, words } = context;
  const { claims, period } = index.payload;
  const [firstYear, lastYear] = period;
  const [from, to] = [firstDay(firstYear), lastDay(lastYear)];
  const percentOf = (day: number) => ((Math.max(from, Math.min(to + 1, day)) - from) / (to + 1 - from)) * 100;
  const visibleRows = claimsInOrder(index, claimRows, state.strand).filter(
    (row) => claims.kind[row] !== Kind.tie && claimHolds(claims, row, [from, to]) > HOLDS_UNDATED,
  );
  if (visibleRows.length === 0) return null;
  const shownRows = visibleRows.slice(0, MAX_ROWS);
  const outranked = index.outrankedRows(state.readings);

  const bar = (className: string, [first, last]: Days): HTMLElement => {
    const [left, right] = [percentOf(first), percentOf(last + 1)];
    return el("span", { class: className, style: { left: `${left}%`, width: `${right - left}%` } });
  };
  const lane = (row: number): HTMLElement => {
    const kind = { [Kind.event]: "event", [Kind.journey]: "journey" }[claims.kind[row]!] ?? "post";
    const isUnsure = claims.certainty[row] === 2;
    // A set of dates has gaps, which a solid bar would hide.
    const certainFrom = claims.spans?.[row] ? OPEN_END_DAY : claims.startLatest[row]!;
    const certainTo = claims.endEarliest[row]!;
    const isCertain = certainFrom <= Math.min(certainTo, to) && certainTo >= from;
    return el("span", { class: `lane ${kind}`, "aria-hidden": "true" }, [
      bar("now", periodDays(state)),
      bar(`tenure ${isUnsure ? "unsure" : "possible"}`, [claims.startEarliest[row]!, claims.endLatest[row]!]),
      !isUnsure && [
        isCertain && bar("tenure certain", [certainFrom, certainTo]),
        (claims.sightings?.[row] ?? []).map(([until, since]) => bar("tenure certain", [since, until])),
      ],
    ]);
  };
  const rowElement = (row: number) => {
    const attributes = { class: `row strip-row${outranked.has(row) ? " elsewhen" : ""}` };
    const date = index.text(claims.when[row]) || words.card.noDate;
    return referenceButton(context, index.reference(row), attributes, [
      el("span", { class: "strip-label" }, bidiIsolated(labelOf(row)), el("span", { class: "unseen" }, `, ${date}`)),
      lane(row),
    ]);
  };
  const years = [firstYear, lastYear].map((year) => el("span", {}, words.yearText(year)));
  const rest = visibleRows.length - shownRows.length;
  return el("section", { class: "strip" }, [
    el("h3", {}, title),
    el("div", { class: "strip-axis", "aria-hidden": "true" }, years),
    list(shownRows.map(rowElement)),
    rest > 0 && el("p", { class: "soft" }, words.listParts.more(rest)),
  ]);
}
