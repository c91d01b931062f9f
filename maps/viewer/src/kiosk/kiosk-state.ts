/** Where every visitor begins, as the house has it. */

import { LAYERS, type State } from "../state/url-state";
import type { KioskUiState } from "./kiosk-context";
import type { KioskDocument } from "./kiosk-settings";

export function initialKioskState(
  { start, languages }: KioskDocument,
  [first, last]: readonly [number, number],
): State {
  return {
    year: Math.max(first, Math.min(last, start.year ?? first)),
    from: null,
    month: null,
    speed: 1,
    language: languages[0]!,
    select: "",
    layers: new Set(LAYERS.filter((layer) => start.layers.includes(layer))),
    certainty: "possible",
    world: start.world,
    readings: new Map(),
    viewMode: "map",
    compare: "",
    swipe: 0.5,
    panel: "",
    style: "light",
    open: "",
    find: "",
    sort: { by: "kind", down: false },
    page: 1,
    singleKeys: "off",
    mapView: null,
  };
}

export function initialUiState({ access }: KioskDocument): KioskUiState {
  return {
    openPanel: "",
    tourStop: 0,
    playing: "",
    highContrast: access.high_contrast,
    largeType: access.large_type,
    isRotated: false,
    indexList: "people",
    indexLetter: "",
  };
}
