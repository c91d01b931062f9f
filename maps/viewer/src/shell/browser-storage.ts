/** Stores a text that a kiosk keeps overnight, and saves texts as files. */

import { MAX_STORED_CHARS } from "./kiosk-messages";

const STORAGE_KEY = "liaison-kept";

/** Run an action on the browser's storage and return its result; `otherwise` if storage is full or forbidden. */
export function withStorage<Result>(action: () => Result, otherwise: Result): Result {
  try {
    return action();
  } catch {
    return otherwise;
  }
}

export function readStorage(): string {
  return withStorage(() => localStorage.getItem(STORAGE_KEY) ?? "", "").slice(0, MAX_STORED_CHARS);
}

/** Store a text. If storage is full or forbidden, the atlas continues without it. */
export function writeStorage(text: string): void {
  withStorage(() => localStorage.setItem(STORAGE_KEY, text), undefined);
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
