/** The colours, from the same file that the posters use; fiction has a palette of its own. */

import colours from "./palette.json";

export type Palette = typeof colours.light;
export type ColourName = keyof Palette;

const FICTION_COLOURS = ["station", "head", "person", "courier", "liaison", "event", "raid", "arrest"] as const;

/** In fiction every mark has the one colour of fiction, and even its raids are not red. */
function fictionPalette(palette: Palette): Palette {
  const changed: Palette = {
    ...palette,
    paper: palette.fictionPaper,
    sea: palette.fictionSea,
    land: palette.fictionLand,
    halo: palette.fictionLand,
    card: palette.fictionCard,
    accent: palette.fiction,
  };
  for (const name of FICTION_COLOURS) changed[name] = palette.fiction;
  return changed;
}

const FICTION = { light: fictionPalette(colours.light), dark: fictionPalette(colours.dark) };

export const paletteOf = (style: "light" | "dark", isFiction: boolean): Palette =>
  (isFiction ? FICTION : colours)[style];
