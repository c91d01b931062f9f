/** The legend: every mark of a data set and how uncertainty is drawn, each with a sample drawn by the map's code. */

import type { PayloadIndex } from "../data/payload-index";
import { Kind } from "../data/payload-types";
import { isAskedFor } from "../data/visible-features";
import type { Size } from "../geometry/boxes";
import { lineThrough, type ScreenLine } from "../geometry/screen-lines";
import { capital, type Words } from "../i18n/viewer-words";
import type { State } from "../state/screen-state";
import type { DisplayList } from "./display-list";
import { CertaintyStyle, drawMark, type MarkName, type MarkStyle } from "./drawing/marks";
import { drawLink, drawRoute, type RouteStyle } from "./drawing/route-drawing";
import { drawSign, type Sign } from "./drawing/signs";
import { colourNameOf, markNameOf } from "./drawing/symbology";
import type { ColourName, Palette } from "./palette";
import { Path } from "./path";
import { baselineAt, font } from "./text-styles";

/** A small drawing in its own box, which begins at (0, 0), in pixels. */
export interface Sample extends Size {
  draw: (list: DisplayList) => void;
}

export interface LegendEntry {
  sample: Sample;
  text: string;
}

export interface LegendSection {
  title: string;
  entries: LegendEntry[];
}

/** Width of a mark in the legend, in pixels. */
const MARK_SIZE = 20;

export function markSample(
  palette: Palette,
  mark: MarkName,
  colour: ColourName,
  style: Partial<MarkStyle> = {},
  size = MARK_SIZE,
): Sample {
  const box = size * 1.7;
  const plain = { certaintyStyle: CertaintyStyle.solid, colour: palette[colour], palette, signs: [], isVague: false };
  const draw = (list: DisplayList) => drawMark(list, mark, box / 2, box / 2, size, { ...plain, ...style });
  return { width: box, height: box, draw };
}

/** The line of a sample: an arc through its box. */
const sampleArc = ({ width, height }: Size): ScreenLine =>
  lineThrough(24, (t) => [3 + (width - 6) * t, height - 7 - Math.sin(Math.PI * t) * (height - 14)]);

function journeySample(palette: Palette, certaintyStyle: CertaintyStyle, fiction: boolean, isOpen = false): Sample {
  const size = { width: 64, height: 26 };
  const plain = { palette, fiction, width: 4.4, endGapPx: 0, progress: 1, emphasised: false };
  const style: RouteStyle = { ...plain, certaintyStyle, openEnd: isOpen ? "from" : null };
  return { ...size, draw: (list) => drawRoute(list, sampleArc(size), style, size) };
}

function liaisonSample(palette: Palette, certaintyLevel: number): Sample {
  const size = { width: 64, height: 22 };
  const style = { palette, certaintyLevel, emphasised: false, opacity: 0.85, uiScale: 1, ratio: 2 };
  return { ...size, draw: (list) => drawLink(list, sampleArc(size), style, size) };
}

const squareSample = (draw: Sample["draw"]): Sample => ({ width: 34, height: 34, draw });

const signSample = (palette: Palette, sign: Sign): Sample =>
  squareSample((list) => drawSign(list, { sign, x: 17, y: 17, radius: 8 }, palette));

const accuracySample = (palette: Palette): Sample =>
  squareSample((list) => {
    const disc = new Path().circle(17, 17, 15);
    list.fill(disc, palette.accuracy, 0.12);
    list.stroke(disc, palette.accuracy, 1, { opacity: 0.7 });
  });

export const clusterSample = (palette: Palette): Sample =>
  squareSample((list) => {
    const disc = new Path().circle(17, 17, 10);
    const numberFont = font("sans", 11, { weight: 600 });
    list.fill(disc, palette.card);
    list.stroke(disc, palette.inkSoft, 1);
    list.text("+5", numberFont, 17, baselineAt(17.5, numberFont), palette.ink, { align: "center" });
  });

/**
 * The sections of the legend that have entries.
 *
 * @param onPaper whether the legend is for a printed sheet, which has no undated claims and no closed clusters
 */
export function legendSections(
  index: PayloadIndex,
  state: Pick<State, "strand" | "only">,
  words: Words,
  palette: Palette,
  onPaper: boolean,
): LegendSection[] {
  const { certaintyStyles: styleNames, legendParts } = words;
  const { claims } = index.payload;
  const entry = (sample: Sample, text: string): LegendEntry => ({ sample, text });
  /** The categories of a kind in the shown strand, in category order, each with the mark of one of its claims. */
  const categories = (kind: number): LegendEntry[] => {
    const rows = [...claims.kind.keys()].filter((row) => claims.kind[row] === kind && isAskedFor(index, row, state));
    return [...new Map(rows.map((row) => [claims.category[row]!, row]))]
      .sort(([a], [b]) => a - b)
      .map(([, row]) => {
        const sample = markSample(palette, markNameOf(index, row), colourNameOf(index, row));
        return entry(sample, capital(index.categoryLabel(row)));
      });
  };
  const styled = (certaintyStyle: CertaintyStyle, isVague = false): Sample =>
    markSample(palette, "residency", "station", { certaintyStyle, isVague });
  const isFiction = index.isFiction(state.strand);
  const hasUndated = !onPaper && claims.undated.includes(1);
  const sections = [
    {
      title: legendParts.sureness,
      entries: [
        entry(styled(CertaintyStyle.solid), styleNames.certain),
        entry(styled(CertaintyStyle.hatched), styleNames.lessCertain),
        entry(styled(CertaintyStyle.hollow), styleNames.possible),
        entry(styled(CertaintyStyle.dashed), styleNames.conjectured),
        ...(hasUndated ? [entry(styled(CertaintyStyle.dotted), styleNames.undated)] : []),
        entry(signSample(palette, "contested"), styleNames.contested),
        entry(signSample(palette, "partisan"), styleNames.partisan),
        entry(styled(CertaintyStyle.hollow, true), styleNames.somewhere),
        entry(accuracySample(palette), styleNames.accuracy),
        ...(onPaper ? [] : [entry(clusterSample(palette), styleNames.cluster)]),
      ],
    },
    { title: legendParts.stations, entries: categories(Kind.station) },
    {
      title: legendParts.people,
      entries: [
        entry(markSample(palette, "head", "head"), legendParts.head),
        entry(markSample(palette, "person", "person"), legendParts.person),
      ],
    },
    {
      title: legendParts.lines,
      entries: [
        entry(journeySample(palette, CertaintyStyle.solid, isFiction), legendParts.journey),
        entry(journeySample(palette, CertaintyStyle.hollow, isFiction), styleNames.possible),
        entry(journeySample(palette, CertaintyStyle.dashed, isFiction), styleNames.conjectured),
        entry(journeySample(palette, CertaintyStyle.solid, isFiction, true), legendParts.openJourney),
        ...words.card.liaisonSure.map((label, sure) =>
          entry(liaisonSample(palette, sure), `${legendParts.liaison}, ${label}`),
        ),
      ],
    },
    { title: legendParts.events, entries: categories(Kind.event) },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}
