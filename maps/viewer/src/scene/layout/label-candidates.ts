/** The label candidates of the map: their texts and their order. */

import { Kind } from "../../data/payload-types";
import { claimMonth, placeNameDay, yearOf } from "../../time/claim-dates";
import { periodDays } from "../../time/period";
import { signsOf } from "../drawing/symbology";
import { fontFor, lineHeightPx, type TextStyle, truncatedLine, twoLines, untruncatedLines } from "../text-styles";
import type { LabelCandidate } from "./label-placement";
import type { NetworkLayout } from "./network-layout";
import type { Route } from "./routes-and-links";

export interface LabelLine {
  text: string;
  textStyle: TextStyle;
}
/** `markRadius` is the radius of the mark itself, `radius` that of the area around it. */
export interface MapLabelCandidate extends LabelCandidate {
  texts: LabelLine[][];
  row: number;
  markRadius: number;
}

type PointTest = (x: number, y: number) => boolean;

/** Maximum number of names that are tried: there is no room for more. */
const MAX_LABELS = 260;
const MAX_LABELS_CLUSTERED = 90;

/** Maximum number of traveller labels, their position as a fraction of the route, and their distance from it. */
const MAX_ROUTE_LABELS = 12;
const ROUTE_LABEL_POSITION = 0.45;
const ROUTE_CLEARANCE_PX = 5;

/** Values of `mapScale` from which every mark of a group is named, and an address is named instead of its town. */
const LABEL_ALL_SCALE = 2.4;
const LABEL_ADDRESS_SCALE = 30;

/** A text as one or two lines of a text style. */
const linesOf = (text: string, textStyle: TextStyle): LabelLine[] =>
  twoLines(text).map((line) => ({ text: line, textStyle }));

/** A candidate at a position, which keeps clear of `markRadius` unless `part` overrides `radius`. */
function candidateAt(
  { measurer, uiScale }: NetworkLayout,
  row: number,
  texts: LabelLine[][],
  { x, y }: { x: number; y: number },
  markRadius: number,
  part: Partial<LabelCandidate>,
): MapLabelCandidate {
  const sizes = texts.map((lines) => ({
    width: Math.max(...lines.map(({ text, textStyle }) => measurer.width(fontFor(textStyle, uiScale), text))) + 2,
    height: lines.reduce((sum, { textStyle }) => sum + lineHeightPx(textStyle, uiScale), 0),
  }));
  return { row, texts, sizes, x, y, radius: markRadius, markRadius, ...part };
}

/** The name of a place when a claim held. */
const placeNameAt = ({ visible: { index }, shown }: NetworkLayout, place: number, row: number): string =>
  index.placeName(place, placeNameDay(index.payload.claims, row, periodDays(shown)));

/**
 * A mark's own text, alone or below the name of its town: a person's name, an event with its date, a station's name.
 */
function markTexts(layout: NetworkLayout, row: number, isHeaded: boolean): LabelLine[][] {
  const { index } = layout.visible;
  const { claims } = index.payload;
  if (claims.kind[row] === Kind.event) {
    const date = eventDateText(layout, row);
    const title = date ? `${date}: ${index.label(row)}` : index.label(row);
    // The title is written in full where there is room, and truncated to two lines where there is little. If even these
    // do not fit, only the date remains below the name of the town. Without a town's name a date would be meaningless,
    // so one line of the title is tried.
    const fullText = untruncatedLines(title) ?? [];
    const shortText = twoLines(title);
    const shortestText = isHeaded ? date : shortText.length > 1 ? truncatedLine(title) : "";
    const texts = [...(fullText.length > 2 ? [fullText] : []), shortText, ...(shortestText ? [[shortestText]] : [])];
    return texts.map((lines) => lines.map((text) => ({ text, textStyle: "event" })));
  }
  const person = claims.kind[row] === Kind.post ? claims.person[row]! : -1;
  return [linesOf(person >= 0 ? index.personName(person) : index.label(row), "item")];
}

/** The date of an event in its label: the month, and in a range of years also the year, as far as they are known. */
function eventDateText({ visible: { index }, words, shown }: NetworkLayout, row: number): string {
  const { claims } = index.payload;
  const number = claimMonth(claims, row);
  const month = number > 0 ? words.monthShort(number) : "";
  // If several years are shown, a month alone is ambiguous.
  if (shown.from === null || shown.from === shown.year) return month;
  const [first, last] = [claims.startEarliest[row]!, claims.endLatest[row]!];
  if (last - first >= 366 || yearOf(first) !== yearOf(last)) return "";
  return month ? words.time.monthOf(month, yearOf(first)) : words.yearText(yearOf(first));
}

