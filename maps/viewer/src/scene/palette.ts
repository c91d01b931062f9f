/** The colours, from the same file that the posters use. Fiction has its own palette. */

import colours from "./palette.json";

export type Palette = typeof colours.light;
export type ColourName = keyof Palette;

const FICTION_COLOURS = ["station", "head", "person", "courier", "liaison", "event", "raid", "arrest"] as const;

/** In fiction all marks have the same colour; even raids are not red. */
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
