/** Which labels the map wishes for, in which words, and in which order. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { pointAlong } from "../geometry/screen-lines";
import type { Words } from "../i18n/viewer-words";
import {
  fontFor,
  lineHeightPx,
  type TextStyle,
  textWidth,
  truncatedLine,
  twoLines,
  untruncatedLines,
} from "../paint/canvas-text";
import { isDisputed } from "../paint/symbology";
import { claimMonth, placeNameDays, yearOf } from "../time/claim-dates";
import type { LabelCandidate } from "./label-placement";
import type { ProjectedPlaces } from "./projected-places";
import type { Route, RouteStop } from "./routes-and-links";
import type { ClusterLayout } from "./spiderfy";

export interface LabelLine {
  text: string;
  textStyle: TextStyle;
}
/** `own` is the radius of the mark itself, where `radius` is that of the ring around it. */
export interface MapLabelCandidate extends LabelCandidate {
  texts: LabelLine[][];
  row: number;
  markRadius: number;
}

export interface LabelInput {
  index: PayloadIndex;
  projected: ProjectedPlaces;
  words: Words;
  year: number;
  /** Several years are shown: a month alone does not tell when. */
  severalYears: boolean;
  /** Claim row of each mark, and where it stands on the screen. */
  rows: ArrayLike<number>;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  radius: ArrayLike<number>;
  count: number;
  /** How many wishes are enough. */
  maxCandidates: number;
  clusters: ClusterLayout;
  ringSpacing: number;
  scale: number;
  uiScale: number;
  selected: ReadonlySet<number>;
  expanded: ReadonlySet<number>;
  isMarkVisible: (mark: number) => boolean;
  isPointVisible: (x: number, y: number) => boolean;
  routes: readonly Route[];
  /** Stops of journeys where no mark stands. */
  stops: readonly RouteStop[];
}

/** How many travellers are named, at which part of their way, and how far from it. */
const MAX_ROUTE_LABELS = 12;
const ROUTE_LABEL_POSITION = 0.45;
const ROUTE_CLEARANCE_PX = 5;

/** Kilometres a pixel scale from which every mark of a small group is named, and an address by its own name. */
const LABEL_ALL_SCALE = 2.4;
const LABEL_ADDRESS_SCALE = 30;

function textSizes(ctx: CanvasRenderingContext2D, texts: LabelLine[][], unit: number): LabelCandidate["sizes"] {
  return texts.map((lines) => ({
    width: Math.max(...lines.map(({ text, textStyle: voice }) => textWidth(ctx, fontFor(voice, unit), text))) + 2,
    height: lines.reduce((sum, { textStyle: voice }) => sum + lineHeightPx(voice, unit), 0),
  }));
}

/** A mark's own words, below the name of its town or alone: a person's name, a month before an event, a station's name. */
function markTexts(scene: LabelInput, row: number, isHeaded: boolean): LabelLine[][] {
  const { index } = scene;
  const { claims } = index.payload;
  const lines = (text: string, textStyle: TextStyle): LabelLine[] =>
    twoLines(text).map((line) => ({ text: line, textStyle }));
  if (claims.kind[row] === Kind.event) {
    const date = eventDateText(scene, row);
    const title = date ? `${date}: ${index.label(row)}` : index.label(row);
    // What happened is told whole where there is room, and cut where there is little. Where there is none, its date
    // is left below the name of its town; alone it would say nothing, and a single line of what happened is tried.
    const whole = untruncatedLines(title)?.map((text): LabelLine => ({ text, textStyle: "event" }));
    const short = lines(title, "event");
    const shortest = isHeaded ? date : short.length > 1 ? truncatedLine(title) : "";
    return [
      ...(whole && whole.length > 2 ? [whole] : []),
      short,
      ...(shortest ? [[{ text: shortest, textStyle: "event" as const }]] : []),
    ];
  }
  if (claims.kind[row] === Kind.post && claims.person[row]! >= 0)
    return [lines(index.personName(claims.person[row]!), "item")];
  return [lines(index.label(row), "item")];
}

