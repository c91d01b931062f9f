/** Measures texts as a canvas draws them, each text once. */

import type { Font, TextMeasurer } from "../scene/text-styles";

/** The page's CSS font families for the families of a `Font`. */
export const FONT_FAMILIES = {
  serif: "'Source Serif 4', 'Noto Sans SC', Georgia, 'Times New Roman', serif",
  display: "'Playfair Display', 'Source Serif 4', 'Noto Sans SC', Georgia, serif",
  sans: "'Source Sans 3', 'Noto Sans SC', 'Segoe UI', system-ui, sans-serif",
} as const;
/** A limit, so that a page that runs for months does not keep every text in every size. */
const MAX_WIDTHS = 20_000;

export function cssFont({ family, size, weight, italic }: Font): string {
  return `${italic ? "italic " : ""}${weight} ${size.toFixed(1)}px ${FONT_FAMILIES[family]}`;
}

class CanvasMeasurer implements TextMeasurer {
  version = 0;
  private readonly widths = new Map<string, number>();
  private ctx: CanvasRenderingContext2D | null = null;
  private textRendering: CanvasTextRendering = "auto";

  width(font: Font, text: string): number {
    const key = `${font.family} ${font.size} ${font.weight} ${font.italic} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > MAX_WIDTHS) this.widths.clear();
      this.ctx ??= document.createElement("canvas").getContext("2d");
      if (this.ctx) Object.assign(this.ctx, { font: cssFont(font), textRendering: this.textRendering });
      width = this.ctx?.measureText(text).width ?? 0;
      this.widths.set(key, width);
    }
    return font.spacing === 0 ? width : width + font.spacing * Math.max(0, [...text].length - 1);
  }

  /** Measure texts as SVG draws them while `act` runs: characters are not moved to whole screen pixels. */
  withExactWidths<Result>(act: () => Result): Result {
    this.textRendering = "geometricPrecision";
    this.clear();
    try {
      return act();
    } finally {
      this.textRendering = "auto";
      this.clear();
    }
  }

  /** Discard the widths, for example those measured before the fonts were loaded. */
  clear(): void {
    this.widths.clear();
    this.version++;
  }
}

/** The page's measurer, shared by its canvases because they use the same fonts. */
export const canvasMeasurer = new CanvasMeasurer();
