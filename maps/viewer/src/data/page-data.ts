/** The parts of a page other than its script: the inert blocks of data, and the fonts. */

const FONTS = ["Source Serif 4", "Source Sans 3"].flatMap((family) =>
  ["600", "400", "italic 400"].map((style) => `${style} 16px '${family}'`),
);
const FONTS_WAIT_MS = 1500;

export function optionalDataBlock(id: string): string | null {
  return document.getElementById(id)?.textContent || null;
}

export function dataBlock(id: string): string {
  const text = optionalDataBlock(id);
  if (!text) throw new Error(`the page has no data: the block "${id}" is missing`);
  return text;
}

/** Wait until the fonts in the page are loaded. A page without fonts is drawn without them. */
export async function loadFonts(): Promise<void> {
  const loaded = Promise.all(FONTS.map((font) => document.fonts.load(font))).catch(() => []);
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, FONTS_WAIT_MS))]);
}

/**
 * Call back whenever further fonts have loaded. The browser also reports, much later, the fonts that `loadFonts` waited
 * for; these are ignored.
 */
export function onFontsLoaded(callback: () => void): void {
  const known = new Set([...document.fonts].filter(({ status }) => status === "loaded"));
  document.fonts.addEventListener("loadingdone", ({ fontfaces }) => {
    if (fontfaces.every((face) => known.has(face))) return;
    fontfaces.forEach((face) => known.add(face));
    callback();
  });
}
