/** The high-contrast palette, for bright rooms and for visitors who need it: black on white, and nothing in between. */

import { type Palette, paletteOf } from "../scene/palette";

const HIGH_CONTRAST: Palette = {
  ...paletteOf("light", false),
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

/** The palette of the kiosk. The fiction keeps its own palette. */
export function kioskPalette(isFiction: boolean, highContrast: boolean): Palette {
  return highContrast && !isFiction ? HIGH_CONTRAST : paletteOf("light", isFiction);
}

/** Set the high-contrast colours on the root element, or remove them. The style sheet has the other palettes. */
export function setColourProperties(palette: Palette): void {
  const { style } = document.documentElement;
  for (const name of ["paper", "ink", "inkSoft", "halo", "card", "cardEdge", "control", "accent"] as const) {
    const property = `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;
    style.setProperty(property, palette === HIGH_CONTRAST ? palette[name] : "");
  }
}
