/**
 * The palette of high contrast, for a bright room and for eyes that need it: black on white, and nothing in between.
 */

import { type Palette, paletteOf } from "../scene/palette";
import type { KioskUiState } from "./kiosk-state";

const HIGH_CONTRAST_COLOURS: Partial<Palette> = {
  paper: "#ffffff",
  sea: "#d5e3ea",
  land: "#ffffff",
  coast: "#000000",
  coastline1: "#9fb4bf",
  coastline2: "#b5c6cf",
  coastline3: "#c6d5dc",
  graticule: "#bccdd6",
  ink: "#000000",
  inkSoft: "#262626",
  halo: "#ffffff",
  polity: "#3a3a3a",
  seaName: "#1f3d4a",
  accuracy: "#333333",
  card: "#ffffff",
  cardEdge: "#000000",
  control: "#e4e4e4",
  accent: "#00355c",
  station: "#00355c",
  head: "#5a3900",
  person: "#5a3900",
  courier: "#00413b",
  liaison: "#33304f",
  raid: "#9c0f07",
  arrest: "#9c0f07",
  event: "#45204e",
};

const cache = new WeakMap<Palette, Palette>();

function highContrastPalette(palette: Palette): Palette {
  let cached = cache.get(palette);
  if (!cached) cache.set(palette, (cached = { ...palette, ...HIGH_CONTRAST_COLOURS }));
  return cached;
}

/** Whether the colours of high contrast apply: the fiction keeps its own palette. */
function isHighContrast(isFiction: boolean, ui: KioskUiState): boolean {
  return ui.highContrast && !isFiction;
}

export function kioskPalette(isFiction: boolean, ui: KioskUiState): Palette {
  const palette = paletteOf("light", isFiction);
  return isHighContrast(isFiction, ui) ? highContrastPalette(palette) : palette;
}

/** Set the page's own colours of high contrast on the root element, or remove them: the style sheet has the others. */
export function setColourProperties(isFiction: boolean, ui: KioskUiState): void {
  const palette = kioskPalette(isFiction, ui);
  const { style } = document.documentElement;
  for (const name of ["paper", "ink", "inkSoft", "halo", "card", "cardEdge", "control", "accent"] as const) {
    const property = `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
    if (isHighContrast(isFiction, ui)) style.setProperty(property, palette[name]);
    else style.removeProperty(property);
  }
}
