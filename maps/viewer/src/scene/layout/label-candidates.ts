/** The label candidates of the map: their texts, and their order. */

import type { PayloadIndex } from "../../data/payload-index";
import { Kind } from "../../data/payload-types";
import { pointAlong } from "../../geometry/screen-lines";
import type { Words } from "../../i18n/viewer-words";
import { claimMonth, type Days, placeNameDay, yearOf } from "../../time/claim-dates";
import { signsOf } from "../drawing/symbology";
import {
  fontFor,
  lineHeightPx,
  type TextMeasurer,
  type TextStyle,
  truncatedLine,
  twoLines,
  untruncatedLines,
} from "../text-styles";
import type { LabelCandidate } from "./label-placement";
import type { ProjectedPlaces } from "./projected-places";
import type { Route, RouteStop } from "./routes-and-links";
import type { ClusterLayout } from "./spiderfy";

export interface LabelLine {
  text: string;
  textStyle: TextStyle;
}
/** `markRadius` is that of the mark itself, where `radius` is that of the ring around it. */
export interface MapLabelCandidate extends LabelCandidate {
  texts: LabelLine[][];
  row: number;
  markRadius: number;
}

export interface LabelInput {
  index: PayloadIndex;
  projected: ProjectedPlaces;
  words: Words;
  /** The days that are shown. */
  days: Days;
  /** Several years are shown: a month alone does not say when. */
  severalYears: boolean;
  /** Claim row of each mark, and where it stands on the screen. */
  rows: ArrayLike<number>;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  radius: ArrayLike<number>;
  count: number;
  /** How many candidates are enough. */
  maxCandidates: number;
  clusters: ClusterLayout;
  ringSpacing: number;
  scale: number;
  /** Is a place of which only a country is known named in words, "somewhere in Austria"? */
  namesRegions: boolean;
  uiScale: number;
  selected: ReadonlySet<number>;
  expanded: ReadonlySet<number>;
  isMarkVisible: (mark: number) => boolean;
  isPointVisible: (x: number, y: number) => boolean;
  routes: readonly Route[];
  /** Stops of routes where no mark stands. */
  stops: readonly RouteStop[];
}

/** How many travellers are named, at which part of their route, and how far from it. */
const MAX_ROUTE_LABELS = 12;
const ROUTE_LABEL_POSITION = 0.45;
const ROUTE_CLEARANCE_PX = 5;

/** Kilometres a pixel scale from which every mark of a small group is named, and an address by its own name. */
const LABEL_ALL_SCALE = 2.4;
const LABEL_ADDRESS_SCALE = 30;

function textSizes(measurer: TextMeasurer, texts: LabelLine[][], uiScale: number): LabelCandidate["sizes"] {
  return texts.map((lines) => ({
    width: Math.max(...lines.map(({ text, textStyle }) => measurer.width(fontFor(textStyle, uiScale), text))) + 2,
    height: lines.reduce((sum, { textStyle }) => sum + lineHeightPx(textStyle, uiScale), 0),
  }));
}

/**
 * A mark's own words, below the name of its town or alone: a person's name, a month before an event, a station's name.
 */
function markTexts(input: LabelInput, row: number, isHeaded: boolean): LabelLine[][] {
  const { index } = input;
  const { claims } = index.payload;
  const lines = (text: string, textStyle: TextStyle): LabelLine[] =>
    twoLines(text).map((line) => ({ text: line, textStyle }));
  if (claims.kind[row] === Kind.event) {
    const date = eventDateText(input, row);
    const title = date ? `${date}: ${index.label(row)}` : index.label(row);
    // What happened is written in full where there is room, and cut where there is little. Where there is none, its
    // date is left below the name of its town; alone it would say nothing, and a single line of what happened is tried.
    const fullText = untruncatedLines(title)?.map((text): LabelLine => ({ text, textStyle: "event" }));
    const shortText = lines(title, "event");
    const shortestText = isHeaded ? date : shortText.length > 1 ? truncatedLine(title) : "";
    return [
      ...(fullText && fullText.length > 2 ? [fullText] : []),
      shortText,
      ...(shortestText ? [[{ text: shortestText, textStyle: "event" as const }]] : []),
    ];
  }
  if (claims.kind[row] === Kind.post && claims.person[row]! >= 0)
    return [lines(index.personName(claims.person[row]!), "item")];
  return [lines(index.label(row), "item")];
}

