/** What the style sheet reads from the root element: attributes of the state, and the colours of the palette. */

import type { Palette } from "../paint/palette";
import type { State } from "../state/url-state";
import { cssProperties } from "./high-contrast";
import type { KioskUiState } from "./kiosk-state";

/**
 * Set the attributes of the root element and the title of the page. Returns whether the size of the type has changed.
 */
export function setRootAttributes(root: HTMLElement, state: State, ui: KioskUiState, title: string): boolean {
  const typeSizeChanged = (root.dataset.type === "large") !== ui.largeType;
  root.dataset.world = state.world;
  root.dataset.style = "light";
  root.dataset.contrast = ui.highContrast ? "high" : "";
  root.dataset.type = ui.largeType ? "large" : "";
  root.dataset.panel = typeof ui.openPanel === "string" ? ui.openPanel : "source";
  root.dataset.year = String(state.year);
  root.ownerDocument.title = `${title}, ${state.year}`;
  return typeSizeChanged;
}

/** Set the colours of high contrast on the root element, or remove them: the style sheet has the others. */
export function setColourProperties(root: HTMLElement, palette: Palette, isHighContrast: boolean): void {
  for (const [name, colour] of cssProperties(palette))
    isHighContrast ? root.style.setProperty(name, colour) : root.style.removeProperty(name);
}
