/** Where every visitor begins, as the house has it. */

import { LAYERS, type State } from "../address";
import type { KioskDocument } from "./config";
import type { Ui } from "./context";

export function startState({ start, languages }: KioskDocument, [first, last]: readonly [number, number]): State {
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
    picture: "map",
    compare: "",
    swipe: 0.5,
    panel: "",
    style: "light",
    open: "",
    find: "",
    sort: { by: "kind", down: false },
    page: 1,
    keys: "off",
    view: null,
  };
}

export function startUi({ access }: KioskDocument): Ui {
  return {
    open: "",
    stop: 0,
    playing: "",
    contrast: access.high_contrast,
    large: access.large_type,
    turned: false,
    list: "people",
    letter: "",
  };
}