/** What a label says of an event's date: its month, and in a range its year too; as much of both as is known. */
function eventDateText({ index, words, severalYears }: LabelInput, row: number): string {
  const { claims } = index.payload;
  const number = claimMonth(claims, row);
  const month = number > 0 ? words.monthShort(number) : "";
  if (!severalYears) return month;
  const [first, last] = [claims.startEarliest[row]!, claims.endLatest[row]!];
  const year = last - first < 366 && yearOf(first) === yearOf(last) ? yearOf(first) : null;
  return year === null ? "" : month ? words.time.monthOf(month, year) : words.yearText(year);
}

/** What heads the label of a place: its name, or the country in which it lies somewhere. */
interface LabelHeading {
  place: number;
  placeName: string;
  text: string;
  textStyle: TextStyle;
}

function headingOf(input: LabelInput, row: number): LabelHeading | null {
  const { index, projected, words, days, scale, namesRegions } = input;
  const place = index.payload.claims.place[row]!;
  const nameOf = (named: number): string => index.placeName(named, placeNameDay(index.payload.claims, row, days));
  if (namesRegions && index.isCountry(place))
    return { place, placeName: nameOf(place), text: words.card.somewhere(nameOf(place)), textStyle: "region" };
  const shown = scale >= LABEL_ADDRESS_SCALE ? place : projected.settlementOf[place]!;
  if (shown < 0 || index.isCountry(shown)) return null;
  const placeName = nameOf(shown);
  return { place: shown, placeName, text: placeName, textStyle: "place" };
}

/** "Berlin headquarters" under "Berlin" is "headquarters". */
function withoutPlace(text: string, place: string): string {
  const rest = text.startsWith(`${place} `) ? text.slice(place.length + 1) : text;
  return rest === "" ? text : rest;
}

/** The quarters and addresses of a town at which the marks of a group stand: "Kuntsevo, Hotel Lux" under "Moscow". */
function districtLines(input: LabelInput, group: readonly number[], town: LabelHeading): LabelLine[] {
  const { index, projected, days } = input;
  const names = new Set<string>();
  for (const mark of group) {
    const row = input.rows[mark]!;
    const place = index.payload.claims.place[row]!;
    if (
      index.payload.claims.kind[row] !== Kind.station ||
      place === town.place ||
      place < 0 ||
      projected.settlementOf[place] !== town.place
    )
      continue;
    const name = index.placeName(place, placeNameDay(index.payload.claims, row, days));
    names.add(name.endsWith(`, ${town.placeName}`) ? name.slice(0, -town.placeName.length - 2) : name);
  }
  return names.size > 0 && names.size <= 3
    ? twoLines([...names].join(", ")).map((text) => ({ text, textStyle: "item" }))
    : [];
}

/** Where those marks stand that the name of a group's place names: all that are visible. */
function labelledMarks({ clusters, x, y, isMarkVisible }: LabelInput, group: readonly number[]): number[] {
  return group.flatMap((mark) => (clusters.hidden[mark] || !isMarkVisible(mark) ? [] : [x[mark]!, y[mark]!]));
}

/** Labels of routes, by who travels: a name beside the longest of those that are made from one place. */
function routeCandidates(
  measurer: TextMeasurer,
  { index, routes, isPointVisible, uiScale }: LabelInput,
): MapLabelCandidate[] {
  const longest = new Map<string, Route & { texts: LabelLine[][] }>();
  const travellersOf = ({ row }: Route) =>
    index
      .peopleOf(row)
      .map((person) => index.personName(person))
      .join(", ") || index.label(row);
  for (const route of routes) {
    const travellers = travellersOf(route);
    // A short line beside those of others would give them its name.
    if (route.openEnd && routes.some((other) => other.ends[0] === route.ends[0] && travellersOf(other) !== travellers))
      continue;
    const key = `${travellers}\n${route.ends[0]}`;
    const known = longest.get(key);
    if (!known || known.line.length < route.line.length)
      longest.set(key, { ...route, texts: [twoLines(travellers).map((text) => ({ text, textStyle: "traveller" }))] });
  }
  return [...longest.values()].slice(0, MAX_ROUTE_LABELS).flatMap(({ row, line, texts }) => {
    const { x, y } = pointAlong(line, line.length * ROUTE_LABEL_POSITION);
    return isPointVisible(x, y)
      ? [
          {
            x,
            y,
            radius: ROUTE_CLEARANCE_PX * uiScale,
            markRadius: ROUTE_CLEARANCE_PX * uiScale,
            sizes: textSizes(measurer, texts, uiScale),
            texts,
            row,
            maxSteps: 2,
          },
        ]
      : [];
  });
}

