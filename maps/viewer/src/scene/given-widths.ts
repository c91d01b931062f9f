/** Measures texts by widths that were given; it tells which are missing, so that they can be measured elsewhere. */

import type { Font, TextMeasurer } from "./text-styles";

/** What a text is taken for as long as its width is missing, as a part of the font's size for each character. */
const GUESSED_WIDTH_EM = 0.5;

/** Widths are given for fonts of this size, once for all: a text is as wide as its font is high. */
const EM_PX = 100;

/** The same for a font and for the one that its width is asked for: rounded, for a quotient of a product is not exact. */
const spacingEm = ({ spacing, size }: Font): number => Math.round((1e6 * spacing) / size) / 1e6;

const atEm = (font: Font): Font => ({ ...font, size: EM_PX, spacing: spacingEm(font) * EM_PX });

const keyOf = (font: Font, text: string): string =>
  `${font.family} ${font.weight} ${font.italic} ${spacingEm(font)} ${font.oldStyle} ${text}`;

export class GivenWidths implements TextMeasurer {
  /** Counts how often widths were given. */
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

  /** The texts that were asked for in vain since the last time. */
  takeMissing(): [Font, string][] {
    const missing = [...this.missing.values()];
    this.missing = new Map();
    return missing;
  }
}
