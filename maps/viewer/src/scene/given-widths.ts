/** Measures texts with given widths, and lists the missing ones, so that they can be measured elsewhere. */

import type { Font, TextMeasurer } from "./text-styles";

/** The assumed width of a character while the width of a text is missing, as a fraction of the font size. */
const GUESSED_WIDTH_EM = 0.5;

/** All widths are given for this font size: the width of a text is proportional to its font size. */
const EM_PX = 100;

/** Letter spacing in em, rounded so that a font and its `atEm` form have the same despite floating-point errors. */
const spacingEm = ({ spacing, size }: Font): number => Math.round((1e6 * spacing) / size) / 1e6;

const atEm = (font: Font): Font => ({ ...font, size: EM_PX, spacing: spacingEm(font) * EM_PX });

const keyOf = (font: Font, text: string): string =>
  `${font.family} ${font.weight} ${font.italic} ${spacingEm(font)} ${font.oldStyle} ${text}`;

export class GivenWidths implements TextMeasurer {
  /** Counts how many times widths were added. */
  version = 0;
  private readonly widths = new Map<string, number>();
  private missing = new Map<string, [Font, string]>();

  width(font: Font, text: string): number {
    const key = keyOf(font, text);
    const width = this.widths.get(key);
    if (width !== undefined) return (width * font.size) / EM_PX;
    this.missing.set(key, [atEm(font), text]);
    return GUESSED_WIDTH_EM * font.size * [...text].length;
  }

  add(widths: readonly (readonly [font: Font, text: string, width: number])[]): void {
    for (const [font, text, width] of widths) this.widths.set(keyOf(font, text), width);
    this.version++;
  }

  /** Return and clear the texts whose widths were requested but missing since the last call. */
  takeMissing(): [Font, string][] {
    const missing = [...this.missing.values()];
    this.missing = new Map();
    return missing;
  }
}
