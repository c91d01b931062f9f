/** A text that a kiosk keeps over the nights, and texts that it saves as files. */

import { MAX_STORED_CHARS } from "./kiosk-messages";

const STORAGE_KEY = "liaison-kept";

export function readStorage(): string {
  try {
    return (localStorage.getItem(STORAGE_KEY) ?? "").slice(0, MAX_STORED_CHARS);
  } catch {
    return ""; // storage may be forbidden: then nothing is stored
  }
}

export function writeStorage(text: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, text);
  } catch {
    // A full or forbidden storage is no reason to stop showing the atlas.
  }
}

/** Offer a text as a file. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