/** The candidates, the foremost first: what is selected, then the middle of each group, then the rest. */
export function labelCandidates(measurer: TextMeasurer, input: LabelInput): MapLabelCandidate[] {
  const { index, clusters, uiScale, selected } = input;
  const groups = new Map<number, number[]>();
  const groupSize = new Map<number, number>();
  for (let mark = 0; mark < input.count; mark++) {
    const anchor = clusters.anchor[mark]!;
    const group = groups.get(anchor);
    if (group) group.push(mark);
    else groups.set(anchor, [mark]);
    if (!clusters.hidden[mark]) groupSize.set(anchor, (groupSize.get(anchor) ?? 0) + 1);
  }
  const named = new Set<number>();
  const first: MapLabelCandidate[] = [],
    second: MapLabelCandidate[] = [],
    third: MapLabelCandidate[] = [];
  for (let mark = 0; mark < input.count && first.length + second.length + third.length < input.maxCandidates; mark++) {
    if (clusters.hidden[mark] || !input.isMarkVisible(mark)) continue;
    const row = input.rows[mark]!;
    const others = (groupSize.get(clusters.anchor[mark]!) ?? 1) - 1;
    const isAnchor = clusters.anchor[mark] === mark;
    const isEvent = index.payload.claims.kind[row] === Kind.event;
    const town = headingOf(input, row);
    const isHeaded = isAnchor && town !== null && !named.has(town.place);
    let texts = markTexts(input, row, isHeaded);
    // A station that is called like its town is named by it.
    if (!isAnchor && town && texts[0]![0]!.text === town.placeName) continue;
    const newCandidate = (): MapLabelCandidate => {
      // The middle of a large group is named outside its rings; what stands for a country leaves room on one side.
      const opened = isAnchor ? clusters.expanded.find(({ anchor }) => anchor === mark) : undefined;
      const group =
        isAnchor && (opened !== undefined || (others >= 3 && !index.isVague(index.payload.claims.place[row]!)));
      const around = opened?.radius ?? input.ringSpacing + input.radius[mark]! * 0.5;
      const radius = group ? around : input.radius[mark]! + (selected.has(row) ? 6 * uiScale : 0);
      // The signs of a claim stand at the shoulder of its mark.
      const shoulder = signsOf(index, row).length > 0 ? 4 * uiScale : 0;
      const steps = selected.has(row) ? 9 : !isAnchor ? 0 : others > 0 ? 9 : 5;
      return {
        x: input.x[mark]!,
        y: input.y[mark]!,
        radius: radius + shoulder,
        markRadius: input.radius[mark]!,
        sizes: textSizes(measurer, texts, uiScale),
        texts,
        row,
        maxSteps: steps,
        ...(group ? { labelledMarks: labelledMarks(input, groups.get(mark)!) } : {}),
      };
    };
    if (isAnchor) {
      if (isHeaded) {
        named.add(town.place);
        const heading = twoLines(town.text).map((text): LabelLine => ({ text, textStyle: town.textStyle }));
        const ownLines =
          index.payload.claims.kind[row] === Kind.station
            ? twoLines(withoutPlace(index.label(row), town.placeName)).map(
                (text): LabelLine => ({ text, textStyle: "item" }),
              )
            : texts[0]!;
        const districts = districtLines(input, groups.get(mark) ?? [], town);
        texts =
          ownLines.length === 1 && ownLines[0]!.text === town.placeName
            ? [heading]
            : [...(isEvent ? texts : [ownLines]).map((lines) => [...heading, ...lines]), heading];
        if (districts.length > 0) texts.unshift([...heading, ...(texts.length > 1 ? ownLines : []), ...districts]);
      }
      selected.has(row) ? first.unshift(newCandidate()) : first.push(newCandidate());
    } else if (selected.has(row)) first.unshift(newCandidate());
    else if (isEvent) second.push(newCandidate());
    else if (others <= 3 || input.scale >= LABEL_ALL_SCALE * uiScale || input.expanded.has(clusters.anchor[mark]!))
      third.push(newCandidate());
  }
  for (const { place, row, x, y } of input.stops) {
    const name = index.placeName(place, placeNameDay(index.payload.claims, row, input.days));
    const texts: LabelLine[][] = [twoLines(name).map((text) => ({ text, textStyle: "stop" }))];
    second.push({
      x,
      y,
      radius: 4 * uiScale,
      markRadius: 4 * uiScale,
      sizes: textSizes(measurer, texts, uiScale),
      texts,
      row,
      maxSteps: 2,
    });
  }
  return [...first, ...second, ...third, ...routeCandidates(measurer, input)];
}
