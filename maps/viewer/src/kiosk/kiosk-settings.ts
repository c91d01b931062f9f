/** What Python hands to the page of a kiosk: the museum's settings and the tour (`maps/kiosk/kiosk_page.py`). */

import type { LayerName, MapView, State } from "../state/url-state";

/** Texts by language; the first language of the data set is always there. */
export type LocalizedTexts = Readonly<Record<string, string>>;

export interface TourStop {
  id: string;
  year: number;
  view: MapView;
  select: string;
  title: LocalizedTexts;
  text: LocalizedTexts;
}

export interface KioskDocument {
  format: 1;
  version: string;
  title: string | null;
  logo: string | null;
  languages: string[];
  times: { idle_s: number; countdown_s: number; attract_step_s: number; tour_stop_s: number };
  /** In pixels of the screen itself. */
  screen: { width_px: number; height_px: number; target_px: number; rotation: 0 | 90 | 180 | 270; table: boolean };
  start: {
    year: number | null;
    map: [zoom: number, lat: number, lon: number] | null;
    layers: LayerName[];
    world: State["world"];
  };
  worlds: State["world"][];
  quiet: { from: string; to: string } | null;
  access: { high_contrast: boolean; large_type: boolean };
  staff: { code: string | null; counters: boolean };
  tour: TourStop[];
}

/** A text of the tour in a language, or in the first language that has it, and which one that is. */
export function textInLanguage(texts: LocalizedTexts, language: string): { text: string; language: string } {
  const translated = texts[language];
  if (translated !== undefined) return { text: translated, language };
  const [firstLanguage, text] = Object.entries(texts)[0] ?? [language, ""];
  return { text, language: firstLanguage };
}

/** The smallest touch target, in pixels of the page: never under 48, however high the resolution. */
export function touchTargetPx({ screen }: KioskDocument, pixelRatio: number): number {
  return Math.max(48, Math.ceil(screen.target_px / pixelRatio));
}

/** "08:30": the time of day. */
export function clockTime(date: Date): string {
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

/** Whether a time of day is within the quiet hours, which may reach over midnight. */
export function isQuiet(quietHours: KioskDocument["quiet"], clock: string): boolean {
  if (!quietHours) return false;
  const { from, to } = quietHours;
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}
