/** Which labels the map wishes for, in which words, and in which order. */

import type { Fan } from "./fan";
import type { Index } from "./index";
import type { Wish } from "./labels";
import { isDisputed } from "./looks";
import { along } from "./paint/arcs";
import { fontOf, lineHeightOf, oneLine, twoLines, type Voice, wholeLines, widthOf } from "./paint/lettering";
import { Kind } from "./payload";
import type { Spots } from "./spots";
import { daysWithin, monthOf, yearOf } from "./time";
import type { Journey, Stop } from "./ways";
import type { Words } from "./words";

export interface Line {
  text: string;
  voice: Voice;
}
/** `own` is the radius of the mark itself, where `radius` is that of the ring around it. */
export interface LabelWish extends Wish {
  texts: Line[][];
  row: number;
  own: number;
}

export interface Scene {
  index: Index;
  spots: Spots;
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
  most: number;
  fan: Fan;
  ring: number;
  scale: number;
  unit: number;
  selected: ReadonlySet<number>;
  opened: ReadonlySet<number>;
  visible: (mark: number) => boolean;
  seen: (x: number, y: number) => boolean;
  journeys: readonly Journey[];
  /** Stops of journeys where no mark stands. */
  stops: readonly Stop[];
}

/** How many travellers are named, at which part of their way, and how far from it. */
const MOST_TRAVELLERS = 12;
const NAMED_AT = 0.45;
const WAY_REACH = 5;

/** Kilometres a pixel scale from which every mark of a small group is named, and an address by its own name. */
const NAME_ALL = 2.4;
const NAME_ADDRESS = 30;

function sized(ctx: CanvasRenderingContext2D, texts: Line[][], unit: number): Wish["sizes"] {
  return texts.map((lines) => ({
    width: Math.max(...lines.map(({ text, voice }) => widthOf(ctx, fontOf(voice, unit), text))) + 2,
    height: lines.reduce((sum, { voice }) => sum + lineHeightOf(voice, unit), 0),
  }));
}

/** A mark's own words, below the name of its town or alone: a person's name, a month before an event, a station's name. */
function wordsOfMark(scene: Scene, row: number, isHeaded: boolean): Line[][] {
  const { index } = scene;
  const { claims } = index.payload;
  const lines = (text: string, voice: Voice): Line[] => twoLines(text).map((line) => ({ text: line, voice }));
  if (claims.kind[row] === Kind.event) {
    const date = dateOf(scene, row);
    const title = date ? `${date}: ${index.label(row)}` : index.label(row);
    // What happened is told whole where there is room, and cut where there is little. Where there is none, its date
    // is left below the name of its town; alone it would say nothing, and a single line of what happened is tried.
    const whole = wholeLines(title)?.map((text): Line => ({ text, voice: "event" }));
    const short = lines(title, "event");
    const shortest = isHeaded ? date : short.length > 1 ? oneLine(title) : "";
    return [
      ...(whole && whole.length > 2 ? [whole] : []),
      short,
      ...(shortest ? [[{ text: shortest, voice: "event" as const }]] : []),
    ];
  }
  if (claims.kind[row] === Kind.post && claims.person[row]! >= 0)
    return [lines(index.person(claims.person[row]!), "item")];
  return [lines(index.label(row), "item")];
}

/** What a label says of an event's date: its month, and in a range its year too; as much of both as is told. */
function dateOf({ index, words, severalYears }: Scene, row: number): string {
  const { claims } = index.payload;
  const month = words.shortMonths[monthOf(claims, row) - 1] ?? "";
  if (!severalYears) return month;
  const [first, last] = [claims.startEarliest[row]!, claims.endLatest[row]!];
  const year = last - first < 366 && yearOf(first) === yearOf(last) ? yearOf(first) : null;
  return year === null ? "" : month ? words.time.monthOf(month, year) : String(year);
}

function placeNameOf(scene: Scene, row: number): { place: number; name: string } | null {
  const { index, spots, year, scale } = scene;
  const place = index.payload.claims.place[row]!;
  const shown = scale >= NAME_ADDRESS ? place : spots.town[place]!;
  if (shown < 0 || index.isCountry(shown)) return null;
  return { place: shown, name: index.placeName(shown, ...daysWithin(index.payload.claims, row, year)) };
}

/** "Berlin headquarters" under "Berlin" is "headquarters". */
function withoutPlace(text: string, place: string): string {
  const rest = text.startsWith(`${place} `) ? text.slice(place.length + 1) : text;
  return rest === "" ? text : rest;
}

/** The quarters and addresses of a town at which the marks of a group stand: "Kuntsevo, Hotel Lux" under "Moscow". */
function withinTown(scene: Scene, group: readonly number[], town: { place: number; name: string }): Line[] {
  const { index, spots, year } = scene;
  const names = new Set<string>();
  for (const mark of group) {
    const row = scene.rows[mark]!;
    const place = index.payload.claims.place[row]!;
    if (
      index.payload.claims.kind[row] !== Kind.station ||
      place === town.place ||
      place < 0 ||
      spots.town[place] !== town.place
    )
      continue;
    const name = index.placeName(place, ...daysWithin(index.payload.claims, row, year));
    names.add(name.endsWith(`, ${town.name}`) ? name.slice(0, -town.name.length - 2) : name);
  }
  return names.size > 0 && names.size <= 3
    ? twoLines([...names].join(", ")).map((text) => ({ text, voice: "item" }))
    : [];
}

/** Where those marks stand that the name of a group's place names: all that are seen. */
function marksOf({ fan, x, y, visible }: Scene, group: readonly number[]): number[] {
  return group.flatMap((mark) => (fan.hidden[mark] || !visible(mark) ? [] : [x[mark]!, y[mark]!]));
}