/** The heading of a place's label: its name, or on paper the country in which it lies somewhere. */
type LabelHeading = NonNullable<ReturnType<typeof headingOf>>;

function headingOf(layout: NetworkLayout, row: number) {
  const { projected, words, mapScale, paper } = layout;
  const { index } = layout.visible;
  const place = index.payload.claims.place[row]!;
  // On paper, a place of which only the country is known is described in words: "somewhere in Austria".
  const isRegion = paper !== null && index.isCountry(place);
  const shown = isRegion || mapScale >= LABEL_ADDRESS_SCALE ? place : projected.settlementOf[place]!;
  if (shown < 0 || (index.isCountry(shown) && !isRegion)) return null;
  const placeName = placeNameAt(layout, shown, row);
  const lines = isRegion ? linesOf(words.card.somewhere(placeName), "region") : linesOf(placeName, "place");
  return { place: shown, placeName, lines };
}

/** Shorten "Berlin headquarters" under "Berlin" to "headquarters". */
const withoutPlace = (text: string, place: string): string =>
  (text.startsWith(`${place} `) && text.slice(place.length + 1)) || text;

/** The districts and addresses in a town of the stations of a group: "Kuntsevo, Hotel Lux" under "Moscow". */
function districtLines(layout: NetworkLayout, group: readonly number[], town: LabelHeading): LabelLine[] {
  const { claims } = layout.visible.index.payload;
  const ending = `, ${town.placeName}`;
  const names = new Set(
    group
      .map((mark) => layout.rows[mark]!)
      .filter((row) => claims.kind[row] === Kind.station && claims.place[row] !== town.place)
      .filter((row) => layout.projected.settlementOf[claims.place[row]!] === town.place)
      .map((row) => placeNameAt(layout, claims.place[row]!, row))
      .map((name) => (name.endsWith(ending) ? name.slice(0, -ending.length) : name)),
  );
  return names.size > 0 && names.size <= 3 ? linesOf([...names].join(", "), "item") : [];
}

/** The texts of the mark in the middle of a group, with the heading above. */
function headedTexts(layout: NetworkLayout, row: number, group: readonly number[], town: LabelHeading): LabelLine[][] {
  const { index } = layout.visible;
  const { kind } = index.payload.claims;
  const own =
    kind[row] === Kind.station
      ? [linesOf(withoutPlace(index.label(row), town.placeName), "item")]
      : markTexts(layout, row, true);
  const districts = districtLines(layout, group, town);
  const isNamedByTown = own[0]!.length === 1 && own[0]![0]!.text === town.placeName;
  const texts = (isNamedByTown ? [[]] : [...own, []]).map((lines) => [...town.lines, ...lines]);
  if (districts.length > 0) texts.unshift([...town.lines, ...(isNamedByTown ? [] : own[0]!), ...districts]);
  return texts;
}

/** Labels of routes with the travellers' names: one next to the longest of their routes from the same place. */
function routeCandidates(layout: NetworkLayout, isVisible: PointTest): MapLabelCandidate[] {
  const { routes, uiScale } = layout;
  const { index } = layout.visible;
  const longest = new Map<string, Route & { travellers: string }>();
  const travellersOf = ({ row }: Route) =>
    index
      .peopleOf(row)
      .map((person) => index.personName(person))
      .join(", ") || index.label(row);
  for (const route of routes) {
    const travellers = travellersOf(route);
    // The label of a short open-ended route would seem to name the routes of other travellers at the same place.
    if (route.openEnd && routes.some((other) => other.ends[0] === route.ends[0] && travellersOf(other) !== travellers))
      continue;
    const key = `${travellers}\n${route.ends[0]}`;
    const known = longest.get(key);
    if (!known || known.line.length < route.line.length) longest.set(key, { ...route, travellers });
  }
  return [...longest.values()].slice(0, MAX_ROUTE_LABELS).flatMap(({ row, line, travellers }) => {
    const at = line.pointAt(line.length * ROUTE_LABEL_POSITION);
    const texts = [linesOf(travellers, "traveller")];
    return isVisible(at.x, at.y)
      ? candidateAt(layout, row, texts, at, ROUTE_CLEARANCE_PX * uiScale, { maxSteps: 2 })
      : [];
  });
}

