/** What Python hands to the page of a kiosk: the museum's settings and the tour (`maps/kiosk/kiosk_page.py`). */

import type { KioskDocument, KioskTourStop } from "../data/payload-schema";

/** A text of the tour in a language, or in the first language that has it, and which one that is. */
export function textInLanguage(texts: KioskTourStop["title"], language: string): { text: string; language: string } {
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