/** What a label says of an event's date: its month, and in a range its year too; as much of both as is told. */
function eventDateText({ index, words, severalYears }: LabelInput, row: number): string {
  const { claims } = index.payload;
  const month = words.shortMonths[claimMonth(claims, row) - 1] ?? "";
  if (!severalYears) return month;
  const [first, last] = [claims.startEarliest[row]!, claims.endLatest[row]!];
  const year = last - first < 366 && yearOf(first) === yearOf(last) ? yearOf(first) : null;
  return year === null ? "" : month ? words.time.monthOf(month, year) : String(year);
}

function placeNameOf(scene: LabelInput, row: number): { place: number; name: string } | null {
  const { index, projected: spots, year, scale } = scene;
  const place = index.payload.claims.place[row]!;
  const shown = scale >= LABEL_ADDRESS_SCALE ? place : spots.settlementOf[place]!;
  if (shown < 0 || index.isCountry(shown)) return null;
  return { place: shown, name: index.placeName(shown, ...placeNameDays(index.payload.claims, row, year)) };
}

/** "Berlin headquarters" under "Berlin" is "headquarters". */
function withoutPlace(text: string, place: string): string {
  const rest = text.startsWith(`${place} `) ? text.slice(place.length + 1) : text;
  return rest === "" ? text : rest;
}

/** The quarters and addresses of a town at which the marks of a group stand: "Kuntsevo, Hotel Lux" under "Moscow". */
function districtLines(
  scene: LabelInput,
  group: readonly number[],
  town: { place: number; name: string },
): LabelLine[] {
  const { index, projected: spots, year } = scene;
  const names = new Set<string>();
  for (const mark of group) {
    const row = scene.rows[mark]!;
    const place = index.payload.claims.place[row]!;
    if (
      index.payload.claims.kind[row] !== Kind.station ||
      place === town.place ||
      place < 0 ||
      spots.settlementOf[place] !== town.place
    )
      continue;
    const name = index.placeName(place, ...placeNameDays(index.payload.claims, row, year));
    names.add(name.endsWith(`, ${town.name}`) ? name.slice(0, -town.name.length - 2) : name);
  }
  return names.size > 0 && names.size <= 3
    ? twoLines([...names].join(", ")).map((text) => ({ text, textStyle: "item" }))
    : [];
}

/** Where those marks stand that the name of a group's place names: all that are seen. */
function labelledMarks(
  { clusters: fan, x, y, isMarkVisible: visible }: LabelInput,
  group: readonly number[],
): number[] {
  return group.flatMap((mark) => (fan.hidden[mark] || !visible(mark) ? [] : [x[mark]!, y[mark]!]));
}

/** Whose journeys these are, or what: a name beside the longest of those that are made from one place. */
function routeCandidates(
  ctx: CanvasRenderingContext2D,
  { index, routes: journeys, isPointVisible: seen, uiScale: unit }: LabelInput,
): MapLabelCandidate[] {
  const longest = new Map<string, Route & { texts: LabelLine[][] }>();
  const whoOf = ({ row }: Route) =>
    index
      .peopleOf(row)
      .map((person) => index.personName(person))
      .join(", ") || index.label(row);
  for (const journey of journeys) {
    const who = whoOf(journey);
    // A short way beside those of others would give them its name.
    if (journey.openEnd && journeys.some((other) => other.ends[0] === journey.ends[0] && whoOf(other) !== who))
      continue;
    const key = `${who}\n${journey.ends[0]}`;
    const known = longest.get(key);
    if (!known || known.line.length < journey.line.length)
      longest.set(key, { ...journey, texts: [twoLines(who).map((text) => ({ text, textStyle: "traveller" }))] });
  }
  return [...longest.values()].slice(0, MAX_ROUTE_LABELS).flatMap(({ row, line: way, texts }) => {
    const { x, y } = pointAlong(way, way.length * ROUTE_LABEL_POSITION);
    return seen(x, y)
      ? [
          {
            x,
            y,
            radius: ROUTE_CLEARANCE_PX * unit,
            markRadius: ROUTE_CLEARANCE_PX * unit,
            sizes: textSizes(ctx, texts, unit),
            texts,
            row,
            maxSteps: 2,
          },
        ]
      : [];
  });
}