/** The candidates by priority: selected claims first, then the middle of each group, then the rest. */
export function labelCandidates(layout: NetworkLayout, isVisible: PointTest): MapLabelCandidate[] {
  const { clusters, uiScale, rows, radius } = layout;
  const { index } = layout.visible;
  const { claims } = index.payload;
  const { selected } = layout.shown;
  const isMarkVisible = (mark: number): boolean =>
    !clusters.hidden[mark] && isVisible(layout.x[mark]!, layout.y[mark]!);
  const groups = new Map<number, number[]>();
  rows.forEach((_, mark) => {
    const anchor = clusters.anchor[mark]!;
    const group = groups.get(anchor);
    if (group) group.push(mark);
    else groups.set(anchor, [mark]);
  });

  /** The candidate of a mark in a group; `others` is the number of other visible marks in it. */
  const markCandidate = (mark: number, texts: LabelLine[][], others: number): MapLabelCandidate => {
    const row = rows[mark]!;
    const isAnchor = clusters.anchor[mark] === mark;
    const isSelected = selected.has(row);
    // The name of the middle of a large group lies outside its rings. The marks of a country leave room on one side.
    const opened = isAnchor ? clusters.expanded.find(({ anchor }) => anchor === mark) : undefined;
    const isGroup = isAnchor && (opened !== undefined || (others >= 3 && !index.isVague(claims.place[row]!)));
    const around = isGroup
      ? (opened?.radius ?? layout.ringSpacing + radius[mark]! * 0.5)
      : radius[mark]! + (isSelected ? 6 * uiScale : 0);
    // The signs of a claim are drawn at the side of its mark.
    const shoulder = signsOf(index, row).length > 0 ? 4 * uiScale : 0;
    const labelled = (groups.get(mark) ?? []).filter(isMarkVisible);
    return candidateAt(layout, row, texts, { x: layout.x[mark]!, y: layout.y[mark]! }, radius[mark]!, {
      radius: around + shoulder,
      maxSteps: isSelected || (isAnchor && others > 0) ? 9 : isAnchor ? 5 : 0,
      ...(isGroup ? { labelledMarks: labelled.flatMap((other) => [layout.x[other]!, layout.y[other]!]) } : {}),
    });
  };

  const named = new Set<number>();
  const first: MapLabelCandidate[] = [],
    second: MapLabelCandidate[] = [],
    third: MapLabelCandidate[] = [];
  const maxCandidates = layout.isClustered ? MAX_LABELS_CLUSTERED : MAX_LABELS;
  for (let mark = 0; mark < rows.length && first.length + second.length + third.length < maxCandidates; mark++) {
    if (!isMarkVisible(mark)) continue;
    const row = rows[mark]!;
    const anchor = clusters.anchor[mark]!;
    const group = groups.get(anchor)!;
    const others = group.filter((other) => !clusters.hidden[other]).length - 1;
    const town = headingOf(layout, row);
    const isHeaded = anchor === mark && town !== null && !named.has(town.place);
    const texts = isHeaded ? headedTexts(layout, row, group, town) : markTexts(layout, row, false);
    if (isHeaded) named.add(town.place);
    // A station with the name of its town needs no label of its own.
    if (anchor !== mark && town && texts[0]![0]!.text === town.placeName) continue;
    if (selected.has(row)) first.unshift(markCandidate(mark, texts, others));
    else if (anchor === mark) first.push(markCandidate(mark, texts, others));
    else if (claims.kind[row] === Kind.event) second.push(markCandidate(mark, texts, others));
    else if (
      others <= 3 ||
      layout.mapScale >= LABEL_ALL_SCALE * uiScale ||
      clusters.expanded.some((expanded) => expanded.anchor === anchor)
    )
      third.push(markCandidate(mark, texts, others));
  }
  for (const { place, row, x, y } of layout.stops) {
    const texts = [linesOf(placeNameAt(layout, place, row), "stop")];
    if (isVisible(x, y)) second.push(candidateAt(layout, row, texts, { x, y }, 4 * uiScale, { maxSteps: 2 }));
  }
  return [...first, ...second, ...third, ...routeCandidates(layout, isVisible)];
}