/** Whose journeys these are, or what: a name beside the longest of those that are made from one place. */
function travellers(ctx: CanvasRenderingContext2D, { index, journeys, seen, unit }: Scene): LabelWish[] {
  const longest = new Map<string, Journey & { texts: Line[][] }>();
  const whoOf = ({ row }: Journey) =>
    index
      .peopleOf(row)
      .map((person) => index.person(person))
      .join(", ") || index.label(row);
  for (const journey of journeys) {
    const who = whoOf(journey);
    // A short way beside those of others would give them its name.
    if (journey.open && journeys.some((other) => other.ends[0] === journey.ends[0] && whoOf(other) !== who)) continue;
    const key = `${who}\n${journey.ends[0]}`;
    const known = longest.get(key);
    if (!known || known.way.length < journey.way.length)
      longest.set(key, { ...journey, texts: [twoLines(who).map((text) => ({ text, voice: "traveller" }))] });
  }
  return [...longest.values()].slice(0, MOST_TRAVELLERS).flatMap(({ row, way, texts }) => {
    const { x, y } = along(way, way.length * NAMED_AT);
    return seen(x, y)
      ? [
          {
            x,
            y,
            radius: WAY_REACH * unit,
            own: WAY_REACH * unit,
            sizes: sized(ctx, texts, unit),
            texts,
            row,
            steps: 2,
          },
        ]
      : [];
  });
}

/** The wishes, the foremost first: what is selected, then the middle of each group, then the rest. */
export function labelWishes(ctx: CanvasRenderingContext2D, scene: Scene): LabelWish[] {
  const { index, fan, unit, selected } = scene;
  const groups = new Map<number, number[]>();
  const groupSize = new Map<number, number>();
  for (let mark = 0; mark < scene.count; mark++) {
    const hub = fan.hub[mark]!;
    const group = groups.get(hub);
    if (group) group.push(mark);
    else groups.set(hub, [mark]);
    if (!fan.hidden[mark]) groupSize.set(hub, (groupSize.get(hub) ?? 0) + 1);
  }
  const named = new Set<number>();
  const first: LabelWish[] = [],
    second: LabelWish[] = [],
    third: LabelWish[] = [];
  for (let mark = 0; mark < scene.count && first.length + second.length + third.length < scene.most; mark++) {
    if (fan.hidden[mark] || !scene.visible(mark)) continue;
    const row = scene.rows[mark]!;
    const others = (groupSize.get(fan.hub[mark]!) ?? 1) - 1;
    const isHub = fan.hub[mark] === mark;
    const isEvent = index.payload.claims.kind[row] === Kind.event;
    const town = placeNameOf(scene, row);
    const isHeaded = isHub && town !== null && !named.has(town.place);
    let texts = wordsOfMark(scene, row, isHeaded);
    // A station that is called like its town is named by it.
    if (!isHub && town && texts[0]![0]!.text === town.name) continue;
    const wish = (): LabelWish => {
      // The middle of a large group is named outside its rings; what stands for a country leaves room on one side.
      const opened = isHub ? fan.opened.find(({ hub }) => hub === mark) : undefined;
      const group =
        isHub && (opened !== undefined || (others >= 3 && !index.isVague(index.payload.claims.place[row]!)));
      const around = opened?.radius ?? scene.ring + scene.radius[mark]! * 0.5;
      const radius = group ? around : scene.radius[mark]! + (selected.has(row) ? 6 * unit : 0);
      // The sign of a disputed claim stands at the shoulder of its mark.
      const shoulder = isDisputed(index, row) ? 4 * unit : 0;
      const steps = selected.has(row) ? 9 : !isHub ? 0 : others > 0 ? 9 : 5;
      return {
        x: scene.x[mark]!,
        y: scene.y[mark]!,
        radius: radius + shoulder,
        own: scene.radius[mark]!,
        sizes: sized(ctx, texts, unit),
        texts,
        row,
        steps,
        ...(group ? { named: marksOf(scene, groups.get(mark)!) } : {}),
      };
    };
    if (isHub) {
      if (isHeaded) {
        named.add(town.place);
        const heading = twoLines(town.name).map((text): Line => ({ text, voice: "place" }));
        const own =
          index.payload.claims.kind[row] === Kind.station
            ? twoLines(withoutPlace(index.label(row), town.name)).map((text): Line => ({ text, voice: "item" }))
            : texts[0]!;
        const inside = withinTown(scene, groups.get(mark) ?? [], town);
        texts =
          own.length === 1 && own[0]!.text === town.name
            ? [heading]
            : [...(isEvent ? texts : [own]).map((lines) => [...heading, ...lines]), heading];
        if (inside.length > 0) texts.unshift([...heading, ...(texts.length > 1 ? own : []), ...inside]);
      }
      selected.has(row) ? first.unshift(wish()) : first.push(wish());
    } else if (selected.has(row)) first.unshift(wish());
    else if (isEvent) second.push(wish());
    else if (others <= 3 || scene.scale >= NAME_ALL * unit || scene.opened.has(fan.hub[mark]!)) third.push(wish());
  }
  for (const { place, row, x, y } of scene.stops) {
    const name = index.placeName(place, ...daysWithin(index.payload.claims, row, scene.year));
    const texts: Line[][] = [twoLines(name).map((text) => ({ text, voice: "stop" }))];
    second.push({ x, y, radius: 4 * unit, own: 4 * unit, sizes: sized(ctx, texts, unit), texts, row, steps: 2 });
  }
  return [...first, ...second, ...third, ...travellers(ctx, scene)];
}