/** The wishes, the foremost first: what is selected, then the middle of each group, then the rest. */
export function labelCandidates(ctx: CanvasRenderingContext2D, scene: LabelInput): MapLabelCandidate[] {
  const { index, clusters: fan, uiScale: unit, selected } = scene;
  const groups = new Map<number, number[]>();
  const groupSize = new Map<number, number>();
  for (let mark = 0; mark < scene.count; mark++) {
    const hub = fan.anchor[mark]!;
    const group = groups.get(hub);
    if (group) group.push(mark);
    else groups.set(hub, [mark]);
    if (!fan.hidden[mark]) groupSize.set(hub, (groupSize.get(hub) ?? 0) + 1);
  }
  const named = new Set<number>();
  const first: MapLabelCandidate[] = [],
    second: MapLabelCandidate[] = [],
    third: MapLabelCandidate[] = [];
  for (let mark = 0; mark < scene.count && first.length + second.length + third.length < scene.maxCandidates; mark++) {
    if (fan.hidden[mark] || !scene.isMarkVisible(mark)) continue;
    const row = scene.rows[mark]!;
    const others = (groupSize.get(fan.anchor[mark]!) ?? 1) - 1;
    const isHub = fan.anchor[mark] === mark;
    const isEvent = index.payload.claims.kind[row] === Kind.event;
    const town = placeNameOf(scene, row);
    const isHeaded = isHub && town !== null && !named.has(town.place);
    let texts = markTexts(scene, row, isHeaded);
    // A station that is called like its town is named by it.
    if (!isHub && town && texts[0]![0]!.text === town.name) continue;
    const wish = (): MapLabelCandidate => {
      // The middle of a large group is named outside its rings; what stands for a country leaves room on one side.
      const opened = isHub ? fan.expanded.find(({ anchor: hub }) => hub === mark) : undefined;
      const group =
        isHub && (opened !== undefined || (others >= 3 && !index.isVague(index.payload.claims.place[row]!)));
      const around = opened?.radius ?? scene.ringSpacing + scene.radius[mark]! * 0.5;
      const radius = group ? around : scene.radius[mark]! + (selected.has(row) ? 6 * unit : 0);
      // The sign of a disputed claim stands at the shoulder of its mark.
      const shoulder = isDisputed(index, row) ? 4 * unit : 0;
      const steps = selected.has(row) ? 9 : !isHub ? 0 : others > 0 ? 9 : 5;
      return {
        x: scene.x[mark]!,
        y: scene.y[mark]!,
        radius: radius + shoulder,
        markRadius: scene.radius[mark]!,
        sizes: textSizes(ctx, texts, unit),
        texts,
        row,
        maxSteps: steps,
        ...(group ? { labelledMarks: labelledMarks(scene, groups.get(mark)!) } : {}),
      };
    };
    if (isHub) {
      if (isHeaded) {
        named.add(town.place);
        const heading = twoLines(town.name).map((text): LabelLine => ({ text, textStyle: "place" }));
        const own =
          index.payload.claims.kind[row] === Kind.station
            ? twoLines(withoutPlace(index.label(row), town.name)).map(
                (text): LabelLine => ({ text, textStyle: "item" }),
              )
            : texts[0]!;
        const inside = districtLines(scene, groups.get(mark) ?? [], town);
        texts =
          own.length === 1 && own[0]!.text === town.name
            ? [heading]
            : [...(isEvent ? texts : [own]).map((lines) => [...heading, ...lines]), heading];
        if (inside.length > 0) texts.unshift([...heading, ...(texts.length > 1 ? own : []), ...inside]);
      }
      selected.has(row) ? first.unshift(wish()) : first.push(wish());
    } else if (selected.has(row)) first.unshift(wish());
    else if (isEvent) second.push(wish());
    else if (others <= 3 || scene.scale >= LABEL_ALL_SCALE * unit || scene.expanded.has(fan.anchor[mark]!))
      third.push(wish());
  }
  for (const { place, row, x, y } of scene.stops) {
    const name = index.placeName(place, ...placeNameDays(index.payload.claims, row, scene.year));
    const texts: LabelLine[][] = [twoLines(name).map((text) => ({ text, textStyle: "stop" }))];
    second.push({
      x,
      y,
      radius: 4 * unit,
      markRadius: 4 * unit,
      sizes: textSizes(ctx, texts, unit),
      texts,
      row,
      maxSteps: 2,
    });
  }
  return [...first, ...second, ...third, ...routeCandidates(ctx, scene)];
}
